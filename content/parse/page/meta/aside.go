package meta

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/class"
)

// apartness is why an element is not part of the article: the tag of an element around it, or a class.
type apartness struct{ byTag, byClass bool }

// aside reports whether an element is not part of the article: it is in the comments, a list of other articles, or
// the footer. Elements around the title never count.
func (v *vicinity) aside(n *html.Node) bool { return v.apart(n) != apartness{} }

// apart returns why an element is not part of the article.
func (v *vicinity) apart(n *html.Node) apartness {
	var chain []*html.Node // from n up to an element that is known
	known := apartness{}
	for up := n; up != nil && up.DataAtom != atom.Body && !v.aroundTitle[up]; up = up.Parent {
		if a, ok := v.apartFrom[up]; ok {
			known = a
			break
		}
		chain = append(chain, up)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		own := standsApart(chain[i])
		known = apartness{known.byTag || own.byTag, known.byClass || own.byClass}
		v.apartFrom[chain[i]] = known
	}
	return known
}

// standsApart returns why an element by itself is not part of the article.
func standsApart(n *html.Node) (a apartness) {
	switch n.DataAtom {
	case atom.Aside, atom.Nav, atom.Form:
		a.byTag = true
	case atom.Footer:
		a.byTag = insideOf(n, atom.Article) == nil
	}
	a.byClass = class.Of(n)&class.Aside != 0 && !isImprint(n)
	return a
}

// isImprint reports whether an element holds a date of publication and a few words at most. Such a box belongs to the
// article, whatever its class is: "footer", "sidebar" and "widget" only say where it stands.
func isImprint(n *html.Node) bool {
	if class.Of(n)&(class.HintComment|class.HintRelated|class.HintQuote) != 0 {
		return false
	}
	size, dated := 0, false
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			text := strings.TrimSpace(c.Data)
			if size += len(text); size > nearLine || changed(text) {
				return false
			}
			if _, ok := loneDate(metaText(text)); ok {
				dated = true
			}
		case c.DataAtom == atom.Img, c.DataAtom == atom.H1, c.DataAtom == atom.H2, c.DataAtom == atom.H3:
			return false
		}
	}
	return dated
}

// insideOf returns the nearest element of a kind around n, or nil.
func insideOf(n *html.Node, a atom.Atom) *html.Node {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == a {
			return up
		}
	}
	return nil
}

// maxQuoteBox is how many elements around a name are asked whether they stand beside a quotation.
const maxQuoteBox = 3

// quoted reports whether an element is in a quotation or right beside one: a name there is that of who said it.
func (v *vicinity) quoted(n *html.Node) bool {
	steps := 0
	for up := n; up != nil && up.DataAtom != atom.Body && !v.aroundTitle[up] && steps < maxQuoteBox; up = up.Parent {
		steps++
		if up.DataAtom == atom.Blockquote || isQuote(besides(up, false)) || isQuote(besides(up, true)) {
			return true
		}
	}
	return false
}

func isQuote(n *html.Node) bool { return n != nil && n.DataAtom == atom.Blockquote }

// besides returns the element before or after an element in the same one, or nil.
func besides(n *html.Node, after bool) *html.Node {
	next := func(n *html.Node) *html.Node {
		if after {
			return n.NextSibling
		}
		return n.PrevSibling
	}
	n = next(n)
	for n != nil && n.Type != html.ElementNode {
		n = next(n)
	}
	return n
}
