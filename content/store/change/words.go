package change

import (
	"cmp"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"lede/content/store/db"
	"lede/content/store/draft"
)

// largeText is the size in bytes of a text for whose words room is made.
const largeText = 2 << 20

// document is the words of the row n.
type document struct {
	n int64
	draft.Texts
}

// keepWords fills the full-text indexes in the order of their rows: any other order makes them write to the disk for
// each.
func (c *Change) keepWords() error {
	if err := c.keepVocabulary(); err != nil {
		return err
	}
	slices.SortFunc(c.documents, func(a, b document) int { return cmp.Compare(a.n, b.n) })
	for _, d := range c.documents {
		if len(d.Body) > largeText {
			debug.FreeOSMemory() // SQLite holds its words at once, in memory that Go knows nothing of
		}
		if err := c.Exec(`INSERT INTO search (rowid, title, byline, body) VALUES (?, ?, ?, ?)`, d.n, d.Title, d.Byline,
			d.Body); err != nil {
			return err
		}
	}
	for _, d := range c.documents {
		if err := c.Exec(`INSERT INTO starts (rowid, words) VALUES (?, ?)`, d.n, d.Starts); err != nil {
			return err
		}
	}
	c.documents = nil
	return nil
}

// Find has a row found by its words, and by what it is like.
func (c *Change) Find(n int64, words draft.Texts, sketch []byte) {
	c.documents = append(c.documents, document{n, words})
	for _, hash := range draft.BandsOf(sketch) {
		c.bands = append(c.bands, band{hash, n})
	}
}

// LearnWords takes the words that this change has written as known, before it is committed: nobody else has them.
func (c *Change) LearnWords() {
	c.vocabulary.learn(c.met)
	c.met = nil
}

// keepVocabulary adds the words that are new to the table of words.
func (c *Change) keepVocabulary() error {
	met := make(map[string]bool)
	for _, d := range c.documents {
		for _, w := range d.Words {
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
	const insert = `INSERT INTO word (word) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`
	return c.Exec(insert, db.List(words))
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
