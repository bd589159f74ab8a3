package store

import (
	"context"
	"database/sql"
	"time"

	"lede/model"
)

// trashDays is how long a removed article can be brought back.
const trashDays = 30

// Trash returns up to limit removed articles after the first offset ones, the last removed first.
func (s *Store) Trash(ctx context.Context, offset, limit int) ([]model.Removal, error) {
	const query = `SELECT ` + columns + ` FROM status s JOIN article a ON a.id = s.id WHERE s.removed > 0 ORDER BY s.removed DESC, a.n DESC LIMIT ? OFFSET ?`
	rows, err := s.list(ctx, query, limit, offset)
	if err != nil {
		return nil, err
	}
	out := make([]model.Removal, len(rows))
	for i, r := range rows {
		var at int64
		if err := s.read.QueryRowContext(ctx, `SELECT removed FROM status WHERE id = ?`, r.ID).Scan(&at); err != nil {
			return nil, explain(err)
		}
		out[i] = model.Removal{Row: r, At: time.Unix(at, 0).UTC()}
	}
	return out, nil
}

// Purge deletes for good what has been in the trash for 30 days, and returns how many articles that were. It also lets the source texts of
// articles go that arrived a year ago and are not starred. So that a clock that is ahead for an
// hour deletes nothing, that time must have been over when Purge was last called, too.
func (s *Store) Purge(ctx context.Context) (n int, err error) {
	err = s.change(ctx, func(c *change) error {
		now, last := s.now().Unix(), int64(0)
		if err := c.row(`SELECT purged FROM meta`, nil, &last); err != nil {
			return err
		}
		var old []int64
		err := c.rows(`SELECT a.n, a.id FROM status s JOIN article a ON a.id = s.id WHERE s.removed > 0 AND s.removed < ?`,
			[]any{min(now, last) - trashDays*24*3600}, func(rows *sql.Rows) error {
				var row int64
				var id model.ID
				err := rows.Scan(&row, &id)
				old, c.ids = append(old, row), append(c.ids, id)
				return err
			})
		if err != nil {
			return err
		}
		c.texts = len(old) > 0
		for _, row := range old {
			if err := c.remove(row); err != nil {
				return err
			}
		}
		n, c.keep = len(old), now-last > 3600 || now < last
		if !c.keep && n == 0 {
			return nil
		}
		if err := c.letSourcesGo(min(now, last)); err != nil {
			return err
		}
		return c.exec(`UPDATE meta SET purged = ?`, now)
	})
	return n, err
}
