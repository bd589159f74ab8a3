package store

import (
	"context"

	"lede/content/store/change"
)

// RenameTopic shows a topic under another name, for later articles too. When there is a topic of that name already,
// the two become one. It returns ErrNotFound when the library has no such topic.
func (s *Store) RenameTopic(ctx context.Context, title, from, to string) error {
	return s.topicChange(ctx, title, func(c *change.Change, back *change.Undoing) error {
		return c.Join(back, from, to, true)
	})
}

// MergeTopics makes topics part of another, for later articles too. It returns ErrNotFound when the library has not
// all of them.
func (s *Store) MergeTopics(ctx context.Context, title string, from []string, into string) error {
	return s.topicChange(ctx, title, func(c *change.Change, back *change.Undoing) error {
		for _, name := range from {
			if err := c.Join(back, name, into, false); err != nil {
				return err
			}
		}
		return nil
	})
}

// HideTopic leaves a topic out of the facets, or shows it again. Queries find it all the same.
func (s *Store) HideTopic(ctx context.Context, title, name string, hidden bool) error {
	return s.topicChange(ctx, title, func(c *change.Change, back *change.Undoing) error {
		root, err := c.Existing(name)
		if err != nil {
			return err
		}
		if err := c.RememberTopics(back, root); err != nil {
			return err
		}
		return c.Exec(`UPDATE topic SET hidden = ? WHERE t = ?`, hidden, root)
	})
}

// topicChange is a change of topics that Undo takes back.
func (s *Store) topicChange(
	ctx context.Context, title string, f func(c *change.Change, back *change.Undoing) error,
) error {
	return s.db.Change(ctx, func(c *change.Change) error {
		var back change.Undoing
		if err := f(c, &back); err != nil {
			return err
		}
		if len(back.Topics) == 0 {
			return nil
		}
		c.TopicsChanged = true
		return c.KeepUndo(title, len(back.Topics), back)
	})
}
