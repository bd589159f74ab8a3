package dom

import (
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// withoutReadings takes the readings off a page that gives them for nearly every word, as one for children or
// learners does. In brackets, which is how a reading is written here, they would stand inside of each word: neither
// would the text be easy to read nor a word be found. On other pages the author shows how a rare word is read, and
// that stays.
//
// See https://html.spec.whatwg.org/#the-ruby-element.
func withoutReadings(doc *html.Node) {
	const many, share = 20, .75
	var r readings
	r.walk(doc, false)
	if len(r.nodes) < many || float64(r.with) < share*float64(r.with+r.without) {
		return
	}
	for _, n := range r.nodes {
		n.Parent.RemoveChild(n)
	}
}

// readings are the readings of a page, and the ideographs that have one and, in the same texts, those that have none.
type readings struct {
	nodes         []*html.Node
	with, without int
}

func (r *readings) walk(n *html.Node, ruby bool) {
	annotated := false
	for c := range n.ChildNodes() {
		annotated = annotated || c.DataAtom == atom.Ruby
	}
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode && ruby:
			r.with += ideographs(c.Data)
		case c.Type == html.TextNode && annotated:
			r.without += ideographs(c.Data)
		case c.DataAtom == atom.Rt || c.DataAtom == atom.Rp:
			r.nodes = append(r.nodes, c)
		default:
			r.walk(c, ruby || c.DataAtom == atom.Ruby)
		}
	}
}

// ideographs counts the ideographs in a text.
func ideographs(s string) (n int) {
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
