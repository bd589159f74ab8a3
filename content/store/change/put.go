package change

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"lede/content/store/codec"
	"lede/content/store/draft"
	"lede/model"
)

// PutAll puts drafts and notes in kept what became of each.
func (c *Change) PutAll(drafts []*draft.Draft, kept []model.Kept, saved func(i int) bool) error {
	c.Texts = true
	for i, d := range drafts {
		var err error
		if kept[i], err = c.Put(d, saved(i)); err != nil {
			return fmt.Errorf("keep %q: %w", d.Title, err)
		}
		c.IDs = append(c.IDs, kept[i].ID)
	}
	return c.Flush()
}

// Put keeps an article and returns what became of it; the draft gets the ID that it is kept under. saved is set when
// the user keeps it by hand. Its words are written by Flush.
func (c *Change) Put(d *draft.Draft, saved bool) (model.Kept, error) {
	if c.brief {
		return c.putInSession(d)
	}
	kept, old, err := c.twin(d)
	if err != nil {
		return kept, err
	}
	if d.Record {
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
	if err := c.Lead(d.FoundAt, kept.ID); err != nil {
		return kept, err
	}
	return kept, c.Exec(`INSERT INTO status (id, saved, arrived) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET saved = max(saved, excluded.saved), removed = CASE excluded.saved
			WHEN 1 THEN 0 ELSE removed END,
			arrived = CASE arrived WHEN 0 THEN excluded.arrived ELSE arrived END`, kept.ID, saved, c.Now)
}

// putInSession makes a file a row, whatever it has in common with others. The marks of a session are the library's.
func (c *Change) putInSession(d *draft.Draft) (model.Kept, error) {
	kept, old := model.Kept{ID: d.ID, How: model.Added}, int64(0)
	err := c.Row(`SELECT n FROM article WHERE id = ?`, []any{d.ID}, &old)
	switch {
	case err == nil:
		kept.How = model.Updated
	case !errors.Is(err, sql.ErrNoRows):
		return kept, err
	}
	return kept, c.Write(d, old)
}

// putAs writes a draft as what it is to the row old.
func (c *Change) putAs(d *draft.Draft, kept model.Kept, old int64) error {
	switch {
	case kept.How == model.Shorter, kept.How == model.Known && kept.ID != d.ID:
		return c.addTopics(old, kept.ID, d.Topics)
	case kept.How == model.Updated:
		d.ID = kept.ID
		if err := c.KeepVersion(d, old); err != nil {
			return err
		}
	case kept.How == model.Known:
		if err := c.sameVersion(d, old); err != nil {
			return err
		}
	}
	return c.Write(d, old)
}

// Write puts an article in the place of the row old, or in a new one when old is 0.
func (c *Change) Write(d *draft.Draft, old int64) error {
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
	if d.Topics, err = c.Tagged(d.ID, d.Topics); err != nil {
		return err
	}
	for _, step := range []func(int64, *draft.Draft) error{c.resemble, c.Article, c.body, c.source, c.index, c.Related} {
		if err := step(n, d); err != nil {
			return err
		}
	}
	if err := c.Lead(before, d.ID); err != nil {
		return err
	}
	return c.Learn(n, d.Topics)
}

// replace takes out the row that a draft takes the place of, and returns the address it had. What the draft does not
// say itself it takes over: the address and, with the same text, what it was read from.
func (c *Change) replace(d *draft.Draft, old int64) (before sql.NullInt64, err error) {
	var same sql.NullInt64
	var ref, url string
	err = c.Row(`SELECT same, address, ref, url FROM article WHERE n = ?`, []any{old}, &same, &before, &ref, &url)
	if err != nil {
		return before, err
	}
	switch {
	case c.brief:
		before = sql.NullInt64{} // the rows of a session say what their files say
	case d.URL == "":
		d.Address, d.URL, d.Ref = before, url, cmp.Or(d.Ref, ref)
	}
	if d.Origin.Format == "" && same == d.Same {
		if d.Origin, err = c.oldSource(old); err != nil {
			return before, err
		}
	}
	return before, c.Remove(old)
}

// Remove takes a row out of all tables but those of statuses and tags.
func (c *Change) Remove(n int64) error {
	var topics string
	err := c.Row(`SELECT topics FROM article WHERE n = ?`, []any{n}, &topics)
	if err != nil {
		return err
	}
	if err := c.forget(n, codec.DecodeTopics(topics)); err != nil {
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
		if err := c.Exec(query, n); err != nil {
			return err
		}
	}
	return nil
}

// addTopics gives a row the topics of its twin.
func (c *Change) addTopics(n int64, id model.ID, more []model.Topic) error {
	var text string
	if err := c.Row(`SELECT topics FROM article WHERE n = ?`, []any{n}, &text); err != nil {
		return err
	}
	topics := codec.DecodeTopics(text)
	all := slices.Clone(topics)
	for _, t := range more {
		if !slices.ContainsFunc(all, func(o model.Topic) bool { return o.Key == t.Key }) {
			all = append(all, t)
		}
	}
	all, err := c.Tagged(id, all)
	if err != nil || slices.Equal(all, topics) {
		return err
	}
	return c.SetTopics(n, topics, all)
}

// numberOf finds a free row number: in a session that of the article's place, elsewhere one of its date.
func (c *Change) numberOf(d *draft.Draft, old int64) (int64, error) {
	if c.brief {
		return firstPlace - int64(d.Place), nil
	}
	if d.Feed != 0 && d.Published.Unix() > c.Now {
		return c.number(time.Time{}, old) // no entry has been written tomorrow
	}
	return c.number(d.Published, old)
}

// PerSecond is how many articles of one second have room between this second's numbers and the next's.
const PerSecond = 4096

// number finds a free row number for the date: old when it is of that second already. An article without a date
// counts as published when it arrives.
func (c *Change) number(published time.Time, old int64) (int64, error) {
	at := published.Unix()
	if published.IsZero() {
		at = c.Now
	}
	const most = 1 << 50
	first := min(max(at, -most), most) * PerSecond
	if old >= first && old < first+PerSecond || old != 0 && published.IsZero() {
		return old, nil
	}
	for room := int64(PerSecond); ; room *= 2 { // beyond a full second, the next free number will do
		var last sql.NullInt64
		if err := c.Row(`SELECT max(n) FROM article WHERE n >= ? AND n < ?`, []any{first, first + room}, &last); err != nil {
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

// Article writes the row of an article, and no other.
func (c *Change) Article(n int64, d *draft.Draft) error {
	byline, err := json.Marshal(d.Byline)
	if err != nil {
		return err
	}
	topics, err := codec.EncodeTopics(d.Topics)
	if err != nil {
		return err
	}
	return c.Exec(`INSERT INTO article (n, id, ref, url, title, site, byline, dateline, summary, language, published,
		words, kinds, topics,
		sorted, address, same, story, sketch, revision, came) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
			?, ?, ?)`,
		n, d.ID, d.Ref, d.URL, d.Title, d.Site, string(byline), d.Dateline, d.Summary, d.Language, d.Date(), d.Words,
		d.Kinds, topics,
		d.Sorted, d.Address, d.Same, d.Story, d.Sketch, max(d.Revision, 1), d.Came)
}

func (c *Change) body(n int64, d *draft.Draft) error {
	return c.Exec(`INSERT INTO body (n, version, blocks) VALUES (?, ?, ?)`, n, codec.BodyVersion, d.Body)
}

// index puts the words of an article aside for the full-text index.
func (c *Change) index(n int64, d *draft.Draft) error {
	c.documents = append(c.documents, document{n, d.Texts})
	return nil
}

// Related writes the related links of an article.
func (c *Change) Related(n int64, d *draft.Draft) error {
	i := 0
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			r, ok := b.(model.Related)
			if !ok {
				continue
			}
			for _, l := range r.Links {
				if err := c.Exec(`INSERT INTO related (n, i, title, url) VALUES (?, ?, ?, ?)`, n, i, l.Title, l.URL); err != nil {
					return err
				}
				i++
			}
		}
	}
	return nil
}

// firstPlace is the row number of the first place. Rows come by falling numbers, as the newest first do in a library.
const firstPlace = int64(1) << 40
