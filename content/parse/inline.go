package parse

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
	"lede/model/clean"
)

// inline writes the words of one paragraph, heading or cell, as Markdown that stands by itself and as plain
// text side by side.
type inline struct {
	base  string // what relative links are resolved against
	cell  bool   // of a table: there are no line breaks
	md    []byte
	plain []byte
	run   []byte // plain text that is not written yet
	soft  bool   // a line ended after run
	depth int    // of links around
	links []model.Link
	open  []tagMark // HTML that has begun and not ended
	floor int       // how many of them began outside of the present piece
	shut  int       // where a mark of emphasis ended that needs a space or punctuation behind it
	marks int       // where an element began that will have a mark before its words
}

// tagMark is where an HTML element began that becomes markup when it ends.
type tagMark struct {
	name, href string
	md, plain  int
}

// text adds words as they stand in the source. A line end before them becomes a space, or nothing
// where both sides are of a script without spaces.
func (w *inline) text(s string) {
	if s == "" {
		return
	}
	if w.soft {
		w.soft = false
		next, _ := utf8.DecodeRuneInString(s)
		if !unspaced(w.last()) || !unspaced(next) {
			w.run = append(w.run, ' ')
		}
	}
	w.run = append(w.run, s...)
}

// last returns the last character that was written or waits for it.
func (w *inline) last() rune {
	b := w.run
	if len(b) == 0 {
		b = w.plain
	}
	r, _ := utf8.DecodeLastRune(b)
	return r
}

// unspaced reports whether a character belongs to a script that is written without spaces between words: Chinese or
// Japanese.
func unspaced(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF)
}

// flush writes the words that wait, with the addresses among them as links.
func (w *inline) flush() {
	if len(w.run) == 0 {
		return
	}
	s := folded(string(w.run))
	w.run = w.run[:0]
	if w.atStart() {
		s = strings.TrimLeft(s, " ")
	}
	if w.depth > 0 || !strings.Contains(s, "://") && !strings.Contains(s, "www.") && strings.IndexByte(s, '@') < 0 {
		w.words(s)
		return
	}
	find := addressFinder{s: s}
	done := 0
	for from, to := find.next(0); from >= 0; from, to = find.next(to) {
		if url := find.url(from, to); url != "" {
			w.words(s[done:from])
			w.link(s[from:to], url)
			done = to
		}
	}
	w.words(s[done:])
}

// folded returns s with runs of spaces, tabs and line ends as single spaces.
func folded(s string) string {
	if !strings.ContainsAny(s, "\t\n") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i := range len(s) {
		c := s[i]
		blank := c == ' ' || c == '\t' || c == '\n'
		if !blank {
			b.WriteByte(c)
		} else if !space {
			b.WriteByte(' ')
		}
		space = blank
	}
	return b.String()
}

// atStart tells whether what comes next begins a line.
func (w *inline) atStart() bool { return len(w.md) == 0 || w.md[len(w.md)-1] == '\n' }

// words writes plain text.
func (w *inline) words(s string) {
	s = strings.ReplaceAll(s, spelt, "")
	if n := len(w.md); n > 0 && w.md[n-1] == ' ' {
		s = strings.TrimLeft(s, " ")
	}
	if s == "" {
		return
	}
	w.plain = append(w.plain, s...)
	core := strings.Trim(s, " ")
	if core == "" {
		w.md = append(w.md, s...)
		return
	}
	before := strings.Index(s, core)
	after := s[before+len(core):]
	w.md = append(w.md, s[:before]...)
	core = w.numbered(core)
	if w.atStart() {
		w.md = append(w.md, model.Escape(core)...)
	} else if harmless(core) {
		w.md = append(w.md, core...)
	} else {
		w.md = append(w.md, fragment(core, false)...)
	}
	w.md = append(w.md, after...)
}

// harmless tells whether a text has no character that is ever markup inside a line.
func harmless(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '\\', '`', '*', '_', '[', ']', '<', '|', '&', '~', '@', '#', '\n':
			return false
		case ':', 'w':
			if strings.HasPrefix(s[i:], "://") || strings.HasPrefix(s[i:], "www.") {
				return false
			}
		}
	}
	return true
}

// newline breaks the line for good.
func (w *inline) newline() {
	w.soft = false
	if w.cell {
		w.text(" ")
		return
	}
	w.flush()
	w.trim()
	if w.atStart() {
		return
	}
	w.md = append(w.md, "\\\n"...)
	w.plain = append(w.plain, '\n')
}

// trim takes spaces off the end.
func (w *inline) trim() {
	for len(w.md) > 0 && w.md[len(w.md)-1] == ' ' {
		w.md = w.md[:len(w.md)-1]
	}
	for len(w.plain) > 0 && w.plain[len(w.plain)-1] == ' ' {
		w.plain = w.plain[:len(w.plain)-1]
	}
}

// code writes text as code.
func (w *inline) code(s string) {
	w.gap()
	s = strings.TrimSpace(folded(s))
	if s == "" {
		return
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	w.plain = append(w.plain, s...)
	if w.cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	w.md = append(w.md, fence+s+fence...)
}

// gap writes what waits, and the space that a line end before what comes next makes.
func (w *inline) gap() {
	if w.soft {
		w.soft = false
		w.run = append(w.run, ' ')
	}
	w.flush()
}

// link writes a text with a checked address as a link.
func (w *inline) link(text, url string) {
	md, plain := len(w.md), len(w.plain)
	w.depth++
	w.words(text)
	w.depth--
	w.linked(md, plain, url)
}

// linked makes a link of what has been written since md and plain.
func (w *inline) linked(md, plain int, url string) {
	words := strings.TrimSpace(string(w.plain[plain:]))
	if words == "" {
		return
	}
	w.links = append(w.links, model.Link{Title: strings.Join(strings.Fields(words), " "), URL: url})
	if words == "x" || words == "X" { // it would be the box of a task at the start of an item
		w.md = append(w.md[:md], "&#"+strconv.Itoa(int(words[0]))+";"...)
	}
	w.wrap(md, "[", "](<"+url+">)")
}

// wrap puts marks around what has been written since from; spaces and line breaks at its end stay outside of them.
func (w *inline) wrap(from int, before, after string) {
	content := string(w.md[from:])
	core := strings.TrimRightFunc(content, unicode.IsSpace)
	for len(core) < len(content) && strings.HasSuffix(core, `\`) && content[len(core)] == '\n' {
		core = strings.TrimRightFunc(core[:len(core)-1], unicode.IsSpace)
	}
	end := len(core)
	core = strings.TrimLeftFunc(core, unicode.IsSpace)
	if core == "" {
		return
	}
	w.md = append(w.md[:from], content[:end-len(core)]...)
	if n := len(w.md); before == "[" && n > 0 && w.md[n-1] == '!' { // it would be a picture
		w.md = append(w.md[:n-1], `\!`...)
	}
	w.md = append(w.md, before...)
	w.md = append(w.md, core...)
	w.md = append(w.md, after...)
	w.md = append(w.md, content[end:]...)
}

// within writes what f writes as one piece: HTML that begins in it ends in it.
func (w *inline) within(f func()) {
	floor := w.floor
	w.floor = len(w.open)
	f()
	w.flush()
	w.open = w.open[:w.floor]
	w.floor = floor
}

// picture writes a picture inside a text: a link to it with its description.
func (w *inline) picture(alt, url string) {
	if alt = clean.Line(alt); alt == "" {
		alt = "picture"
	}
	w.gap()
	if url == "" || w.depth > 0 {
		w.words(alt)
		return
	}
	w.link(alt, url)
}

// refused writes after the words of a link why it is none.
func (w *inline) refused(err error) {
	w.flush()
	said := "(not opened: " + err.Error() + ")"
	if !w.atStart() {
		said = " " + said
	}
	w.words(said)
}
