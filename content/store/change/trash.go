package change

import (
	"database/sql"
	"encoding/json"
	"slices"

	"lede/content/store/db"
	"lede/model"
)

// Bury deletes what went to the trash before a time, and returns how many articles that were.
func (c *Change) Bury(before int64) (int, error) {
	var old []int64
	err := c.Rows(`SELECT a.n, a.id FROM status s JOIN article a ON a.id = s.id WHERE s.removed > 0 AND s.removed < ?`,
		[]any{before},
		func(rows *sql.Rows) error {
			var n int64
			var id model.ID
			err := rows.Scan(&n, &id)
			old, c.IDs = append(old, n), append(c.IDs, id)
			return err
		})
	if err != nil {
		return 0, err
	}
	c.Texts = len(old) > 0
	for i, n := range old {
		if err := c.Remove(n); err != nil {
			return 0, err
		}
		if err := c.Exec(`DELETE FROM version WHERE id = ?`, c.IDs[i]); err != nil {
			return 0, err
		}
	}
	if len(old) == 0 {
		return 0, nil
	}
	return len(old), c.forgetRemovals()
}

// forgetRemovals takes out of the steps that can be undone the removals of articles that are gone for good.
func (c *Change) forgetRemovals() error {
	steps := make(map[int64]Undoing)
	err := c.Rows(`SELECT step, back FROM undo`, nil, func(rows *sql.Rows) error {
		var step int64
		var data []byte
		if err := rows.Scan(&step, &data); err != nil {
			return err
		}
		var back Undoing
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
func (c *Change) forgetRemoval(step int64, back Undoing) error {
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
	back.Marks = slices.DeleteFunc(back.Marks, func(m UndoMark) bool { return len(m.IDs) == 0 })
	switch {
	case !changed:
		return nil
	case len(back.Marks)+len(back.Tags)+len(back.Topics) == 0:
		return c.Exec(`DELETE FROM undo WHERE step = ?`, step)
	}
	data, err := json.Marshal(back)
	if err != nil {
		return err
	}
	return c.Exec(`UPDATE undo SET back = ?, n = max(1, min(n, ?)) WHERE step = ?`, data, left, step)
}

// those are the IDs of articles that are here, in the order of ids.
func (c *Change) those(ids []model.ID) ([]model.ID, error) {
	var there []model.ID
	err := c.Rows(
		`SELECT i.value FROM json_each(?) i WHERE EXISTS (SELECT 1 FROM article WHERE id = i.value) ORDER BY i.key`,
		[]any{db.List(ids)},
		func(rows *sql.Rows) error {
			var id model.ID
			err := rows.Scan(&id)
			there = append(there, id)
			return err
		})
	return there, err
}
