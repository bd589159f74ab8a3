package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"lede/model"
)

// Put keeps articles in one transaction and tells, in their order, what became of each.
//
// A newer text of an article that the library has, by its ID or its address, takes the place of the text before,
// which stays as an earlier version. A text that is unlike it (see diff.Relate) is an article of its own, whatever it
// says that it is. When the library has the same text under another ID the older one stays, with its status, and gets
// the topics that it did not have. The topics that the reader has added or taken away stay so. saved tells that the
// reader keeps the articles by hand: they come out of the trash.
func (s *Store) Put(ctx context.Context, saved bool, articles ...model.Article) ([]model.Kept, error) {
	kept := make([]model.Kept, len(articles))
	drafts := make([]*draft, len(articles))
	for i, a := range articles {
		d, err := newDraft(a)
		if err != nil {
			return nil, fmt.Errorf("keep %q: %w", a.Title, err)
		}
		drafts[i] = &d
	}
	err := s.db.change(ctx, func(c *change) error {
		return c.putAll(drafts, kept, func(int) bool { return saved })
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

// putAll puts drafts and notes in kept what became of each.
func (c *change) putAll(drafts []*draft, kept []model.Kept, saved func(i int) bool) error {
	c.texts = true
	for i, d := range drafts {
		var err error
		if kept[i], err = c.put(d, saved(i)); err != nil {
			return fmt.Errorf("keep %q: %w", d.Title, err)
		}
		c.ids = append(c.ids, kept[i].ID)
	}
	return c.flush()
}

func (c *change) put(d *draft, saved bool) (model.Kept, error) {
	if c.brief {
		return c.putInSession(d)
	}
	kept, old, err := c.twin(d)
	if err != nil {
		return kept, err
	}
	if d.record {
		if err := c.keepTags(kept.ID, d.Topics); err != nil {
			return kept, err
		}
	}
	if err := c.putAs(d, kept, old); err != nil {
		return kept, err
	}
	if kept.How == model.Shorter {
		kept.How = model.Known
	}
	if err := c.lead(d.found, kept.ID); err != nil {
		return kept, err
	}
	return kept, c.exec(`INSERT INTO status (id, saved, arrived) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET saved = max(saved, excluded.saved), removed = CASE excluded.saved
			WHEN 1 THEN 0 ELSE removed END,
			arrived = CASE arrived WHEN 0 THEN excluded.arrived ELSE arrived END`, kept.ID, saved, c.now)
}

// putInSession makes a file a row, whatever it has in common with others. The marks of a session are the library's.
func (c *change) putInSession(d *draft) (model.Kept, error) {
	kept, old := model.Kept{ID: d.ID, How: model.Added}, int64(0)
	err := c.row(`SELECT n FROM article WHERE id = ?`, []any{d.ID}, &old)
	switch {
	case err == nil:
		kept.How = model.Updated
	case !errors.Is(err, sql.ErrNoRows):
		return kept, err
	}
	return kept, c.write(d, old)
}

// putAs writes a draft as what it is to the row old.
func (c *change) putAs(d *draft, kept model.Kept, old int64) error {
	switch {
	case kept.How == model.Shorter, kept.How == model.Known && kept.ID != d.ID:
		return c.addTopics(old, kept.ID, d.Topics)
	case kept.How == model.Updated:
		d.ID = kept.ID
		if err := c.keepVersion(d, old); err != nil {
			return err
		}
	case kept.How == model.Known:
		if err := c.sameVersion(d, old); err != nil {
			return err
		}
	}
	return c.write(d, old)
}

// write puts an article in the place of the row old, or in a new one when old is 0.
func (c *change) write(d *draft, old int64) error {
	var before sql.NullInt64
	if old != 0 {
		var err error
		if before, err = c.replace(d, old); err != nil {
			return err
		}
	}
	n, err := c.numberOf(d, old)
	if err != nil {
		return err
	}
	if d.Topics, err = c.tagged(d.ID, d.Topics); err != nil {
		return err
	}
	for _, step := range []func(int64, *draft) error{c.resemble, c.article, c.body, c.source, c.index, c.related} {
		if err := step(n, d); err != nil {
			return err
		}
	}
	if err := c.lead(before, d.ID); err != nil {
		return err
	}
	return c.learn(n, d.Topics)
}

// replace takes out the row that a draft takes the place of, and returns the address it had. What the draft does not
// say itself it takes over: the address and, with the same text, what it was read from.
func (c *change) replace(d *draft, old int64) (before sql.NullInt64, err error) {
	var same sql.NullInt64
	var ref, url string
	err = c.row(`SELECT same, address, ref, url FROM article WHERE n = ?`, []any{old}, &same, &before, &ref, &url)
	if err != nil {
		return before, err
	}
	switch {
	case c.brief:
		before = sql.NullInt64{} // the rows of a session say what their files say
	case d.URL == "":
		d.address, d.URL, d.Ref = before, url, cmp.Or(d.Ref, ref)
	}
	if d.source.format == "" && same == d.same {
		if d.source, err = c.oldSource(old); err != nil {
			return before, err
		}
	}
	return before, c.remove(old)
}

// remove takes a row out of all tables but those of statuses and tags.
func (c *change) remove(n int64) error {
	var topics string
	err := c.row(`SELECT topics FROM article WHERE n = ?`, []any{n}, &topics)
	if err != nil {
		return err
	}
	if err := c.forget(n, decodeTopics(topics)); err != nil {
		return err
	}
	if err := c.unsketch(n); err != nil {
		return err
	}
	c.documents = slices.DeleteFunc(c.documents, func(d document) bool { return d.n == n })
	for _, query := range []string{
		`DELETE FROM search WHERE rowid = ?`, `DELETE FROM starts WHERE rowid = ?`, `DELETE FROM related WHERE n = ?`,
		`DELETE FROM body WHERE n = ?`,
		`DELETE FROM source WHERE n = ?`, `DELETE FROM article WHERE n = ?`,
	} {
		if err := c.exec(query, n); err != nil {
			return err
		}
	}
	return nil
}

// addTopics gives a row the topics of its twin.
func (c *change) addTopics(n int64, id model.ID, more []model.Topic) error {
	var text string
	if err := c.row(`SELECT topics FROM article WHERE n = ?`, []any{n}, &text); err != nil {
		return err
	}
	topics := decodeTopics(text)
	all := slices.Clone(topics)
	for _, t := range more {
		if !slices.ContainsFunc(all, func(o model.Topic) bool { return o.Key == t.Key }) {
			all = append(all, t)
		}
	}
	all, err := c.tagged(id, all)
	if err != nil || slices.Equal(all, topics) {
		return err
	}
	return c.setTopics(n, topics, all)
}

// numberOf finds a free row number: in a session that of the article's place, elsewhere one of its date.
func (c *change) numberOf(d *draft, old int64) (int64, error) {
	if c.brief {
		return firstPlace - int64(d.place), nil
	}
	if d.feed != 0 && d.Published.Unix() > c.now {
		return c.number(time.Time{}, old) // no entry has been written tomorrow
	}
	return c.number(d.Published, old)
}

// perSecond is how many articles of one second have room between this second's numbers and the next's.
const perSecond = 4096

// number finds a free row number for the date: old when it is of that second already. An article without a date
// counts as published when it arrives.
func (c *change) number(published time.Time, old int64) (int64, error) {
	at := published.Unix()
	if published.IsZero() {
		at = c.now
	}
	const most = 1 << 50
	first := min(max(at, -most), most) * perSecond
	if old >= first && old < first+perSecond || old != 0 && published.IsZero() {
		return old, nil
	}
	for room := int64(perSecond); ; room *= 2 { // beyond a full second, the next free number will do
		var last sql.NullInt64
		if err := c.row(`SELECT max(n) FROM article WHERE n >= ? AND n < ?`, []any{first, first + room}, &last); err != nil {
			return 0, err
		}
		if !last.Valid {
			return first, nil
		}
		if last.Int64 < first+room-1 {
			return last.Int64 + 1, nil
		}
	}
}

func (c *change) article(n int64, d *draft) error {
	byline, err := json.Marshal(d.Byline)
	if err != nil {
		return err
	}
	topics, err := encodeTopics(d.Topics)
	if err != nil {
		return err
	}
	return c.exec(`INSERT INTO article (n, id, ref, url, title, site, byline, dateline, summary, language, published,
		words, kinds, topics,
		sorted, address, same, story, sketch, revision, came) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
			?, ?, ?)`,
		n, d.ID, d.Ref, d.URL, d.Title, d.Site, string(byline), d.Dateline, d.Summary, d.Language, d.published(), d.Words,
		d.kinds, topics,
		d.sorted, d.address, d.same, d.story, d.sketch, max(d.revision, 1), d.came)
}

func (c *change) body(n int64, d *draft) error {
	return c.exec(`INSERT INTO body (n, version, blocks) VALUES (?, ?, ?)`, n, bodyVersion, d.body)
}

// index puts the words of an article aside for the full-text index.
func (c *change) index(n int64, d *draft) error {
	c.documents = append(c.documents, document{n, d.texts})
	return nil
}

func (c *change) related(n int64, d *draft) error {
	i := 0
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			r, ok := b.(model.Related)
			if !ok {
				continue
			}
			for _, l := range r.Links {
				if err := c.exec(`INSERT INTO related (n, i, title, url) VALUES (?, ?, ?, ?)`, n, i, l.Title, l.URL); err != nil {
					return err
				}
				i++
			}
		}
	}
	return nil
}
