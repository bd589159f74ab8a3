package body

import (
	"maps"

	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/content/parse/page/meta"
	"lede/content/parse/page/thread"
)

// Kept is what of a page is its article.
type Kept struct {
	Page dom.Page
	// the elements whose own words are kept; of those without words of their own, the ones around these
	Words    map[*html.Node]bool
	All      bool                       // everything is kept
	main     *html.Node                 // the element around most of the article's text, or nil
	Marks    lift.Marks                 // with those of their blocks that are the article's
	Notes    *dom.Notes                 // its footnotes, or nil where they have not been looked for
	Selected bool                       // the user's rules have chosen the article
	Sure     []*html.Node               // what the rules keep, whatever it looks like
	Turns    map[*html.Node]thread.Turn // the messages that the page is made of, by their elements
	Live     bool                       // these are the updates of a live blog
	Beside   map[*html.Node]bool        // what is in the text of these and is no part of it
	Left     []Left                     // the passages below the article's text that are not kept
	Failure  error                      // that readability gave no answer for, or nil
}

// Everything is the page with all of its words kept.
func (k Kept) Everything() Kept {
	k.All = true
	return k
}

// Keeps reports whether the words of an element are kept.
func (k Kept) Keeps(n *html.Node) bool { return k.All || k.Words[n] }

// Choose finds out what of a page is its article: the elements that are the article's own text, then what belongs to
// these: the blocks of marks (settle.go), the rest of lists, tables and quotations (parts.go), headings (headings.go)
// and notes (notes.go).
func Choose(page dom.Page, marks lift.Marks, facts meta.Facts, messages thread.Thread) Kept {
	boxes, marks := wholes(marks)
	k := keeper{Kept{Page: page, Words: map[*html.Node]bool{}, Marks: marks}}
	k.choose(facts, facts.Signed || len(messages.Turns) > 0)
	k.keepWholes(boxes)
	if !k.Selected {
		k.keepTurns(messages)
	}
	k.keepRules()
	k.complete()
	k.keepStandfirst(facts.Standfirst)
	k.Left = k.unheld(k.Left)
	return k.Kept
}

// complete adds what belongs to the words that are kept.
func (k *keeper) complete() {
	k.Marks = k.settled()
	k.keepParts()
	k.keepHeadings()
	k.keepNotes()
}

// keeper makes a bodyKept.
type keeper struct{ Kept }

// choose finds the elements that are the article's own text, unless a rule of the user names them.
func (k *keeper) choose(facts meta.Facts, article bool) {
	switch {
	case k.chosenByRules():
	case k.Page.Exported():
		k.keepIn(k.Page.Doc)
	default:
		found := findMainText(k.Page, k.Marks, facts, article)
		k.Words, k.main, k.Left, k.Failure = found.nodes, found.main, found.left, found.failure
	}
}

// chosenByRules lets the user's rules choose the article's text, and reports whether they did.
func (k *keeper) chosenByRules() bool {
	var around []*html.Node
	for _, s := range k.Page.Rules.Select {
		around = append(around, k.Page.All(s)...)
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
		k.main = k.Page.Doc
	}
	k.Selected = true
	return true
}

// keepRules adds to the article's text what the rules keep.
func (k *keeper) keepRules() {
	if len(k.Page.Rules.Keep) == 0 {
		return
	}
	k.Marks = maps.Clone(k.Marks)
	for _, s := range k.Page.Rules.Keep {
		for _, n := range k.Page.All(s) {
			k.keepAll(n)
			for box := n; box != nil; box = box.Parent {
				delete(k.Marks, box)
			}
			k.Sure = append(k.Sure, n)
		}
	}
}

// keepAll keeps an element and all in it.
func (k *keeper) keepAll(n *html.Node) {
	k.Words[n] = true
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			k.Words[d] = true
		}
	}
}

// keepIn keeps the words of an element.
func (k *keeper) keepIn(n *html.Node) {
	k.Words[n] = true
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && dom.PartsWords(d.DataAtom) {
			k.Words[d] = true
		}
	}
}

// Holds reports whether an element stands in what the article keeps of its page.
func (k Kept) Holds(n *html.Node) bool {
	if holder := dom.HolderOf(n); k.All || holder != nil && k.Words[holder] {
		return true
	}
	for ; n != nil; n = n.Parent {
		if _, lifted := k.Marks[n]; lifted {
			return true
		}
	}
	return false
}
