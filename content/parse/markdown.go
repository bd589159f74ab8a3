package parse

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"

	"lede/model"
	"lede/model/clean"
)

const (
	// partBytes is how much of a text is parsed at a time, so that the tree of a long one does not fill the memory.
	partBytes = 256 << 10
	// maxItems is how many items of a list or rows of a table are in one block.
	maxItems = 50
)

// markdown reads Markdown: CommonMark and GFM with notes, definition lists and front matter.
//
// The title is the front matter's, or else the heading of the first level that the text begins with. Each
// top-level block becomes one block, but for long lists and tables, which become several. Notes are
// numbered in the order of their references and follow at the end.
//
// See https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/.
func markdown(s, base string, known model.Entry, own Labels) model.Article {
	a := model.Article{Entry: known}
	matter, s := frontMatter(s)
	matter.entry(&a.Entry, base)
	m := mdReader{base: base}
	m.place.before = 2*min(1, len(matter.source)) + strings.Count(matter.source, "\n")
	s = guarded(s)
	m.labels = noteLabels(s)
	m.read(s)
	m.addNotes()
	units := m.opening(&a.Entry)
	a.Sections, a.Reasons = sections(units, recognise(units, own), markdownRules)
	return a
}

// mdReader makes units of Markdown.
type mdReader struct {
	base     string // what relative links are resolved against
	text     string // the part that is being read
	source   []byte // the same
	units    []unit
	place    lineCount       // of the text, up to the block that is being read
	labels   map[string]bool // of the notes that there are
	numbers  map[string]int  // of the notes that have been referred to
	notes    []noteText
	lastMark byte // of the list that the block before was, or 0
}

// noteText is a note: its label and what it says.
type noteText struct {
	label string
	said  written
}

// read parses a text, part by part when it is long. Link definitions count for all parts.
func (m *mdReader) read(s string) {
	if len(s) <= 2*partBytes {
		m.part(s, nil)
		return
	}
	references := definitions(s)
	for s != "" {
		n := len(s)
		if n > 2*partBytes {
			if n = boundary([]byte(s[:partBytes])); n == 0 {
				n = boundary([]byte(s))
			}
			if n == 0 {
				n = len(s)
			}
		}
		m.part(s[:n], references)
		s = s[n:]
	}
}

// noteLabels returns the labels of what looks like notes in a text.
func noteLabels(s string) map[string]bool {
	var labels map[string]bool
	for at := strings.Index(s, "[^"); at >= 0; {
		label, n := noteLabel([]byte(s[at:min(len(s), at+maxNoteLabel)]))
		if n > 0 && strings.HasPrefix(s[at+n:], ":") {
			if labels == nil {
				labels = map[string]bool{}
			}
			labels[label] = true
		}
		next := strings.Index(s[at+2:], "[^")
		if next < 0 {
			break
		}
		at += 2 + next
	}
	return labels
}

// definitions returns the link definitions of a text. They are read by themselves, each paragraph that begins like one.
func definitions(s string) []parser.Reference {
	var b strings.Builder
	blank := true
	for at := 0; at < len(s); {
		line, _, _ := strings.Cut(s[at:], "\n")
		text := strings.TrimLeft(line, " ")
		if blank && strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "[^") && strings.Contains(text[:min(len(text), 1000)], "]:") {
			paragraph, _, _ := strings.Cut(s[at:], "\n\n")
			b.WriteString(paragraph + "\n\n")
			at += len(paragraph)
			continue
		}
		blank = text == "" || text[0] == '#'
		at += len(line) + 1
	}
	if b.Len() == 0 {
		return nil
	}
	pc := parser.NewContext()
	mdParser().Parse(mdtext.NewReader([]byte(guarded(b.String()))), parser.WithContext(pc))
	return pc.References()
}

// part reads a part of the text that is parsed by itself.
func (m *mdReader) part(s string, references []parser.Reference) {
	m.text, m.source = s, []byte(s)
	for n := mdParse(m.source, references).FirstChild(); n != nil; n = n.NextSibling() {
		m.place.to(s, n.Pos())
		m.top(n)
	}
	m.place.to(s, len(s))
	m.place.at = 0
}

// top makes units of a top-level block.
func (m *mdReader) top(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w := m.line(n)
		if title := clean.Line(string(w.plain)); title != "" {
			m.units = append(m.units, unit{text: title, kind: headingUnit, level: n.Level, links: w.links, line: m.place.before + 1})
			m.lastMark = 0
		}
	case *ast.List:
		m.list(n)
	case *extast.Table:
		m.table(n)
	case *ast.HTMLBlock:
		for _, p := range m.html(n) {
			m.add(p)
		}
	case *extast.DefinitionList:
		for _, p := range m.definitions(n, 0) {
			m.add(p)
		}
	case *note:
		m.notes = append(m.notes, noteText{n.label, joinWritten(m.blocks(n, 1), false)})
	default:
		m.add(m.block(n, 0))
	}
}

// add makes a unit of what was written of a block.
func (m *mdReader) add(p written) {
	if p.md == "" && p.block == nil {
		return
	}
	m.lastMark = 0
	u := unit{line: m.place.before + 1, text: p.plain, source: p.md, links: p.links, kind: p.kind, level: p.level, block: p.block}
	if u.block == nil && p.continued {
		u.block = prose(u, true)
	}
	m.units = append(m.units, u)
}

// prose is a unit as the block that it makes by itself.
func prose(u unit, continued bool) model.Prose {
	p := model.Prose{Kind: u.proseKind(), Source: u.source, Plain: u.text, Continued: continued}
	if p.Plain == p.Source {
		p.Plain = ""
	}
	return p
}

// opening takes title, byline and date off the beginning, where the front matter has not given them.
func (m *mdReader) opening(e *model.Entry) []unit {
	units := m.units
	if len(units) > 0 && units[0].kind == headingUnit && units[0].level == 1 {
		if e.Title == "" || strings.EqualFold(e.Title, units[0].text) {
			e.Title = units[0].text
			units = units[1:]
		}
	}
	units = withoutImprint(e, units)
	if e.Dateline == "" {
		e.Dateline = dateline(firstProse(units))
	}
	return units
}

// noteNumber returns the number of a note, counted in the order of the first references.
func (m *mdReader) noteNumber(label string) string {
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

// addNotes adds the notes as a numbered list at the end, in the order of their references; notes that nothing refers
// to come last.
func (m *mdReader) addNotes() {
	if len(m.notes) == 0 {
		return
	}
	for _, n := range m.notes {
		m.noteNumber(n.label)
	}
	ordered := make([]written, len(m.numbers))
	for _, n := range m.notes {
		ordered[m.numbers[n.label]-1] = n.said
	}
	var items []written
	continued := false
	for i, said := range ordered {
		if said.md != "" {
			items = append(items, said.item(strconv.Itoa(i+1)+". "))
		}
		if len(items) == maxItems || i == len(ordered)-1 && len(items) > 0 {
			if !continued {
				m.units = append(m.units, unit{text: "Notes", kind: headingUnit, level: 2})
			}
			m.add(listOf(items, true, continued))
			items, continued = items[:0], true
		}
	}
}
