package dom

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
)

// raised finds raised numbers without a link, and what they refer to: an item of a list of notes, or a paragraph that
// begins with the same raised number.
func (f *noteFinder) raised() {
	defined := map[int][]*html.Node{} // by number: the elements that hold the note
	starts := map[*html.Node]*html.Node{}
	for _, sup := range f.sups {
		if block := blockOf(sup); block != nil && begins(block, sup) && HeadingLevel(block) == 0 {
			n := noteNumber(f.short(sup))
			defined[n] = append(defined[n], block)
			starts[block] = sup
		}
	}
	for _, box := range f.boxes {
		if f.hasLinked(box) {
			continue
		}
		for d := range box.Descendants() {
			if n := f.itemNumber(d); d.DataAtom == atom.Li && n > 0 && f.notes.In[d] == nil {
				defined[n] = append(defined[n], d)
			}
		}
	}
	for _, sup := range f.sups {
		if starts[blockOf(sup)] == sup || !f.afterWord(sup) {
			continue
		}
		for _, block := range defined[noteNumber(f.short(sup))] {
			if f.order[block] > f.order[sup] && !Within(sup, block) {
				start := starts[block]
				if start == nil {
					start = block
				}
				f.add(f.outermost(sup), start, block, noteNumber(f.short(sup)))
				break
			}
		}
	}
}

// hasLinked reports whether a link leads to a note in an element: then a raised number without a link is none.
func (f *noteFinder) hasLinked(box *html.Node) bool {
	for block := range f.notes.In {
		if Within(block, box) {
			return true
		}
	}
	return false
}

// begins reports whether the text of an element begins with that of another in it.
func begins(block, n *html.Node) bool {
	for d := range block.Descendants() {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" {
			return Within(d, n)
		}
	}
	return false
}

// afterWord reports whether a raised number stands behind a word or the end of a sentence: behind a figure or a
// single letter it is a power.
func (f *noteFinder) afterWord(sup *html.Node) bool {
	before := ""
	for n := sup; n != nil && before == ""; n = n.Parent {
		if n != sup && PartsWords(n.DataAtom) {
			break
		}
		for s := n.PrevSibling; s != nil && before == ""; s = s.PrevSibling {
			switch s.Type {
			case html.TextNode:
				before = strings.TrimSpace(s.Data)
			case html.ElementNode:
				before = f.page.TextOf(s)
			case html.ErrorNode, html.DocumentNode, html.CommentNode, html.DoctypeNode, html.RawNode:
			}
		}
	}
	last, size := utf8.DecodeLastRuneInString(before)
	if last >= '0' && last <= '9' || before == "" {
		return false
	}
	second, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	return !block.IsWordRune(last) || block.IsWordRune(second) && len(before) > size
}
