package parse

import "golang.org/x/net/html"

// keepNotes keeps the notes that something kept refers to, with the heading right above them.
func (k *keeper) keepNotes() {
	k.notes = notesIn(k.page)
	for block, note := range k.notes.at {
		k.keepNote(block, note)
	}
	for block, all := range k.notes.in {
		for _, note := range all {
			k.keepNote(block, note)
		}
	}
}

func (k *keeper) keepNote(block *html.Node, note *footnote) {
	for _, ref := range note.refs {
		if holder := placeOf(ref); k.words[holder] {
			k.keepIn(block)
			if h := headingAbove(block); h != nil {
				k.words[h] = true
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
			if headingLevel(s) > 0 {
				return s
			}
			return nil
		}
	}
	return nil
}
