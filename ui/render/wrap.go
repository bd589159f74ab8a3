package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model/script"
)

// Wrap breaks plain text into lines of at most width cells: at spaces, after hyphens and dashes between letters,
// between ideographs, and between the words of Thai. A longer word is cut. Newlines stay.
func Wrap(s string, width int) []string {
	lines := make([]string, 0, len(s)/max(width, 1)+1)
	wrap(s, width, func(from, to int) { lines = append(lines, s[from:to]) })
	return lines
}

// wrap is Wrap by byte ranges, without the spaces round a break. It looks at each byte at most twice, whatever the
// text.
func wrap(s string, width int, line func(from, to int)) {
	b := breaker{text: s, width: max(width, 2), line: line}
	for b.at < len(s) {
		b.step()
	}
	if b.start < len(s) || b.at == 0 || s[len(s)-1] == '\n' {
		b.cut(len(s), len(s))
	}
}

// breaker is the state of a wrap in the middle of a line.
type breaker struct {
	text  string
	width int
	line  func(from, to int)

	start, at int // where the line begins; the character looked at
	used      int // cells from start to at

	// The last place where the line may end and the next one begin, none while next is not past start.
	end, next  int
	last, prev rune // the two characters before at, 0 at the line's start
	thai       thaiRun
}

// step takes one character.
func (b *breaker) step() {
	c := b.text[b.at]
	switch {
	case c == '\n':
		b.cut(b.at, b.at+1)
		return
	case c == ' ' || c == '\t':
		b.space()
		return
	case plainLetter(c) && !breaks(b.last):
		if b.word() {
			return
		}
	}
	size, width := next(b.text[b.at:])
	first := rune(c)
	if c >= utf8.RuneSelf {
		first, _ = utf8.DecodeRuneInString(b.text[b.at:])
	}
	if script.IsThai(first) && script.IsThai(b.last) {
		b.betweenThai()
	} else if b.between(first) {
		b.end, b.next = b.at, b.at
	}
	if b.used+width > b.width && b.used > 0 {
		b.overflow()
		return
	}
	b.used += width
	b.at += size
	b.prev, b.last = b.last, first
}

// word takes plain letters up to the line's end, and reports whether there were any.
func (b *breaker) word() bool {
	i, end := b.at, min(len(b.text), b.at+b.width-b.used)
	for i < end && plainLetter(b.text[i]) {
		i++
	}
	if i < len(b.text) && b.text[i] >= utf8.RuneSelf {
		i-- // a mark may follow
	}
	n := i - b.at
	if n <= 0 {
		return false
	}
	b.used += n
	if n > 1 {
		b.last = rune(b.text[i-2])
	}
	b.prev, b.last = b.last, rune(b.text[i-1])
	b.at = i
	return true
}

// plainLetter reports whether a character takes one cell and allows no break beside it.
func plainLetter(c byte) bool { return c > ' ' && c < 0x7f && c != '-' && c != '/' }

// breaks reports whether a line may break after a character.
func breaks(r rune) bool {
	return r == '-' || r == '/' || r == '–' || r == '—' || r >= 0x1100
}

func (b *breaker) space() {
	if b.used == 0 {
		b.at++
		b.start = b.at
		return
	}
	if b.last != ' ' {
		b.end = b.at
	}
	b.at++
	b.next = b.at
	b.used++
	b.prev, b.last = b.last, ' '
}

// overflow ends the line at the last place that allows it, or else here.
func (b *breaker) overflow() {
	if b.next > b.start {
		b.cut(b.end, b.next)
		return
	}
	b.cut(b.at, b.at)
}

// cut ends the line and begins the next one.
func (b *breaker) cut(end, next int) {
	if end > b.start && b.last == ' ' && b.next == end {
		end = b.end
	}
	b.line(b.start, max(end, b.start))
	b.start, b.at, b.used, b.prev, b.last = next, next, 0, 0, 0
	b.end, b.next = next, next
}

// between reports whether a line may break between the character before and r.
func (b *breaker) between(r rune) bool {
	switch {
	case b.used == 0 || b.last == ' ':
		return false
	case b.last == '-' || b.last == '–' || b.last == '—' || b.last == '/' && b.used > b.width/2:
		return unicode.IsLetter(r) && unicode.IsLetter(b.prev)
	case r < 0x1100 && b.last < 0x1100:
		return false
	}
	return (ideographic(r) || ideographic(b.last)) && (han(r) || !strings.ContainsRune(notFirst, r)) &&
		(han(b.last) || !strings.ContainsRune(notLast, b.last))
}

// Characters that may not begin, and may not end, a line of Chinese or Japanese.
const (
	notFirst = "、。，．・：；？！」』】〕〉》）］｝’”…—々ー" +
		"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;?!)]}%％"
	notLast = "「『【〔〈《（［｛‘“([{$¥￥"
)

func ideographic(r rune) bool {
	return r >= 0x2e80 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff ||
		r >= 0xff00 && r <= 0xff60 || r >= 0x20000 && r <= 0x3ffff
}

func han(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }
