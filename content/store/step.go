package store

import (
	"context"
	"slices"

	"lede/content/store/change"
	"lede/model"
)

// Step is a part of what is done to articles at once: marks, and topics that they get.
type Step struct {
	IDs []model.ID
	To  model.StatusChange
	Add []string // topics
}

// Do takes all steps as one that Undo takes back; title says what was done. It returns how many articles had something
// otherwise before.
func (s *Store) Do(ctx context.Context, title string, steps ...Step) (n int, err error) {
	err = s.db.Change(ctx, func(c *change.Change) error {
		touched := make(map[model.ID]bool)
		var back change.Undoing
		for _, step := range steps {
			marks, err := c.Marks(step.IDs, step.To, touched)
			if err != nil {
				return err
			}
			tags, err := c.TagAll(step.IDs, step.Add, nil)
			if err != nil {
				return err
			}
			for _, t := range tags {
				touched[t.ID] = true
			}
			back.Marks, back.Tags = append(back.Marks, marks...), append(back.Tags, tags...)
		}
		slices.Reverse(back.Tags) // an article's topics were what the first of its changes met
		if n = len(touched); n == 0 {
			return nil
		}
		return c.KeepUndo(title, n, back)
	})
	return n, err
}
