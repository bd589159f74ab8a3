package dom

import (
	"strings"

	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/model/fold"
)

// Words joins the words in an element that a reader sees.
func (d Page) Words(n *html.Node) string {
	var b strings.Builder
	var add func(n *html.Node)
	add = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && d.Unseen(n):
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			add(c)
			if block.Parts(c.DataAtom) {
				b.WriteByte(' ')
			}
		}
	}
	add(n)
	return b.String()
}

// TextOf returns the text of an element.
func TextOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// ShortText returns the text of an element when it is short, or "".
func ShortText(n *html.Node) string {
	s := ""
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if s += d.Data; len(s) > 4*maxNoteText {
				return ""
			}
		}
	}
	if s = fold.Line(s); len(s) > maxNoteText {
		return ""
	}
	return s
}

// maxNoteText is the length of the longest text that refers to a note, in bytes.
const maxNoteText = 24
