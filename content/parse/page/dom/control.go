package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HasControl reports whether there is something to fill in or press in an element.
func HasControl(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Button || d.DataAtom == atom.Input {
			return true
		}
	}
	return false
}

// Asks reports whether there is something to answer with in an element: a control, a link, or what a script makes
// one. What asks for consent has that; a section about cookies need not.
func Asks(n *html.Node) bool {
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Button, atom.Input, atom.A, atom.Iframe:
			return true
		}
		if Attr(d, "role") == "button" || d.Type == html.ElementNode && strings.Contains(d.Data, "-") {
			return true
		}
	}
	return false
}
