package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"lede/model"
)

// undoTag is what the topics of an article were.
type undoTag struct {
	ID     model.ID    `json:"id"`
	Topics []keptTopic `json:"topics"`
	Tags   []tag       `json:"tags"`
}

// tag is a topic that the reader has added to an article, or taken from it.
type tag struct {
	Key   string `json:"key"`
	Name  string `json:"name"`
	Added bool   `json:"added"`
}

// Tag adds topics to articles and takes others from them, in one step that Undo takes back. It stays so when the
// article is put again. Tag returns how many articles it has changed.
func (s *Store) Tag(ctx context.Context, title string, ids []model.ID, add, remove []string) (n int, err error) {
	err = s.db.change(ctx, func(c *change) error {
		was, err := c.tagAll(ids, add, remove)
		if n = len(was); n == 0 || err != nil {
			return err
		}
		return c.keepUndo(title, n, undoing{Tags: was})
	})
	return n, err
}

// tagAll changes the topics of articles, and returns what those were that it has changed.
func (c *change) tagAll(ids []model.ID, add, remove []string) ([]undoTag, error) {
	var back []undoTag
	for _, id := range ids {
		was, err := c.tag(id, add, remove)
		if errors.Is(err, sql.ErrNoRows) {
			continue // not in the library
		}
		if err != nil {
			return nil, err
		}
		if was != nil {
			c.ids = append(c.ids, id)
			back = append(back, *was)
		}
	}
	return back, nil
}

// tag changes the topics of one article and returns what they were; nil when they are as wanted already.
func (c *change) tag(id model.ID, add, remove []string) (*undoTag, error) {
	var n int64
	var text string
	if err := c.row(`SELECT n, topics FROM article WHERE id = ?`, []any{id}, &n, &text); err != nil {
		return nil, err
	}
	topics := decodeTopics(text)
	tags, err := c.tags(id)
	if err != nil {
		return nil, err
	}
	was := &undoTag{ID: id, Topics: keptTopics(topics), Tags: tags}
	out := slices.Clone(topics)
	for _, name := range remove {
		if out, err = c.without(id, out, name); err != nil {
			return nil, err
		}
	}
	for _, name := range add {
		if out, err = c.with(id, out, name); err != nil {
			return nil, err
		}
	}
	if slices.Equal(out, topics) {
		return nil, nil
	}
	return was, c.setTopics(n, topics, out)
}

func (c *change) tags(id model.ID) ([]tag, error) {
	var tags []tag
	err := c.rows(`SELECT key, name, added FROM tag WHERE id = ? ORDER BY key`, []any{id}, func(rows *sql.Rows) error {
		var t tag
		err := rows.Scan(&t.Key, &t.Name, &t.Added)
		tags = append(tags, t)
		return err
	})
	return tags, err
}

// without takes a topic, with all that are part of it, from the topics of an article.
func (c *change) without(id model.ID, topics []model.Topic, name string) ([]model.Topic, error) {
	root, err := c.root(model.TopicKey(name))
	if err != nil {
		return topics, err
	}
	var left []model.Topic
	for _, t := range topics {
		its, err := c.root(t.Key)
		if err != nil {
			return topics, err
		}
		if its != root {
			left = append(left, t)
			continue
		}
		if err := c.keepTag(id, tag{Key: t.Key, Name: t.Name}); err != nil {
			return topics, err
		}
	}
	return left, nil
}

// with adds a topic to the topics of an article.
func (c *change) with(id model.ID, topics []model.Topic, name string) ([]model.Topic, error) {
	key := model.TopicKey(name)
	if key == "" || slices.ContainsFunc(topics, func(t model.Topic) bool { return t.Key == key }) {
		return topics, nil
	}
	name = strings.Join(strings.Fields(name), " ")
	return append(topics, model.Topic{Key: key, Name: name, From: model.Reader}),
		c.keepTag(id, tag{Key: key, Name: name, Added: true})
}

func (c *change) keepTag(id model.ID, t tag) error {
	return c.exec(`INSERT INTO tag (id, key, name, added) VALUES (?, ?, ?, ?)
		ON CONFLICT (id, key) DO UPDATE SET name = excluded.name, added = excluded.added`, id, t.Key, t.Name, t.Added)
}

// setTopics changes the topics of a row from one list to another.
func (c *change) setTopics(n int64, from, to []model.Topic) error {
	text, err := encodeTopics(to)
	if err != nil {
		return err
	}
	if err := c.exec(`UPDATE article SET topics = ? WHERE n = ?`, text, n); err != nil {
		return err
	}
	if err := c.forget(n, from); err != nil {
		return err
	}
	return c.learn(n, to)
}

func (c *change) putTagsBack(t undoTag) error {
	var n int64
	var text string
	c.ids = append(c.ids, t.ID)
	if err := c.exec(`DELETE FROM tag WHERE id = ?`, t.ID); err != nil {
		return err
	}
	for _, one := range t.Tags {
		if err := c.keepTag(t.ID, one); err != nil {
			return err
		}
	}
	err := c.row(`SELECT n, topics FROM article WHERE id = ?`, []any{t.ID}, &n, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // it is gone for good
	}
	if err != nil {
		return err
	}
	return c.setTopics(n, decodeTopics(text), topicsOf(t.Topics))
}

// tagged applies what the reader has added and taken away to the topics that an article comes with.
func (c *change) tagged(id model.ID, topics []model.Topic) ([]model.Topic, error) {
	tags, err := c.tags(id)
	if err != nil || len(tags) == 0 {
		return topics, err
	}
	out := slices.Clone(topics)
	for _, t := range tags {
		same := func(o model.Topic) bool { return o.Key == t.Key }
		switch {
		case !t.Added:
			out = slices.DeleteFunc(out, same)
		case !slices.ContainsFunc(out, same):
			out = append(out, model.Topic{Key: t.Key, Name: t.Name, From: model.Reader})
		}
	}
	return out, nil
}

// learn adds a row to its topics, and forget takes it from them.
func (c *change) learn(n int64, topics []model.Topic) error {
	return c.eachTopic(n, topics, `INSERT INTO about (t, n) VALUES (?, ?) ON CONFLICT DO NOTHING`, 1)
}

func (c *change) forget(n int64, topics []model.Topic) error {
	return c.eachTopic(n, topics, `DELETE FROM about WHERE t = ? AND n = ?`, -1)
}

func (c *change) eachTopic(n int64, topics []model.Topic, query string, step int) error {
	for _, t := range topics {
		id, err := c.topic(t.Key, t.Name)
		if err != nil {
			return err
		}
		if id == 0 {
			continue
		}
		if err := c.about(query, id, n, step); err != nil {
			return err
		}
	}
	return nil
}
