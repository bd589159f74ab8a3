package charset

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed pairs.txt
var pairsFile string

// letterPair is two letters that stand side by side, in small letters; edge stands for what is no letter.
type letterPair [2]rune

// edge is the beginning or the end of a word.
const edge = '_'

// tongue is a language as its letter pairs tell it.
type tongue struct {
	code     string
	charsets []charset
	weights  map[letterPair]float64 // from 1 for the most frequent pair down to 1/2
}

// tongues returns the languages of pairs.txt.
var tongues = sync.OnceValue(func() []tongue {
	names := map[string]charset{
		"windows-1252": windows1252, "windows-1250": windows1250, "iso-8859-2": latin2, "windows-1257": windows1257,
		"windows-1254": windows1254,
		"windows-1251": windows1251, "koi8-r": koi8R, "koi8-u": koi8U, "iso-8859-5": cyrillic, "ibm866": codePage866,
		"windows-1253": windows1253,
		"iso-8859-7":   greek, "windows-1255": windows1255, "windows-1256": windows1256, "iso-8859-6": arabic,
		"windows-874": windows874,
	}
	var all []tongue
	for line := range strings.Lines(pairsFile) {
		head, list, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		t := tongue{weights: map[letterPair]float64{}}
		t.code, head, _ = strings.Cut(head, " ")
		for _, name := range strings.Fields(head) {
			t.charsets = append(t.charsets, names[name])
		}
		pairs := strings.Fields(list)
		for rank, pair := range pairs {
			first, size := utf8.DecodeRuneInString(pair)
			second, _ := utf8.DecodeRuneInString(pair[size:])
			t.weights[letterPair{first, second}] = 1 - float64(rank)/float64(2*len(pairs))
		}
		all = append(all, t)
	}
	return all
})

// spelling is what a text says when it is decoded as one encoding: the letter pairs, and what no text has.
type spelling struct {
	counts map[letterPair]int
	pairs  int // all counts
	signs  int // characters beyond ASCII that are no letters and stand where such do
	odd    int // undefined bytes, signs and capitals inside of words, words of two scripts
}

// maxHigh is how many bytes beyond ASCII are looked at to tell an encoding of one byte a character.
const maxHigh = 8 << 10

// spell decodes the bytes beyond ASCII of a text, with what is beside them.
func spell(data []byte, table *[256]rune) spelling {
	s := spelling{counts: map[letterPair]int{}}
	high := 0
	for i, b := range data {
		if b < utf8.RuneSelf {
			continue
		}
		if high++; high > maxHigh {
			break
		}
		before, after := rune(edge), rune(edge)
		if i > 0 {
			before = table[data[i-1]]
		}
		if i+1 < len(data) {
			after = table[data[i+1]]
		}
		s.note(before, table[b], after, i+1 < len(data) && data[i+1] >= utf8.RuneSelf)
	}
	return s
}

// note counts the pairs that a character beyond ASCII makes with its neighbours. The pair with one beyond ASCII that
// follows is left to that.
func (s *spelling) note(before, r, after rune, followed bool) {
	switch {
	case r == utf8.RuneError || unicode.IsControl(r):
		s.odd += 2
		return
	case !isLetter(r):
		s.sign(isLetter(before), r, isLetter(after))
		return
	case unicode.IsUpper(r) && unicode.IsLower(before), unicode.IsLower(r) && unicode.IsUpper(before) &&
		unicode.IsUpper(after):
		s.odd++
	}
	latin := unicode.Is(unicode.Latin, r)
	for _, beside := range [...]rune{before, after} {
		if unicode.IsLetter(beside) && unicode.Is(unicode.Latin, beside) != latin {
			s.odd++
		}
	}
	s.count(before, r)
	if !followed || !isLetter(after) {
		s.count(r, after)
	}
}

// sign counts a character beyond ASCII that is no letter: usual beside words, and odd inside of one or where none
// begins a word.
func (s *spelling) sign(before bool, r rune, after bool) {
	switch {
	case before && after && !strings.ContainsRune("’‘·\u00a0\u00ad–—", r), r >= 0x2500 && r < 0x25A0:
		s.odd += 2
	case after && !before && !unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pd, unicode.Sc, unicode.Zs) &&
		!strings.ContainsRune("»„‚¿¡©…", r):
		s.odd++
	default:
		s.signs++
	}
}

func (s *spelling) count(a, b rune) {
	s.counts[letterPair{letterOf(a), letterOf(b)}]++
	s.pairs++
}

// letterOf is a letter in its small form, and edge for what is none.
func letterOf(r rune) rune {
	if !isLetter(r) {
		return edge
	}
	return unicode.ToLower(r)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// like returns how much a spelling is like a language, at most 1.
func (s spelling) like(t tongue) float64 {
	sum := usualSign * float64(s.signs)
	for pair, n := range s.counts {
		sum += t.weights[pair] * float64(n)
	}
	return (sum - float64(s.odd)) / float64(max(1, s.pairs+s.signs+s.odd))
}

// usualSign is what a sign says for an encoding: a little less than the pairs of two letters do.
const usualSign = 0.6

// fewPairs is how many letter pairs a text has to have before it can be in another encoding of one byte a character
// than windows-1252; fewestPairs is enough where that one has signs inside of words.
const (
	fewPairs    = 6
	fewestPairs = 4
)

// single returns the encoding of one byte a character in which a text is most like a language, and how much it is.
// windows-1252 is taken unless another is plainly better: the fewer pairs there are, the more. One of spoken, the
// encodings that its plain words speak for, need only be better.
func single(data []byte, spoken []charset) (charset, float64) {
	scores, pairs := [windows874 + 1]float64{}, [windows874 + 1]int{}
	var spellings [windows874 + 1]spelling
	for c := windows1252; c <= windows874; c++ {
		spellings[c] = spell(data, tableOf(c))
		scores[c], pairs[c] = -1, spellings[c].pairs
	}
	for _, t := range tongues() {
		for _, c := range t.charsets {
			scores[c] = max(scores[c], spellings[c].like(t))
		}
	}
	best := windows1252
	for c := windows1252 + 1; c <= windows874; c++ {
		need := margin(best, pairs[c])
		switch {
		case slices.Contains(spoken, c):
			need = 0
		case pairs[c] < fewestPairs, pairs[c] < fewPairs && (scores[windows1252] > 0 || scores[c] < plainly):
			continue
		}
		if scores[c] > scores[best]+need {
			best = c
		}
	}
	return best, scores[best]
}

// margin is how much better an encoding has to be than c, in a text of so many letter pairs.
func margin(c charset, pairs int) float64 {
	if c != windows1252 {
		return 0
	}
	return 1 / math.Sqrt(float64(pairs))
}

// tableOf returns what the bytes mean in an encoding of one byte a character.
func tableOf(c charset) *[256]rune {
	m, table := c.charmap(), new([256]rune)
	for b := range table {
		table[b] = m.DecodeByte(byte(b))
	}
	return table
}
