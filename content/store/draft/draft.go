// Package draft makes an article ready to be kept: all that goes into the tables with it is worked out before the
// transaction begins.
package draft

import (
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"strings"

	"lede/content/store/codec"
	"lede/model"
	"lede/model/address"
)

// Draft is an article with all that is kept of it, made before the transaction begins.
type Draft struct {
	model.Article
	Kinds    int
	Body     []byte        // its sections
	Address  sql.NullInt64 // equal for the same address
	Story    sql.NullInt64
	FoundAt  sql.NullInt64 // as address, of where its page was found when that is another one
	Origin   Source
	Record   bool  // it comes with what the user did: its own topics are the user's
	Again    bool  // it has been in a library before: a text that is not the newest may be an earlier one
	Came     int64 // when its text came, seconds since 1970; 0 for when the article arrived
	Revision int   // the number of its text; 0 for the first
	Place    int   // in a session

	Feed   int64               // the number of the feed that it has come by, or 0
	GUID   string              // its ID there
	Beside map[model.ID]string // the articles of the entries that stand in that feed now, with their IDs there
	Folded
}

// Folded is what an article is found and compared by, made of its words as query.Tokens returns them.
type Folded struct {
	Texts  Texts
	Sorted string        // the title as it is put in order
	Same   sql.NullInt64 // equal for the same text
	Sketch []byte        // see sketcher
}

// FoldedOf works out what an article is found and compared by.
func FoldedOf(a model.Article) (f Folded) {
	var body sketcher
	f.Texts, body = TextsOf(a)
	f.Sorted = strings.ToValidUTF8(f.Texts.Title[:min(len(f.Texts.Title), sortedBytes)], "")
	if body.words >= enoughWords {
		f.Same = Hashed(f.Texts.told()...)
		f.Sketch = body.sketch()
	}
	return f
}

// New makes an article ready to be kept.
func New(a model.Article) (Draft, error) {
	a.Site = address.SiteName(a.Site)
	d := Draft{Article: a, Kinds: codec.KindBits(a), Folded: FoldedOf(a)}
	if key := AddressKey(a.URL); key != "" {
		d.Address = Hashed(key)
	}
	if key := AddressKey(a.Found); key != "" && key != AddressKey(a.URL) {
		d.FoundAt = Hashed(key)
	}
	var err error
	if d.Origin, err = sourceOf(a); err != nil {
		return d, err
	}
	d.Body, err = codec.EncodeSections(a.Sections)
	return d, err
}

// Date is the date as it is kept: seconds since 1970, or nothing.
func (d *Draft) Date() any {
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

// Hashed makes a number of a text that is given in parts, the same one everywhere.
func Hashed(parts ...string) sql.NullInt64 {
	const piece = 32 << 10 // a long text is not copied whole
	h := sha256.New()
	for _, part := range parts {
		for part != "" {
			n := min(piece, len(part))
			h.Write([]byte(part[:n]))
			part = part[n:]
		}
	}
	// Any 64 bits will do.
	return sql.NullInt64{Int64: int64(binary.BigEndian.Uint64(h.Sum(nil))), Valid: true} //nolint:gosec
}

// ApartIn reports whether a kept article is another entry of a draft's feed: two that stand in it at once are two,
// whatever they have in common.
func (d *Draft) ApartIn(id model.ID) bool {
	guid, there := d.Beside[id]
	return there && guid != d.GUID && id != d.ID
}
