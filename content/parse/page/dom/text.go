package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/model/fold"
)

// TextOf returns the words in an element that a reader sees: clean, on one line, with a space where a part of the
// element ends.
func (d Page) TextOf(n *html.Node) string {
	r := textReader{page: d}
	r.read(n)
	return r.text()
}

// ShortText returns the text of an element that has at most some bytes of it, or "". To find that out it reads little
// more than these.
func (d Page) ShortText(n *html.Node, most int) string {
	r := textReader{page: d, room: 4 * most, nodes: MaxShortNodes}
	return r.short(n, most)
}

// SpokenText is ShortText with what only a voice reads out, as the colon between the two lines of a title; buttons
// are left out.
func (d Page) SpokenText(n *html.Node, most int) string {
	r := textReader{page: d, room: 4 * most, nodes: MaxShortNodes, spoken: true}
	return r.short(n, most)
}

// MaxShortNodes is how many nodes an element with a short text may have.
const MaxShortNodes = 600

// textReader collects the text of an element.
type textReader struct {
	page   Page
	spoken bool // the text is that of a voice
	b      strings.Builder
	room   int  // how many bytes there may be; 0 is any number
	nodes  int  // and how many nodes may still be read, if there is a limit
	full   bool // there is more
}

func (r *textReader) text() string { return fold.Line(block.HTMLText(r.b.String())) }

// short reads an element and returns its text, or "" when it has more than some bytes.
func (r *textReader) short(n *html.Node, most int) string {
	r.read(n)
	if s := r.text(); !r.full && len(s) <= most {
		return s
	}
	return ""
}

// leavesOut reports whether an element is no part of the text.
func (r *textReader) leavesOut(n *html.Node) bool {
	if r.spoken {
		return r.page.Dropped[n] || n.DataAtom == atom.Button || neverText(n)
	}
	return r.page.Unseen(n)
}

func (r *textReader) read(n *html.Node) {
	for c := n.FirstChild; c != nil && !r.full; c = c.NextSibling {
		if r.room > 0 {
			r.nodes--
			r.full = r.nodes < 0 || r.b.Len() > r.room
		}
		switch {
		case c.Type == html.TextNode:
			r.b.WriteString(c.Data)
		case c.Type != html.ElementNode || r.leavesOut(c):
		case c.DataAtom == atom.Br || PartsWords(c.DataAtom):
			r.b.WriteByte(' ')
			r.read(c)
			r.b.WriteByte(' ')
		default:
			r.read(c)
		}
	}
}
