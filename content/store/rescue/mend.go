package rescue

import (
	"database/sql"
	"encoding/json"
	"math"
	"slices"
	"time"

	"lede/content/store/change"
	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/content/store/schema"
	"lede/model"
)

// mend makes whole what rows have been rescued without others that belong to them. ids are the IDs of articles that
// may have lost their rows.
func mend(c *change.Change, ids map[int64]model.ID) error {
	if err := headTexts(c, ids); err != nil {
		return err
	}
	empty, err := codec.EncodeSections(nil)
	if err != nil {
		return err
	}
	if err := c.Exec(
		`INSERT INTO body (n, version, blocks) SELECT n, ?, ? FROM article WHERE n NOT IN (SELECT n FROM body)`,
		codec.BodyVersion, empty); err != nil {
		return err
	}
	for _, query := range []string{
		`INSERT INTO status (id, saved) SELECT id, 1 FROM article WHERE id NOT IN (SELECT id FROM status)`,
		`UPDATE topic SET target = NULL WHERE target NOT IN (SELECT t FROM topic)`,
		`UPDATE meta SET revision = max(revision, (SELECT coalesce(max(placed), 0) FROM status), (SELECT coalesce(max(step),
			0) FROM undo))`,
		`UPDATE feed SET options = '{}' WHERE NOT json_valid(options)`,
		`UPDATE feed SET state = '{}' WHERE NOT json_valid(state)`,
		`DELETE FROM ` + schema.HomelessItems, `DELETE FROM ` + schema.HomelessRemoteFeeds,
		`DELETE FROM ` + schema.HomelessRemoteEntries,
		`DELETE FROM ` + schema.HomelessOutbox,
	} {
		if err := c.Exec(query); err != nil {
			return err
		}
	}
	return c.Row(`SELECT revision FROM meta`, nil, &c.Revision)
}

// headTexts gives texts that have lost their entries new ones.
func headTexts(c *change.Change, ids map[int64]model.ID) error {
	var lost []int64
	err := c.Rows(`SELECT n FROM body WHERE n NOT IN (SELECT n FROM article)`, nil, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		lost = append(lost, n)
		return err
	})
	if err != nil {
		return err
	}
	for _, n := range lost {
		if err := headText(c, n, ids[n]); err != nil {
			return err
		}
	}
	return nil
}

// headText makes an entry for a text: its number gives the day, its beginning is the title, and the ID is what its
// index has, or one of the text.
func headText(c *change.Change, n int64, id model.ID) error {
	var version int
	var body []byte
	if err := c.Row(`SELECT version, blocks FROM body WHERE n = ?`, []any{n}, &version, &body); err != nil {
		return err
	}
	a := model.Article{}
	var err error
	if a.Sections, err = codec.DecodeSections(version, body); err != nil || len(a.Sections) == 0 {
		return c.Exec(`DELETE FROM body WHERE n = ?`, n)
	}
	a.Title, a.Words, a.Published = firstWords(a), a.CountWords(), time.Unix(n/change.PerSecond, 0).UTC()
	if a.ID = id; id == "" {
		a.ID = model.NewID(a.SearchText())
	}
	d, err := draft.New(a)
	if err != nil {
		return err
	}
	taken := 0
	if err := c.Row(`SELECT count(*) FROM article WHERE id = ?`, []any{a.ID}, &taken); err != nil || taken > 0 {
		return err
	}
	return c.Article(n, &d)
}

// firstWords is how a text begins, as its title.
func firstWords(a model.Article) string {
	const most = 80 // characters
	for _, s := range a.Sections {
		if s.Title != "" {
			return s.Title
		}
		for _, b := range s.Blocks {
			if text := []rune(b.Text()); len(text) > most {
				return string(text[:most]) + "…"
			} else if len(text) > 0 {
				return string(text)
			}
		}
	}
	return ""
}

// derive fills the tables that follow from the articles anew.
func derive(c *change.Change) error {
	for _, query := range []string{
		`DELETE FROM body WHERE n NOT IN (SELECT n FROM article)`,
		`DELETE FROM about`, `DELETE FROM related`, `DELETE FROM sketch`, `DELETE FROM word`, `UPDATE topic SET count = 0`,
		`INSERT INTO search (search) VALUES ('delete-all')`, `INSERT INTO starts (starts) VALUES ('delete-all')`,
	} {
		if err := c.Exec(query); err != nil {
			return err
		}
	}
	const atOnce = 500
	last := int64(math.MinInt64)
	for {
		some, err := articlesAfter(c, last, atOnce)
		if err != nil || len(some) == 0 {
			return err
		}
		last = some[len(some)-1].n
		for _, k := range some {
			if err := deriveOne(c, k); err != nil {
				return err
			}
		}
		if err := c.Flush(); err != nil {
			return err
		}
	}
}

// keptRow is an article as it is kept, as far as other tables follow from it.
type keptRow struct {
	n       int64
	article model.Article
	sketch  []byte
}

// articlesAfter reads up to limit articles in the order of their numbers. A text that cannot be read becomes an empty
// one.
func articlesAfter(c *change.Change, n int64, limit int) (some []keptRow, err error) {
	var unread []int64
	err = c.Rows(`SELECT a.n, a.title, a.byline, a.topics, a.sketch, b.version, b.blocks FROM article a
		JOIN body b USING (n)
		WHERE a.n > ? ORDER BY a.n LIMIT ?`, []any{n, limit}, func(rows *sql.Rows) error {
		var k keptRow
		var byline, topics string
		var version int
		var body []byte
		if err := rows.Scan(&k.n, &k.article.Title, &byline, &topics, &k.sketch, &version, &body); err != nil {
			return err
		}
		k.sketch = slices.Clone(k.sketch)
		k.article.Topics = codec.DecodeTopics(topics)
		if err := json.Unmarshal([]byte(byline), &k.article.Byline); err != nil {
			k.article.Byline = nil
		}
		var err error
		if k.article.Sections, err = codec.DecodeSections(version, body); err != nil {
			unread = append(unread, k.n)
		}
		some = append(some, k)
		return nil
	})
	if err != nil || len(unread) == 0 {
		return some, err
	}
	empty, err := codec.EncodeSections(nil)
	if err != nil {
		return nil, err
	}
	return some, c.Exec(`UPDATE body SET version = ?, blocks = ? WHERE n IN (SELECT value FROM json_each(?))`,
		codec.BodyVersion, empty, db.List(unread))
}

func deriveOne(c *change.Change, k keptRow) error {
	d := &draft.Draft{Article: k.article}
	d.Texts, _ = draft.TextsOf(k.article)
	c.Find(k.n, d.Texts, k.sketch)
	if err := c.Related(k.n, d); err != nil {
		return err
	}
	return c.Learn(k.n, k.article.Topics)
}
