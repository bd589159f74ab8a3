package meta

import (
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
	a.byClass = class.Of(n)&class.Aside != 0
	return a
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
