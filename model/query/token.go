package query

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"lede/model/fold"
)

// Token is a word of a text as search compares it, and the bytes of the text that it was read from.
type Token struct {
	Word     string
	From, To int
}

// Tokens returns the words of a text as search compares them: small letters, without accents, punctuation and
// apostrophes. Each character of a script that is written without spaces is a word of its own.
func Tokens(s string) []string {
	var words []string
	scanTokens(s, make([]byte, 0, 64), func(word []byte, _, _ int) bool {
		words = append(words, string(word))
		return true
	})
	return words
}

// EachToken goes through the words of a text as Tokens gives them, with their places.
func EachToken(s string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		scanTokens(s, make([]byte, 0, 64), func(word []byte, from, to int) bool {
			return yield(Token{string(word), from, to})
		})
	}
}

// scanTokens calls emit for each word until it returns false. The word is emit's only until it returns.
func scanTokens(s string, buf []byte, emit func(word []byte, from, to int) bool) {
	from := 0
	for i, r := range s {
		if len(buf) == 0 {
			from = i
		}
		switch r = fold.Lower(r); {
		case r < 0x80 && ('a' <= r && r <= 'z' || '0' <= r && r <= '9'):
			buf = append(buf, byte(r)) //nolint:gosec // ASCII
		case r == '\'' || r == '’':
			// "don't" is one word
		case r < 0x80:
			if len(buf) > 0 && !emit(buf, from, i) {
				return
			}
			buf = buf[:0]
		case dense(r):
			if len(buf) > 0 && !emit(buf, from, i) {
				return
			}
			buf = utf8.AppendRune(buf[:0], r)
			if !emit(buf, i, i+len(buf)) {
				return
			}
			buf = buf[:0]
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			buf = fold.AppendLetter(buf, r)
		case fold.IsAccent(r):
			// an accent of its own: the letter stays bare
		case unicode.IsMark(r):
			buf = utf8.AppendRune(buf, r)
		default:
			if len(buf) > 0 && !emit(buf, from, i) {
				return
			}
			buf = buf[:0]
		}
	}
	if len(buf) > 0 {
		emit(buf, from, len(s))
	}
}

// dense reports whether r belongs to a script that is written without spaces.
func dense(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
