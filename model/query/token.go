package query

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"lede/model/fold"
)

// Token is a word of a text as search compares it, and the bytes of the text that it comes from.
type Token struct {
	Word     string
	From, To int
}

// Tokens returns the words of a text as search compares them: as fold.AppendWord writes their letters, and in Arabic
// without the article. Each character of a script that is written without spaces, and each Korean syllable, is a word
// of its own.
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
	var from, size int
	for i := 0; i < len(s); i += size {
		if len(buf) == 0 {
			from = i
		}
		alone, inside := rune(0), false
		if c := s[i]; c < utf8.RuneSelf {
			size = 1
			buf, inside = appendASCII(buf, c)
		} else {
			var r rune
			r, size = fold.Next(s[i:])
			if alone = dense(r); alone == 0 {
				buf, inside = fold.AppendWord(buf, r)
			}
		}
		if inside {
			continue
		}
		if len(buf) > 0 && !emit(bare(buf, 2), from, i) {
			return
		}
		buf = buf[:0]
		if alone != 0 {
			if !emit(utf8.AppendRune(buf, alone), i, i+size) {
				return
			}
		}
	}
	if len(buf) > 0 {
		emit(bare(buf, 2), from, len(s))
	}
}

// appendASCII is fold.AppendWord for ASCII.
func appendASCII(b []byte, c byte) (_ []byte, inside bool) {
	switch {
	case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		return append(b, c), true
	case 'A' <= c && c <= 'Z':
		return append(b, c|0x20), true
	}
	return b, c == '\''
}

// dense returns the letter of a character of a script that is written without spaces, or in whose words readers look
// for parts; 0 for any other.
func dense(r rune) rune {
	switch {
	case r < 0x0E00:
		return 0
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0xAC00 &&
		r <= 0xD7A3, unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return max(fold.Letter(r), 0)
	}
	return 0
}
