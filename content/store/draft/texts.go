package draft

import (
	"maps"
	"slices"
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
}

// TextsOf makes the texts of an article, and the sketch of its body. The words of a long text are never all at hand
// at once: a list of 16 MB of one-letter words takes 16 times as much.
func TextsOf(a model.Article) (t Texts, body sketcher) {
	title := query.Tokens(a.Title)
	t.Title = strings.Join(title, " ")
	once := make(map[string]bool)
	said := a.SearchText()
	var b strings.Builder
	b.Grow(len(said))
	for token := range query.EachToken(said) {
		once[token.Word] = true
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(token.Word)
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
		once[w] = true
	}
	t.Words = slices.Sorted(maps.Keys(once))
	inTitle := query.Tokens(a.Title)
	slices.Sort(inTitle)
	t.Starts = startsOf(t.Words, slices.Compact(inTitle))
	return t, body
}

const (
	// parted stands between authors in the index, so that no phrase runs from one to the next. No word of a text is equal
	// to it.
	parted = " \u241f "
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
