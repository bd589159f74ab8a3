package lift

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
)

// linesOf reads the words of an element, in lines, with the links among them.
func (l *lifter) linesOf(n *html.Node) block.Unit {
	w := lineWriter{page: l.Page, w: block.Inline{Base: l.Base}}
	w.write(n)
	text := w.ended()
	return block.Unit{Text: text, Links: w.w.Links}
}

// linesIn returns the words of an element in lines.
func (l *lifter) linesIn(n *html.Node) string {
	w := lineWriter{page: l.Page, unlinked: true}
	w.write(n)
	return w.ended()
}

// lineWriter writes the words of an element in lines: what parts text ends a line.
type lineWriter struct {
	page     dom.Page
	w        block.Inline
	unlinked bool // where its links lead is not asked
}

// ended ends the last line and returns them all.
func (l *lineWriter) ended() string {
	l.w.Flush()
	l.w.Trim()
	l.w.Unbreak()
	return strings.TrimSpace(string(l.w.Plain))
}

func (l *lineWriter) write(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			l.w.Text(block.HTMLText(c.Data))
		case c.Type != html.ElementNode || l.page.Unseen(c) || c.DataAtom == atom.Img && !dom.IsSign(c, dom.Attr(c, "alt")):
		case block.Parts(c.DataAtom) || c.DataAtom == atom.Blockquote:
			l.w.Newline()
			l.write(c)
			l.w.Newline()
		case c.DataAtom == atom.Img:
			l.w.Text(block.HTMLText(dom.Attr(c, "alt")))
		case c.DataAtom == atom.Br:
			l.w.Newline()
		case c.DataAtom == atom.A && !l.unlinked:
			l.w.StartTag(html.Token{Data: c.Data, DataAtom: c.DataAtom, Attr: c.Attr})
			l.write(c)
			l.w.EndTag(c.Data)
		default:
			l.write(c)
		}
	}
}

// maxText is how many bytes of an element's words are read where only a short text is looked for.
const maxText = 4096
