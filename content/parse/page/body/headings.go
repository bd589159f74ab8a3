package body

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
)

// keepHeadings keeps the headings between kept text: what chooses the main content goes by the length of texts, and a
// heading is short.
func (k *keeper) keepHeadings() {
	var last *html.Node // the heading after which no words have come
	before := false     // the words before it are kept
	kept := false       // so are the last words
	var walk func(n, holder *html.Node)
	walk = func(n, holder *html.Node) {
		for c := range n.ChildNodes() {
			_, lifted := k.Marks[c]
			switch {
			case lifted:
			case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
				h := headingAround(holder)
				now := k.Words[holder]
				if h == nil && last != nil {
					if now && (before || k.main != nil && dom.Within(last, k.main)) {
						k.keepIn(last)
					}
					last = nil
				}
				if h != nil && h != last {
					last, before = h, kept
				}
				if h == nil {
					kept = now
				}
			case c.Type != html.ElementNode || k.Page.Unseen(c):
			case dom.PartsWords(c.DataAtom):
				walk(c, c)
			default:
				walk(c, holder)
			}
		}
	}
	walk(k.Page.Doc, k.Page.Doc)
}

// keepStandfirst keeps what sums the article up below its title. It stands above the body and is short, so what goes
// by the length of texts does not see it; and the pictures between it and the body are still those before the body.
func (k *keeper) keepStandfirst(n *html.Node) {
	if n == nil || k.Selected || len(k.Words) == 0 {
		return
	}
	k.keepIn(n)
}

// headingAround returns the heading of a section that an element is or stands in, or nil. The first level is the
// title's.
func headingAround(n *html.Node) *html.Node {
	for i := 0; n != nil && i < 4; n, i = n.Parent, i+1 {
		switch n.DataAtom {
		case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return n
		}
	}
	return nil
}
