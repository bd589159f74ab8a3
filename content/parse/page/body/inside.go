package body

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/dom"
)

// mostOf is the share of the article's text that the element around it must hold; the rest may be strays.
const mostOf = .8

// around returns the innermost element that holds most of the chosen passages, by size, or nil if none is chosen.
func (s *survey) around(chosen func(i int) bool) *html.Node {
	held := s.held(chosen)
	all := held[s.page.Doc]
	if all == 0 {
		return nil
	}
	n := s.page.Doc
	for inner := n; inner != nil; {
		n, inner = inner, nil
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if float64(held[c]) >= mostOf*float64(all) {
				inner = c
			}
		}
	}
	return n
}

// boxAround is around, except on a page of which only one paragraph is chosen: there it returns the element around
// that paragraph, which holds the rest of a short page.
func (s *survey) boxAround(chosen func(i int) bool) *html.Node {
	n := s.around(chosen)
	if n == nil || n.DataAtom != atom.P || n.Parent.DataAtom == atom.Body {
		return n
	}
	if i, ok := s.of[n]; !ok || !s.passages[i].endsSentence() {
		return n
	}
	return n.Parent
}

// held returns the size of the chosen passages in each node that holds any.
func (s *survey) held(chosen func(i int) bool) map[*html.Node]int {
	held := map[*html.Node]int{}
	var hold func(n *html.Node) int
	hold = func(n *html.Node) (size int) {
		if i, ok := s.of[n]; ok && chosen(i) {
			size = s.passages[i].size
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.FirstChild != nil {
				size += hold(c)
			}
		}
		if size > 0 {
			held[n] = size
		}
		return size
	}
	hold(s.page.Doc)
	return held
}

// Inside reports whether what was lifted at n belongs to the article: it is among the article's text, or in an
// element of its own there, and not in a box with words that are not the article's.
func (k Kept) Inside(n *html.Node) bool {
	if k.All || k.main == nil {
		return true
	}
	box := n
	for box.Parent != nil && box.Parent != k.main && !k.Words[box.Parent] {
		box = box.Parent
	}
	if !dom.Within(box, k.main) {
		return false
	}
	return box == n || !k.HasWords(box)
}

// HasWords reports whether there are words in n that have not been lifted.
func (k Kept) HasWords(n *html.Node) bool {
	if n.Type == html.TextNode {
		return lang.HasLetter(n.Data)
	}
	if n.Type == html.ElementNode && k.Page.Unseen(n) {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if _, lifted := k.Marks[c]; !lifted && k.HasWords(c) {
			return true
		}
	}
	return false
}
