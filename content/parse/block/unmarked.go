package block

import (
	"html"
	"strings"

	"lede/model/clean"
	"lede/model/fold"
)

// spelt stands in a text before a character that the source has written with a backslash or as a reference: what is
// spelt so is never a bare address. It takes the place of a picture in other texts and means nothing here.
const spelt = "\uFFFC"

// Unmarked returns what a text of the source says: backslashes and character references are read once, and
// what they bring in is clean.
func Unmarked(s string) string {
	return strings.ReplaceAll(UnmarkedWords(s), spelt, "")
}

// UnmarkedWords is as Unmarked, with spelt before the signs that could make an address.
func UnmarkedWords(s string) string {
	if strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && punctuation(s[i+1]) {
			i++
			if s[i] == '.' || s[i] == ':' || s[i] == '@' {
				b.WriteString(spelt)
			}
		} else if s[i] == '&' {
			if n := reference(s[i:]); n > 0 {
				said := html.UnescapeString(s[i : i+n])
				if said == ":" || said == "@" || said == "." {
					b.WriteString(spelt)
				}
				b.WriteString(said)
				i += n - 1
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return clean.Text(strings.NewReplacer("\r", " ", "\u0085", " ").Replace(b.String()))
}

// reference returns the length of the character reference that s begins with, 0 when it begins with none.
func reference(s string) int {
	for i := 1; i < min(len(s), 34); i++ {
		switch c := s[i]; {
		case c == ';':
			if i == 1 {
				return 0
			}
			return i + 1
		case c == '#' && i == 1, fold.IsAlnum(c):
		default:
			return 0
		}
	}
	return 0
}

func punctuation(c byte) bool {
	return c > ' ' && c < 0x7F && !fold.IsAlnum(c)
}
