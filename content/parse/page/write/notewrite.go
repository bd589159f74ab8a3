package write

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
)

// note writes what belongs to a note, and reports whether n does: a reference, a label, or notes that are no items of
// a list.
func (w *pageWriter) note(n, holder *html.Node) bool {
	if w.body.Notes == nil {
		return false
	}
	if number, ok := w.body.Notes.Refs[n]; ok {
		if w.keeps(holder) {
			w.w.Text(number)
			w.lateNote(w.body.Notes.Late[n])
		}
		return true
	}
	if w.body.Notes.Beside[n] {
		return true
	}
	if w.line || n.DataAtom == atom.Li || n.DataAtom == atom.Td || !w.isNote(n) {
		return false
	}
	w.flush()
	if w.noteWritten[n] {
		return true
	}
	var items []pageItem
	for s := n; s != nil; s = s.NextSibling {
		if s.Type == html.ElementNode && w.isNote(s) && s.DataAtom == n.DataAtom {
			items = append(items, w.noteItems(s)...)
			w.noteWritten[s] = true
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
	c := pageWriter{writing: w.writing, depth: 1, asked: n, answer: true}
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
	w.add(block.Written{Markdown: "## Notes", Plain: "Notes", Kind: block.Heading, Level: 2})
	w.items(w.noted)
}

func (w *pageWriter) isNote(n *html.Node) bool {
	return w.body.Notes.At[n] != nil || w.body.Notes.In[n] != nil
}

// noteItems writes the notes that an element holds, and what is before them in it.
func (w *pageWriter) noteItems(n *html.Node) []pageItem {
	all := w.body.Notes.In[n]
	if note := w.body.Notes.At[n]; note != nil {
		all = []*dom.Footnote{note}
	}
	var items []pageItem
	from := n.FirstChild
	for i, note := range all {
		var end *html.Node
		if i+1 < len(all) {
			end = childWith(n, all[i+1].Start)
		}
		c := pageWriter{writing: w.writing, depth: w.depth + 1, formats: w.formats}
		c.begin()
		for ; from != nil && from != end; from = from.NextSibling {
			c.child(from, n)
		}
		c.flush()
		if len(c.out) > 0 {
			c.out[0] = withoutLabel(c.out[0], note.Number)
			items = append(items, pageItem{blocks: c.out, number: note.Number + 1})
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
func withoutLabel(p block.Written, number int) block.Written {
	label := strconv.Itoa(number)
	for _, s := range [...]string{"[" + label + "] ", "\\[" + label + "\\] ", label + ". ", label + "\\. ", label +
		") ", label + "\\) ", label + ": ", "^ ", "↑ "} {
		if rest, ok := strings.CutPrefix(p.Markdown, s); ok {
			p.Markdown = rest
		}
		if rest, ok := strings.CutPrefix(p.Plain, s); ok {
			p.Plain = rest
		}
	}
	return p
}
