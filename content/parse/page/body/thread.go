package body

import (
	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/content/parse/page/thread"
)

// keepTurns keeps the text of the messages of a page, and nothing else of a page that is made of them but what is
// before the first. What was lifted around one, or is one, is text.
func (k *keeper) keepTurns(t thread.Thread) {
	if len(t.Turns) == 0 {
		return
	}
	k.Live = t.Live
	k.Turns, k.Beside = map[*html.Node]thread.Turn{}, map[*html.Node]bool{}
	if !t.Amid {
		k.cutAt(t)
	}
	marks := lift.Marks{}
	for n, m := range k.Marks {
		marks[n] = m
	}
	for _, turn := range t.Turns {
		k.Turns[turn.Node] = turn
		for n := range turn.Beside {
			k.Beside[n] = true
		}
		for _, n := range turn.Text {
			k.keepSaid(n, turn.Beside)
			for up := n; up != nil; up = up.Parent {
				delete(marks, up)
			}
		}
	}
	k.Marks = marks
}

// cutAt drops what is kept of a page from its first message on, or all of it where the page is nothing but messages.
func (k *keeper) cutAt(t thread.Thread) {
	if t.Alone {
		k.Words = map[*html.Node]bool{}
	}
	begun := false
	around := t.Turns[0].Node
	for n := range k.Page.Doc.Descendants() {
		begun = begun || n == t.Turns[0].Node
		if begun {
			delete(k.Words, n)
		}
	}
	for _, turn := range t.Turns[1:] {
		for !dom.Within(turn.Node, around) {
			around = around.Parent
		}
	}
	k.main = around
}

// keepSaid keeps the words of an element without those of the elements beside.
func (k *keeper) keepSaid(n *html.Node, beside map[*html.Node]bool) {
	if beside[n] {
		return
	}
	if n.Type == html.ElementNode {
		k.Words[n] = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			k.keepSaid(c, beside)
		}
	}
}

// TurnHolders returns the elements around the messages of a page.
func (k Kept) TurnHolders() map[*html.Node]bool {
	holds := map[*html.Node]bool{}
	for n := range k.Turns {
		for up := n.Parent; up != nil && !holds[up]; up = up.Parent {
			holds[up] = true
		}
	}
	return holds
}
