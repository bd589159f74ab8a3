package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text writes a text in lower case, with plain apostrophes and single spaces, for comparing with wordings.
func Text(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '´':
			r = '\''
		case r == '：':
			r = ':'
		case r == '\u00ad' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\ufe0f':
			continue
		case r == '\u0307':
			continue // what the lower case of İ leaves above the i
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// IsAlnum reports whether a byte is an ASCII letter or digit.
func IsAlnum(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' }

// Line returns a text with single spaces for all its runs of white space.
func Line(s string) string {
	if isLine(s) {
		return s
	}
	line := make([]byte, 0, len(s))
	for word := range strings.FieldsSeq(s) {
		if len(line) > 0 {
			line = append(line, ' ')
		}
		line = append(line, word...)
	}
	return string(line)
}

// isLine reports whether all the white space of a text is single spaces between words.
func isLine(s string) bool {
	before := ' '
	for _, r := range s {
		if r == ' ' && before == ' ' || r != ' ' && unicode.IsSpace(r) {
			return false
		}
		before = r
	}
	return s == "" || before != ' '
}

// Rune folds a character as Text does.
func Rune(r rune) rune {
	if r < utf8.RuneSelf && r != '`' {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	switch r {
	case '’', '‘', 'ʼ', '`', '´':
		return '\''
	case '：':
		return ':'
	}
	return unicode.ToLower(r)
}

// Invisible reports whether a character is left out of comparisons.
func Invisible(r rune) bool {
	return r >= utf8.RuneSelf &&
		(r == '\u00ad' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\ufe0f' || r == '\u0307')
}
