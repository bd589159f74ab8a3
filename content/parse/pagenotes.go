package parse

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/fold"
)

// pageNotes are the footnotes of a page. In the text a note is its number in brackets; the notes are a numbered list where they stand.
type pageNotes struct {
	refs   map[*html.Node]string      // the elements that refer to a note, with its number
	at     map[*html.Node]*footnote   // the elements that hold a note and nothing else
	in     map[*html.Node][]*footnote // those that hold several, in order
	beside map[*html.Node]bool        // labels and ways back, which are not written
	late   map[*html.Node]*html.Node  // references whose note stands in the text, with the note
}

// footnote is one note.
type footnote struct {
	number int
	start  *html.Node // where it begins: the element that is referred to
	refs   []*html.Node
	block  *html.Node
}

// notesIn finds the footnotes of a page: links to a place further down, of which the text is a number, and raised numbers that a
// paragraph further down begins with.
func notesIn(page domPage) *pageNotes {
	f := noteFinder{notes: &pageNotes{
		refs: map[*html.Node]string{}, at: map[*html.Node]*footnote{}, in: map[*html.Node][]*footnote{}, beside: map[*html.Node]bool{}, late: map[*html.Node]*html.Node{},
	}}
	f.survey(page)
	if len(f.links) > 0 {
		f.linked()
	}
	if len(f.sups) > 0 {
		f.raised()
	}
	f.ways()
	return f.notes
}

// noteFinder looks for notes.
type noteFinder struct {
	notes   *pageNotes
	order   map[*html.Node]int    // of the elements in the page
	ids     map[string]*html.Node // the elements that a link may lead to
	links   []*html.Node          // links within the page
	sups    []*html.Node          // raised numbers
	numbers map[*html.Node]int    // of the items of lists that have been asked for
	boxes   []*html.Node          // lists and other elements that say that they hold notes
}

func (f *noteFinder) survey(page domPage) {
	f.order, f.ids, f.numbers = map[*html.Node]int{}, map[string]*html.Node{}, map[*html.Node]int{}
	i := 0
	for n := range page.nodes(page.doc) {
		if n.Type != html.ElementNode {
			continue
		}
		i++
		f.order[n] = i
		for _, name := range [...]string{attr(n, "id"), attr(n, "name")} {
			if name != "" && f.ids[name] == nil && (n.DataAtom == atom.A || name == attr(n, "id")) {
				f.ids[name] = n
			}
		}
		switch n.DataAtom {
		case atom.Span, atom.Small:
			if hasClass(n, "sidenote", "marginnote", "footnotecontent", "footnote-content", "footnote__content", "inline-footnote__content") {
				f.late(n)
			}
		case atom.A:
			if strings.Contains(attr(n, "href"), "#") {
				f.links = append(f.links, n)
			}
		case atom.Sup:
			if first(n, atom.A) == nil && noteNumber(shortText(n)) > 0 {
				f.sups = append(f.sups, n)
			}
		case atom.Ol, atom.Ul, atom.Div, atom.Section, atom.Aside:
			if saysNotes(n) {
				f.boxes = append(f.boxes, n)
			}
		}
	}
}

// late notes a note that stands in the text. The element around it refers to it when it has no more than a number besides.
func (f *noteFinder) late(n *html.Node) {
	if strings.TrimSpace(textOf(n)) == "" {
		return
	}
	ref := n
	if p := n.Parent; p != nil && !partsWords(p.DataAtom) && len(textOf(p)) <= len(textOf(n))+maxNoteText && noteNumber(fold.Line(strings.Replace(textOf(p), textOf(n), "", 1))) > 0 {
		ref = p
	}
	f.notes.late[ref] = n
	f.notes.refs[ref] = "[" + strconv.Itoa(len(f.notes.late)) + "]"
}

// noteNumber reads the text of a reference: "1", "[1]", "(1)", "1."; 0 when it is none.
func noteNumber(s string) int {
	s = strings.TrimRight(strings.TrimLeft(s, "[(^ "), ")].: ")
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 9999 {
		return 0
	}
	return n
}

// saysNotes tells whether an element says by its class, role or name that it holds notes.
func saysNotes(n *html.Node) bool {
	for _, name := range [...]string{"class", "id", "role", "data-type", "epub:type"} {
		v := strings.ToLower(attr(n, name))
		if v != "" && len(v) < 300 && (strings.Contains(v, "footnote") || strings.Contains(v, "endnote") || strings.Contains(v, "reflist") || strings.Contains(v, "references") && n.DataAtom == atom.Ol) {
			return true
		}
	}
	return false
}

// linked finds the links that lead to a note.
func (f *noteFinder) linked() {
	for _, a := range f.links {
		number := noteNumber(shortText(a))
		_, fragment, _ := strings.Cut(attr(a, "href"), "#")
		to := f.ids[fragment]
		if number == 0 || to == nil || f.order[to] <= f.order[a] || !f.refers(a, to) {
			continue
		}
		block := blockOf(to)
		if block == nil || headingLevel(block) > 0 || within(a, block) {
			continue
		}
		f.add(outermost(a), to, block, number)
	}
}

// refers tells whether a link is the kind that leads to a note: raised, in brackets, or said to be one.
func (f *noteFinder) refers(a, to *html.Node) bool {
	if s := shortText(a); s[0] == '[' || first(a, atom.Sup) != nil {
		return true
	}
	for up, i := a, 0; up != nil && i < 3; up, i = up.Parent, i+1 {
		if up.DataAtom == atom.Sup {
			return true
		}
	}
	said := strings.ToLower(attr(a, "class") + " " + attr(a, "role") + " " + attr(a, "rel") + " " + attr(a, "data-type") + " " + attr(a, "epub:type") + " " + attr(to, "id") + " " + attr(to, "name"))
	return len(said) < 500 && (strings.Contains(said, "note") || strings.Contains(said, "fn") || strings.Contains(said, "ftn") || strings.Contains(said, "cite"))
}

// blockOf returns the element that parts the text around n, or n when that is one; nil when it is none that holds a note.
func blockOf(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if !partsWords(n.DataAtom) {
			continue
		}
		switch n.DataAtom {
		case atom.Li, atom.P, atom.Div, atom.Dd, atom.Td, atom.Aside, atom.Section:
			return n
		}
		return nil
	}
	return nil
}

// outermost returns the element farthest out that has no text but that of n.
func outermost(n *html.Node) *html.Node {
	text := shortText(n)
	for p := n.Parent; p != nil && !partsWords(p.DataAtom) && strings.Trim(shortText(p), "[] ") == strings.Trim(text, "[] ") && shortText(p) != ""; p = p.Parent {
		n = p
	}
	return n
}

// add notes that ref refers to the note that begins at start.
func (f *noteFinder) add(ref, start, block *html.Node, number int) {
	var note *footnote
	for _, known := range f.notes.in[block] {
		if known.start == start {
			note = known
		}
	}
	if note == nil {
		if at := f.itemNumber(block); at > 0 {
			number = at
		}
		note = &footnote{number: number, start: start, block: block}
		f.notes.in[block] = append(f.notes.in[block], note)
	}
	note.refs = append(note.refs, ref)
	f.notes.refs[ref] = "[" + strconv.Itoa(note.number) + "]"
}

// itemNumber returns the number of an item in its list, 0 when it has none.
func (f *noteFinder) itemNumber(li *html.Node) int {
	list := li.Parent
	if li.DataAtom != atom.Li || list == nil || list.DataAtom != atom.Ol {
		return 0
	}
	if n, ok := f.numbers[li]; ok {
		return n
	}
	n := 1
	if start, err := strconv.Atoi(attr(list, "start")); err == nil {
		n = start
	}
	for c := range list.ChildNodes() {
		if c.DataAtom != atom.Li {
			continue
		}
		if value, err := strconv.Atoi(attr(c, "value")); err == nil {
			n = value
		}
		f.numbers[c] = n
		n++
	}
	return f.numbers[li]
}

// ways sorts the notes by how they stand, and finds the labels that they begin with and the links back to the text.
func (f *noteFinder) ways() {
	for block, all := range f.notes.in {
		for _, note := range all {
			f.label(note)
		}
		if len(all) == 1 {
			f.notes.at[block] = all[0]
			delete(f.notes.in, block)
		}
	}
	for _, a := range f.links {
		if wayBack(a) || f.inNote(a) && noteNumber(shortText(a)) > 0 && f.notes.refs[a] == "" && f.notes.refs[outermost(a)] == "" && f.leadsBack(a) {
			f.notes.beside[outermost(a)] = true
		}
	}
}

// label finds the number that a note begins with.
func (f *noteFinder) label(note *footnote) {
	if note.start == note.block {
		return
	}
	if n := outermost(note.start); noteNumber(shortText(n)) == note.number && n != note.block {
		f.notes.beside[n] = true
	}
}

func (f *noteFinder) inNote(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if f.notes.at[n] != nil || f.notes.in[n] != nil {
			return true
		}
	}
	return false
}

// leadsBack tells whether a link leads to a place further up.
func (f *noteFinder) leadsBack(a *html.Node) bool {
	_, fragment, _ := strings.Cut(attr(a, "href"), "#")
	to := f.ids[fragment]
	return to == nil || f.order[to] < f.order[a]
}

// wayBack tells whether a link is an arrow that leads back to the text.
func wayBack(a *html.Node) bool {
	text := shortText(a)
	return text != "" && strings.Trim(text, "↩↑⏎↵⤴⬆^⮐⇑↖\ufe0e\ufe0f[] ") == "" && strings.HasPrefix(strings.TrimSpace(attr(a, "href")), "#")
}
