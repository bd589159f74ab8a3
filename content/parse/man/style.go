package man

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// letter is a character and how it is set.
type letter struct {
	r           rune
	bold, under bool
}

// Styled reports whether data is text with letters struck over others, or with codes for a terminal.
func Styled(data []byte) bool {
	return bytes.Contains(data, []byte("\b")) || bytes.Contains(data, []byte("\x1b[")) ||
		bytes.Contains(data, []byte("\x1b]8;"))
}

// maxCode is the length of the longest code for a terminal that is taken out, in bytes; a link has an address in it.
const maxCode = 2100

// letters reads UTF-8 with letters struck over others and codes for a terminal. A code that is not whole stays, for
// its controls to be cleaned away.
func letters(s string) []letter {
	out := make([]letter, 0, len(s))
	bold, under := false, false
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\x1b':
			if n, params, sgr := code(s[i:]); n > 0 {
				if i += n; sgr {
					bold, under = rendition(params, bold, under)
				}
				continue
			}
		case s[i] == '\b' && len(out) > 0 && out[len(out)-1].r != '\n' && i+1 < len(s) && s[i+1] >= ' ':
			r, n := utf8.DecodeRuneInString(s[i+1:])
			out[len(out)-1].strike(r)
			i += 1 + n
			continue
		case s[i] == '\b':
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		out = append(out, letter{r, bold, under})
		i += n
	}
	return out
}

// strike sets a character over a letter: the same makes it bold, a line underlines it, anything else takes its place.
func (l *letter) strike(r rune) {
	switch {
	case r == l.r:
		l.bold = true
	case l.r == '_':
		l.r, l.under = r, true
	case r == '_':
		l.under = true
	case l.r == '+' && r == 'o', l.r == 'o' && r == '+': // the dot of a list
		l.r = '•'
	default:
		l.r = r
	}
}

// code returns the length of the code that s begins with, 0 when it is not whole: a control sequence, of which sgr
// tells that it sets how letters look, or a command to the system, as a link is.
func code(s string) (n int, params string, sgr bool) {
	s = s[:min(len(s), maxCode)]
	switch {
	case strings.HasPrefix(s, "\x1b["):
		for i := 2; i < len(s); i++ {
			if c := s[i]; c >= 0x40 && c <= 0x7E {
				return i + 1, s[2:i], c == 'm'
			} else if c < 0x20 || c > 0x3F {
				return 0, "", false
			}
		}
	case strings.HasPrefix(s, "\x1b]"):
		end := strings.IndexAny(s, "\a\n\x1b"[:2])
		if st := strings.Index(s, "\x1b\\"); st > 0 && (end < 0 || st < end) {
			return st + 2, "", false
		}
		if end > 0 && s[end] == '\a' {
			return end + 1, "", false
		}
	case len(s) > 2 && (s[1] == '(' || s[1] == ')'): // a set of characters
		return 3, "", false
	}
	return 0, "", false
}

// rendition reads how letters look from the numbers of a code.
func rendition(params string, bold, under bool) (boldNow, underNow bool) {
	for p := range strings.SplitSeq(params, ";") {
		switch p {
		case "", "0":
			bold, under = false, false
		case "1":
			bold = true
		case "3", "4":
			under = true
		case "21", "22":
			bold = false
		case "23", "24":
			under = false
		case "38", "48", "58": // what follows is a colour
			return bold, under
		}
	}
	return bold, under
}

// text are the letters without how they are set.
func text(all []letter) string {
	var b strings.Builder
	for _, l := range all {
		b.WriteRune(l.r)
	}
	return b.String()
}
