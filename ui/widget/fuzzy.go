package widget

import (
	"strings"
	"unicode/utf8"

	"lede/model/fold"
)

// Pattern is what was typed to narrow a list: words that must all be found, in any order. Case, accents and
// punctuation do not matter. The zero value matches everything.
type Pattern struct {
	Typed string
	Words []needle
}

// needle is one word of a pattern, folded.
type needle struct {
	text  string
	start string // a blank and the text: the needle at the start of a word
	mask  uint64
	first uint64 // the mask of its first byte
}

// Rank is how well a pattern matches; less is better.
type Rank int8

// The ranks.
const (
	AtStart Rank = iota // every word stands at the start of one
	Within              // every word stands somewhere
	Loosely             // the letters of a word stand near each other, with others between them
	Unmatched
)

// looseMin is the least length in bytes of a word that may match loosely: shorter ones would match nearly everything.
const looseMin = 3

// NewPattern returns the pattern of what was typed.
func NewPattern(typed string) Pattern {
	p := Pattern{Typed: typed}
	for _, w := range strings.Fields(folded(typed)) {
		p.Words = append(p.Words, needle{text: w, start: " " + w, mask: letters(w), first: letters(w[:1])})
	}
	return p
}

// Haystack is what a pattern is matched against: the fields folded, each begun by a blank and ended by a newline.
type Haystack struct {
	Text  string
	mask  uint64
	first uint64 // the first bytes of its words
}

// NewHaystack returns what a pattern is matched against, of some fields.
func NewHaystack(fields ...string) Haystack {
	var b strings.Builder
	for _, f := range fields {
		b.WriteByte(' ')
		writeFolded(&b, f)
		b.WriteByte('\n')
	}
	text := b.String()
	return Haystack{text, letters(text), firstLetters(text)}
}

// Match returns how well the pattern matches: as well as its worst word.
func (p Pattern) Match(h Haystack) Rank {
	worst := AtStart
	for _, n := range p.Words {
		worst = max(worst, n.match(h))
		if worst == Unmatched {
			break
		}
	}
	return worst
}

func (n needle) match(h Haystack) Rank {
	if n.mask&^h.mask != 0 {
		return Unmatched
	}
	begins := n.first&h.first != 0
	switch i := strings.Index(h.Text, n.text); {
	case begins && i > 0 && strings.Contains(h.Text[i-1:], n.start):
		return AtStart
	case i >= 0:
		return Within
	}
	if begins && n.loose(h.Text, nil) >= 0 {
		return Loosely
	}
	return Unmatched
}

// loose finds the letters of the needle in their order, the first one at the start of a word and all of them on one
// line within twice their length. It returns where the first stands, or -1, and sets at to the places of all unless
// it is nil.
func (n needle) loose(text string, at []int) int {
	if len(n.text) < looseMin {
		return -1
	}
	for i := 1; i < len(text); i++ {
		if text[i] == n.text[0] && text[i-1] == ' ' && n.looseAt(text[i:], i, at) {
			return i
		}
	}
	return -1
}

// looseAt is loose for a text that begins with the first letter, at the place from.
func (n needle) looseAt(text string, from int, at []int) bool {
	k := 0
	for i := range min(len(text), 2*len(n.text)) {
		if text[i] == '\n' {
			return false
		}
		if text[i] != n.text[k] {
			continue
		}
		if at != nil {
			at[k] = from + i
		}
		if k++; k == len(n.text) {
			return true
		}
	}
	return false
}

// Spans are the places in a text that the pattern matches, in order and apart. It is for the few rows on screen.
func (p Pattern) Spans(text string) []Span {
	var all []Span
	for i, lit := range p.lit(text) {
		switch n := len(all) - 1; {
		case !lit:
		case n >= 0 && all[n].To == i:
			all[n].To++
		default:
			all = append(all, Span{i, i + 1})
		}
	}
	return all
}

// lit reports for each byte of text whether the pattern matched it: nil when none.
func (p Pattern) lit(text string) []bool {
	if len(p.Words) == 0 || text == "" {
		return nil
	}
	folded, origin := foldedFrom(text)
	var marks []bool
	for _, n := range p.Words {
		for _, i := range n.places(folded) {
			if marks == nil {
				marks = make([]bool, len(text))
			}
			from := origin[i]
			_, size := utf8.DecodeRuneInString(text[from:])
			for k := range size {
				marks[from+k] = true
			}
		}
	}
	for i, r := range text { // what was dropped goes with the letter before it
		if marks != nil && i > 0 && fold.Letter(r) == fold.None {
			for k := range utf8.RuneLen(r) {
				marks[i+k] = marks[i-1]
			}
		}
	}
	return marks
}

// places returns the bytes of folded text that the needle matches, in its best way.
func (n needle) places(folded string) []int {
	i := strings.Index(folded, n.start) + 1
	if i == 0 {
		i = strings.Index(folded, n.text)
	}
	at := make([]int, len(n.text))
	if i < 0 {
		if n.loose(folded, at) < 0 {
			return nil
		}
		return at
	}
	for k := range at {
		at[k] = i + k
	}
	return at
}

// letters is a set of the bytes in folded text: a bit for each letter and digit, and some for the rest.
func letters(folded string) uint64 {
	var m uint64
	for i := range len(folded) {
		m |= letter(folded[i])
	}
	return m
}

// firstLetters is the set of the bytes that begin a word.
func firstLetters(folded string) uint64 {
	var m uint64
	for i := 1; i < len(folded); i++ {
		if folded[i-1] == ' ' {
			m |= letter(folded[i])
		}
	}
	return m
}

func letter(c byte) uint64 {
	switch {
	case 'a' <= c && c <= 'z':
		return 1 << (c - 'a')
	case '0' <= c && c <= '9':
		return 1 << (26 + c - '0')
	case c >= utf8.RuneSelf:
		return 1 << (36 + c%28)
	}
	return 0
}
