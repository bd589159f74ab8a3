package body

import (
	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
)

// wholes takes the boxes that say something only as a whole out of the marks.
func wholes(marks lift.Marks) (boxes []*html.Node, others lift.Marks) {
	others = make(lift.Marks, len(marks))
	for n, m := range marks {
		if m.Whole {
			boxes = append(boxes, n)
		} else {
			others[n] = m
		}
	}
	return boxes, others
}

// keepWholes keeps all of a box that stands in the element around the article's text, or that has something of it.
func (k *keeper) keepWholes(boxes []*html.Node) {
	for _, n := range boxes {
		if k.main != nil && dom.Within(n, k.main) || k.hasKept(n) {
			k.keepIn(n)
		}
	}
}

// hasKept reports whether words in an element are kept.
func (k *keeper) hasKept(n *html.Node) bool {
	if k.Words[n] {
		return true
	}
	for d := range n.Descendants() {
		if k.Words[d] {
			return true
		}
	}
	return false
}
