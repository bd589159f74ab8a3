package change

import (
	"database/sql"
	"errors"
	"strings"

	"lede/content/store/db"
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

// root returns the number of the topic that a key counts for: its own, or that of the topic it is part of; 0 when
// there is none.
func (c *Change) root(key string) (int64, error) {
	var t int64
	err := c.Row(`SELECT coalesce(target, t) FROM topic WHERE key = ?`, []any{key}, &t)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return t, err
}

// Existing returns the number of the topic that a name counts for, and ErrNotFound when there is none.
func (c *Change) Existing(name string) (int64, error) {
	t, err := c.root(model.TopicKey(name))
	if err == nil && t == 0 {
		err = db.ErrNotFound
	}
	return t, err
}

// Join makes the topic from a part of to; rename shows the two under the name to as it is written.
func (c *Change) Join(back *Undoing, from, to string, rename bool) error {
	old, err := c.Existing(from)
	if err != nil {
		return err
	}
	into, err := c.topic(model.TopicKey(to), to)
	if err != nil {
		return err
	}
	if into == 0 {
		return db.ErrNotFound
	}
	root, err := c.root(model.TopicKey(to))
	if err != nil {
		return err
	}
	if rename && root == old {
		root = into // the topic takes the name of one of its parts
	}
	if err := c.RememberTopics(back, old, root); err != nil {
		return err
	}
	if err := c.Exec(`UPDATE topic SET target = ? WHERE (t = ? OR target = ?)
		AND t <> ?`, root, old, old, root); err != nil {
		return err
	}
	if err := c.Exec(`UPDATE topic SET target = NULL WHERE t = ?`, root); err != nil || !rename {
		return err
	}
	return c.Exec(`UPDATE topic SET name = ?, named = 1 WHERE t = ?`, strings.Join(strings.Fields(to), " "), root)
}

// RememberTopics keeps the topics, and all that are part of them, as they are.
func (c *Change) RememberTopics(back *Undoing, roots ...int64) error {
	for _, root := range roots {
		err := c.Rows(`SELECT t, target, name, named, hidden FROM topic WHERE t = ? OR target = ?`, []any{root, root},
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

func (c *Change) putTopicBack(u undoTopic) error {
	c.TopicsChanged = true
	return c.Exec(`UPDATE topic SET target = ?, name = ?, named = ?, hidden = ? WHERE t = ?`, u.Target, u.Name, u.Named,
		u.Hidden, u.T)
}

// topic returns the number of the topic of a key, made under that name when it is new; 0 for an empty key.
func (c *Change) topic(key, name string) (int64, error) {
	if key == "" {
		return 0, nil
	}
	if t, ok := c.topics[key]; ok {
		return t, nil
	}
	var t int64
	err := c.Row(`SELECT t FROM topic WHERE key = ?`, []any{key}, &t)
	if errors.Is(err, sql.ErrNoRows) {
		err = c.Row(`INSERT INTO topic (key, name) VALUES (?, ?) RETURNING t`, []any{key, name}, &t)
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
