package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"lede/model"
)

// TrashDays is how long a removed article can be brought back.
const TrashDays = 30

// Trash returns up to limit removed articles after the first offset ones, the last removed first.
func (s *Store) Trash(ctx context.Context, offset, limit int) ([]model.Row, error) {
	return s.list(ctx, `SELECT `+columns+` FROM status s JOIN article a ON a.id = s.id WHERE s.removed > 0
		ORDER BY s.removed DESC, a.n DESC LIMIT ? OFFSET ?`, limit, offset)
}

// Empty deletes all that is in the trash for good, and returns how many articles that were. Undo does not bring them
// back.
func (s *Store) Empty(ctx context.Context) (n int, err error) {
	err = s.db.change(ctx, func(c *change) error {
		n, err = c.bury(c.now + 1)
		return err
	})
	return n, err
}

// Purge deletes for good what has been in the trash for 30 days, and returns how many articles that were. It also
// lets the source texts of articles go that arrived a year ago and are not starred, and thins their earlier texts. So
// that a clock that is ahead for an hour deletes nothing, that time must have been over when Purge was last called,
// too. It does so once a day; more often it only reads.
func (s *Store) Purge(ctx context.Context) (n int, err error) {
	if due, err := s.purgeIsDue(ctx); err != nil || !due {
		return 0, err
	}
	err = s.db.change(ctx, func(c *change) error {
		now, last := s.db.now().Unix(), int64(0)
		if err := c.row(`SELECT purged FROM meta`, nil, &last); err != nil {
			return err
		}
		if n, err = c.bury(min(now, last) - TrashDays*24*3600); err != nil {
			return err
		}
		if err := c.letSourcesGo(min(now, last)); err != nil {
			return err
		}
		if err := c.thinVersions(min(now, last)); err != nil {
			return err
		}
		c.keep = true
		return c.exec(`UPDATE meta SET purged = ?`, now)
	})
	return n, err
}

// purgeIsDue reports whether Purge has done nothing for a day, and there are articles.
func (s *Store) purgeIsDue(ctx context.Context) (bool, error) {
	var last int64
	err := s.db.read.QueryRowContext(ctx, `SELECT purged FROM meta WHERE EXISTS (SELECT 1 FROM article)`).Scan(&last)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	const day = int64(24 * time.Hour / time.Second)
	now := s.db.now().Unix()
	return now-last >= day || now < last, explain(err)
}

// bury deletes what went to the trash before a time, and returns how many articles that were.
func (c *change) bury(before int64) (int, error) {
	var old []int64
	err := c.rows(`SELECT a.n, a.id FROM status s JOIN article a ON a.id = s.id WHERE s.removed > 0 AND s.removed < ?`,
		[]any{before},
		func(rows *sql.Rows) error {
			var n int64
			var id model.ID
			err := rows.Scan(&n, &id)
			old, c.ids = append(old, n), append(c.ids, id)
			return err
		})
	if err != nil {
		return 0, err
	}
	c.texts = len(old) > 0
	for i, n := range old {
		if err := c.remove(n); err != nil {
			return 0, err
		}
		if err := c.exec(`DELETE FROM version WHERE id = ?`, c.ids[i]); err != nil {
			return 0, err
		}
	}
	if len(old) == 0 {
		return 0, nil
	}
	return len(old), c.forgetRemovals()
}

// forgetRemovals takes out of the steps that can be undone the removals of articles that are gone for good.
func (c *change) forgetRemovals() error {
	steps := make(map[int64]undoing)
	err := c.rows(`SELECT step, back FROM undo`, nil, func(rows *sql.Rows) error {
		var step int64
		var data []byte
		if err := rows.Scan(&step, &data); err != nil {
			return err
		}
		var back undoing
		if json.Unmarshal(data, &back) == nil { // Undo says when one is damaged
			steps[step] = back
		}
		return nil
	})
	if err != nil {
		return err
	}
	for step, back := range steps {
		if err := c.forgetRemoval(step, back); err != nil {
			return err
		}
	}
	return nil
}

// forgetRemoval is forgetRemovals for one step. One that was about nothing else goes too.
func (c *change) forgetRemoval(step int64, back undoing) error {
	changed, left := false, 0
	for i, m := range back.Marks {
		if m.Field != "removed" {
			continue
		}
		ids, err := c.those(m.IDs)
		if err != nil {
			return err
		}
		changed, left = changed || len(ids) < len(m.IDs), left+len(ids)
		back.Marks[i].IDs = ids
	}
	back.Marks = slices.DeleteFunc(back.Marks, func(m undoMark) bool { return len(m.IDs) == 0 })
	switch {
	case !changed:
		return nil
	case len(back.Marks)+len(back.Tags)+len(back.Topics) == 0:
		return c.exec(`DELETE FROM undo WHERE step = ?`, step)
	}
	data, err := json.Marshal(back)
	if err != nil {
		return err
	}
	return c.exec(`UPDATE undo SET back = ?, n = max(1, min(n, ?)) WHERE step = ?`, data, left, step)
}

// those are the IDs of articles that are here, in the order of ids.
func (c *change) those(ids []model.ID) ([]model.ID, error) {
	var there []model.ID
	err := c.rows(
		`SELECT i.value FROM json_each(?) i WHERE EXISTS (SELECT 1 FROM article WHERE id = i.value) ORDER BY i.key`,
		[]any{list(ids)},
		func(rows *sql.Rows) error {
			var id model.ID
			err := rows.Scan(&id)
			there = append(there, id)
			return err
		})
	return there, err
}
