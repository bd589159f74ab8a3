package widget

import (
	"strings"

	"lede/model/fold"
)

// foldedFrom folds text as one field of a haystack, and returns for each byte of the result where in text it comes
// from.
func foldedFrom(text string) (string, []int) {
	b, origin := []byte{' '}, []int{0}
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		r, size = fold.Next(text[i:])
		b = appendFolded(b, r)
		for len(origin) < len(b) {
			origin = append(origin, i)
		}
	}
	return string(b), origin
}

// folded writes text as its words are compared; whatever is between words becomes a blank.
func folded(text string) string {
	var b strings.Builder
	writeFolded(&b, text)
	return b.String()
}

func writeFolded(b *strings.Builder, text string) {
	b.Grow(len(text))
	buf := make([]byte, 0, 16)
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		r, size = fold.Next(text[i:])
		b.Write(appendFolded(buf, r))
	}
}

func appendFolded(b []byte, r rune) []byte {
	b, inside := fold.AppendWord(b, r)
	if !inside {
		b = append(b, ' ')
	}
	return b
}
