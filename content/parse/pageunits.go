package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model"
)

// units makes units of the elements that are kept, and of the marks among them.
func (p *page) units(*model.Entry) []unit {
	w := pageWriter{page: p, w: inline{base: p.base}}
	w.walk(p.doc)
	w.flush(p.doc)
	if len(w.out) == 0 && !p.whole { // no main content: the page as it stands
		p.whole = true
		return p.units(nil)
	}
	return w.out
}

// pageWriter walks over the tree in reading order.
type pageWriter struct {
	*page
	w   inline
	out []unit
}

func (w *pageWriter) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if m, ok := w.marks[c]; ok {
			w.flush(n)
			w.mark(m, c)
			continue
		}
		switch {
		case c.Type == html.TextNode:
			w.w.text(unmarkedText(c.Data))
		case c.Type != html.ElementNode || unseen(c):
		case partsText(c.DataAtom):
			w.flush(n)
			w.walk(c)
			w.flush(c)
		default:
			w.w.startTag(html.Token{Data: c.Data, DataAtom: c.DataAtom, Attr: c.Attr})
			w.walk(c)
			w.w.endTag(c.Data)
		}
	}
}

// mark writes what takes the place of the element n.
func (w *pageWriter) mark(m mark, n *html.Node) {
	for _, b := range m.blocks {
		w.out = append(w.out, unit{text: b.Text(), block: b, why: why{rule: m.why}, node: n})
	}
}

// flush ends a paragraph whose words stand in n.
func (w *pageWriter) flush(n *html.Node) {
	i := &w.w
	i.flush()
	i.trim()
	i.unbreak()
	u := unit{text: strings.TrimSpace(string(i.plain)), source: strings.TrimSpace(string(i.md)), links: i.links, node: n}
	w.w = inline{base: w.base}
	if u.text == "" || !w.kept[n] && !w.whole {
		return
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		u.kind, u.level, u.text = headingUnit, int(n.Data[1]-'0'), oneLine(u.text)
	}
	w.out = append(w.out, u)
}
