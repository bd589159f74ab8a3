package store

import (
	"context"

	"lede/content/store/change"
	"lede/model"
)

// Tag adds topics to articles and takes others from them, in one step that Undo takes back. It stays so when the
// article is put again. Tag returns how many articles it has changed.
func (s *Store) Tag(ctx context.Context, title string, ids []model.ID, add, remove []string) (n int, err error) {
	err = s.db.Change(ctx, func(c *change.Change) error {
		was, err := c.TagAll(ids, add, remove)
		if n = len(was); n == 0 || err != nil {
			return err
		}
		return c.KeepUndo(title, n, change.Undoing{Tags: was})
	})
	return n, err
}
