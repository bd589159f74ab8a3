package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"lede/model"
	"lede/model/query"
)

// Mark changes what the reader did with some articles, in one step that Undo takes back. title says what was done; a
// step without one is not kept for Undo. Mark returns how many articles had it otherwise before. An ID that the
// library does not have gets a status all the same.
func (s *Store) Mark(ctx context.Context, title string, ids []model.ID, to model.StatusChange) (n int, err error) {
	err = s.db.change(ctx, func(c *change) error {
		n, err = c.mark(title, ids, to)
		return err
	})
	return n, err
}

// MarkQuery is Mark for all articles that the query asks for.
func (s *Store) MarkQuery(ctx context.Context, title string, q query.Query, to model.StatusChange) (n int, err error) {
	ids, err := s.IDs(ctx, q)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return s.Mark(ctx, title, ids, to)
}

func (c *change) mark(title string, ids []model.ID, to model.StatusChange) (int, error) {
	touched := make(map[model.ID]bool)
	marks, err := c.marks(ids, to, touched)
	if err != nil || len(touched) == 0 || title == "" {
		return len(touched), err
	}
	return len(touched), c.keepUndo(title, len(touched), undoing{Marks: marks})
}

// marks changes the statuses of ids, adds those that were otherwise to touched, and returns what they were.
func (c *change) marks(ids []model.ID, to model.StatusChange, touched map[model.ID]bool) ([]undoMark, error) {
	const known = `INSERT INTO status (id) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`
	if err := c.exec(known, list(ids)); err != nil {
		return nil, err
	}
	var back []undoMark
	for _, m := range []struct {
		field string
		to    *bool
	}{{"read", to.Read}, {"starred", to.Starred}, {"saved", to.Saved}, {"removed", to.Removed}} {
		if m.to == nil {
			continue
		}
		was, err := c.set(m.field, ids, c.value(m.field, *m.to))
		if err != nil {
			return nil, err
		}
		for _, w := range was {
			back = append(back, w)
			c.ids = append(c.ids, w.IDs...)
			for _, id := range w.IDs {
				touched[id] = true
			}
		}
	}
	if to.Read != nil && *to.Read {
		if err := c.see(ids); err != nil {
			return nil, err
		}
	}
	return back, nil
}

// value is what a field is set to: a removal keeps its time.
func (c *change) value(field string, on bool) int64 {
	switch {
	case !on:
		return 0
	case field == "removed":
		return c.now
	}
	return 1
}

// set gives a field of the statuses of ids a value, and returns what it was where it was another.
func (c *change) set(field string, ids []model.ID, value int64) ([]undoMark, error) {
	was := make(map[int64][]model.ID)
	other := field + ` <> ?`
	if field == "removed" && value > 0 {
		other = `removed = 0 AND 0 < ?` // what is in the trash already keeps its day
	}
	err := c.rows(`SELECT id, `+field+` FROM status WHERE id IN (SELECT value FROM json_each(?)) AND `+other,
		[]any{list(ids), value},
		func(rows *sql.Rows) error {
			var id model.ID
			var old int64
			err := rows.Scan(&id, &old)
			was[old] = append(was[old], id)
			return err
		})
	if err != nil {
		return nil, err
	}
	var marks []undoMark
	for old, ids := range was {
		if err := c.exec(`UPDATE status SET `+field+` = ? WHERE id IN (SELECT value
			FROM json_each(?))`, value, list(ids)); err != nil {
			return nil, err
		}
		marks = append(marks, undoMark{Field: field, Was: old, IDs: ids})
	}
	return marks, nil
}

// KeepPlace keeps where the reader stopped in an article, in the library or not, and how far that is in percent. Undo
// does not take it back.
func (s *Store) KeepPlace(ctx context.Context, id model.ID, place model.Place, percent int) error {
	percent = min(max(percent, 0), 100)
	return s.db.change(ctx, func(c *change) error {
		var old model.Status
		newest := true
		err := c.row(
			`SELECT block, line, percent, seen >= coalesce((SELECT revision FROM article WHERE id = status.id), 0) FROM status
				WHERE id = ?`,
			[]any{id}, &old.Place.Block, &old.Place.Line, &old.Percent, &newest)
		if err == nil && old.Place == place && old.Percent == percent && newest {
			return nil
		}
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		c.ids = append(c.ids, id)
		err = c.exec(`INSERT INTO status (id, block, line, percent, placed) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
			SET block = excluded.block, line = excluded.line, percent = excluded.percent, placed = excluded.placed`,
			id, place.Block, place.Line, percent, c.revision)
		if err != nil {
			return err
		}
		return c.see([]model.ID{id})
	})
}

// Status returns what the reader did with an article, in the library or not; the zero Status when that is nothing.
func (s *Store) Status(ctx context.Context, id model.ID) (model.Status, error) {
	var st model.Status
	var arrived int64
	err := s.db.read.QueryRowContext(ctx,
		`SELECT read, starred, saved, block, line, percent, arrived FROM status WHERE id = ?`, id).
		Scan(&st.Read, &st.Starred, &st.Saved, &st.Place.Block, &st.Place.Line, &st.Percent, &arrived)
	if errors.Is(err, sql.ErrNoRows) {
		return st, nil
	}
	if arrived > 0 {
		st.Arrived = time.Unix(arrived, 0).UTC()
	}
	return st, explain(err)
}

// Continue returns up to limit rows that the reader has begun and not finished, the one read last first.
func (s *Store) Continue(ctx context.Context, limit int) ([]model.Row, error) {
	return s.list(ctx, `SELECT `+columns+` FROM status s JOIN article a ON a.id = s.id
		WHERE s.read = 0 AND s.percent > 0 AND s.removed = 0 ORDER BY s.placed DESC LIMIT ?`, limit)
}
