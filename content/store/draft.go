package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"strings"

	"lede/model"
	"lede/model/address"
)

// draft is an article with all that is kept of it, made before the transaction begins.
type draft struct {
	model.Article
	kinds    int
	body     []byte        // its sections
	address  sql.NullInt64 // equal for the same address
	story    sql.NullInt64
	found    sql.NullInt64 // as address, of where its page was found when that is another one
	source   source
	record   bool  // it comes with what the user did: its own topics are the user's
	again    bool  // it has been in a library before: a text that is not the newest may be an earlier one
	came     int64 // when its text came, seconds since 1970; 0 for when the article arrived
	revision int   // the number of its text; 0 for the first
	place    int   // in a session

	feed   int64               // the number of the feed that it has come by, or 0
	guid   string              // its ID there
	beside map[model.ID]string // the articles of the entries that stand in that feed now, with their IDs there
	folded
}

// folded is what an article is found and compared by, made of its words as query.Tokens returns them.
type folded struct {
	texts  texts
	sorted string        // the title as it is put in order
	same   sql.NullInt64 // equal for the same text
	sketch []byte        // see sketcher
}

func foldedOf(a model.Article) (f folded) {
	var body sketcher
	f.texts, body = textsOf(a)
	f.sorted = strings.ToValidUTF8(f.texts.title[:min(len(f.texts.title), sortedBytes)], "")
	if body.words >= enoughWords {
		f.same = hashed(f.texts.title + "\n" + f.texts.body)
		f.sketch = body.sketch()
	}
	return f
}

func newDraft(a model.Article) (draft, error) {
	a.Site = address.SiteName(a.Site)
	d := draft{Article: a, kinds: kindBits(a), folded: foldedOf(a)}
	if key := addressKey(a.URL); key != "" {
		d.address = hashed(key)
	}
	if key := addressKey(a.Found); key != "" && key != addressKey(a.URL) {
		d.found = hashed(key)
	}
	var err error
	if d.source, err = sourceOf(a); err != nil {
		return d, err
	}
	d.body, err = encodeSections(a.Sections)
	return d, err
}

// published is the date as it is kept: seconds since 1970, or nothing.
func (d *draft) published() any {
	if d.Published.IsZero() {
		return nil
	}
	return d.Published.Unix()
}

const (
	// sortedBytes is as much of a title as articles are put in order by.
	sortedBytes = 40
	// enoughWords is how many words a text must have to be told from others by them.
	enoughWords = 12
)

// hashed makes a number of a text, the same one everywhere.
func hashed(text string) sql.NullInt64 {
	sum := sha256.Sum256([]byte(text))
	// Any 64 bits will do.
	return sql.NullInt64{Int64: int64(binary.BigEndian.Uint64(sum[:8])), Valid: true} //nolint:gosec
}
