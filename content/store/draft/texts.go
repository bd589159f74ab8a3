package draft

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"lede/model"
	"lede/model/query"
)

// Texts are an article's words as the full-text indexes take them.
type Texts struct {
	Title, Byline, Body string
	Starts              string   // how its words begin, and the words of its title: see startsOf
	Words               []string // each word once, A–Z
	left                uint64   // a number made of the words that are left out of the body; 0 for none
}

const (
	// mostDistinct is how many words of one text, each counted once, are in the index, and mostNumbers how many of them
	// are numbers. Texts that people wrote have fewer; the numbers of a list of 16 MB are three millions, which SQLite
	// would hold at once, in a gigabyte.
	mostDistinct = 1 << 17
	mostNumbers  = 1 << 15
	// leftOut stands for each word beyond those, so that no phrase runs over it.
	leftOut = "\u241f"
)

// distinct are the words of a text that are in the index.
type distinct struct {
	words   map[string]bool
	numbers int
}

// takes reports whether a word is in the index, or may still come into it, and adds it.
func (d *distinct) takes(word string) bool {
	if d.words[word] {
		return true
	}
	number := strings.Trim(word, "0123456789") == ""
	if len(d.words) >= mostDistinct || number && d.numbers >= mostNumbers {
		return false
	}
	if number {
		d.numbers++
	}
	d.words[word] = true
	return true
}

// TextsOf makes the texts of an article, and the sketch of its body. The words of a long text are never all at hand
// at once: a list of 16 MB of one-letter words takes 16 times as much.
func TextsOf(a model.Article) (t Texts, body sketcher) {
	title := query.Tokens(a.Title)
	t.Title = strings.Join(title, " ")
	once := distinct{words: make(map[string]bool)}
	said := a.SearchText()
	var b strings.Builder
	b.Grow(len(said))
	for token := range query.EachToken(said) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if once.takes(token.Word) {
			b.WriteString(token.Word)
		} else {
			t.left = Mix(31*t.left + HashWord(token.Word))
			b.WriteString(leftOut)
		}
		body.add(token.Word)
	}
	t.Body = b.String()
	authors := make([]string, len(a.Byline))
	for i, name := range a.Byline {
		words := query.Tokens(name)
		authors[i] = strings.Join(words, " ")
		title = append(title, words...)
	}
	t.Byline = strings.Join(authors, parted)
	for _, w := range title {
		once.words[w] = true
	}
	t.Words = slices.Sorted(maps.Keys(once.words))
	inTitle := query.Tokens(a.Title)
	slices.Sort(inTitle)
	t.Starts = startsOf(t.Words, slices.Compact(inTitle))
	return t, body
}

// told is a text, in parts, that is equal for articles with the same words.
func (t Texts) told() []string {
	parts := []string{t.Title, "\n", t.Body}
	if t.left != 0 {
		parts = append(parts, "\n", strconv.FormatUint(t.left, 36))
	}
	return parts
}

const (
	// parted stands between authors in the index, so that no phrase runs from one to the next. No word of a text is equal
	// to it.
	parted = " " + leftOut + " "
	// TitleStart stands before the beginning of a title's word.
	TitleStart = "\u241f"
	// TitleWord stands before a title's word.
	TitleWord = "\u241f\u241f"
	// StartRunes is the length up to which the beginnings of words are in the index, in characters.
	StartRunes = 4
)

// startsOf lists the first one to four characters of words, and those of the title's words and the words themselves,
// marked. The words must be in order.
//
// Half a library has a word that begins with "ca": put together from the words, their articles would have to be
// sorted anew at each key.
func startsOf(words, title []string) string {
	var b strings.Builder
	eachStart(words, func(start string) { b.WriteString(start + " ") })
	eachStart(title, func(start string) { b.WriteString(TitleStart + start + " ") })
	for _, w := range title {
		b.WriteString(TitleWord + w + " ")
	}
	return b.String()
}

// eachStart calls f for each beginning of words in order, once.
func eachStart(words []string, f func(string)) {
	var last [StartRunes]string
	for _, w := range words {
		at := 0
		for i := range last {
			_, size := utf8.DecodeRuneInString(w[at:])
			if at += size; size == 0 {
				break
			}
			if last[i] != w[:at] {
				last[i] = w[:at]
				f(w[:at])
			}
		}
	}
}
