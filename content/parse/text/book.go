package text

import (
	"regexp"
	"strings"
	"unicode"

	"lede/content/parse/block"
	"lede/content/parse/name"
	"lede/model"
	"lede/model/clean"
	"lede/model/fold"
)

// book is a text of Project Gutenberg: what its head states, the book itself, and the licence behind it.
//
// See https://www.gutenberg.org/attic/gutenberg_volunteers_faq.html.
type book struct {
	title, author string
	body, licence string
	line          int // how many lines stand before the body
}

var (
	bookStart = regexp.MustCompile(`(?im)^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*$`)
	bookEnd   = regexp.MustCompile(`(?im)^(?:\*\*\* ?)?END OF (?:THE |THIS )?PROJECT GUTENBERG[^\n]*$`)
	// bookHead is how much of a text its head is looked for in, in bytes.
	bookHead = 8 << 10
)

// cutBook cuts a text of Project Gutenberg into its parts. ok is false when s is none.
func cutBook(s string) (b book, ok bool) {
	start := bookStart.FindStringIndex(s[:min(len(s), bookHead)])
	if start == nil {
		return b, false
	}
	b.head(s[:start[0]])
	b.body, b.line = s[start[1]:], strings.Count(s[:start[1]], "\n")
	if end := bookEnd.FindStringIndex(b.body); end != nil {
		b.body, b.licence = b.body[:end[0]], b.body[end[1]:]
	}
	return b, true
}

// head reads the fields above the book: "Title: …", with what goes on in the lines below it.
func (b *book) head(s string) {
	var last *string
	for line := range strings.Lines(s) {
		text := strings.TrimSpace(line)
		name, value, ok := strings.Cut(text, ":")
		switch {
		case text == "":
			last = nil
		case last != nil && (line[0] == ' ' || line[0] == '\t'):
			*last = clean.Line(*last + " " + text)
		case ok && name == "Title" && b.title == "":
			b.title, last = clean.Line(value), &b.title
		case ok && name == "Author" && b.author == "":
			b.author, last = clean.Line(value), &b.author
		default:
			last = nil
		}
	}
}

// fill fills in what the head states.
func (b *book) fill(e *model.Entry) {
	if e.Title == "" {
		e.Title = b.title
	}
	if len(e.Byline) == 0 && b.author != "" {
		name.Imprint(e, "By "+b.author)
		if len(e.Byline) == 0 {
			e.Byline = []string{b.author}
		}
	}
}

// bookUnits returns the units of a text of Project Gutenberg, and fills in what it states of itself. ok is false when
// s is none.
func bookUnits(e *model.Entry, s string) (units []block.Unit, ok bool) {
	b, ok := cutBook(s)
	if !ok {
		return nil, false
	}
	b.fill(e)
	lines := scanLines(b.body)
	for i := range lines {
		lines[i].number += b.line
	}
	p := newShaper(lines)
	p.book = true
	units = b.withoutTitle(p.shapes())
	for i := range units {
		stressed(&units[i])
	}
	if licence := strings.TrimSpace(b.licence); licence != "" {
		u := block.Unit{Text: licence, Line: 1 + b.line + strings.Count(b.body, "\n")}
		u.Block = model.Notice{Kind: model.Disclaimer, Source: model.Escape(licence), Plain: licence}
		units = append(units, u)
	}
	return units, true
}

// maxTitlePage is how many units the page with the title has that say the title and the author once more.
const maxTitlePage = 8

// withoutTitle takes the title and the author off the beginning.
func (b *book) withoutTitle(units []block.Unit) []block.Unit {
	title, author := letters(b.title), letters(b.author)
	var kept []block.Unit
	for i, u := range units {
		if i >= maxTitlePage {
			return append(kept, units[i:]...)
		}
		if said := letters(u.Text); said == "" || said != title && said != author && said != "by" && said != "by"+author &&
			said != title+"by"+author {
			kept = append(kept, u)
		}
	}
	return kept
}

// letters are the letters and digits of a text, folded.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, fold.Line(s))
}

// chapter takes a short line or two that stand apart from what is above them: the name of a chapter, or right below
// that its title.
func (p *shaper) chapter() int {
	first := p.lines[p.at]
	lines := p.lines[p.at:p.group]
	if len(lines) > 2 || !first.gap && p.at > 0 {
		return 0
	}
	text := reflow(lines, p.hyphens)
	if madeBy.MatchString(text) {
		return 0
	}
	subtitle := len(p.units) > 0 && p.units[len(p.units)-1].Kind == block.Heading && first.blanks < 3 && isCapitals(text)
	if columns(text) > maxBookHeading || first.blanks < 2 && p.at > 0 && !subtitle && !isChapter(text) {
		return 0
	}
	last := text[len(text)-1]
	if !isChapter(text) && (endsSentence(text) && !isCapitals(text) || last == ',' || last == ';' || text[0] == '[' ||
		text[0] == '_' || isRule(text)) {
		return 0
	}
	level := 2
	if subtitle {
		level = 3
	}
	p.add(block.Unit{Text: text, Kind: block.Heading, Level: level})
	return len(lines)
}

// maxBookHeading is the length in columns of the longest heading of a book.
const maxBookHeading = 75

// chapterName is what the names of chapters begin with, and a number alone.
var chapterName = regexp.MustCompile(
	`^(?i:(?:chapter|book|part|volume|canto|act|scene|letter|stave|kapitel|buch|teil|chapitre|livre|partie|capítulo|` +
		`capitolo|parte|libro)\s+[\dIVXLC]+\b|` +
		`(?:preface|introduction|prologue|epilogue|contents|appendix|conclusion)\.?$|` +
		`(?:chapter|kapitel|chapitre|capítulo|capitolo|hoofdstuk|luku|глава)\s+(?:the\s+)?\pL+\.?$|` +
		`\pL+\s+(?:chapter|kapitel|buch|teil|akt|aufzug|gesang|hoofdstuk|boek|luku|fejezet|kapitola)\.?$)|` +
		`^(?:[IVXLC]+|\d{1,3})\.?$`)

// madeBy is what the line begins with that says who typed the book.
var madeBy = regexp.MustCompile(`^(?i:produced|prepared|transcribed|e-?text prepared|this e-?text) `)

func isChapter(s string) bool { return len(s) < maxBookHeading && chapterName.MatchString(s) }

// poem takes lines that are set in, or short ones that no width has broken: verse, whose lines stay.
func (p *shaper) poem() int {
	lines := p.lines[p.at:p.group]
	if p.at > 0 && !lines[0].gap {
		return 0
	}
	if minIndent(lines) >= 2 {
		p.quote(lines)
		return len(lines)
	}
	q := &shaper{lines: lines, group: len(lines), narrow: wrapWidth(lines), book: true}
	verse := q.verse()
	if verse == "" || longest(p.lines) > 0 && longestOf(lines)*5 > longest(p.lines)*4 {
		return 0
	}
	p.add(block.Unit{Text: verse})
	return len(lines)
}

// longestOf is the length in columns of the longest line.
func longestOf(lines []line) int {
	n := 0
	for _, l := range lines {
		n = max(n, columns(l.text))
	}
	return n
}

// stress is words between underscores, which stand for italics.
var stress = regexp.MustCompile(`(^|[^\pL\pN_])_([^_]+)_($|[^\pL\pN_])`)

// stressed makes emphasis of the words of a unit that stand between underscores.
func stressed(u *block.Unit) {
	if u.Block != nil || u.Kind == block.Code || u.Kind == block.Table || !stress.MatchString(u.Text) {
		return
	}
	if u.Source == "" {
		u.Source = block.Escape(u.Text)
	}
	u.Text = stress.ReplaceAllString(u.Text, "$1$2$3")
	if u.Kind == block.Heading {
		return
	}
	u.Source = strings.ReplaceAll(u.Source, `\_`, "_")
	u.Source = stress.ReplaceAllString(u.Source, "$1*$2*$3")
	u.Source = strings.ReplaceAll(u.Source, "_", `\_`)
}
