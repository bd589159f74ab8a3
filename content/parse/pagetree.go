package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// domPage is a web page as a tree, and what else is known of it before anything is read of it. It is made once.
type domPage struct {
	doc    *html.Node // of a flat page the head alone
	origin string     // the address that it came from, or ""
	base   string     // what its relative links are resolved against: a checked address or ""
	flat   string     // the text of a page that is too much for a tree, which is read from its tags; or ""
	rules  SiteRules  // the user's own for the site
}

// parseDOM makes the tree of a page that came from origin, which may be "". One that is too much for a tree is flat.
func parseDOM(text, origin string) domPage {
	doc := tree(text)
	if doc == nil {
		return flatDOM(text, origin)
	}
	withoutReadings(doc)
	return domOf(doc, origin)
}

// flatDOM makes a flat page.
func flatDOM(text, origin string) domPage {
	d := domOf(headTree(text), origin)
	d.flat = text
	return d
}

func domOf(doc *html.Node, origin string) domPage {
	d := domPage{doc: doc, origin: origin, base: origin}
	if b := first(doc, atom.Base); b != nil {
		if url, err := address(attr(b, "href"), origin); err == nil && strings.HasPrefix(url, "http") {
			d.base = url
		}
	}
	return d
}

// newPage parses a page.
func newPage(s string, o Options) *page { return pageOf(parseDOM(s, o.Base), o) }

// newSimplePage reads a page from its tags alone.
func newSimplePage(s string, o Options) *page { return pageOf(flatDOM(s, o.Base), o) }

func pageOf(d domPage, o Options) *page {
	return &page{domPage: d, o: o, marks: liftMarks{}, kept: map[*html.Node]bool{}}
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
