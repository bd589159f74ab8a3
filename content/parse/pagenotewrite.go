package parse

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// keepNotes keeps the notes that something kept refers to, with the heading right above them.
func (p *page) keepNotes() {
	p.notes = notesIn(p.doc)
	for block, note := range p.notes.at {
		p.keepNote(block, note)
	}
	for block, all := range p.notes.in {
		for _, note := range all {
			p.keepNote(block, note)
		}
	}
}

func (p *page) keepNote(block *html.Node, note *footnote) {
	for _, ref := range note.refs {
		if holder := placeOf(ref); p.kept[holder] {
			p.keepIn(block)
			if h := headingAbove(block); h != nil {
				p.kept[h] = true
			}
			return
		}
	}
}

// placeOf returns the element whose words n stands among.
func placeOf(n *html.Node) *html.Node {
	for n = n.Parent; n != nil && n.Parent != nil && !partsWords(n.DataAtom); n = n.Parent {
	}
	return n
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

// note writes what belongs to a note, and reports whether n does: a reference, a label, or notes that are no items of a list.
func (w *pageWriter) note(n, holder *html.Node) bool {
	if w.notes == nil {
		return false
	}
	if number, ok := w.notes.refs[n]; ok {
		if w.keeps(holder) {
			w.w.text(number)
			w.lateNote(w.notes.late[n])
		}
		return true
	}
	if w.notes.beside[n] {
		return true
	}
	if w.line || n.DataAtom == atom.Li || n.DataAtom == atom.Td || !w.isNote(n) {
		return false
	}
	w.flush()
	if w.notes.written[n] {
		return true
	}
	var items []pageItem
	for s := n; s != nil; s = s.NextSibling {
		if s.Type == html.ElementNode && w.isNote(s) && s.DataAtom == n.DataAtom {
			items = append(items, w.noteItems(s)...)
			w.notes.written[s] = true
		} else if s.Type == html.ElementNode || s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
			break
		}
	}
	w.items(items)
	return true
}

// lateNote puts a note that stands in the text aside, for the end.
func (w *pageWriter) lateNote(n *html.Node) {
	if n == nil {
		return
	}
	c := pageWriter{page: w.page, depth: 1, asked: n, kept: true}
	c.begin()
	c.walk(n, n)
	c.flush()
	if len(c.out) > 0 {
		w.noted = append(w.noted, pageItem{blocks: c.out, number: len(w.noted) + 2})
	}
}

// notesAtEnd writes what has been put aside.
func (w *pageWriter) notesAtEnd() {
	if len(w.noted) == 0 {
		return
	}
	w.add(written{md: "## Notes", plain: "Notes", kind: headingUnit, level: 2})
	w.items(w.noted)
}

func (w *pageWriter) isNote(n *html.Node) bool {
	return w.notes.at[n] != nil || w.notes.in[n] != nil
}

// noteItems writes the notes that an element holds, and what stands before them in it.
func (w *pageWriter) noteItems(n *html.Node) []pageItem {
	all := w.notes.in[n]
	if note := w.notes.at[n]; note != nil {
		all = []*footnote{note}
	}
	var items []pageItem
	from := n.FirstChild
	for i, note := range all {
		var end *html.Node
		if i+1 < len(all) {
			end = childWith(n, all[i+1].start)
		}
		c := pageWriter{page: w.page, depth: w.depth + 1, formats: w.formats}
		c.begin()
		for ; from != nil && from != end; from = from.NextSibling {
			c.child(from, n)
		}
		c.flush()
		if len(c.out) > 0 {
			c.out[0] = withoutLabel(c.out[0], note.number)
			items = append(items, pageItem{blocks: c.out, number: note.number + 1})
		}
	}
	return items
}

// childWith returns the child of an element that something stands in.
func childWith(n, d *html.Node) *html.Node {
	for d != nil && d.Parent != n {
		d = d.Parent
	}
	return d
}

// withoutLabel takes away the number that a note begins with: "1. ", "[1]", "^".
func withoutLabel(p written, number int) written {
	label := strconv.Itoa(number)
	for _, s := range [...]string{"[" + label + "] ", "\\[" + label + "\\] ", label + ". ", label + "\\. ", label + ") ", label + "\\) ", label + ": ", "^ ", "↑ "} {
		if rest, ok := strings.CutPrefix(p.md, s); ok {
			p.md = rest
		}
		if rest, ok := strings.CutPrefix(p.plain, s); ok {
			p.plain = rest
		}
	}
	return p
}
