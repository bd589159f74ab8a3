package block

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// Inline writes the words of one paragraph, heading or cell, as Markdown that stands by itself and as plain
// text side by side.
type Inline struct {
	Base     string // what relative links are resolved against
	Cell     bool   // of a table: there are no line breaks
	Markdown []byte
	Plain    []byte
	Waiting  []byte // plain text that is not written yet
	Soft     bool   // a line ended after run
	Depth    int    // of links around
	Links    []model.Link
	open     []tagMark // HTML that has begun and not ended
	floor    int       // how many of them began outside of the present piece
	shut     int       // where a mark of emphasis ended that needs a space or punctuation behind it
	Marks    int       // where an element began that will have a mark before its words
}

// tagMark is where an HTML element began that becomes markup when it ends.
type tagMark struct {
	name, href string
	md, plain  int
}

// Text adds words as they stand in the source. A line end before them becomes a space, or nothing
// where both sides are of a script without spaces.
func (w *Inline) Text(s string) {
	if s == "" {
		return
	}
	if w.Soft {
		w.Soft = false
		next, _ := utf8.DecodeRuneInString(s)
		if !lang.IsUnspaced(w.last()) || !lang.IsUnspaced(next) {
			w.Waiting = append(w.Waiting, ' ')
		}
	}
	w.Waiting = append(w.Waiting, s...)
}

// last returns the last character that was written or waits for it.
func (w *Inline) last() rune {
	b := w.Waiting
	if len(b) == 0 {
		b = w.Plain
	}
	r, _ := utf8.DecodeLastRune(b)
	return r
}

// Flush writes the words that wait, with the addresses among them as links.
func (w *Inline) Flush() {
	if len(w.Waiting) == 0 {
		return
	}
	s := Fold(string(w.Waiting))
	w.Waiting = w.Waiting[:0]
	if w.atStart() {
		s = strings.TrimLeft(s, " ")
	}
	if w.Depth > 0 || !strings.Contains(s, "://") && !strings.Contains(s, "www.") && strings.IndexByte(s, '@') < 0 {
		w.Words(s)
		return
	}
	find := address.Finder{Text: s}
	done := 0
	for from, to := find.Next(0); from >= 0; from, to = find.Next(to) {
		if url := find.URL(from, to); url != "" {
			w.Words(s[done:from])
			w.Link(s[from:to], url)
			done = to
		}
	}
	w.Words(s[done:])
}

// Fold returns s with runs of spaces, tabs and line ends as single spaces.
func Fold(s string) string {
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

// atStart reports whether what comes next begins a line.
func (w *Inline) atStart() bool { return len(w.Markdown) == 0 || w.Markdown[len(w.Markdown)-1] == '\n' }

// Words writes plain text.
func (w *Inline) Words(s string) {
	s = strings.ReplaceAll(s, spelt, "")
	if n := len(w.Markdown); n > 0 && w.Markdown[n-1] == ' ' {
		s = strings.TrimLeft(s, " ")
	}
	if s == "" {
		return
	}
	w.Plain = append(w.Plain, s...)
	core := strings.Trim(s, " ")
	if core == "" {
		w.Markdown = append(w.Markdown, s...)
		return
	}
	before := strings.Index(s, core)
	after := s[before+len(core):]
	w.Markdown = append(w.Markdown, s[:before]...)
	core = w.unlisted(w.numbered(core))
	if w.atStart() {
		w.Markdown = append(w.Markdown, model.Escape(core)...)
	} else if harmless(core) {
		w.Markdown = append(w.Markdown, core...)
	} else {
		w.Markdown = append(w.Markdown, fragment(core, false)...)
	}
	w.Markdown = append(w.Markdown, after...)
}

// maxListMark is how many digits the mark of an ordered list has at most.
const maxListMark = 9

// unlisted writes as text the mark of an ordered list that words make with the digits which begin the line, and
// returns what follows it.
func (w *Inline) unlisted(words string) string {
	line := w.Markdown[max(0, len(w.Markdown)-maxListMark-1):]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	if n := len(line); n == 0 || n > maxListMark || digitsOf(line) < n {
		return words
	}
	n := digitsOf(words)
	if n == len(words) || words[n] != '.' && words[n] != ')' {
		return words
	}
	w.Markdown = append(w.Markdown, words[:n]...)
	w.Markdown = append(w.Markdown, '\\', words[n])
	return words[n+1:]
}

// digitsOf returns how many digits a text begins with.
func digitsOf[T []byte | string](s T) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

// harmless reports whether a text has no character that is ever markup inside a line.
func harmless(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '\\', '`', '*', '_', '[', ']', '<', '|', '&', '~', '@', '#', '$', '%', '=', '^', '\n':
			return false
		case ':', 'w':
			if strings.HasPrefix(s[i:], "://") || strings.HasPrefix(s[i:], "www.") {
				return false
			}
		}
	}
	return true
}

// Newline breaks the line for good.
func (w *Inline) Newline() {
	w.Soft = false
	if w.Cell {
		w.Text(" ")
		return
	}
	w.Flush()
	w.Trim()
	if w.atStart() {
		return
	}
	w.Markdown = append(w.Markdown, "\\\n"...)
	w.Plain = append(w.Plain, '\n')
}

// Trim takes spaces off the end.
func (w *Inline) Trim() {
	for len(w.Markdown) > 0 && w.Markdown[len(w.Markdown)-1] == ' ' {
		w.Markdown = w.Markdown[:len(w.Markdown)-1]
	}
	for len(w.Plain) > 0 && w.Plain[len(w.Plain)-1] == ' ' {
		w.Plain = w.Plain[:len(w.Plain)-1]
	}
}

// Code writes text as code.
func (w *Inline) Code(s string) {
	w.Gap()
	s = strings.TrimSpace(Fold(s))
	if s == "" {
		return
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	w.Plain = append(w.Plain, s...)
	if w.Cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	w.Markdown = append(w.Markdown, fence+s+fence...)
}

// Formula writes a formula in dollars, as it stands. In Markdown it is code between dollars, so that nothing in it is
// markup.
func (w *Inline) Formula(s string) {
	w.Gap()
	source, sign := model.FormulaSource(s)
	source = Fold(source)
	if strings.IndexByte(source, '`') >= 0 {
		w.Words(sign + source + sign)
		return
	}
	w.Plain = append(w.Plain, sign+source+sign...)
	if w.Cell {
		source = strings.ReplaceAll(source, "|", `\|`)
	}
	w.Markdown = append(w.Markdown, sign+"`"+source+"`"+sign...)
}

// Gap writes what waits, and the space that a line end before what comes next makes.
func (w *Inline) Gap() {
	if w.Soft {
		w.Soft = false
		w.Waiting = append(w.Waiting, ' ')
	}
	w.Flush()
}

// Link writes a text with a checked address as a link.
func (w *Inline) Link(text, url string) {
	md, plain := len(w.Markdown), len(w.Plain)
	w.Depth++
	w.Words(text)
	w.Depth--
	w.Linked(md, plain, url)
}

// Linked makes a link of what has been written since md and plain.
func (w *Inline) Linked(md, plain int, url string) {
	words := strings.TrimSpace(string(w.Plain[plain:]))
	if words == "" {
		return
	}
	w.Links = append(w.Links, model.Link{Title: strings.Join(strings.Fields(words), " "), URL: url})
	if words == "x" || words == "X" { // it would be the box of a task at the start of an item
		w.Markdown = append(w.Markdown[:md], "&#"+strconv.Itoa(int(words[0]))+";"...)
	}
	w.wrap(md, "[", "](<"+url+">)")
}

// wrap puts marks around what has been written since from; spaces and line breaks at its end stay outside of them.
func (w *Inline) wrap(from int, before, after string) {
	content := string(w.Markdown[from:])
	core := strings.TrimRightFunc(content, unicode.IsSpace)
	for len(core) < len(content) && strings.HasSuffix(core, `\`) && content[len(core)] == '\n' {
		core = strings.TrimRightFunc(core[:len(core)-1], unicode.IsSpace)
	}
	end := len(core)
	core = strings.TrimLeftFunc(core, unicode.IsSpace)
	if core == "" {
		return
	}
	w.Markdown = append(w.Markdown[:from], content[:end-len(core)]...)
	// it would be a picture or a note
	if n := len(w.Markdown); before == "[" && n > 0 && (w.Markdown[n-1] == '!' || w.Markdown[n-1] == '^') {
		w.Markdown = append(w.Markdown[:n-1], '\\', w.Markdown[n-1])
	}
	w.Markdown = append(w.Markdown, before...)
	w.Markdown = append(w.Markdown, core...)
	w.Markdown = append(w.Markdown, after...)
	w.Markdown = append(w.Markdown, content[end:]...)
}

// Loosen writes the letter that was written last by its number, which ends like punctuation, so that a mark of
// emphasis may follow it whatever comes behind the mark.
func (w *Inline) Loosen() {
	r, size := utf8.DecodeLastRune(w.Markdown)
	if n := len(w.Markdown); n > w.Marks && IsWordRune(r) {
		w.Markdown = append(w.Markdown[:n-size], "&#"+strconv.Itoa(int(r))+";"...)
	}
}

// Within writes what f writes as one piece: HTML that begins in it ends in it.
func (w *Inline) Within(f func()) {
	floor := w.floor
	w.floor = len(w.open)
	f()
	w.Flush()
	w.open = w.open[:w.floor]
	w.floor = floor
}

// Picture writes a picture inside a text: a link to it with its description.
func (w *Inline) Picture(alt, url string) {
	if alt = clean.Line(alt); alt == "" {
		alt = "picture"
	}
	w.Gap()
	if url == "" || w.Depth > 0 {
		w.Words(alt)
		return
	}
	w.Link(alt, url)
}

// Refused writes after the words of a link why it is none.
func (w *Inline) Refused(err error) {
	w.Flush()
	said := "(not opened: " + err.Error() + ")"
	if !w.atStart() {
		said = " " + said
	}
	w.Words(said)
}
