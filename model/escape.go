package model

import "strings"

// Escape writes plain text as Markdown (CommonMark, GFM, definition lists and formulas) that shows exactly that text
// and nothing else: no markup, no link of its own accord, no white space lost. Every & becomes &amp;.
//
// Line breaks stay line breaks, and an empty line parts two paragraphs. A text without anything to
// write differently is returned as it is, without a copy.
//
// What is written with a backslash is what every renderer here takes back; the rest, such as ~ and @, is written as a
// character reference.
func Escape(text string) string {
	e := escaper{text: text, lineStart: true}
	for e.at < len(text) {
		e.step()
	}
	if e.out == nil {
		return text
	}
	e.out.WriteString(text[e.done:])
	return e.out.String()
}

// escaper walks over a text. What lies before done has been written to out; out is nil as
// long as the text needs no change.
type escaper struct {
	text      string
	out       *strings.Builder
	at, done  int
	lineStart bool
}

// put writes s in the place of the byte at the present position.
func (e *escaper) put(s string) {
	if e.out == nil {
		e.out = new(strings.Builder)
		e.out.Grow(len(e.text) + len(e.text)/16 + len(s))
	}
	e.out.WriteString(e.text[e.done:e.at])
	e.out.WriteString(s)
	e.at++
	e.done = e.at
}

// The bytes that may mean something to Markdown inside a line, as bits: those below 64, and those from there on.
const (
	lowMarks  = 1<<'\n' | 1<<'\t' | 1<<'#' | 1<<'$' | 1<<'%' | 1<<'=' | 1<<'&' | 1<<'*' | 1<<':' | 1<<'<'
	highMarks = 1<<('@'-64) | 1<<('['-64) | 1<<('\\'-64) | 1<<('^'-64) |
		1<<(']'-64) | 1<<('_'-64) | 1<<('`'-64) | 1<<('|'-64) | 1<<('~'-64)
)

// skip passes over what is text wherever it stands inside a line.
func (e *escaper) skip() {
	for ; e.at < len(e.text); e.at++ {
		switch c := e.text[e.at]; {
		case c >= 128:
		case c == ' ' && (e.at+1 == len(e.text) || e.text[e.at+1] == '\n'), c == '.' && e.at > 0 && e.text[e.at-1] == 'w':
			return
		case c < 64 && lowMarks>>c&1 == 1, c >= 64 && highMarks>>(c-64)&1 == 1:
			return
		}
	}
}

// step takes one byte, or one mark at the start of a line, and what is text after it.
func (e *escaper) step() {
	e.take()
	if !e.lineStart {
		e.skip()
	}
}

func (e *escaper) take() {
	if e.lineStart {
		e.lineStart = false
		if e.opening() {
			return
		}
	}
	c := e.text[e.at]
	switch c {
	case '\n':
		e.newline()
		return
	case '`', '*', '[', ']', '<', '|':
		e.put(`\` + string(rune(c)))
		return
	case '&':
		e.put("&amp;")
		return
	case '~':
		e.put("&#126;")
		return
	case '\\', '_', ' ', '\t', '#', '$', '%', '=', '^', ':', '@', '.':
		if s := e.inPlace(c); s != "" {
			e.put(s)
			return
		}
	}
	e.at++
}

// inPlace returns how a character is written that is markup in some places only, or "" where it is text.
func (e *escaper) inPlace(c byte) string {
	before, rest := e.text[:e.at], e.text[e.at+1:]
	switch c {
	case '\\':
		if lineEnds(rest) { // goldmark takes three backslashes before a line break for two
			return "&#92;"
		}
		return `\\`
	case '_':
		if !alnumAt(before, len(before)-1) || !alnumAt(rest, 0) {
			return `\_`
		}
	case ' ', '\t':
		if rest == "" || rest[0] == '\n' { // white space at the end of a line is dropped, or breaks the line
			return reference(c)
		}
	case '#':
		if lineEnds(strings.TrimLeft(rest, "#")) { // closes a heading
			return `\#`
		}
	case '$', '%', '=', '^':
		if dialect(before, e.text[e.at:]) {
			return `\` + string(rune(c))
		}
	case ':':
		if strings.HasPrefix(rest, "//") {
			return "&#58;"
		}
	case '@':
		if before != "" && !lineBreaks(before[len(before)-1]) && alnumAt(rest, 0) {
			return "&#64;"
		}
	case '.':
		if strings.HasSuffix(before, "www") {
			return `\.`
		}
	}
	return ""
}

// dialect reports whether what s begins with, after before, may be markup that CommonMark has not: a formula, a
// comment, a highlight or the name of a paragraph.
func dialect(before, s string) bool {
	second := byte(0)
	if len(s) > 1 {
		second = s[1]
	}
	switch s[0] {
	case '$':
		return second < '0' || second > '9' || Formula(before, s) > 0
	case '%':
		return second == '%'
	case '=':
		return second == '=' && !strings.HasSuffix(before, "=") && !strings.HasPrefix(s[2:], "=")
	}
	name := strings.TrimLeft(s[1:], "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-")
	return len(s)-len(name) > 2 && (name == "" || name[0] == '\n' || name[0] == ' ') &&
		(before == "" || lineBreaks(before[len(before)-1]))
}

// opening writes what would be markup at the start of a line only, and reports whether there was any.
func (e *escaper) opening() bool {
	c, rest := e.text[e.at], e.text[e.at+1:]
	switch c {
	case ' ', '\t':
		e.put(reference(c))
	case '#', '>':
		e.put(`\` + string(rune(c)))
	case '-', '+':
		// "-:" may be the line below the head of a table
		if rest != "" && rest[0] != c && rest[0] != ':' && !lineBreaks(rest[0]) {
			return false
		}
		e.put(`\` + string(rune(c)))
	case '=', ':':
		e.put(reference(c))
	case '!', '?': // the head of a box
		if !strings.HasPrefix(rest, strings.Repeat(string(rune(c)), 2)) {
			return false
		}
		e.put(`\` + string(rune(c)))
	default:
		return e.number()
	}
	return true
}

// number writes the mark of an ordered list, as in "1. " and "2) ", so that it is none.
func (e *escaper) number() bool {
	i := e.at
	for i < len(e.text) && '0' <= e.text[i] && e.text[i] <= '9' {
		i++
	}
	if i == e.at || i >= len(e.text) || e.text[i] != '.' && e.text[i] != ')' {
		return false
	}
	if i+1 < len(e.text) && !lineBreaks(e.text[i+1]) {
		return false
	}
	e.at = i
	e.put(`\` + e.text[i:i+1])
	return true
}

// newline writes a line break that stays one, unless an empty line begins or ends there.
func (e *escaper) newline() {
	e.lineStart = true
	before, rest := e.text[:e.at], e.text[e.at+1:]
	if before == "" || before[len(before)-1] == '\n' || rest == "" || rest[0] == '\n' {
		e.at++
		return
	}
	e.put("\\\n")
}

// reference returns an ASCII character as a character reference.
func reference(c byte) string {
	switch c {
	case '\t':
		return "&#9;"
	case ' ':
		return "&#32;"
	case ':':
		return "&#58;"
	default:
		return "&#61;"
	}
}

func lineBreaks(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func lineEnds(s string) bool { return s == "" || s[0] == '\n' }

func alnumAt(s string, i int) bool {
	return 0 <= i && i < len(s) && ('0' <= s[i] && s[i] <= '9' || 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z')
}
