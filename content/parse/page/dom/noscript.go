package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/clean"
)

// putUnscripted shows what a page has for browsers without scripts where that is its text: the page of a forum that a
// script makes has its posts there. It is text where it has words of its own, and more of them than the rest of the
// page.
func putUnscripted(doc *html.Node) {
	var held *html.Node
	most, shown := 0, 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				shown += len(strings.TrimSpace(c.Data))
			case c.DataAtom == atom.Noscript:
				if size := wordsIn(c); size > most {
					held, most = c, size
				}
			case c.Type == html.ElementNode && !neverText(c):
				walk(c)
			}
		}
	}
	if body := First(doc, atom.Body); body != nil {
		walk(body)
	}
	if held == nil || most < leastUnscripted || most < shown {
		return
	}
	unfold(held)
}

// leastUnscripted is how many letters the text of a page has at least that is shown where there are no scripts.
const leastUnscripted = 300

// wordsIn returns about how many letters an element of unparsed HTML has outside of tags.
func wordsIn(noscript *html.Node) int {
	c := noscript.FirstChild
	if c == nil || c.NextSibling != nil || c.Type != html.TextNode {
		return 0
	}
	size := 0
	for rest := c.Data; rest != ""; {
		var text string
		text, rest, _ = strings.Cut(rest, "<")
		size += len(strings.TrimSpace(text))
		_, rest, _ = strings.Cut(rest, ">")
	}
	return size
}

// unfold parses what is in an element as HTML, in its place.
func unfold(n *html.Node) {
	source := clean.Clip(n.FirstChild.Data, maxPage)
	if nodesIn(source) > MaxNodes/2 {
		return
	}
	box := &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"}
	nodes, err := html.ParseFragment(strings.NewReader(source), box)
	if err != nil {
		return
	}
	n.RemoveChild(n.FirstChild)
	n.DataAtom, n.Data = atom.Div, "div"
	for _, c := range nodes {
		n.AppendChild(c)
	}
}
