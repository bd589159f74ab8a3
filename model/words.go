package model

import (
	"unicode"
	"unicode/utf8"
)

// Sets of ASCII characters, a bit each: the first two have the digits below 64 and the letters above.
const (
	digits  = uint64(0x3FF) << '0'
	letters = uint64(0x3FFFFFF)<<('A'-64) | uint64(0x3FFFFFF)<<('a'-64)
	joins   = uint64(1)<<'\'' | uint64(1)<<'-' // stay inside a word
)

// Words counts the words of a text: runs of letters, marks and digits, apostrophes and hyphens
// inside them included. Two characters of a script without spaces (Chinese, Japanese, Thai) count as one
// word.
func Words(s string) int {
	words, dense := 0, 0
	in := uint64(0) // 1 inside a word
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			set := [2]uint64{digits, letters}[c>>6]
			letter := set >> (c & 63) & 1
			if letter&^in != 0 {
				words++
			}
			in = letter | in&(joins>>c&1)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			dense++
			in = 0
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if in == 0 {
				words++
			}
			in = 1
		case unicode.IsMark(r) || r == '’':
			// stays in the word, or out of it
		default:
			in = 0
		}
	}
	return words + (dense+1)/2
}
