// Package write makes units of the elements of a page that are kept, and of the marks among them.
//
// Start with Blocks in units.go:
//
//	walk.go, apart.go                   the walk over the tree; marks and quotations
//	list.go, terms.go, table.go, callout.go, picture.go, code.go, codename.go, math.go, mathml.go, notewrite.go
//	                                    what has parts of its own
//	arrange.go, subhead.go              headings in order; lines that only look like headings
//	leadimage.go                        the picture before the text
//	simple.go                           a page that is too much for a tree
package write
