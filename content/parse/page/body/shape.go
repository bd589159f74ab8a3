package body

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// heading reports whether a passage is a heading element.
func (f *passageFacts) heading() bool { return isHeading(f.node) }

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// How much of a passage may be in links.
const (
	someLinked   = .3     // of a passage; one with more leads elsewhere
	fewLinks     = 1. / 3 // of a paragraph
	halfLinked   = .5     // of text
	mostlyLinked = .8     // from here on it is a link with some words around it
)

// link returns the share of a passage that is in links.
func (q *passage) link() float64 { return ratio(q.linked, q.size) }
