package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of plain text that is not empty.
type line struct {
	raw    string // as it stands
	text   string // without the white space around it
	indent int    // columns of white space before it
	gap    bool   // an empty line stands before it
	blanks int    // how many empty lines stand before it
	number int    // of the line in the text, from 1
}

// scanLines returns the lines of s that are not empty, as parts of s.
func scanLines(s string) []line {
	all := make([]line, 0, strings.Count(s, "\n")+1)
	blanks := 0
	for n := 1; s != ""; n++ {
		var raw string
		raw, s, _ = strings.Cut(s, "\n")
		text := strings.TrimSpace(raw)
		if text == "" {
			blanks++
			continue
		}
		all = append(all, line{raw: raw, text: text, indent: indentOf(raw), gap: blanks > 0, blanks: blanks, number: n})
		blanks = 0
	}
	return all
}

// indentOf counts the columns of white space that s begins with; a tab goes to the next multiple of four.
func indentOf(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4 - n%4
		case r == '\u3000':
			n += 2
		case unicode.IsSpace(r):
			n++
		default:
			return n
		}
	}
	return n
}

// columns is the room that s takes in a fixed-width text: two for each wide character.
func columns(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			for _, r := range s[i:] {
				n++
				if wide(r) {
					n++
				}
			}
			return n
		}
		n++
	}
	return n
}

// wide reports whether r is a Chinese, Japanese or Korean character: these are written without spaces at line ends.
func wide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115F || 0x2E80 <= r && r <= 0xA4CF || 0xAC00 <= r && r <= 0xD7A3 ||
		0xF900 <= r && r <= 0xFAFF || 0xFE30 <= r && r <= 0xFE6F || 0xFF00 <= r && r <= 0xFF60 || r >= 0x1F300)
}

// The widths in columns that a text is taken to be hard-wrapped at. Verse is narrower, and a paragraph on one
// line is wider.
const (
	minWrap = 40
	maxWrap = 112
)

// wrapWidth returns the column at which the lines have been broken, or 0 when a line is a paragraph of its own.
//
// Whoever breaks lines at a width breaks as late as possible: the first word of a line would not have fitted on
// the line before. Lines that end for another reason rarely do that.
func wrapWidth(lines []line) int {
	w := longest(lines)
	if w < minWrap {
		return 0
	}
	e := wrapEvidence(lines, w)
	if e.full*3 < e.open*2 || e.open*3 < e.pairs || e.small == 0 || e.small*4 < e.open {
		return 0
	}
	return w
}

// wrapSigns counts the lines that are not short and have a line right below them.
type wrapSigns struct {
	pairs int
	open  int // of them those that end inside a sentence
	full  int // of these those that the first word below would not fit on
	small int // of these those above a word that does not begin large
}

func wrapEvidence(lines []line, w int) (e wrapSigns) {
	for i := 1; i < len(lines); i++ {
		l, next := lines[i-1], lines[i]
		if next.gap || columns(l.text) < w/2 || next.indent > l.indent+1 || strings.HasPrefix(next.text, ">") {
			continue
		}
		if _, ok := markOf(next); ok {
			continue
		}
		e.pairs++
		if endsSentence(l.text) {
			continue
		}
		e.open++
		if room(l, next, w) <= w/10 {
			e.full++
			if r, _ := utf8.DecodeRuneInString(next.text); unicode.IsLetter(r) && !unicode.IsUpper(r) {
				e.small++
			}
		}
	}
	return e
}

// longest is the length in columns of the longest of the lines that have a line right below them, but for a few
// outliers; 0 when more than a few are longer than any width that lines are broken at.
func longest(lines []line) int {
	var lengths [maxWrap + 2]int
	all := 0
	for i, l := range lines {
		if i+1 < len(lines) && !lines[i+1].gap {
			lengths[min(columns(l.text)+min(l.indent, 8), maxWrap+1)]++
			all++
		}
	}
	above := 0
	for n := maxWrap + 1; n > 0; n-- {
		above += lengths[n]
		if above*50 > all {
			return n % (maxWrap + 1)
		}
	}
	return 0
}

// room is how many columns of the width w are left at the end of l when the first word of next is put there; below 1
// it does not fit.
func room(l, next line, w int) int {
	word := next.text
	if r, size := utf8.DecodeRuneInString(word); wide(r) {
		word = word[:size]
	} else if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	return w - min(l.indent, 8) - columns(l.text) - columns(word)
}

// sameParagraph reports whether next continues the paragraph of l, in a text that is broken at the width w. The
// indent of the paragraph's lines but the first is base.
func sameParagraph(l, next line, w, base int) bool {
	if w == 0 || next.gap || next.indent > base+1 && l.indent <= base+1 || isAddress(l.text) || isAddress(next.text) {
		return false
	}
	free := room(l, next, w)
	switch {
	case free <= w/10:
		return true
	case endsSentence(l.text):
		return free <= w/5
	case startsLower(next.text):
		return true
	default:
		return free <= w/3
	}
}

// isAddress reports whether a line is nothing but a web address.
func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && strings.IndexByte(s, ' ') < 0
}

// endsSentence reports whether s ends with a mark that closes a sentence, before quotes and brackets.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(terminals, r)
}

// The marks that close sentences, in the scripts that have their own, and those that may follow them.
const (
	terminals = ".!?…:。．！？：।॥۔؟։።"
	closers   = "\"'”’»«›“)]}」』）】*"
)

// startsLower reports whether s begins with a lower-case letter.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
