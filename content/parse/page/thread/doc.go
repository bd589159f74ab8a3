// Package thread finds the messages that a page is made of: the posts of a forum, a question and its answers, comments under a link, the
// updates of a live blog, the turns of a transcript. It goes by structure, not by the programs that make such pages: elements of one kind,
// each of which names an author, has a time, and says something.
//
// Start with Find in thread.go:
//
//	scan.go      the elements of a page as a list, with what each holds
//	names.go     what the names of an element say of it
//	signs.go     whether an element names an author or has a time
//	group.go     elements of one kind, and how much they look like messages
//	parts.go     of a message its author, its time and its text
//	decide.go    whether the page is a thread, or an article that holds or precedes one
//	answers.go   who answers whom
package thread
