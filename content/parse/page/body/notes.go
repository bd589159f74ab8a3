package body

import (
	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
)

// keepNotes keeps the notes that something kept refers to, with the heading right above them.
func (k *keeper) keepNotes() {
	k.Notes = dom.NotesIn(k.Page)
	for block, note := range k.Notes.At {
		k.keepNote(block, note)
	}
	for block, all := range k.Notes.In {
		for _, note := range all {
			k.keepNote(block, note)
		}
	}
}

func (k *keeper) keepNote(block *html.Node, note *dom.Footnote) {
	for _, ref := range note.Refs {
		if holder := dom.PlaceOf(ref); k.Words[holder] {
			k.keepIn(block)
			if h := headingAbove(block); h != nil {
				k.Words[h] = true
			}
			return
		}
	}
}

// headingAbove returns the heading of the list that a note is the first of, or nil.
func headingAbove(block *html.Node) *html.Node {
	for n, i := block, 0; n != nil && i < 4; n, i = n.Parent, i+1 {
		s := n.PrevSibling
		for s != nil && s.Type != html.ElementNode {
			s = s.PrevSibling
		}
		if s != nil {
			if dom.HeadingLevel(s) > 0 {
				return s
			}
			return nil
		}
	}
	return nil
}
