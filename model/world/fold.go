package world

import (
	"strings"

	"lede/model/fold"
)

// Fold folds a name, so that its variants count as one: case, accents, width, punctuation, a leading "the" and a
// possessive make no difference. A name without any letter or digit becomes "".
func Fold(name string) string {
	b := make([]byte, 0, len(name))
	for i, size := 0, 0; i < len(name); i += size {
		var r rune
		r, size = fold.Next(name[i:])
		var inside bool
		if b, inside = fold.AppendWord(b, r); !inside && r != '.' && len(b) > 0 && b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
	}
	key := strings.TrimSpace(string(b))
	if n := len(key); possessive(name) && n > 1 {
		key = key[:n-1]
	}
	return strings.TrimPrefix(key, "the ")
}

func possessive(name string) bool {
	name = strings.TrimRight(name, " ")
	return strings.HasSuffix(name, "'s") || strings.HasSuffix(name, "’s")
}
