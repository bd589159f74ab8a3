package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// heading tells whether a passage is a heading by its element.
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

// isBold tells whether all words of an element are set bold.
func isBold(n *html.Node) bool {
	some := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			if strings.TrimSpace(c.Data) != "" {
				return false
			}
		case c.DataAtom == atom.B || c.DataAtom == atom.Strong || c.FirstChild != nil && isBold(c):
			some = true
		case c.FirstChild != nil:
			return false
		}
	}
	return some
}
