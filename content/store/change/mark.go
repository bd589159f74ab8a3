package change

import (
	"database/sql"

	"lede/content/store/db"
	"lede/model"
)

// Mark changes the statuses of articles in one step that Undo takes back; one without a title is not kept for Undo. It
// returns how many articles had it otherwise before.
func (c *Change) Mark(title string, ids []model.ID, to model.StatusChange) (int, error) {
	touched := make(map[model.ID]bool)
	marks, err := c.Marks(ids, to, touched)
	if err != nil || len(touched) == 0 || title == "" {
		return len(touched), err
	}
	return len(touched), c.KeepUndo(title, len(touched), Undoing{Marks: marks})
}

// Marks changes the statuses of ids, adds those that were otherwise to touched, and returns what they were.
func (c *Change) Marks(ids []model.ID, to model.StatusChange, touched map[model.ID]bool) ([]UndoMark, error) {
	const known = `INSERT INTO status (id) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`
	if err := c.Exec(known, db.List(ids)); err != nil {
		return nil, err
	}
	var back []UndoMark
	for _, m := range []struct {
		field string
		to    *bool
	}{{"read", to.Read}, {"starred", to.Starred}, {"saved", to.Saved}, {"removed", to.Removed}} {
		if m.to == nil {
			continue
		}
		was, err := c.Set(m.field, ids, c.value(m.field, *m.to))
		if err != nil {
			return nil, err
		}
		for _, w := range was {
			back = append(back, w)
			c.IDs = append(c.IDs, w.IDs...)
			for _, id := range w.IDs {
				touched[id] = true
			}
		}
	}
	if to.Read != nil && *to.Read {
		if err := c.See(ids); err != nil {
			return nil, err
		}
	}
	return back, nil
}

// value is what a field is set to: a removal keeps its time.
func (c *Change) value(field string, on bool) int64 {
	switch {
	case !on:
		return 0
	case field == "removed":
		return c.Now
	}
	return 1
}

// Set gives a field of the statuses of ids a value, and returns what it was where it was another.
func (c *Change) Set(field string, ids []model.ID, value int64) ([]UndoMark, error) {
	was := make(map[int64][]model.ID)
	other := field + ` <> ?`
	if field == "removed" && value > 0 {
		other = `removed = 0 AND 0 < ?` // what is in the trash already keeps its day
	}
	err := c.Rows(`SELECT id, `+field+` FROM status WHERE id IN (SELECT value FROM json_each(?)) AND `+other,
		[]any{db.List(ids), value},
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
	var marks []UndoMark
	for old, ids := range was {
		if err := c.Exec(`UPDATE status SET `+field+` = ? WHERE id IN (SELECT value
			FROM json_each(?))`, value, db.List(ids)); err != nil {
			return nil, err
		}
		marks = append(marks, UndoMark{Field: field, Was: old, IDs: ids})
	}
	return marks, nil
}
