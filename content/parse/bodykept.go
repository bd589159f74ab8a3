package parse

import (
	"maps"

	"golang.org/x/net/html"
)

// bodyKept is what of a page is its article.
type bodyKept struct {
	page     domPage
	words    map[*html.Node]bool // the elements whose own words are kept; of those without words of their own, the ones around these
	all      bool                // everything is kept
	main     *html.Node          // the element around most of the article's text, or nil
	marks    liftMarks           // with those of their blocks that are the article's
	notes    *pageNotes          // its footnotes, or nil where they have not been looked for
	selected bool                // the user's rules have chosen the article
	sure     []*html.Node        // what the rules keep, whatever it looks like
	failure  error               // that readability gave no answer for, or nil
}

// everything is the page with all of its words kept.
func (k bodyKept) everything() bodyKept {
	k.all = true
	return k
}

// keeps reports whether the words of an element are kept.
func (k bodyKept) keeps(n *html.Node) bool { return k.all || k.words[n] }

// chooseBody finds out what of a page is its article: the elements that are the article's own text, then what belongs to these: the blocks of
// marks (liftsettle.go), the rest of lists, tables and quotations (pageparts.go), headings (pageheadings.go) and notes (pagenotekeep.go).
func chooseBody(page domPage, marks liftMarks, facts metaFacts) bodyKept {
	k := keeper{bodyKept{page: page, words: map[*html.Node]bool{}, marks: marks}}
	k.choose(facts)
	k.keepRules()
	k.complete()
	return k.bodyKept
}

// complete adds what belongs to the words that are kept.
func (k *keeper) complete() {
	k.marks = k.settled()
	k.keepParts()
	k.keepHeadings()
	k.keepNotes()
}

// keeper makes a bodyKept.
type keeper struct{ bodyKept }

// choose finds the elements that are the article's own text, unless a rule of the user names them.
func (k *keeper) choose(facts metaFacts) {
	switch {
	case k.chosenByRules():
	case k.page.exported():
		k.keepIn(k.page.doc)
	default:
		found := findMainText(k.page, k.marks, facts)
		k.words, k.main, k.failure = found.nodes, found.main, found.failure
	}
}

// chosenByRules lets the user's rules choose the article's text, and reports whether they did.
func (k *keeper) chosenByRules() bool {
	var around []*html.Node
	for _, s := range k.page.rules.Select {
		around = append(around, k.page.all(s)...)
	}
	for _, n := range around {
		k.keepAll(n)
	}
	switch len(around) {
	case 0:
		return false
	case 1:
		k.main = around[0]
	default:
		k.main = k.page.doc
	}
	k.selected = true
	return true
}

// keepRules adds to the article's text what the rules keep.
func (k *keeper) keepRules() {
	if len(k.page.rules.Keep) == 0 {
		return
	}
	k.marks = maps.Clone(k.marks)
	for _, s := range k.page.rules.Keep {
		for _, n := range k.page.all(s) {
			k.keepAll(n)
			for box := n; box != nil; box = box.Parent {
				delete(k.marks, box)
			}
			k.sure = append(k.sure, n)
		}
	}
}

// keepAll keeps an element and all in it.
func (k *keeper) keepAll(n *html.Node) {
	k.words[n] = true
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			k.words[d] = true
		}
	}
}

// keepIn keeps the words of an element.
func (k *keeper) keepIn(n *html.Node) {
	k.words[n] = true
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && partsWords(d.DataAtom) {
			k.words[d] = true
		}
	}
}

// holds reports whether an element stands in what the article keeps of its page.
func (k bodyKept) holds(n *html.Node) bool {
	if holder := holderOf(n); k.all || holder != nil && k.words[holder] {
		return true
	}
	for ; n != nil; n = n.Parent {
		if _, lifted := k.marks[n]; lifted {
			return true
		}
	}
	return false
}
