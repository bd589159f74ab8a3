package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"lede/model"
	"lede/model/query"
)

// texts are an article's words as the full-text indexes take them.
type texts struct {
	title, byline, body string
	starts              string   // how its words begin, and the words of its title: see startsOf
	words               []string // each word once, A–Z
}

// textsOf makes the texts of an article, and the sketch of its body. The words of a long text are never all at hand
// at once: a list of 16 MB of one-letter words takes 16 times as much.
func textsOf(a model.Article) (t texts, body sketcher) {
	title := query.Tokens(a.Title)
	t.title = strings.Join(title, " ")
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
	t.body = b.String()
	authors := make([]string, len(a.Byline))
	for i, name := range a.Byline {
		words := query.Tokens(name)
		authors[i] = strings.Join(words, " ")
		title = append(title, words...)
	}
	t.byline = strings.Join(authors, parted)
	for _, w := range title {
		once[w] = true
	}
	t.words = slices.Sorted(maps.Keys(once))
	inTitle := query.Tokens(a.Title)
	slices.Sort(inTitle)
	t.starts = startsOf(t.words, slices.Compact(inTitle))
	return t, body
}

const (
	// parted stands between authors in the index, so that no phrase runs from one to the next. No word of a text is equal
	// to it.
	parted = " \u241f "
	// titleStart stands before the beginning of a title's word, and titleWord before the word itself.
	titleStart = "\u241f"
	titleWord  = "\u241f\u241f"
	// startRunes is the length up to which the beginnings of words are in the index, in characters.
	startRunes = 4
)

// startsOf lists the first one to four characters of words, and those of the title's words and the words themselves,
// marked. The words must be in order.
//
// Half a library has a word that begins with "ca": put together from the words, their articles would have to be
// sorted anew at each key.
func startsOf(words, title []string) string {
	var b strings.Builder
	eachStart(words, func(start string) { b.WriteString(start + " ") })
	eachStart(title, func(start string) { b.WriteString(titleStart + start + " ") })
	for _, w := range title {
		b.WriteString(titleWord + w + " ")
	}
	return b.String()
}

// eachStart calls f for each beginning of words in order, once.
func eachStart(words []string, f func(string)) {
	var last [startRunes]string
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

// document is the words of the row n.
type document struct {
	n int64
	texts
}

// keepWords fills the full-text indexes in the order of their rows: any other order makes them write to the disk for
// each.
func (c *change) keepWords() error {
	if err := c.keepVocabulary(); err != nil {
		return err
	}
	slices.SortFunc(c.documents, func(a, b document) int { return cmp.Compare(a.n, b.n) })
	for _, d := range c.documents {
		if err := c.exec(`INSERT INTO search (rowid, title, byline, body) VALUES (?, ?, ?, ?)`, d.n, d.title, d.byline,
			d.body); err != nil {
			return err
		}
	}
	for _, d := range c.documents {
		if err := c.exec(`INSERT INTO starts (rowid, words) VALUES (?, ?)`, d.n, d.starts); err != nil {
			return err
		}
	}
	c.documents = nil
	return nil
}

// find has a row found by its words, and by what it is like.
func (c *change) find(n int64, words texts, sketch []byte) {
	c.documents = append(c.documents, document{n, words})
	for _, hash := range bandsOf(sketch) {
		c.bands = append(c.bands, band{hash, n})
	}
}

// learnWords takes the words that this change has written as known, before it is committed: nobody else has them.
func (c *change) learnWords() {
	c.vocabulary.learn(c.met)
	c.met = nil
}

// keepVocabulary adds the words that are new to the table of words.
func (c *change) keepVocabulary() error {
	met := make(map[string]bool)
	for _, d := range c.documents {
		for _, w := range d.words {
			if !c.vocabulary.has(w) {
				met[w] = true
			}
		}
	}
	if len(met) == 0 {
		return nil
	}
	words := slices.Sorted(maps.Keys(met))
	c.met = append(c.met, words...)
	return c.exec(`INSERT INTO word (word) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`, list(words))
}

// vocabulary remembers words that are in the table of words for good, so that the common ones are not written again
// and again. Words stay in the table when their articles go.
type vocabulary struct {
	mu    sync.RWMutex
	words map[string]struct{}
}

// mostWords is how many words are remembered: those that are met first are those that are met often.
const mostWords = 1 << 16

func (v *vocabulary) has(w string) bool {
	v.mu.RLock()
	defer v.mu.RUnlock()
	_, ok := v.words[w]
	return ok
}

// learn remembers words that a change has written.
func (v *vocabulary) learn(words []string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.words == nil {
		v.words = make(map[string]struct{}, len(words))
	}
	for _, w := range words {
		if len(v.words) < mostWords {
			v.words[strings.Clone(w)] = struct{}{}
		}
	}
}
