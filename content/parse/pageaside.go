package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// asideWords are parts of the classes of what stands apart from an article.
var asideWords = [...]string{"comment", "related", "recommend", "sidebar", "footer", "teaser", "popular", "trending", "latest", "promo", "newsletter", "more-", "-more", "most-", "mostread", "widget", "breaking", "ticker", "carousel", "upsell", "outbrain", "taboola", "subnav", "read-next", "readnext", "next-", "more_", "listing", "recirc", "megamenu", "modal", "quote"}

// aside tells whether an element stands apart from the article: among comments, in a list of other articles, at the foot. What the title
// stands in too is no such place.
func (r *metaReader) aside(n *html.Node) bool {
	byTag, byWords := r.apart(n)
	return byTag || byWords
}

// apartness is by what an element stands apart: by the tag of one around it, or by its class.
type apartness struct{ byTag, byWords bool }

// apart tells by what an element stands apart.
func (r *metaReader) apart(n *html.Node) (byTag, byWords bool) {
	var chain []*html.Node // from n up to what is known
	known := apartness{}
	for up := n; up != nil && up.DataAtom != atom.Body && !r.aroundTitle()[up]; up = up.Parent {
		if a, ok := r.apartFrom[up]; ok {
			known = a
			break
		}
		chain = append(chain, up)
	}
	if r.apartFrom == nil {
		r.apartFrom = map[*html.Node]apartness{}
	}
	for i := len(chain) - 1; i >= 0; i-- {
		byTag, byWords := standsApart(chain[i])
		known = apartness{known.byTag || byTag, known.byWords || byWords}
		r.apartFrom[chain[i]] = known
	}
	return known.byTag, known.byWords
}

// standsApart tells whether an element itself, with what is in it, stands apart from the article.
func standsApart(n *html.Node) (byTag, byWords bool) {
	switch n.DataAtom {
	case atom.Aside, atom.Nav, atom.Form:
		byTag = true
	case atom.Footer:
		byTag = insideOf(n, atom.Article) == nil
	}
	words := strings.ReplaceAll(strings.ToLower(attr(n, "class")+" "+attr(n, "id")), "promoted", "")
	for _, w := range asideWords {
		if strings.Contains(words, w) {
			return byTag, true
		}
	}
	return byTag, false
}

// aroundTitle returns the elements that the title stands in.
func (r *metaReader) aroundTitle() map[*html.Node]bool {
	if r.around == nil {
		r.around = map[*html.Node]bool{}
		for up := r.meta.titleNode; up != nil; up = up.Parent {
			r.around[up] = true
		}
	}
	return r.around
}

// insideOf returns the element of a kind that n stands in, or nil.
func insideOf(n *html.Node, a atom.Atom) *html.Node {
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == a {
			return up
		}
	}
	return nil
}
