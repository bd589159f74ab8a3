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
)

// TrashDays is how long a removed article can be brought back.
const TrashDays = 30

// Trash returns up to limit removed articles after the first offset ones, the last removed first.
func (s *Store) Trash(ctx context.Context, offset, limit int) ([]model.Row, error) {
	return s.list(ctx, `SELECT `+row.Columns+` FROM status s JOIN article a ON a.id = s.id WHERE s.removed > 0
		ORDER BY s.removed DESC, a.n DESC LIMIT ? OFFSET ?`, limit, offset)
}

// Empty deletes all that is in the trash for good, and returns how many articles that were. Undo does not bring them
// back.
func (s *Store) Empty(ctx context.Context) (n int, err error) {
	err = s.db.Change(ctx, func(c *change.Change) error {
		n, err = c.Bury(c.Now + 1)
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
	err = s.db.Change(ctx, func(c *change.Change) error {
		now, last := s.db.Now().Unix(), int64(0)
		if err := c.Row(`SELECT purged FROM meta`, nil, &last); err != nil {
			return err
		}
		if n, err = c.Bury(min(now, last) - TrashDays*24*3600); err != nil {
			return err
		}
		if err := c.LetSourcesGo(min(now, last)); err != nil {
			return err
		}
		if err := c.ThinVersions(min(now, last)); err != nil {
			return err
		}
		c.Keep = true
		return c.Exec(`UPDATE meta SET purged = ?`, now)
	})
	return n, err
}

// purgeIsDue reports whether Purge has done nothing for a day, and there are articles.
func (s *Store) purgeIsDue(ctx context.Context) (bool, error) {
	var last int64
	err := s.db.Read.QueryRowContext(ctx, `SELECT purged FROM meta WHERE EXISTS (SELECT 1 FROM article)`).Scan(&last)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	const day = int64(24 * time.Hour / time.Second)
	now := s.db.Now().Unix()
	return now-last >= day || now < last, db.Explain(err)
}
