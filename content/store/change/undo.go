package change

import (
	"encoding/json"
	"fmt"

	"lede/content/store/db"
	"lede/model"
)

// undoLevels is how many steps can be taken back.
const undoLevels = 100

// Undoing brings the library back to what it was before a change.
type Undoing struct {
	Marks  []UndoMark  `json:"marks,omitempty"`
	Tags   []undoTag   `json:"tags,omitempty"`
	Topics []undoTopic `json:"topics,omitempty"`
}

// UndoMark is a field of the statuses of some articles as it was.
type UndoMark struct {
	Field string     `json:"field"`
	Was   int64      `json:"was"`
	IDs   []model.ID `json:"ids"`
}

// KeepUndo adds a step to what can be taken back.
func (c *Change) KeepUndo(title string, n int, back Undoing) error {
	data, err := json.Marshal(back)
	if err != nil {
		return err
	}
	if err := c.Exec(`INSERT INTO undo (step, title, n, back) VALUES (?, ?, ?,
		?)`, c.Revision, title, n, data); err != nil {
		return err
	}
	return c.Exec(`DELETE FROM undo WHERE step <= (SELECT step FROM undo ORDER BY step DESC LIMIT 1 OFFSET ?)`,
		undoLevels)
}

// Undo brings articles and topics back to what they were.
func (c *Change) Undo(back Undoing) error {
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

func (c *Change) putBack(m UndoMark) error {
	switch m.Field {
	case "read", "starred", "saved", "removed":
	default:
		return fmt.Errorf("%w: a step on %q", db.ErrDamaged, m.Field)
	}
	c.IDs = append(c.IDs, m.IDs...)
	return c.Exec(`UPDATE status SET `+m.Field+` = ? WHERE id IN (SELECT value FROM json_each(?))`, m.Was, db.List(m.IDs))
}
