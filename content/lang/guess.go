package lang

import (
	"strings"
	"sync"
	"unicode"

	"lede/model/clean"
)

// commonWords are words that tell languages written in Latin letters apart, a language a line: its code and the words, folded.
const commonWords = `
en the of and to is that for was with are this it be on have not they you from our has will who i my
de der die und das nicht ist ein eine mit für auf den sich dem auch wir ich von zu es sind wie im
fr le les des et est une du pour dans que qui pas sur au nous avec vous je ce sont plus cette
es el los las y una del por para con que es se su al lo como más pero está este
pt o os um uma do da dos das não para com é em ao mais que se foi são pela
it il gli di che non è per un una della con del sono anche più dei nel si ha
nl het een van en niet is dat op te zijn voor met ook maar bij wij aan deze
sv och att det som är en för inte den på av med har vi jag till ett
da og at det er en af for ikke den på med har vi jeg til et der
pl w i nie się na jest z to do że o jak za po od dla czy przez
cs je se na v a že to s z do pro jsem jako ale by jsou
tr ve bir bu için ile de da çok olarak daha ne gibi olan
id yang dan di ini itu dengan untuk tidak dari akan pada ke adalah
fi ja on ei se että oli hän mutta kun myös ovat tämä
hu a az és hogy nem egy is van ez volt meg
ro și în este nu la cu pe care din un să sunt
`

var commonWordSets = sync.OnceValue(func() map[string][]string {
	sets := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(commonWords)) {
		f := strings.Fields(line)
		for _, w := range f[1:] {
			sets[w] = append(sets[w], f[0])
		}
	}
	return sets
})

// Guess guesses the language of a text, or its script where that says enough. It is "" when the text tells nothing, and
// never meant for more than comparing two texts.
func Guess(text string) string {
	text = clean.Clip(text, 600)
	if s := script(text); s != "latin" {
		return s
	}
	sets := commonWordSets()
	votes := map[string]int{}
	best, second, lang := 0, 0, ""
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, l := range sets[strings.ToLower(w)] {
			votes[l]++
		}
	}
	for l, n := range votes {
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
