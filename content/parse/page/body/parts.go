package body

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
)

// keepParts keeps lists and quotations as a whole of which most is kept, and tables of data of which something is
// kept or that stand between kept texts: what chooses the main content goes by the length of texts, and half a table
// says nothing.
func (k *keeper) keepParts() {
	k.keepPart(k.Page.Doc, k.Page.Doc)
}

// keepPart returns how many bytes of text stand in n, and how many of them are kept.
func (k *keeper) keepPart(n, holder *html.Node) (all, kept int) {
	var waiting *html.Node // a table behind kept text, of which nothing is kept
	before := false        // the text before is kept
	for c := range n.ChildNodes() {
		if _, lifted := k.Marks[c]; lifted {
			continue
		}
		switch {
		case c.Type == html.TextNode:
			size := len(strings.TrimSpace(c.Data))
			all += size
			if k.Words[holder] {
				kept += size
			}
			if size > 0 {
				before, waiting = k.Words[holder], nil
			}
		case c.Type == html.ElementNode && !k.Page.Unseen(c):
			in := holder
			if dom.PartsWords(c.DataAtom) {
				in = c
			}
			more, ofIt := k.keepPart(c, in)
			if ofIt > 0 && c.DataAtom == atom.Blockquote {
				k.keepSources(c)
			}
			if ofIt > 0 && ofIt < more && (2*ofIt >= more || c.DataAtom == atom.Table) && k.isPart(c) {
				k.keepIn(c)
				ofIt = more
			}
			all, kept = all+more, kept+ofIt
			switch t := tableOnly(c); {
			case more == 0:
			case ofIt > 0:
				if waiting != nil {
					k.keepIn(waiting)
				}
				before, waiting = true, nil
			case before && t != nil && k.isPart(t):
				waiting = t
			default:
				before, waiting = false, nil
			}
		}
	}
	return all, kept
}

// keepSources keeps whom a quotation is from.
func (k *keeper) keepSources(quote *html.Node) {
	for d := range quote.Descendants() {
		if d.DataAtom == atom.Footer && !k.Words[d] {
			k.keepIn(d)
		}
	}
}

// tableOnly returns the table that an element is, or that is all there is in it; or nil.
func tableOnly(n *html.Node) *html.Node {
	for i := 0; n != nil && i < 4; i++ {
		if n.DataAtom == atom.Table {
			return n
		}
		in := dom.Children(n)
		if len(in) != 1 {
			return nil
		}
		n = in[0]
	}
	return nil
}

// isPart reports whether an element is a whole that its parts make sense in.
func (k *keeper) isPart(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Table:
		g := k.Page.Grid(n)
		return !g.IsLayout(n)
	case atom.Ul, atom.Ol, atom.Dl:
		return !dom.InParts(n)
	case atom.Blockquote:
		return true
	}
	return false
}
