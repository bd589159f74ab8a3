package change

import (
	"database/sql"
	"encoding/json"
	"errors"

	"lede/content/store/codec"
	"lede/content/store/draft"
	"lede/model"
	"lede/model/diff"
)

// mostTwins is how many kept articles of one address a text is compared with.
const mostTwins = 50

// candidate is a kept article that a draft may be a newer text of.
type candidate struct {
	n    int64
	id   model.ID
	same sql.NullInt64
}

// twin finds what a draft is to the articles that are kept: the same as one of them, by its ID and text, its address,
// or its text; a newer text of one; or an article of its own. n is the row of that one, 0 for none. The draft gets
// the ID that it is to be kept under.
func (c *Change) twin(d *draft.Draft) (kept model.Kept, n int64, err error) {
	all, err := c.candidates(d)
	if err != nil {
		return kept, 0, err
	}
	for _, k := range all {
		if k.same.Valid && k.same == d.Same {
			return model.Kept{ID: k.id, How: model.Known}, k.n, nil
		}
	}
	for _, k := range all {
		how, err := c.relation(d, k)
		if err != nil {
			return kept, 0, err
		}
		if how != "" {
			return model.Kept{ID: k.id, How: how}, k.n, nil
		}
	}
	if len(all) > 0 {
		return c.parted(d, all[0])
	}
	if d.Same.Valid {
		err = c.Row(sameText, []any{d.Same.Int64, d.Feed, d.Date()}, &n, &kept.ID)
		if err == nil {
			kept.How = model.Known
			return kept, n, nil
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return kept, 0, err
		}
	}
	return model.Kept{ID: d.ID, How: model.Added}, 0, nil
}

// sameText finds the article that has a text. Of two entries of one feed that say the same at different times, as
// "nothing new today", each is one.
const sameText = `SELECT n, id FROM article a WHERE same = ? AND (NOT EXISTS (SELECT 1 FROM item i WHERE i.id = a.id
	AND i.f = ?)
	OR published IS ?) ORDER BY n LIMIT 1`

// candidates are the articles with the draft's ID, its address, or the address that its page was found at, in this
// order, the oldest first.
func (c *Change) candidates(d *draft.Draft) (all []candidate, err error) {
	err = c.Rows(`SELECT n, id, same FROM article WHERE id = ?1 OR address = ?2 OR address = ?3 OR id = (SELECT id
		FROM alias WHERE address = ?3)
		ORDER BY id = ?1 DESC, address IS ?2 DESC, n
			LIMIT ?4`, []any{d.ID, d.Address, d.FoundAt, mostTwins}, func(rows *sql.Rows) error {
		var k candidate
		err := rows.Scan(&k.n, &k.id, &k.same)
		if !d.ApartIn(k.id) {
			all = append(all, k)
		}
		return err
	})
	return all, err
}

// relation reports what a draft is to one kept article; "" when it is another article.
func (c *Change) relation(d *draft.Draft, k candidate) (model.KeptHow, error) {
	old, err := c.articleOf(k.n)
	if err != nil {
		return "", err
	}
	elsewhere, err := c.elsewhere(d, k.id)
	if err != nil {
		return "", err
	}
	switch diff.Relate(old, d.Article, elsewhere) {
	case diff.Other:
		return "", nil
	case diff.Version:
		if d.Again {
			known, err := c.hadText(k.id, d.Same)
			if err != nil || known {
				return model.Shorter, err
			}
		}
		return model.Updated, nil
	case diff.Stub:
		return model.Shorter, nil
	case diff.Same:
	}
	return model.Known, nil
}

// elsewhere reports whether a draft's page was found at another address than the one it names, and has not led to the
// article before.
func (c *Change) elsewhere(d *draft.Draft, id model.ID) (bool, error) {
	if !d.FoundAt.Valid || d.FoundAt == d.Address {
		return false, nil
	}
	n := 0
	err := c.Row(`SELECT count(*) FROM alias WHERE address = ? AND id = ?`, []any{d.FoundAt, id}, &n)
	return n == 0, err
}

// parted is apart for a draft that may have been kept so before: then it is known.
func (c *Change) parted(d *draft.Draft, from candidate) (kept model.Kept, n int64, err error) {
	kept = apart(d, from)
	err = c.Row(`SELECT n FROM article WHERE id = ?`, []any{d.ID}, &n)
	if errors.Is(err, sql.ErrNoRows) {
		return kept, 0, nil
	}
	return model.Kept{ID: d.ID, How: model.Known}, n, err
}

// apart gives a draft that names a kept article, and is unlike it, an ID of its own; and its own address, when its
// page was found at another one.
func apart(d *draft.Draft, from candidate) model.Kept {
	if d.FoundAt.Valid {
		d.URL, d.Ref, d.Address, d.FoundAt = d.Found, d.Found, d.FoundAt, sql.NullInt64{}
	}
	d.ID = model.NewID(string(d.ID), d.URL, d.SearchText())
	return model.Kept{ID: d.ID, How: model.Apart, Of: from.id}
}

// articleOf reads a kept article as far as texts are compared by it.
func (c *Change) articleOf(n int64) (a model.Article, err error) {
	var byline string
	var version int
	var body []byte
	err = c.Row(
		`SELECT a.id, a.title, a.byline, a.words, b.version, b.blocks FROM article a JOIN body b USING (n) WHERE a.n = ?`,
		[]any{n},
		&a.ID, &a.Title, &byline, &a.Words, &version, &body)
	if err != nil {
		return a, err
	}
	if err := json.Unmarshal([]byte(byline), &a.Byline); err != nil {
		a.Byline = nil
	}
	if a.Sections, err = codec.DecodeSections(version, body); err != nil {
		return a, err
	}
	s, err := c.oldSource(n)
	if err != nil {
		return a, err
	}
	a.Format, a.Base = s.Format, s.Base
	a.Source, err = s.In(a)
	return a, err
}
