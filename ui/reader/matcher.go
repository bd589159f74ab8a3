package reader

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model/query"
	"lede/ui/render"
	"lede/ui/widget"
)

// matcher finds a query in texts: smart case (small letters match both), and any white space for a space.
type matcher struct {
	query   string
	needle  []byte
	fold    bool
	ascii   bool
	table   [256]byte      // what each byte of a text is compared as, when the needle is ASCII
	phrases []query.Phrase // words to find instead of the query, as the library found them; nil for none
}

// newWordMatcher finds words as the library does.
func newWordMatcher(phrases []query.Phrase) *matcher {
	m := newMatcher(widget.PhraseText(phrases))
	m.phrases = phrases
	return m
}

func newMatcher(query string) *matcher {
	m := &matcher{query: query, fold: strings.ToLower(query) == query, ascii: true}
	for i := range m.table {
		c := byte(i)
		switch {
		case c == '\n' || c == '\t' || c == '\r':
			c = ' '
		case m.fold && 'A' <= c && c <= 'Z':
			c |= 0x20
		}
		m.table[i] = c
	}
	for i := range len(query) {
		m.ascii = m.ascii && query[i] < utf8.RuneSelf
	}
	m.needle = m.compared(nil, query)
	return m
}

// folded writes text into buf as it is compared. The offsets, nil when they are the same, tell for each byte of the
// result where its character stands in text; the last is len(text).
func (m *matcher) folded(buf []byte, text string) (out []byte, offsets []int) {
	buf = m.compared(buf, text)
	if m.bytewise() {
		return buf, nil
	}
	for i, r := range text {
		for range utf8.RuneLen(foldedRune(r)) {
			offsets = append(offsets, i)
		}
	}
	return buf, append(offsets, len(text))
}

// compared writes text into buf as it is compared.
func (m *matcher) compared(buf []byte, text string) []byte {
	buf = buf[:0]
	if m.bytewise() {
		buf = append(buf, text...)
		for i, c := range buf {
			buf[i] = m.table[c]
		}
		return buf
	}
	for _, r := range text {
		buf = utf8.AppendRune(buf, foldedRune(r))
	}
	return buf
}

// bytewise reports whether texts are compared byte by byte, each as the table has it.
func (m *matcher) bytewise() bool { return m.ascii || !m.fold }

func foldedRune(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return unicode.ToLower(r)
}

// maxHits is how many matches of one item are told apart: a letter looked for in a word of 5 MB would be found five
// million times.
const maxHits = 20_000

// count is how often the query occurs in text, at most maxHits times. buf is scratch space, returned to be used
// again.
func (m *matcher) count(buf []byte, text string) (n int, again []byte) {
	if m.phrases != nil {
		return len(widget.PhraseSpans(text, m.phrases)), buf
	}
	if len(m.needle) == 0 {
		return 0, buf
	}
	buf = m.compared(buf, text)
	return min(bytes.Count(buf, m.needle), maxHits), buf
}

// spans are where the query occurs in text, in order: the first maxHits.
func (m *matcher) spans(text string) []widget.Span {
	if m.phrases != nil {
		return widget.PhraseSpans(text, m.phrases)
	}
	if len(m.needle) == 0 {
		return nil
	}
	hay, offsets := m.folded(nil, text)
	var all []widget.Span
	for at := 0; ; {
		i := bytes.Index(hay[at:], m.needle)
		if i < 0 || len(all) == maxHits {
			return all
		}
		s := widget.Span{From: at + i, To: at + i + len(m.needle)}
		at = s.To
		if offsets != nil {
			s = widget.Span{From: offsets[s.From], To: offsets[s.To]}
		}
		all = append(all, s)
	}
}

// hit is an item of a flow in which the query occurs.
type hit struct {
	item int
	upto int // matches in this item and those before it
}

// findAll counts the matches of each item. Its cost is about a nanosecond a byte. It ends early, with what it has,
// when stop says so.
func findAll(f flow, m *matcher, stop func() bool) []hit {
	var hits []hit
	var buf []byte
	total := 0
	for i := range f.len() {
		if i%512 == 0 && stop() {
			return hits
		}
		var n int
		if n, buf = m.count(buf, f.text(i)); n > 0 {
			total += n
			hits = append(hits, hit{i, total})
		}
	}
	return hits
}

// match is where one match was drawn: a part a line.
type match struct{ parts []part }

// part is a match on one line, in cells.
type part struct{ line, from, to int }

// matches finds the query in the lines of an item whose text is known, so that a match that goes over the end of a
// line is found too. Words on the lines that are not in the text (a card's border, a list's number) are looked at
// line by line.
func (m *matcher) matches(text string, lines []render.Line) []match {
	placed, loose := align(text, lines)
	var all []match
	for _, s := range m.spans(text) {
		if parts := placed.parts(s, lines); parts != nil {
			all = append(all, match{parts})
		}
	}
	for _, i := range loose {
		for _, s := range m.spans(lines[i].Text) {
			all = append(all, match{[]part{cellsOf(lines, i, s)}})
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i].parts[0], all[j].parts[0]
		return a.line < b.line || a.line == b.line && a.from < b.from
	})
	return all
}

// alignment is which bytes of a text the lines show, in order.
type alignment []placedLine

type placedLine struct {
	line int
	widget.Span
}

// alignWindow is how far ahead a line is looked for, in bytes.
const alignWindow = 256

// align finds the lines in the text that they were drawn from, its tabs as spaces. loose are the lines that are not
// in it.
func align(text string, lines []render.Line) (placed alignment, loose []int) {
	text = strings.ReplaceAll(text, "\t", " ")
	at := 0
	for i, l := range lines {
		words := strings.TrimSpace(l.Text)
		if words == "" {
			continue
		}
		n := strings.Index(text[at:min(len(text), at+alignWindow+len(words))], words)
		if n < 0 {
			loose = append(loose, i)
			continue
		}
		lead := strings.Index(l.Text, words)
		from := at + n
		at = from + len(words)
		placed = append(placed, placedLine{i, widget.Span{From: from - lead, To: at}})
	}
	return placed, loose
}

// parts are the pieces of lines that show a span of the text.
func (a alignment) parts(s widget.Span, lines []render.Line) []part {
	var parts []part
	first := sort.Search(len(a), func(i int) bool { return a[i].To > s.From })
	for _, p := range a[first:] {
		if p.From >= s.To {
			break
		}
		on := widget.Span{From: max(s.From, p.From) - p.From, To: min(s.To, p.To) - p.From}
		parts = append(parts, cellsOf(lines, p.line, on))
	}
	return parts
}

// cellsOf turns bytes of a line's text into cells of the line.
func cellsOf(lines []render.Line, i int, s widget.Span) part {
	from, to := lines[i].Cells(s.From, s.To)
	return part{i, from, to}
}
