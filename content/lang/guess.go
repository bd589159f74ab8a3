package lang

import (
	"strings"
	"sync"
	"unicode"

	"lede/model/clean"
)

// commonWords holds the words that tell languages written in Latin letters apart, with the codes of theirs.
var commonWords = sync.OnceValue(func() map[string][]string {
	sets := map[string][]string{}
	for code, words := range Lines("common") {
		for w := range strings.FieldsSeq(words) {
			sets[w] = append(sets[w], code)
		}
	}
	return sets
})

// Guess guesses the language of a text, or its script where that says enough. It is "" when the text tells nothing,
// and never meant for more than comparing two texts.
func Guess(text string) string {
	text = clean.Clip(text, 600)
	if s := script(text); s != "latin" {
		return s
	}
	best, second, lang := 0, 0, ""
	for l, n := range Votes(text) {
		if n > best || n == best && l < lang {
			best, second, lang = n, best, l
		} else if n > second {
			second = n
		}
	}
	if best < 2 || best == second {
		return ""
	}
	return lang
}

// Votes counts the common words of each language that is written in Latin letters, by the codes of the languages.
func Votes(text string) map[string]int {
	sets, votes := commonWords(), map[string]int{}
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, l := range sets[strings.ToLower(w)] {
			votes[l]++
		}
	}
	return votes
}

// script names the script that most letters of a text are of, "" when it has none.
func script(text string) string {
	counts := [...]struct {
		name  string
		table *unicode.RangeTable
		n     int
	}{
		{"latin", unicode.Latin, 0},
		{"cyrillic", unicode.Cyrillic, 0},
		{"arabic", unicode.Arabic, 0},
		{"han", unicode.Han, 0},
		{"kana", unicode.Hiragana, 0},
		{"hangul", unicode.Hangul, 0},
		{"devanagari", unicode.Devanagari, 0},
		{"greek", unicode.Greek, 0},
		{"hebrew", unicode.Hebrew, 0},
		{"thai", unicode.Thai, 0},
		{"bengali", unicode.Bengali, 0},
		{"tamil", unicode.Tamil, 0},
	}
	for _, r := range text {
		if r < 0x80 {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				counts[0].n++
			}
			continue
		}
		for i := range counts {
			if unicode.Is(counts[i].table, r) {
				counts[i].n++
				break
			}
		}
	}
	best := 0
	for i, c := range counts {
		if c.n > counts[best].n {
			best = i
		}
	}
	switch {
	case counts[best].n == 0:
		return ""
	case counts[best].name == "han" && counts[4].n > 0:
		return "kana"
	}
	return counts[best].name
}
