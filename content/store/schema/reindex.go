package schema

import (
	"database/sql"
	"encoding/json"
	"math"

	"lede/content/store/change"
	"lede/content/store/codec"
	"lede/content/store/draft"
	"lede/model"
)

// foldedRow is an article, or an earlier text of one, with what it is found by as this lede folds words.
type foldedRow struct {
	n     int64
	whole bool // its text could be read; if not, only its title and byline are indexed
	draft.Folded
}

// indexAnew makes anew what articles are found and compared by: the full-text indexes, which must be empty, the order
// of titles, the sketches and the keys of topics. It reports how many articles it has done.
func indexAnew(c *change.Change, told func(done, of int)) error {
	all, done := 0, 0
	if err := c.Row(`SELECT count(*) FROM article`, nil, &all); err != nil {
		return err
	}
	err := eachFolded(c,
		`SELECT n, title, byline, version, blocks FROM article JOIN body USING (n) WHERE n > ? ORDER BY n LIMIT ?`,
		func(some []foldedRow) error {
			if err := refold(c, some); err != nil {
				return err
			}
			done += len(some)
			told(done, all)
			return nil
		})
	if err != nil {
		return err
	}
	if err := rehashVersions(c); err != nil {
		return err
	}
	return keysAnew(c, func(int, int) {})
}

// eachFolded calls f for some rows at once. The query is given the number of the row before, and a limit.
func eachFolded(c *change.Change, query string, f func([]foldedRow) error) error {
	const atOnce = 500
	for last, more := int64(math.MinInt64), true; more; {
		var some []foldedRow
		err := c.Rows(query, []any{last, atOnce}, func(rows *sql.Rows) error {
			r, err := scanFolded(rows)
			some = append(some, r)
			return err
		})
		if err != nil {
			return err
		}
		if more = len(some) == atOnce; len(some) > 0 {
			last = some[len(some)-1].n
		}
		if err := f(some); err != nil {
			return err
		}
	}
	return nil
}

func scanFolded(rows *sql.Rows) (foldedRow, error) {
	var r foldedRow
	var a model.Article
	var byline string
	var version int
	var body []byte
	if err := rows.Scan(&r.n, &a.Title, &byline, &version, &body); err != nil {
		return r, err
	}
	if err := json.Unmarshal([]byte(byline), &a.Byline); err != nil {
		return r, err
	}
	var err error
	a.Sections, err = codec.DecodeSections(version, body)
	r.whole = err == nil
	r.Folded = draft.FoldedOf(a)
	return r, nil
}

// refold writes what articles are found by.
func refold(c *change.Change, some []foldedRow) error {
	for _, r := range some {
		if !r.whole {
			r.Sketch = nil
		}
		c.Find(r.n, r.Texts, r.Sketch)
		if err := c.Exec(`UPDATE article SET sorted = ? WHERE n = ?`, r.Sorted, r.n); err != nil {
			return err
		}
		if !r.whole {
			continue
		}
		if err := c.Exec(`UPDATE article SET same = ?, sketch = ? WHERE n = ?`, r.Same, r.Sketch, r.n); err != nil {
			return err
		}
	}
	if err := c.Flush(); err != nil {
		return err
	}
	c.LearnWords()
	return nil
}

// rehashVersions makes anew what earlier texts are known by.
func rehashVersions(c *change.Change) error {
	return eachFolded(c, `SELECT v, coalesce(json_extract(h, '$.Title'), ''), coalesce(json_extract(h, '$.Byline'), '[]'),
		form, blocks
		FROM (SELECT *, CASE WHEN json_valid(head) THEN head ELSE '{}' END AS h FROM version) WHERE v > ? ORDER BY v
			LIMIT ?`,
		func(some []foldedRow) error {
			for _, r := range some {
				if !r.whole {
					continue
				}
				if err := c.Exec(`UPDATE version SET same = ? WHERE v = ?`, r.Same, r.n); err != nil {
					return err
				}
			}
			return nil
		})
}
