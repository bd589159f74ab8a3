package meta

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
)

const (
	nearTexts = 80   // texts that are read after the title
	nearBytes = 2500 // and their size together
)

// vicinity knows what is near the title of a page, and what is not part of the article.
type vicinity struct {
	dom.Page
	spots       []spot
	title       *html.Node               // the heading that is the title, or nil
	at          int                      // its number among the elements, or 0
	aroundTitle map[*html.Node]bool      // the elements around it
	apartFrom   map[*html.Node]apartness // by element, as far as known
}

func newVicinity(src *pageSources, title *html.Node) *vicinity {
	v := &vicinity{
		Page: src.Page, spots: src.spots, title: title,
		aroundTitle: map[*html.Node]bool{}, apartFrom: map[*html.Node]apartness{},
	}
	for up := title; up != nil; up = up.Parent {
		v.aroundTitle[up] = true
	}
	for _, s := range src.spots {
		if title != nil && s.node == title {
			v.at = s.at
		}
	}
	return v
}

// beforeTitle is the factor by which the distance to an element before the title counts more.
const beforeTitle = 3

// distance returns how far a spot is from the title, in elements.
func (v *vicinity) distance(s spot) int {
	if s.at < v.at {
		return beforeTitle * (v.at - s.at)
	}
	return s.at - v.at
}

// start returns the element after which a byline or a date is looked for: the title, or else the element around the
// text.
func (v *vicinity) start() *html.Node {
	n := v.title
	if n == nil {
		n = dom.First(v.Doc, atom.Main)
	}
	if n == nil {
		n = dom.First(v.Doc, atom.Body)
	}
	return n
}

// eachLine calls f with the lines after n and the element of each, for as long as f returns true.
func (v *vicinity) eachLine(n *html.Node, f func(box *html.Node, line string) bool) {
	v.eachText(n, func(box, _ *html.Node, first bool) bool {
		return !first || f(box, spotText(v.Page, box))
	})
}

// eachText calls f with the element that each text after n is a line of, the text, and whether it is the first text of
// that line, for as long as f returns true.
func (v *vicinity) eachText(n *html.Node, f func(box, text *html.Node, first bool) bool) {
	texts, bytes := 0, 0
	var last *html.Node
	for n = v.following(n); n != nil && texts < nearTexts && bytes < nearBytes; n = v.following(n) {
		if n.Type != html.TextNode || strings.TrimSpace(n.Data) == "" || n.Parent != nil && v.Unseen(n.Parent) {
			continue
		}
		if v.title != nil && dom.Within(n, v.title) {
			continue
		}
		texts++
		bytes += len(n.Data)
		box := lineOf(n)
		first := box != last
		last = box
		if !f(box, n, first) {
			return
		}
	}
}

// following returns the node after n in reading order.
func (v *vicinity) following(n *html.Node) *html.Node {
	if n == nil {
		return nil
	}
	if n.FirstChild != nil && !v.Unseen(n) {
		return n.FirstChild
	}
	for n != nil && n.NextSibling == nil {
		n = n.Parent
	}
	if n == nil {
		return nil
	}
	return n.NextSibling
}

// lineOf returns the element that a text is a line of.
func lineOf(n *html.Node) *html.Node {
	for n.Parent != nil && (n.Type != html.ElementNode || !block.Parts(n.DataAtom)) {
		n = n.Parent
	}
	return n
}
