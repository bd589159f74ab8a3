package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"lede/content/store/change"
	"lede/content/store/db"
)

// Undo takes the last step back that has not been taken back. It returns what the step was called and how many
// articles or topics it was about, and ErrNothing when there is none.
func (s *Store) Undo(ctx context.Context) (title string, n int, err error) {
	err = s.db.Change(ctx, func(c *change.Change) error {
		var step int64
		var data []byte
		err := c.Row(`SELECT step, title, n, back FROM undo ORDER BY step DESC LIMIT 1`, nil, &step, &title, &n, &data)
		if errors.Is(err, sql.ErrNoRows) {
			return db.ErrNothing
		}
		if err != nil {
			return err
		}
		var back change.Undoing
		if err := json.Unmarshal(data, &back); err != nil {
			return fmt.Errorf("%w: %w", db.ErrDamaged, err)
		}
		if err := c.Undo(back); err != nil {
			return err
		}
		c.Keep = true
		return c.Exec(`DELETE FROM undo WHERE step = ?`, step)
	})
	return title, n, err
}
