package change

import (
	"cmp"
	"database/sql"
	"slices"
	"time"

	"lede/content/store/draft"
	"lede/model"
)

// lookedAt is how many articles are compared with a new one at most.
const lookedAt = 20

// band is a number that an article is looked up by.
type band struct{ hash, n int64 }

// lookalike is a row that may tell the same as another.
type lookalike struct {
	n         int64
	id        model.ID
	sketch    []byte
	published sql.NullInt64
	story     sql.NullInt64
}

// resemble finds the article that tells the same as d, if there is one, and puts d into its group.
func (c *Change) resemble(n int64, d *draft.Draft) error {
	keys := draft.BandsOf(d.Sketch)
	if keys == nil {
		return nil
	}
	found, err := c.lookalikes(keys)
	if err != nil {
		return err
	}
	var best lookalike
	most := draft.Alike - 1
	for _, at := range found {
		l := lookalike{n: at}
		err := c.Row(`SELECT id, sketch, published, story FROM article WHERE n = ?`, []any{at}, &l.id, &l.sketch,
			&l.published, &l.story)
		if err != nil {
			return err
		}
		if k := draft.Common(l.sketch, d.Sketch); k > most && sameTime(l.published, d.Published) {
			best, most = l, k
		}
	}
	for _, hash := range keys {
		c.bands = append(c.bands, band{hash, n})
		c.banded[hash] = append(c.banded[hash], n)
	}
	if most < draft.Alike {
		return nil
	}
	d.Story, err = c.group(best)
	return err
}

func sameTime(a sql.NullInt64, b time.Time) bool {
	return !a.Valid || b.IsZero() || time.Unix(a.Int64, 0).Sub(b).Abs() <= draft.SameDays
}

// lookalikes are the rows that share a number with an article: those of this change, which are not in the table yet,
// and those before.
func (c *Change) lookalikes(keys []int64) ([]int64, error) {
	if c.banded == nil {
		c.banded = make(map[int64][]int64)
	}
	var found []int64
	for _, hash := range keys {
		found = append(found, c.banded[hash]...)
	}
	err := c.Rows(`SELECT n FROM sketch WHERE hash IN (?, ?, ?, ?, ?, ?) LIMIT ?`,
		[]any{keys[0], keys[1], keys[2], keys[3], keys[4], keys[5], lookedAt}, func(rows *sql.Rows) error {
			var n int64
			err := rows.Scan(&n)
			found = append(found, n)
			return err
		})
	slices.Sort(found)
	found = slices.Compact(found)
	return found[max(len(found)-lookedAt, 0):], err
}

// group returns the number of a row's group, made when the row stood alone.
func (c *Change) group(of lookalike) (sql.NullInt64, error) {
	if of.story.Valid {
		return of.story, nil
	}
	story := sql.NullInt64{Valid: true}
	if err := c.Row(`SELECT coalesce(max(story), 0) + 1 FROM article
		WHERE story IS NOT NULL`, nil, &story.Int64); err != nil {
		return story, err
	}
	c.IDs = append(c.IDs, of.id)
	return story, c.Exec(`UPDATE article SET story = ? WHERE n = ?`, story.Int64, of.n)
}

// keepBands writes what articles are looked up by, in the table's order.
func (c *Change) keepBands() error {
	slices.SortFunc(c.bands, func(a, b band) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.n, b.n)) })
	for _, b := range c.bands {
		if err := c.Exec(`INSERT INTO sketch (hash, n) VALUES (?, ?) ON CONFLICT DO NOTHING`, b.hash, b.n); err != nil {
			return err
		}
	}
	c.bands = nil
	return nil
}

// unsketch forgets what a row is looked up by.
func (c *Change) unsketch(n int64) error {
	if err := c.keepBands(); err != nil {
		return err
	}
	var sketch []byte
	if err := c.Row(`SELECT sketch FROM article WHERE n = ?`, []any{n}, &sketch); err != nil {
		return err
	}
	for _, hash := range draft.BandsOf(sketch) {
		if rows, ok := c.banded[hash]; ok {
			c.banded[hash] = slices.DeleteFunc(rows, func(o int64) bool { return o == n })
		}
		if err := c.Exec(`DELETE FROM sketch WHERE hash = ? AND n = ?`, hash, n); err != nil {
			return err
		}
	}
	return nil
}
