package topics

import (
	"strings"
	"unicode/utf8"
)

// script is a script that is written without spaces.
type script int

const (
	spaced script = iota
	han
	hiragana
	katakana
	thai
)

func scriptOf(r rune) script {
	switch {
	case r < 0xE00:
		return spaced
	case r <= 0xEFF, 0x1780 <= r && r <= 0x17FF, 0x1000 <= r && r <= 0x109F:
		return thai
	case 0x3041 <= r && r <= 0x309F:
		return hiragana
	case 0x30A1 <= r && r <= 0x30FA, r == 0x30FC:
		return katakana
	case 0x3400 <= r && r <= 0x4DBF, 0x4E00 <= r && r <= 0x9FFF, r == '々', 0x20000 <= r && r <= 0x3FFFF:
		return han
	}
	return spaced
}

func dense(r rune) bool { return scriptOf(r) != spaced }

// denseWord reports whether a word is of a script that is written without spaces.
func denseWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return dense(r)
}

// denseLanguage distinguishes Japanese from Chinese by its Kana.
func (d *document) denseLanguage() *language {
	kana, all := 0, 0
	for _, t := range d.tokens {
		if t.is(ideograph) {
			all++
			if r, _ := utf8.DecodeRuneInString(d.words[t.word].fold); scriptOf(r) == hiragana {
				kana++
			}
		}
	}
	if all*2 < len(d.tokens) {
		return nil
	}
	if kana*8 > all {
		return languages()["ja"]
	}
	return languages()["zh"]
}

// Lengths in characters of what is taken for a subject.
const (
	minHan, maxHan           = 2, 8
	minKatakana, maxKatakana = 3, 16
	maxGram                  = 5
)

// denseRuns makes candidates of the runs of Katakana and Han in Japanese, where the Hiragana between them part the
// words.
func (d *document) denseRuns() {
	for p := range d.passages {
		d.eachToken(p, func(i int, t token) {
			if !t.is(ideograph) {
				return
			}
			w := &d.words[t.word]
			n := utf8.RuneCountInString(w.fold)
			switch r, _ := utf8.DecodeRuneInString(w.fold); scriptOf(r) {
			case katakana:
				if n >= minKatakana && n <= maxKatakana {
					d.add(phraseKind, p, i, i+1, 1.2)
				}
			case han:
				if n >= minHan && n <= maxHan && w.class&stop == 0 && !d.counted(i) {
					d.add(phraseKind, p, i, i+1, 1)
				}
			case spaced, hiragana, thai:
			}
		})
	}
}

// counted reports whether a number stands before token i, which then begins with a counter: 3月, 10年.
func (d *document) counted(i int) bool {
	return i > 0 && d.tokens[i-1].is(number) && d.tokens[i-1].to == d.tokens[i].from
}

// denseGrams makes candidates of the sequences of characters that recur in Chinese. A sequence inside of a longer one
// that is as frequent is left out.
func (d *document) denseGrams() {
	counts := map[string]int{}
	d.eachGram(func(_, _ int, gram string) { counts[gram]++ })
	for gram, n := range counts {
		if n < 2 {
			delete(counts, gram)
		}
	}
	whole := maximal(counts)
	d.eachGram(func(p, i int, gram string) {
		if whole[gram] {
			d.addText(p, i, gram)
		}
	})
}

// maximal returns the sequences that are not a part of a longer one nearly as frequent.
func maximal(counts map[string]int) map[string]bool {
	whole := make(map[string]bool, len(counts))
	for gram := range counts {
		whole[gram] = true
	}
	for gram, n := range counts {
		_, first := utf8.DecodeRuneInString(gram)
		_, last := utf8.DecodeLastRuneInString(gram)
		for _, part := range []string{gram[first:], gram[:len(gram)-last]} {
			if counts[part]*3 <= n*4 {
				delete(whole, part)
			}
		}
	}
	return whole
}

// eachGram calls f for the sequences of two to maxGram Han characters without a function word in them.
func (d *document) eachGram(f func(p, i int, gram string)) {
	for p := range d.passages {
		d.eachToken(p, func(i int, t token) {
			text := d.words[t.word].fold
			if r, _ := utf8.DecodeRuneInString(text); !t.is(ideograph) || scriptOf(r) != han {
				return
			}
			for piece := range strings.FieldsFuncSeq(text, particle) {
				d.grams(piece, func(gram string) { f(p, i, gram) })
			}
		})
	}
}

func (d *document) grams(piece string, f func(string)) {
	var ends [maxGram]int
	for from := range piece {
		n := 0
		for i, r := range piece[from:] {
			if n == maxGram {
				break
			}
			ends[n] = from + i + utf8.RuneLen(r)
			n++
		}
		for k := 1; k < n; k++ {
			if gram := piece[from:ends[k]]; d.lang.words[gram]&stop == 0 {
				f(gram)
			}
		}
	}
}

// particle reports whether a Chinese character is a function word, which no subject contains.
func particle(r rune) bool {
	return strings.ContainsRune("的了在是和有不也就都这那為为与與及等其之个個一我你他她它们們這没沒被"+
		"把让讓将將从從对對于於以而但或因所又很更最已还還向到上下中后後前时時"+
		"年月日说說称稱並并者至该該", r)
}
