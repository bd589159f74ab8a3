package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"lede/model"
)

// undoLevels is how many steps can be taken back.
const undoLevels = 100

// undoing brings the library back to what it was before a change.
type undoing struct {
	Marks  []undoMark  `json:"marks,omitempty"`
	Tags   []undoTag   `json:"tags,omitempty"`
	Topics []undoTopic `json:"topics,omitempty"`
}

// undoMark is a field of the statuses of some articles as it was.
type undoMark struct {
	Field string     `json:"field"`
	Was   int64      `json:"was"`
	IDs   []model.ID `json:"ids"`
}

// keepUndo adds a step to what can be taken back.
func (c *change) keepUndo(title string, n int, back undoing) error {
	data, err := json.Marshal(back)
	if err != nil {
		return err
	}
	if err := c.exec(`INSERT INTO undo (step, title, n, back) VALUES (?, ?, ?,
		?)`, c.revision, title, n, data); err != nil {
		return err
	}
	return c.exec(`DELETE FROM undo WHERE step <= (SELECT step FROM undo ORDER BY step DESC LIMIT 1 OFFSET ?)`,
		undoLevels)
}

// Undo takes the last step back that has not been taken back. It returns what the step was called and how many
// articles or topics it was about, and ErrNothing when there is none.
func (s *Store) Undo(ctx context.Context) (title string, n int, err error) {
	err = s.db.change(ctx, func(c *change) error {
		var step int64
		var data []byte
		err := c.row(`SELECT step, title, n, back FROM undo ORDER BY step DESC LIMIT 1`, nil, &step, &title, &n, &data)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNothing
		}
		if err != nil {
			return err
		}
		var back undoing
		if err := json.Unmarshal(data, &back); err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		if err := c.undo(back); err != nil {
			return err
		}
		c.keep = true
		return c.exec(`DELETE FROM undo WHERE step = ?`, step)
	})
	return title, n, err
}

func (c *change) undo(back undoing) error {
	for _, m := range back.Marks {
		if err := c.putBack(m); err != nil {
			return err
		}
	}
	for _, t := range back.Tags {
		if err := c.putTagsBack(t); err != nil {
			return err
		}
	}
	for i := len(back.Topics) - 1; i >= 0; i-- {
		if err := c.putTopicBack(back.Topics[i]); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) putBack(m undoMark) error {
	switch m.Field {
	case "read", "starred", "saved", "removed":
	default:
		return fmt.Errorf("%w: a step on %q", ErrDamaged, m.Field)
	}
	c.ids = append(c.ids, m.IDs...)
	return c.exec(`UPDATE status SET `+m.Field+` = ? WHERE id IN (SELECT value FROM json_each(?))`, m.Was, list(m.IDs))
}
