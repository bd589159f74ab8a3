// Package page reads a web page, in steps that each make a value of the ones before. Its tree is only read; what a
// step finds is noted beside it:
//
//	dom    the tree and its limits, what is hidden in it, and what the user's rules say of it
//	lift   what is set apart: posts, players, figures, related links, notices
//	meta   what the page says of its article: title, byline, date, topics
//	thread the messages that the page is made of, where it is a thread, a live blog or a talk
//	body   what of the page is its article
//	write  the article's elements as units
//
// What elements are called is read in one place, class.
//
// Start with Read in page.go, which takes them in order. why.go says why a unit is what it is, head.go what a list
// shows of a page, spots.go names the elements that a rule may find, wall.go knows pages that stand before another,
// and nextpage.go where an article goes on.
package page
