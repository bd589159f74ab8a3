package lift

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
)

// foreign is what the names of a box say that is the page's and not the article's.
const foreign = class.Share | class.Ad | class.Newsletter | class.Related | class.Consent | class.HintComment

// isPart reports whether an element is a box of the text that says something only as a whole, and too little for the
// choice of passages: a figure without a picture, a call-out, what opens on a click.
func (l *lifter) isPart(n *html.Node, says class.Meaning) bool {
	switch n.DataAtom {
	case atom.Figure, atom.Details:
	case atom.Div, atom.Aside, atom.Section:
		if _, title := l.Callout(n); title == nil && !dom.HoldsFold(n) {
			return false
		}
	default:
		if n.Data != "amp-accordion" {
			return false
		}
	}
	return says&foreign == 0 && l.saysMoreThanLinks(n) && l.amongTexts(n)
}

// saysMoreThanLinks reports whether a small element has words, and most of them are in no link and in no form.
func (l *lifter) saysMoreThanLinks(n *html.Node) bool {
	words, linked := 0, 0
	var count func(n *html.Node, inLink bool) bool
	count = func(n *html.Node, inLink bool) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case !l.look():
				return false
			case c.Type == html.TextNode:
				words += len(strings.TrimSpace(c.Data))
				if inLink {
					linked += len(strings.TrimSpace(c.Data))
				}
			case c.DataAtom == atom.Input && !strings.EqualFold(dom.Attr(c, "type"), "checkbox"), c.DataAtom == atom.Textarea,
				c.DataAtom == atom.Select:
				return false
			case c.Type == html.ElementNode && !dom.IsUnseen(c):
				if !count(c, inLink || c.DataAtom == atom.A) {
					return false
				}
			}
			if words > maxPart {
				return false
			}
		}
		return true
	}
	return count(n, false) && words > 0 && 2*linked <= words
}

// maxPart is how many bytes of words such a box has at most; one with more has passages to choose from.
const maxPart = 4000

// amongTexts reports whether paragraphs stand beside an element, or beside a box around it.
func (l *lifter) amongTexts(n *html.Node) bool {
	const (
		levels = 3
		least  = 2   // paragraphs
		most   = 600 // nodes that are looked at on a level
	)
	for up, i := n, 0; i < levels && up.Parent != nil && up.DataAtom != atom.Article &&
		up.DataAtom != atom.Main; up, i = up.Parent, i+1 {
		texts, left := 0, most
		for _, next := range [...]func(*html.Node) *html.Node{
			func(n *html.Node) *html.Node { return n.PrevSibling }, func(n *html.Node) *html.Node { return n.NextSibling },
		} {
			for c := next(up); c != nil && left > 0 && texts < least; c = next(c) {
				left -= l.countTexts(c, &texts, left)
			}
		}
		if texts >= least {
			return true
		}
	}
	return false
}

// countTexts adds the paragraphs in an element, and returns how many nodes it has looked at.
func (l *lifter) countTexts(n *html.Node, texts *int, most int) (looked int) {
	if n.Type != html.ElementNode || !l.look() {
		return 1
	}
	looked = 1
	if isParagraph(n) {
		*texts++
		return looked
	}
	for c := n.FirstChild; c != nil && looked < most; c = c.NextSibling {
		looked += l.countTexts(c, texts, most-looked)
	}
	return looked
}

// minParagraph is how many bytes of words make a paragraph.
const minParagraph = 60

// isParagraph reports whether an element has a text of its own: words in no link and no other element that parts text.
func isParagraph(n *html.Node) bool {
	if n.DataAtom != atom.P && n.DataAtom != atom.Div {
		return false
	}
	size := 0
	var count func(n *html.Node)
	count = func(n *html.Node) {
		for c := n.FirstChild; c != nil && size < minParagraph; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				size += len(strings.TrimSpace(c.Data))
			case c.Type == html.ElementNode && c.DataAtom != atom.A && !dom.PartsWords(c.DataAtom) && !dom.IsUnseen(c):
				count(c)
			}
		}
	}
	count(n)
	return size >= minParagraph
}
