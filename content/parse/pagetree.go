package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// newPage parses a page. One that is too much for a tree is read from its tags.
func newPage(s string, o Options) *page {
	doc := tree(s)
	if doc == nil {
		return newSimplePage(s, o)
	}
	withoutReadings(doc)
	return pageOf(doc, o)
}

// newSimplePage reads a page from its tags alone: its tree is the head only, and its blocks are there already.
func newSimplePage(s string, o Options) *page {
	p := pageOf(headTree(s), o)
	p.simple = simpleBlocks(s, p.base)
	return p
}

func pageOf(doc *html.Node, o Options) *page {
	p := &page{o: o, base: o.Base, doc: doc, marks: map[*html.Node]mark{}, kept: map[*html.Node]bool{}}
	if b := first(doc, atom.Base); b != nil {
		if url, err := address(attr(b, "href"), o.Base); err == nil && strings.HasPrefix(url, "http") {
			p.base = url
		}
	}
	return p
}

// first returns the first element of a kind in a tree, or nil.
func first(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == a {
			return d
		}
	}
	return nil
}

// attr returns the value of an attribute of an element, or "".
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
