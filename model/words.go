package model

import "unicode"

// Words counts the words of a text: runs of letters, marks and digits, apostrophes and hyphens
// inside them included. Two characters of a script without spaces (Chinese, Japanese, Thai) count as one
// word.
func Words(s string) int {
	words, dense := 0, 0
	in := false
	for _, r := range s {
		switch {
		case r < 0x80:
			letter := 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
			if letter && !in {
				words++
			}
			in = letter || in && (r == '\'' || r == '-')
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
			dense++
			in = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !in {
				words++
			}
			in = true
		case unicode.IsMark(r) || r == '’':
			// stays in the word, or out of it
		default:
			in = false
		}
	}
	return words + (dense+1)/2
}
