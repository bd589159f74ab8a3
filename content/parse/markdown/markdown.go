package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/matter"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/clean"
	"lede/model/guard"
)

// Read reads Markdown: CommonMark and GFM with notes, definition lists and front matter.
//
// The title is the front matter's, or else the heading of the first level that the text begins with. Each
// top-level block becomes one block, but for long lists and tables, which become several. Notes are
// numbered in the order of their references and follow at the end.
//
// See https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/.
func Read(s, base string, known model.Entry, own lang.Labels) model.Article {
	a := model.Article{Entry: known}
	matter, s := matter.Cut(s)
	matter.Fill(&a.Entry, base)
	m := Reader{base: base}
	m.place.Before = 2*min(1, len(matter.Source)) + strings.Count(matter.Source, "\n")
	s = guard.Markdown(s)
	m.labels = noteLabels(s)
	m.read(s)
	m.addNotes()
	units := append(m.opening(&a.Entry), block.Rest(m.rest, m.place.Before+1)...)
	a.Sections, a.Reasons = block.Sections(units, recognise.Units(units, own), Rules)
	return a
}

// Reader makes units of Markdown.
type Reader struct {
	base     string // what relative links are resolved against
	text     string // the part that is being read
	source   []byte // the same
	Units    []block.Unit
	place    block.LineCount // of the text, up to the block that is being read
	labels   map[string]bool // of the notes that there are
	numbers  map[string]int  // of the notes that have been referred to
	notes    []noteText
	lastMark byte // of the list that the block before was, or 0
	goesOn   goesOn
	rest     string // what comes after the last block that is told apart
}

// noteText is a note: its label and what it says.
type noteText struct {
	label string
	said  block.Written
}

// top makes units of a top-level block.
func (m *Reader) top(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w := m.line(n)
		if title := clean.Line(string(w.Plain)); title != "" {
			m.Units = append(m.Units,
				block.Unit{Text: title, Kind: block.Heading, Level: n.Level, Links: w.Links, Line: m.place.Before + 1})
			m.lastMark = 0
		}
	case *ast.Paragraph:
		pictures := m.pictures(n)
		for _, p := range pictures {
			m.add(p)
		}
		if pictures == nil {
			m.add(m.paragraph(n))
		}
	case *ast.List:
		m.list(n)
	case *extast.Table:
		m.table(n)
	case *extast.DefinitionList:
		for _, p := range m.definitions(n, 0) {
			m.add(p)
		}
	case *note:
		m.notes = append(m.notes, noteText{n.label, block.Join(m.blocks(n, 1), false)})
	default:
		m.add(m.block(n, 0))
	}
}

// add makes a unit of what was written of a block.
func (m *Reader) add(p block.Written) {
	if p.Markdown == "" && p.Block == nil {
		return
	}
	m.lastMark = 0
	if p.Plain == p.Markdown {
		p.Plain = p.Markdown // most texts have no markup, and need not be kept twice
	}
	u := block.Unit{
		Line: m.place.Before + 1, Text: p.Plain, Source: p.Markdown, Links: p.Links, Kind: p.Kind,
		Level: p.Level, Block: p.Block,
	}
	if u.Block == nil && p.Continued {
		u.Block = block.Prose(u, true)
	}
	m.Units = append(m.Units, u)
}

// opening takes title, byline and date off the beginning, where the front matter has not given them.
func (m *Reader) opening(e *model.Entry) []block.Unit {
	units := m.Units
	if len(units) > 0 && units[0].Kind == block.Heading && units[0].Level == 1 {
		if e.Title == "" || strings.EqualFold(e.Title, units[0].Text) {
			e.Title = units[0].Text
			units = units[1:]
		}
	}
	units = recognise.WithoutImprint(e, units)
	if e.Dateline == "" {
		e.Dateline = recognise.Dateline(recognise.FirstProse(units))
	}
	return units
}

// noteNumber returns the number of a note, counted in the order of the first references.
func (m *Reader) noteNumber(label string) string {
	if m.numbers == nil {
		m.numbers = map[string]int{}
	}
	n, ok := m.numbers[label]
	if !ok {
		n = len(m.numbers) + 1
		m.numbers[label] = n
	}
	return strconv.Itoa(n)
}

// noteMark returns what is shown of the reference to a note, or of a note inside the text, which it keeps for the end.
func (m *Reader) noteMark(n *noteMark) string {
	cry := ""
	if n.cry {
		cry = "!"
	}
	switch {
	case n.inside != nil:
		label := "^" + strconv.Itoa(len(m.notes)) // no other label has this form
		number := m.noteNumber(label)
		m.notes = append(m.notes, noteText{label, m.inner(n.inside)})
		return "[" + number + "]"
	case m.labels[n.label]:
		return cry + "[" + m.noteNumber(n.label) + "]"
	}
	return cry + "[^" + n.label + "]"
}

// inner writes Markdown that stands inside of other Markdown.
func (m *Reader) inner(s []byte) block.Written {
	r := Reader{base: m.base, text: string(s), source: s}
	return block.Join(r.blocks(mdParse(s, nil), 1), false)
}

// addNotes adds the notes as a numbered list at the end, in the order of their references; notes that nothing refers
// to come last.
func (m *Reader) addNotes() {
	if len(m.notes) == 0 {
		return
	}
	for _, n := range m.notes {
		m.noteNumber(n.label)
	}
	ordered := make([]block.Written, len(m.numbers))
	for _, n := range m.notes {
		ordered[m.numbers[n.label]-1] = n.said
	}
	var items []block.Written
	continued := false
	for i, said := range ordered {
		if said.Markdown != "" {
			items = append(items, said.Item(strconv.Itoa(i+1)+". "))
		}
		if len(items) == block.MaxItems || i == len(ordered)-1 && len(items) > 0 {
			if !continued {
				m.Units = append(m.Units, block.Unit{Text: "Notes", Kind: block.Heading, Level: 2})
			}
			m.add(block.ListOf(items, true, continued))
			items, continued = items[:0], true
		}
	}
}

// Rules say in plain words what makes a unit of Markdown what it is.
var Rules = block.Rules{
	block.Plain:   "Markdown paragraph",
	block.Heading: "Markdown heading",
	block.Quote:   "Markdown quotation",
	block.List:    "Markdown list",
	block.Table:   "Markdown table",
	block.Code:    "Markdown code",
	block.Image:   "Markdown picture",
	block.Rule:    "Markdown rule",
}
