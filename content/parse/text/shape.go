package text

import (
	"strings"
	"unicode/utf8"

	"lede/content/parse/block"
)

// shaper cuts plain text into units by the shape of its lines.
type shaper struct {
	lines    []line
	at       int // the line that comes next
	width    int // the column at which the whole text is wrapped, or 0
	group    int // where the run of lines without an empty line ends that the next line is in
	narrow   int // the column at which that run is wrapped, or 0
	base     int // the least indent of that run
	hyphens  hyphens
	indented int // how many of the lines are set in, as code may be
	units    []block.Unit
	book     bool // it is a book that was typed by the rules of Project Gutenberg
}

// shapes returns the units of a text: headings that are underlined, lists, tables, code, quotations, rules, and
// paragraphs, whose lines are joined.
func shapes(s string) []block.Unit { return newShaper(scanLines(s)).shapes() }

func (p *shaper) shapes() []block.Unit {
	takers := []func() int{p.drawing, p.table, p.rule, p.underlined, p.fenced, p.quoted, p.list, p.code, p.paragraph}
	if p.book {
		takers = []func() int{p.chapter, p.drawing, p.table, p.rule, p.list, p.poem, p.paragraph}
	}
	for p.at < len(p.lines) {
		p.enter()
		for _, take := range takers {
			if n := take(); n > 0 {
				p.at += n
				break
			}
		}
	}
	return p.units
}

func newShaper(lines []line) *shaper {
	p := &shaper{lines: lines, width: wrapWidth(lines), hyphens: knownHyphens(lines)}
	for _, l := range lines {
		if l.indent >= codeIndent {
			p.indented++
		}
	}
	return p
}

// enter measures the run of lines that the next line begins.
func (p *shaper) enter() {
	if p.at < p.group {
		return
	}
	p.base = p.lines[p.at].indent
	for p.group = p.at + 1; p.group < len(p.lines) && !p.lines[p.group].gap; p.group++ {
		p.base = min(p.base, p.lines[p.group].indent)
	}
	p.narrow = p.width
	if p.narrow == 0 {
		p.narrow = wrapWidth(p.lines[p.at:p.group])
	}
}

// add adds a unit that begins with the next line.
func (p *shaper) add(u block.Unit) {
	u.Line = p.lines[p.at].number
	p.units = append(p.units, u)
}

// rule takes a line of nothing but rule marks, as in "* * *".
func (p *shaper) rule() int {
	if l := p.lines[p.at]; isRule(l.text) {
		p.add(block.Unit{Text: l.text, Source: "---", Kind: block.Rule})
		return 1
	}
	return 0
}

// isRule reports whether s is made of at least three of one of the marks that part a text.
func isRule(s string) bool {
	mark, size := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("*-_=~#•·⁂", mark) {
		return false
	}
	n := strings.Count(s, s[:size])
	return n >= 3 && n*size+strings.Count(s, " ") == len(s)
}

// underlined takes a line with a line of marks of about the same length below it: a heading.
func (p *shaper) underlined() int {
	rest := p.lines[p.at:]
	if len(rest) < 2 || rest[1].gap || !isRule(rest[1].text) || strings.Contains(rest[1].text, " ") {
		return 0
	}
	over, under := columns(rest[0].text), columns(rest[1].text)
	if over > maxHeading || under > over+over/4+2 || under*2 < over {
		return 0
	}
	level := 3
	if strings.HasPrefix(rest[1].text, "=") || strings.HasPrefix(rest[1].text, "*") {
		level = 2
	}
	p.add(block.Unit{Text: rest[0].text, Kind: block.Heading, Level: level})
	return 2
}

// paragraph takes the lines of one paragraph.
func (p *shaper) paragraph() int {
	n := 1
	for p.at+n < p.group && sameParagraph(p.lines[p.at+n-1], p.lines[p.at+n], p.narrow, p.base) && !p.parts(p.at+n) {
		n++
	}
	p.add(block.Unit{Text: reflow(p.lines[p.at:p.at+n], p.hyphens)})
	return n
}

// parts reports whether the line at i begins something else than a paragraph, though no empty line stands before it.
func (p *shaper) parts(i int) bool {
	l := p.lines[i]
	if isRule(l.text) || strings.HasPrefix(l.text, ">") {
		return true
	}
	_, ok := markOf(l)
	return ok && endsSentence(p.lines[i-1].text)
}
