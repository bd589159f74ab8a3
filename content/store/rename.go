package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"lede/model"
)

// undoTopic is a topic as it was: what it is part of, and how it is shown.
type undoTopic struct {
	T      int64  `json:"t"`
	Target *int64 `json:"target,omitempty"`
	Name   string `json:"name"`
	Named  bool   `json:"named,omitempty"`
	Hidden bool   `json:"hidden,omitempty"`
}

// RenameTopic shows a topic under another name, for later articles too. When there is a topic of that name already,
// the two become one. It returns ErrNotFound when the library has no such topic.
func (s *Store) RenameTopic(ctx context.Context, title, from, to string) error {
	return s.topicChange(ctx, title, func(c *change, back *undoing) error {
		return c.join(back, from, to, true)
	})
}

// MergeTopics makes topics part of another, for later articles too. It returns ErrNotFound when the library has not
// all of them.
func (s *Store) MergeTopics(ctx context.Context, title string, from []string, into string) error {
	return s.topicChange(ctx, title, func(c *change, back *undoing) error {
		for _, name := range from {
			if err := c.join(back, name, into, false); err != nil {
				return err
			}
		}
		return nil
	})
}

// HideTopic leaves a topic out of the facets, or shows it again. Queries find it all the same.
func (s *Store) HideTopic(ctx context.Context, title, name string, hidden bool) error {
	return s.topicChange(ctx, title, func(c *change, back *undoing) error {
		root, err := c.existing(name)
		if err != nil {
			return err
		}
		if err := c.rememberTopics(back, root); err != nil {
			return err
		}
		return c.exec(`UPDATE topic SET hidden = ? WHERE t = ?`, hidden, root)
	})
}

// topicChange is a change of topics that Undo takes back.
func (s *Store) topicChange(ctx context.Context, title string, f func(c *change, back *undoing) error) error {
	return s.db.change(ctx, func(c *change) error {
		var back undoing
		if err := f(c, &back); err != nil {
			return err
		}
		if len(back.Topics) == 0 {
			return nil
		}
		c.topicsChanged = true
		return c.keepUndo(title, len(back.Topics), back)
	})
}

// root returns the number of the topic that a key counts for: its own, or that of the topic it is part of; 0 when
// there is none.
func (c *change) root(key string) (int64, error) {
	var t int64
	err := c.row(`SELECT coalesce(target, t) FROM topic WHERE key = ?`, []any{key}, &t)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return t, err
}

func (c *change) existing(name string) (int64, error) {
	t, err := c.root(model.TopicKey(name))
	if err == nil && t == 0 {
		err = ErrNotFound
	}
	return t, err
}

// join makes the topic from a part of to; rename shows the two under the name to as it is written.
func (c *change) join(back *undoing, from, to string, rename bool) error {
	old, err := c.existing(from)
	if err != nil {
		return err
	}
	into, err := c.topic(model.TopicKey(to), to)
	if err != nil {
		return err
	}
	if into == 0 {
		return ErrNotFound
	}
	root, err := c.root(model.TopicKey(to))
	if err != nil {
		return err
	}
	if rename && root == old {
		root = into // the topic takes the name of one of its parts
	}
	if err := c.rememberTopics(back, old, root); err != nil {
		return err
	}
	if err := c.exec(`UPDATE topic SET target = ? WHERE (t = ? OR target = ?)
		AND t <> ?`, root, old, old, root); err != nil {
		return err
	}
	if err := c.exec(`UPDATE topic SET target = NULL WHERE t = ?`, root); err != nil || !rename {
		return err
	}
	return c.exec(`UPDATE topic SET name = ?, named = 1 WHERE t = ?`, strings.Join(strings.Fields(to), " "), root)
}

// rememberTopics keeps the topics, and all that are part of them, as they are.
func (c *change) rememberTopics(back *undoing, roots ...int64) error {
	for _, root := range roots {
		err := c.rows(`SELECT t, target, name, named, hidden FROM topic WHERE t = ? OR target = ?`, []any{root, root},
			func(rows *sql.Rows) error {
				var u undoTopic
				err := rows.Scan(&u.T, &u.Target, &u.Name, &u.Named, &u.Hidden)
				back.Topics = append(back.Topics, u)
				return err
			})
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *change) putTopicBack(u undoTopic) error {
	c.topicsChanged = true
	return c.exec(`UPDATE topic SET target = ?, name = ?, named = ?, hidden = ? WHERE t = ?`, u.Target, u.Name, u.Named,
		u.Hidden, u.T)
}

// topic returns the number of the topic of a key, made under that name when it is new; 0 for an empty key.
func (c *change) topic(key, name string) (int64, error) {
	if key == "" {
		return 0, nil
	}
	if t, ok := c.topics[key]; ok {
		return t, nil
	}
	var t int64
	err := c.row(`SELECT t FROM topic WHERE key = ?`, []any{key}, &t)
	if errors.Is(err, sql.ErrNoRows) {
		err = c.row(`INSERT INTO topic (key, name) VALUES (?, ?) RETURNING t`, []any{key, name}, &t)
	}
	if err != nil {
		return 0, err
	}
	if c.topics == nil {
		c.topics = make(map[string]int64)
	}
	c.topics[key] = t
	return t, nil
}
