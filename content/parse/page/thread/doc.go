// Package thread finds the messages that a page is made of: the posts of a forum, a question and its answers,
// comments under a link, the updates of a live blog, the turns of a transcript. It goes by structure, not by the
// programs that make such pages: elements of one kind, each of which names an author, has a time, and says something.
//
// Start with Find in thread.go:
//
//	scan.go      the elements of a page as a list, with what each holds
//	names.go     what the names of an element say of it
//	signs.go     whether an element names an author or has a time
//	group.go     elements of one kind, and how much they look like messages
//	parts.go     the messages of a group, and of each its text
//	head.go      of a message its author and its time
//	decide.go    whether the page is a thread, or an article that holds or precedes one
//	copies.go    quotations of messages above, which are left out
//	answers.go   who answers whom
package thread
