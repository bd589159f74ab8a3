package store

import (
	"database/sql"
	"encoding/json"
	"math"

	"lede/model"
)

// indexAnew fills the full-text indexes, which are empty, with the words of all articles, and tells how many it has done.
func (c *change) indexAnew(told func(done, of int)) error {
	const atOnce = 500
	all, done := 0, 0
	if err := c.row(`SELECT count(*) FROM article`, nil, &all); err != nil {
		return err
	}
	last := int64(math.MinInt64)
	for n := atOnce; n == atOnce; {
		n = 0
		err := c.rows(`SELECT n, title, byline, version, blocks FROM article JOIN body USING (n) WHERE n > ? ORDER BY n LIMIT ?`, []any{last, atOnce},
			func(rows *sql.Rows) error {
				n++
				d, err := scanDocument(rows)
				last = d.n
				c.documents = append(c.documents, d)
				return err
			})
		if err != nil {
			return err
		}
		if err := c.keepWords(); err != nil {
			return err
		}
		c.vocabulary.learn(c.met) // nobody else has this one
		c.met = nil
		done += n
		told(done, all)
	}
	return nil
}

// scanDocument reads an article's words. A text that is damaged leaves those of its head.
func scanDocument(rows *sql.Rows) (document, error) {
	var d document
	var a model.Article
	var byline string
	var version int
	var body []byte
	if err := rows.Scan(&d.n, &a.Title, &byline, &version, &body); err != nil {
		return d, err
	}
	if err := json.Unmarshal([]byte(byline), &a.Byline); err != nil {
		return d, err
	}
	if sections, err := decodeSections(version, body); err == nil {
		a.Sections = sections
	}
	d.texts, _ = textsOf(a)
	return d, nil
}
