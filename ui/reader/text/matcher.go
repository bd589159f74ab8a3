package text

import (
	"bytes"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model/fold"
	"lede/model/query"
	"lede/ui/render"
	"lede/ui/widget"
)

// Matcher finds a query in texts, their letters compared as fold.Letter returns them. If the query has a capital, case
// matters. A space matches any white space.
type Matcher struct {
	query   string
	needle  []byte
	cased   bool
	table   [256]byte      // what ASCII characters are compared as
	phrases []query.Phrase // words to find instead of the query, as the library found them; nil for none
}

// NewWordMatcher finds words as the library does.
func NewWordMatcher(phrases []query.Phrase) *Matcher {
	m := NewMatcher(widget.PhraseText(phrases))
	m.phrases = phrases
	return m
}

// NewMatcher finds what the user has typed.
func NewMatcher(query string) *Matcher {
	m := &Matcher{query: query, cased: strings.ToLower(query) != query}
	for i := range m.table {
		switch c := byte(i); {
		case c == '\n' || c == '\t' || c == '\r':
			m.table[i] = ' '
		case !m.cased && 'A' <= c && c <= 'Z':
			m.table[i] = c | 0x20
		default:
			m.table[i] = c
		}
	}
	m.needle, _ = m.compared(nil, query)
	return m
}

// compared writes text into buf as it is compared. whole is false if a character of text became several.
func (m *Matcher) compared(buf []byte, text string) (out []byte, whole bool) {
	buf = append(buf[:0], text...)
	all := byte(0)
	for i, c := range buf {
		all |= c
		buf[i] = m.table[c]
	}
	if all < utf8.RuneSelf {
		return buf, true
	}
	buf, whole = buf[:0], true
	var size int
	for i := 0; i < len(text); i += size {
		if c := text[i]; c < utf8.RuneSelf {
			size = 1
			buf = append(buf, m.table[c])
			continue
		}
		var r rune
		r, size = fold.Next(text[i:])
		buf = m.append(buf, r)
		whole = whole && fold.Letter(r) != fold.Several
	}
	return buf, whole
}

// append appends a character beyond ASCII as it is compared.
func (m *Matcher) append(buf []byte, r rune) []byte {
	n := len(buf)
	if buf = fold.Append(buf, r); m.cased && unicode.IsUpper(r) {
		return append(buf[:n], bytes.ToUpper(buf[n:])...)
	}
	return buf
}

// offsets returns for each byte of what text is compared as where its character begins in text, and at last len(text).
func (m *Matcher) offsets(text string) []int {
	offsets := make([]int, 0, len(text)+1)
	var buf []byte
	var size int
	for i := 0; i < len(text); i += size {
		n := 1
		if size = 1; text[i] >= utf8.RuneSelf {
			var r rune
			r, size = fold.Next(text[i:])
			buf = m.append(buf[:0], r)
			n = len(buf)
		}
		for range n {
			offsets = append(offsets, i)
		}
	}
	return append(offsets, len(text))
}

// maxHits limits the matches of one item: a letter would be found five million times in a word of 5 MB.
const maxHits = 20_000

// count returns how often the query occurs in text, at most maxHits. buf is scratch space, returned for the next call.
func (m *Matcher) count(buf []byte, text string) (n int, _ []byte) {
	if m.phrases != nil {
		return len(widget.PhraseSpans(text, m.phrases)), buf
	}
	if len(m.needle) == 0 {
		return 0, buf
	}
	buf, whole := m.compared(buf, text)
	if !whole {
		return len(m.spans(text)), buf
	}
	return min(bytes.Count(buf, m.needle), maxHits), buf
}

// spans returns where the query occurs in text, in order and apart: the first maxHits.
func (m *Matcher) spans(text string) []widget.Span {
	if m.phrases != nil {
		return widget.PhraseSpans(text, m.phrases)
	}
	if len(m.needle) == 0 {
		return nil
	}
	hay, _ := m.compared(nil, text)
	if !bytes.Contains(hay, m.needle) {
		return nil
	}
	offsets := m.offsets(text)
	var all []widget.Span
	for at := 0; ; {
		i := bytes.Index(hay[at:], m.needle)
		if i < 0 || len(all) == maxHits {
			return all
		}
		from, to := at+i, at+i+len(m.needle)
		for offsets[to] == offsets[to-1] { // the match ends in what one character became
			to++
		}
		all = append(all, widget.Span{From: offsets[from], To: offsets[to]})
		at = to
	}
}

// hit is an item of a flow in which the query occurs.
type hit struct {
	item int
	upto int // matches in this item and those before it
}

// FindAll counts the matches of each item. Its cost is about a nanosecond a byte. It ends early, with what it has,
// when stop says so.
func FindAll(f flow, m *Matcher, stop func() bool) []hit {
	var hits []hit
	var buf []byte
	total := 0
	for i := range f.Len() {
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
func (m *Matcher) matches(text string, lines []render.Line) []match {
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
