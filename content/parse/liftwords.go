package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linesOf reads the words of an element, in lines, with the links among them.
func (p *page) linesOf(n *html.Node) unit {
	l := lineWriter{w: inline{base: p.base}}
	l.write(n)
	l.w.flush()
	l.w.trim()
	l.w.unbreak()
	return unit{text: strings.TrimSpace(string(l.w.plain)), links: l.w.links}
}

// linesIn returns the words of an element in lines.
func linesIn(n *html.Node) string {
	l := lineWriter{unlinked: true}
	l.write(n)
	l.w.flush()
	l.w.trim()
	l.w.unbreak()
	return strings.TrimSpace(string(l.w.plain))
}

// lineWriter writes the words of an element in lines: what parts text ends a line.
type lineWriter struct {
	w        inline
	unlinked bool // where its links lead is not asked
}

func (l *lineWriter) write(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			l.w.text(unmarkedText(c.Data))
		case c.Type != html.ElementNode || unseen(c) || c.DataAtom == atom.Img && !isSign(c, attr(c, "alt")):
		case partsText(c.DataAtom) || c.DataAtom == atom.Blockquote:
			l.w.newline()
			l.write(c)
			l.w.newline()
		case c.DataAtom == atom.Img:
			l.w.text(unmarkedText(attr(c, "alt")))
		case c.DataAtom == atom.Br:
			l.w.newline()
		case c.DataAtom == atom.A && !l.unlinked:
			l.w.startTag(html.Token{Data: c.Data, DataAtom: c.DataAtom, Attr: c.Attr})
			l.write(c)
			l.w.endTag(c.Data)
		default:
			l.write(c)
		}
	}
}

// maxText is how many bytes of an element's words are read where only a short text is looked for.
const maxText = 4096
