package dom

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HoldsFold reports whether what opens on a click stands directly in an element: a control that says whether it is
// open, or in a heading or box with nothing else such a control, and behind it what it opens.
//
// See https://www.w3.org/WAI/ARIA/apg/patterns/accordion/ and https://www.w3.org/WAI/ARIA/apg/patterns/tabs/.
func HoldsFold(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (opens(c) && nextElement(c) != nil || isPanel(c) || labelled(c)) {
			return true
		}
	}
	return false
}

// opens reports whether an element is a control that opens what is behind it, or holds only one.
func opens(n *html.Node) bool {
	for depth := 0; n != nil && depth < 3; depth++ {
		if HasAttr(n, "aria-expanded") || n.DataAtom == atom.Summary {
			return true
		}
		inside := Children(n)
		if len(inside) != 1 {
			return false
		}
		n = inside[0]
	}
	return false
}

// isPanel reports whether an element is what a tab opens.
func isPanel(n *html.Node) bool { return Attr(n, "role") == "tabpanel" }

// labelled reports whether a link in a list before an element leads to it: the list is one of tabs. What has a
// heading of its own is a part of the text, and the list a table of contents.
func labelled(n *html.Node) bool {
	const most = 200 // nodes that are looked at
	id := Attr(n, "id")
	if id == "" || n.DataAtom != atom.Div && n.DataAtom != atom.Section || InParts(n) {
		return false
	}
	left := most
	for c := n.PrevSibling; c != nil && left > 0; c = c.PrevSibling {
		left--
		if c.DataAtom != atom.Ul && c.DataAtom != atom.Ol {
			continue
		}
		for d := range c.Descendants() {
			if left--; left < 0 || d.DataAtom == atom.A && Attr(d, "href") == "#"+id {
				return left >= 0
			}
		}
	}
	return false
}

// Folded reports whether an element is shown when the control before it is pressed.
func Folded(n *html.Node) bool {
	before := n.PrevSibling
	for before != nil && before.Type != html.ElementNode {
		before = before.PrevSibling
	}
	return isPanel(n) || labelled(n) || before != nil && opens(before)
}

// nextElement returns the element behind one, or nil.
func nextElement(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
	}
	return n
}
