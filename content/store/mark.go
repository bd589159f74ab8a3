package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"lede/content/store/change"
	"lede/content/store/db"
	"lede/content/store/row"
	"lede/model"
	"lede/model/query"
)

// Mark changes what the reader did with some articles, in one step that Undo takes back. title says what was done; a
// step without one is not kept for Undo. Mark returns how many articles had it otherwise before. An ID that the
// library does not have gets a status all the same.
func (s *Store) Mark(ctx context.Context, title string, ids []model.ID, to model.StatusChange) (n int, err error) {
	err = s.db.Change(ctx, func(c *change.Change) error {
		n, err = c.Mark(title, ids, to)
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

// KeepPlace keeps where the reader stopped in an article, in the library or not, and how far that is in percent. Undo
// does not take it back.
func (s *Store) KeepPlace(ctx context.Context, id model.ID, place model.Place, percent int) error {
	percent = min(max(percent, 0), 100)
	return s.db.Change(ctx, func(c *change.Change) error {
		var old model.Status
		newest := true
		err := c.Row(
			`SELECT block, line, percent, seen >= coalesce((SELECT revision FROM article WHERE id = status.id), 0) FROM status
				WHERE id = ?`,
			[]any{id}, &old.Place.Block, &old.Place.Line, &old.Percent, &newest)
		if err == nil && old.Place == place && old.Percent == percent && newest {
			return nil
		}
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		c.IDs = append(c.IDs, id)
		err = c.Exec(`INSERT INTO status (id, block, line, percent, placed) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
			SET block = excluded.block, line = excluded.line, percent = excluded.percent, placed = excluded.placed`,
			id, place.Block, place.Line, percent, c.Revision)
		if err != nil {
			return err
		}
		return c.See([]model.ID{id})
	})
}

// Status returns what the reader did with an article, in the library or not; the zero Status when that is nothing.
func (s *Store) Status(ctx context.Context, id model.ID) (model.Status, error) {
	var st model.Status
	var arrived int64
	err := s.db.Read.QueryRowContext(ctx,
		`SELECT read, starred, saved, block, line, percent, arrived FROM status WHERE id = ?`, id).
		Scan(&st.Read, &st.Starred, &st.Saved, &st.Place.Block, &st.Place.Line, &st.Percent, &arrived)
	if errors.Is(err, sql.ErrNoRows) {
		return st, nil
	}
	if arrived > 0 {
		st.Arrived = time.Unix(arrived, 0).UTC()
	}
	return st, db.Explain(err)
}

// Continue returns up to limit rows that the reader has begun and not finished, the one read last first.
func (s *Store) Continue(ctx context.Context, limit int) ([]model.Row, error) {
	return s.list(ctx, `SELECT `+row.Columns+` FROM status s JOIN article a ON a.id = s.id
		WHERE s.read = 0 AND s.percent > 0 AND s.removed = 0 ORDER BY s.placed DESC LIMIT ?`, limit)
}
