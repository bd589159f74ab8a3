// Package dom holds the tree of a web page and answers questions about its elements. Nothing writes into the tree
// once it is made.
//
// Start with Page and Parse in tree.go:
//
//	limit.go, stream.go, ruby.go    what makes a tree too large; parts that came late; pages that say how every word is
//	                                read
//	kind.go, text.go, hidden.go     elements by their kind; the text of one; what is in the page and never seen
//	fold.go, callout.go             what opens on a click; boxes with a title
//	grid.go, picture.go             the cells of a table; the address and size of a picture
//	notes.go, raised.go             footnotes, and what refers to them
//	siterules.go, selector.go       the user's own rules for the site, and what they drop
package dom
