package dom

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/class"
)

// Notes are the footnotes of a page. In the text a note is its number in brackets; the notes are a numbered list
// where they stand.
type Notes struct {
	Refs   map[*html.Node]string      // the elements that refer to a note, with its number
	At     map[*html.Node]*Footnote   // the elements that hold a note and nothing else
	In     map[*html.Node][]*Footnote // those that hold several, in order
	Beside map[*html.Node]bool        // labels and ways back, which are not written
	Late   map[*html.Node]*html.Node  // references whose note stands in the text, with the note
}

// Footnote is one note.
type Footnote struct {
	Number int
	Start  *html.Node // where it begins: the element that is referred to
	Refs   []*html.Node
	block  *html.Node
}

// NotesIn finds the footnotes of a page: links to a place further down, of which the text is a number, and raised
// numbers that a paragraph further down begins with.
func NotesIn(page Page) *Notes {
	f := noteFinder{page: page, notes: &Notes{
		Refs: map[*html.Node]string{}, At: map[*html.Node]*Footnote{}, In: map[*html.Node][]*Footnote{},
		Beside: map[*html.Node]bool{}, Late: map[*html.Node]*html.Node{},
	}}
	f.survey()
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
	page    Page
	notes   *Notes
	order   map[*html.Node]int    // of the elements in the page
	ids     map[string]*html.Node // the elements that a link may lead to
	links   []*html.Node          // links within the page
	sups    []*html.Node          // raised numbers
	numbers map[*html.Node]int    // of the items of lists that have been asked for
	boxes   []*html.Node          // lists and other elements that say that they hold notes
}

func (f *noteFinder) survey() {
	f.order, f.ids, f.numbers = map[*html.Node]int{}, map[string]*html.Node{}, map[*html.Node]int{}
	i := 0
	for n := range f.page.Nodes(f.page.Doc) {
		if n.Type != html.ElementNode {
			continue
		}
		i++
		f.order[n] = i
		for _, name := range [...]string{Attr(n, "id"), Attr(n, "name")} {
			if name != "" && f.ids[name] == nil && (n.DataAtom == atom.A || name == Attr(n, "id")) {
				f.ids[name] = n
			}
		}
		switch n.DataAtom {
		case atom.Span, atom.Small:
			if HasClass(n, "sidenote", "marginnote", "footnotecontent", "footnote-content", "footnote__content",
				"inline-footnote__content") {
				f.late(n)
			}
		case atom.A:
			if strings.Contains(Attr(n, "href"), "#") {
				f.links = append(f.links, n)
			}
		case atom.Sup:
			if First(n, atom.A) == nil && noteNumber(f.short(n)) > 0 {
				f.sups = append(f.sups, n)
			}
		case atom.Ol, atom.Ul, atom.Div, atom.Section, atom.Aside:
			if saysNotes(n) {
				f.boxes = append(f.boxes, n)
			}
		}
	}
}

// late notes a note that stands in the text. The element around it refers to it when it has no more than a number
// besides.
func (f *noteFinder) late(n *html.Node) {
	text := f.page.TextOf(n)
	if text == "" {
		return
	}
	ref := n
	if p := n.Parent; p != nil && !PartsWords(p.DataAtom) &&
		noteNumber(strings.Replace(f.page.ShortText(p, len(text)+maxNoteText), text, "", 1)) > 0 {
		ref = p
	}
	f.notes.Late[ref] = n
	f.notes.Refs[ref] = "[" + strconv.Itoa(len(f.notes.Late)) + "]"
}

// maxNoteText is the length of the longest text that refers to a note, in bytes.
const maxNoteText = 24

// short returns the text of an element that may refer to a note, or "".
func (f *noteFinder) short(n *html.Node) string { return f.page.ShortText(n, maxNoteText) }

// noteNumber reads the text of a reference: "1", "[1]", "(1)", "1."; 0 when it is none.
func noteNumber(s string) int {
	s = strings.TrimRight(strings.TrimLeft(s, "[(^ "), ")].: ")
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 9999 {
		return 0
	}
	return n
}

// saysNotes reports whether an element says by its class, role or name that it holds notes.
func saysNotes(n *html.Node) bool {
	says := class.Of(n) | class.In(Attr(n, "role")) | class.In(Attr(n, "data-type")) | class.In(Attr(n, "epub:type"))
	return says&class.Notes != 0 || says&class.References != 0 && n.DataAtom == atom.Ol
}

// linked finds the links that lead to a note.
func (f *noteFinder) linked() {
	for _, a := range f.links {
		number := noteNumber(f.short(a))
		_, fragment, _ := strings.Cut(Attr(a, "href"), "#")
		to := f.ids[fragment]
		if number == 0 || to == nil || f.order[to] <= f.order[a] || !f.refers(a, to) {
			continue
		}
		block := blockOf(to)
		if block == nil || HeadingLevel(block) > 0 || Within(a, block) {
			continue
		}
		f.add(f.outermost(a), to, block, number)
	}
}

// refers reports whether a link is the kind that leads to a note: raised, in brackets, or said to be one.
func (f *noteFinder) refers(a, to *html.Node) bool {
	if s := f.short(a); s[0] == '[' || First(a, atom.Sup) != nil {
		return true
	}
	for up, i := a, 0; up != nil && i < 3; up, i = up.Parent, i+1 {
		if up.DataAtom == atom.Sup {
			return true
		}
	}
	for _, name := range [...]string{
		Attr(a, "class"), Attr(a, "role"), Attr(a, "rel"), Attr(a, "data-type"), Attr(a, "epub:type"), Attr(to, "id"),
		Attr(to, "name"),
	} {
		if class.In(name)&class.Note != 0 {
			return true
		}
	}
	return false
}

// blockOf returns the element that parts the text around n, or n when that is one; nil when it is none that holds a
// note.
func blockOf(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if !PartsWords(n.DataAtom) {
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

// outermost returns the element farthest out that has no text but that of n, and brackets.
func (f *noteFinder) outermost(n *html.Node) *html.Node {
	for p := n.Parent; p != nil && !PartsWords(p.DataAtom) && f.isAlone(n); p = p.Parent {
		n = p
	}
	return n
}

// isAlone reports whether there is nothing but brackets beside an element.
func (f *noteFinder) isAlone(n *html.Node) bool {
	for c := range n.Parent.ChildNodes() {
		if c != n && !f.isBracket(c) {
			return false
		}
	}
	return true
}

// isBracket reports whether a node has no words but brackets.
func (f *noteFinder) isBracket(n *html.Node) bool {
	if n.Type == html.TextNode {
		return strings.Trim(n.Data, "[] \t\n\u00a0") == ""
	}
	if n.Type == html.ElementNode && !f.page.Unseen(n) {
		for c := range n.ChildNodes() {
			if !f.isBracket(c) {
				return false
			}
		}
	}
	return true
}

// add notes that ref refers to the note that begins at start.
func (f *noteFinder) add(ref, start, block *html.Node, number int) {
	var note *Footnote
	for _, known := range f.notes.In[block] {
		if known.Start == start {
			note = known
		}
	}
	if note == nil {
		if at := f.itemNumber(block); at > 0 {
			number = at
		}
		note = &Footnote{Number: number, Start: start, block: block}
		f.notes.In[block] = append(f.notes.In[block], note)
	}
	note.Refs = append(note.Refs, ref)
	f.notes.Refs[ref] = "[" + strconv.Itoa(note.Number) + "]"
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
	if start, err := strconv.Atoi(Attr(list, "start")); err == nil {
		n = start
	}
	for c := range list.ChildNodes() {
		if c.DataAtom != atom.Li {
			continue
		}
		if value, err := strconv.Atoi(Attr(c, "value")); err == nil {
			n = value
		}
		f.numbers[c] = n
		n++
	}
	return f.numbers[li]
}

// ways sorts the notes by how they stand, and finds the labels that they begin with and the links back to the text.
func (f *noteFinder) ways() {
	for block, all := range f.notes.In {
		for _, note := range all {
			f.label(note)
		}
		if len(all) == 1 {
			f.notes.At[block] = all[0]
			delete(f.notes.In, block)
		}
	}
	for _, a := range f.links {
		if f.wayBack(a) || f.inNote(a) && noteNumber(f.short(a)) > 0 && f.notes.Refs[a] == "" &&
			f.notes.Refs[f.outermost(a)] == "" && f.leadsBack(a) {
			f.notes.Beside[f.outermost(a)] = true
		}
	}
}

// label finds the number that a note begins with.
func (f *noteFinder) label(note *Footnote) {
	if note.Start == note.block {
		return
	}
	if n := f.outermost(note.Start); noteNumber(f.short(n)) == note.Number && n != note.block {
		f.notes.Beside[n] = true
	}
}

func (f *noteFinder) inNote(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if f.notes.At[n] != nil || f.notes.In[n] != nil {
			return true
		}
	}
	return false
}

// leadsBack reports whether a link leads to a place further up.
func (f *noteFinder) leadsBack(a *html.Node) bool {
	_, fragment, _ := strings.Cut(Attr(a, "href"), "#")
	to := f.ids[fragment]
	return to == nil || f.order[to] < f.order[a]
}

// wayBack reports whether a link is an arrow that leads back to the text.
func (f *noteFinder) wayBack(a *html.Node) bool {
	text := f.short(a)
	return text != "" && strings.Trim(text, "↩↑⏎↵⤴⬆^⮐⇑↖\ufe0e\ufe0f[] ") == "" &&
		strings.HasPrefix(strings.TrimSpace(Attr(a, "href")), "#")
}
