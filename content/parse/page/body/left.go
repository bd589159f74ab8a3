package body

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
)

// Left is a passage that stands below the text of an article, in the same element, and is not taken for a part of it.
type Left struct {
	Node *html.Node
	Text string // on one line
}

// maxLeft is the most passages below an article that are listed: more are a frame of the site.
const maxLeft = 100

// below returns the passages in the element around the text that stand below all that is kept.
func (s *survey) below(main *html.Node, kept []bool) (all []Left) {
	last := len(kept) - 1
	for last >= 0 && !kept[last] {
		last--
	}
	if main == nil || last < 0 {
		return nil
	}
	for _, q := range s.passages[last+1:] {
		if q.size > 0 && dom.Within(q.node, main) && !inFrame(q.node, main) {
			all = append(all, Left{q.node, q.text})
		}
	}
	return all[:min(len(all), maxLeft)]
}

// inFrame reports whether an element of a page's frame is around another one, below the element around the text.
func inFrame(n, main *html.Node) bool {
	for ; n != nil && n != main; n = n.Parent {
		switch n.DataAtom {
		case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Button:
			return true
		}
	}
	return false
}

// unheld removes the passages that have become a part of the article since.
func (k Kept) unheld(all []Left) []Left {
	return slices.DeleteFunc(all, func(l Left) bool { return k.Keeps(l.Node) || k.Holds(l.Node) })
}
