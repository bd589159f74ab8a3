package script

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Break is a place between two words of Thai.
type Break struct {
	At       int // bytes from the beginning of the text
	Strength int // how sure it is, above 0: a few hundred to some thousands
}

// IsThai reports whether a character is a letter or a mark of Thai.
func IsThai(r rune) bool { return r >= 0x0E01 && r <= 0x0E4E && r != 0x0E3F }

// ThaiBreaks returns the places between the words of a run of Thai letters, in order. They are found by what letters
// are before and behind, as BudouX does: each feature of a place has a weight, and the sum decides. Words that these
// weights would break are listed.
func ThaiBreaks(text string) []Break {
	t := thai()
	runes := []rune(text)
	var breaks []Break
	at, whole := 0, 0 // whole is where the listed word ends that goes over the place
	for i, r := range runes {
		if i > 0 && i >= whole && mayBreak(runes[i-1], r) {
			if s := t.score(runes, i); s > 0 {
				breaks = append(breaks, Break{at, s})
			}
		}
		if i >= whole {
			whole = i + t.listed(text[at:])
		}
		at += utf8.RuneLen(r)
	}
	return breaks
}

// mayBreak reports whether a word may end before next: a vowel written before its consonant begins one, and a vowel
// behind it, a mark, or a sign of repetition ends one.
func mayBreak(last, next rune) bool {
	leads := last >= 0x0E40 && last <= 0x0E44
	follows := next >= 0x0E30 && next <= 0x0E3A || next >= 0x0E45 && next <= 0x0E4E || next == 0x0E2F
	return !leads && !follows
}

//go:embed thai.txt
var thaiWeights string

//go:embed thaiwords.txt
var thaiWords string

// features are which characters around a place a group of weights is for: from the first up to the second, counted
// from the place.
func features() [13][2]int {
	return [...][2]int{
		{-3, -2},
		{-2, -1},
		{-1, 0},
		{0, 1},
		{1, 2},
		{2, 3},
		{-2, 0},
		{-1, 1},
		{0, 2},
		{-3, 0},
		{-2, 1},
		{-1, 2},
		{0, 3},
	}
}

// segmenter is what Thai is parted with.
type segmenter struct {
	weights map[uint64]int    // by feature and characters
	base    int               // the score of a place without any feature, doubled
	words   map[rune][]string // that are not parted, by their first letter, the longest first
}

var thai = sync.OnceValue(func() *segmenter {
	t := &segmenter{weights: make(map[uint64]int), words: make(map[rune][]string)}
	group := 0
	for line := range strings.Lines(thaiWeights) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		for i := 0; i+1 < len(fields); i += 2 {
			weight, err := strconv.Atoi(fields[i+1])
			if err != nil {
				continue // TestThaiWeightsAreRead holds that there is none
			}
			t.weights[feature(group, []rune(fields[i]))] = 2 * weight
			t.base -= weight
		}
		group++
	}
	for _, w := range strings.Fields(thaiWords) {
		first, _ := utf8.DecodeRuneInString(w)
		t.words[first] = append(t.words[first], w)
	}
	for _, words := range t.words {
		slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	}
	return t
})

// feature is a number for the characters of a group.
func feature(group int, characters []rune) uint64 {
	n := uint64(group + 1) //nolint:gosec // a count
	for _, r := range characters {
		n = n<<20 | uint64(r)&0xFFFFF //nolint:gosec // a character
	}
	return n
}

// score is above 0 where a word ends before the character at i.
func (t *segmenter) score(text []rune, i int) int {
	sum := t.base
	for group, f := range features() {
		if from, to := i+f[0], i+f[1]; from >= 0 && to <= len(text) {
			sum += t.weights[feature(group, text[from:to])]
		}
	}
	return sum / 2
}

// listed returns how many characters the longest listed word has that a text begins with, 0 for none.
func (t *segmenter) listed(text string) int {
	first, _ := utf8.DecodeRuneInString(text)
	for _, w := range t.words[first] {
		if strings.HasPrefix(text, w) {
			return utf8.RuneCountInString(w)
		}
	}
	return 0
}
