package model

import (
	"unicode"
	"unicode/utf8"
)

// Tokens returns the words of a text as search compares them: small letters, without accents, punctuation and
// apostrophes. Each character of a script that is written without spaces is a word of its own.
func Tokens(s string) []string {
	var words []string
	buf := make([]byte, 0, 32)
	flush := func() {
		if len(buf) > 0 {
			words = append(words, string(buf))
			buf = buf[:0]
		}
	}
	for _, r := range s {
		switch r = foldRune(r); {
		case dense(r):
			flush()
			words = append(words, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			buf = appendFolded(buf, r)
		case latinMark(r):
			// an accent of its own: the letter stays bare
		case unicode.IsMark(r):
			buf = utf8.AppendRune(buf, r)
		case (r == '\'' || r == '’') && len(buf) > 0:
			// "don't" is one word
		default:
			flush()
		}
	}
	flush()
	return words
}

// dense reports whether r belongs to a script that is written without spaces.
func dense(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
