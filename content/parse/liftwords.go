package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linesOf reads the words of an element, in lines, with the links among them.
func (l *lifter) linesOf(n *html.Node) unit {
	w := lineWriter{page: l.domPage, w: inline{base: l.base}}
	w.write(n)
	text := w.ended()
	return unit{text: text, links: w.w.links}
}

// linesIn returns the words of an element in lines.
func (l *lifter) linesIn(n *html.Node) string {
	w := lineWriter{page: l.domPage, unlinked: true}
	w.write(n)
	return w.ended()
}

// lineWriter writes the words of an element in lines: what parts text ends a line.
type lineWriter struct {
	page     domPage
	w        inline
	unlinked bool // where its links lead is not asked
}

// ended ends the last line and returns them all.
func (l *lineWriter) ended() string {
	l.w.flush()
	l.w.trim()
	l.w.unbreak()
	return strings.TrimSpace(string(l.w.plain))
}

func (l *lineWriter) write(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			l.w.text(unmarkedText(c.Data))
		case c.Type != html.ElementNode || l.page.unseen(c) || c.DataAtom == atom.Img && !isSign(c, attr(c, "alt")):
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
