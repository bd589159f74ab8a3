package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// heading reports whether a passage is a heading by its element.
func (f *facts) heading() bool { return isHeading(f.node) }

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// link returns how much of a passage is in links.
func (q *passage) link() float64 { return ratio(q.linked, q.size) }
