package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldedFrom folds text as one field of a haystack, and returns for each byte of the result where in text it comes
// from.
func foldedFrom(text string) (string, []int) {
	var b strings.Builder
	b.WriteByte(' ')
	origin := []int{0}
	for i, r := range text {
		if r = foldRune(r); r < 0 {
			continue
		}
		for range utf8.RuneLen(r) {
			origin = append(origin, i)
		}
		b.WriteRune(r)
	}
	return b.String(), origin
}

// fold writes text in lower case without accents; anything but letters and digits becomes a blank.
func fold(text string) string {
	var b strings.Builder
	writeFolded(&b, text)
	return b.String()
}

func writeFolded(b *strings.Builder, text string) {
	b.Grow(len(text))
	for _, r := range text {
		if r = foldRune(r); r >= 0 {
			b.WriteRune(r)
		}
	}
}

// foldRune folds one character; -1 for marks, which are dropped.
func foldRune(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		return r
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf:
		return ' '
	case unicode.Is(unicode.Mn, r):
		return -1
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
		return ' '
	}
	return foldLetter(unicode.ToLower(r))
}

// foldLetter takes the accents off a small letter beyond ASCII.
func foldLetter(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	}
	if r >= 0x2E80 { // ideographs and kana: their parts are letters of their own
		return r
	}
	var buf [utf8.UTFMax]byte
	if d := norm.NFD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition(); len(d) > 0 {
		base, _ := utf8.DecodeRune(d)
		return base
	}
	return r
}
