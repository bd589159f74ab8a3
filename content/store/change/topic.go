package change

import (
	"database/sql"
	"errors"
	"slices"
	"strings"

	"lede/content/store/codec"
	"lede/model"
)

// undoTag is what the topics of an article were.
type undoTag struct {
	ID     model.ID          `json:"id"`
	Topics []codec.KeptTopic `json:"topics"`
	Tags   []Tag             `json:"tags"`
}

// Tag is a topic that the reader has added to an article, or taken from it.
type Tag struct {
	Key   string `json:"key"`
	Name  string `json:"name"`
	Added bool   `json:"added"`
}

// TagAll changes the topics of articles, and returns what those were that it has changed.
func (c *Change) TagAll(ids []model.ID, add, remove []string) ([]undoTag, error) {
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
			c.IDs = append(c.IDs, id)
			back = append(back, *was)
		}
	}
	return back, nil
}

// tag changes the topics of one article and returns what they were; nil when they are as wanted already.
func (c *Change) tag(id model.ID, add, remove []string) (*undoTag, error) {
	var n int64
	var text string
	if err := c.Row(`SELECT n, topics FROM article WHERE id = ?`, []any{id}, &n, &text); err != nil {
		return nil, err
	}
	topics := codec.DecodeTopics(text)
	tags, err := c.Tags(id)
	if err != nil {
		return nil, err
	}
	was := &undoTag{ID: id, Topics: codec.KeptTopics(topics), Tags: tags}
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
	return was, c.SetTopics(n, topics, out)
}

// Tags returns what the user has added to the topics of an article, and taken from them.
func (c *Change) Tags(id model.ID) ([]Tag, error) {
	var tags []Tag
	err := c.Rows(`SELECT key, name, added FROM tag WHERE id = ? ORDER BY key`, []any{id}, func(rows *sql.Rows) error {
		var t Tag
		err := rows.Scan(&t.Key, &t.Name, &t.Added)
		tags = append(tags, t)
		return err
	})
	return tags, err
}

// without takes a topic, with all that are part of it, from the topics of an article.
func (c *Change) without(id model.ID, topics []model.Topic, name string) ([]model.Topic, error) {
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
		if err := c.KeepTag(id, Tag{Key: t.Key, Name: t.Name}); err != nil {
			return topics, err
		}
	}
	return left, nil
}

// with adds a topic to the topics of an article.
func (c *Change) with(id model.ID, topics []model.Topic, name string) ([]model.Topic, error) {
	key := model.TopicKey(name)
	if key == "" || slices.ContainsFunc(topics, func(t model.Topic) bool { return t.Key == key }) {
		return topics, nil
	}
	name = strings.Join(strings.Fields(name), " ")
	return append(topics, model.Topic{Key: key, Name: name, From: model.Reader}),
		c.KeepTag(id, Tag{Key: key, Name: name, Added: true})
}

// KeepTag notes that the user has added a topic to an article, or taken it away.
func (c *Change) KeepTag(id model.ID, t Tag) error {
	return c.Exec(`INSERT INTO tag (id, key, name, added) VALUES (?, ?, ?, ?)
		ON CONFLICT (id, key) DO UPDATE SET name = excluded.name, added = excluded.added`, id, t.Key, t.Name, t.Added)
}

// SetTopics changes the topics of a row from one list to another.
func (c *Change) SetTopics(n int64, from, to []model.Topic) error {
	text, err := codec.EncodeTopics(to)
	if err != nil {
		return err
	}
	if err := c.Exec(`UPDATE article SET topics = ? WHERE n = ?`, text, n); err != nil {
		return err
	}
	if err := c.forget(n, from); err != nil {
		return err
	}
	return c.Learn(n, to)
}

func (c *Change) putTagsBack(t undoTag) error {
	var n int64
	var text string
	c.IDs = append(c.IDs, t.ID)
	if err := c.Exec(`DELETE FROM tag WHERE id = ?`, t.ID); err != nil {
		return err
	}
	for _, one := range t.Tags {
		if err := c.KeepTag(t.ID, one); err != nil {
			return err
		}
	}
	err := c.Row(`SELECT n, topics FROM article WHERE id = ?`, []any{t.ID}, &n, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // it is gone for good
	}
	if err != nil {
		return err
	}
	return c.SetTopics(n, codec.DecodeTopics(text), codec.TopicsOf(t.Topics))
}

// Tagged applies what the reader has added and taken away to the topics that an article comes with.
func (c *Change) Tagged(id model.ID, topics []model.Topic) ([]model.Topic, error) {
	tags, err := c.Tags(id)
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

// Learn adds a row to its topics, and forget takes it from them.
func (c *Change) Learn(n int64, topics []model.Topic) error {
	return c.eachTopic(n, topics, `INSERT INTO about (t, n) VALUES (?, ?) ON CONFLICT DO NOTHING`, 1)
}

func (c *Change) forget(n int64, topics []model.Topic) error {
	return c.eachTopic(n, topics, `DELETE FROM about WHERE t = ? AND n = ?`, -1)
}

func (c *Change) eachTopic(n int64, topics []model.Topic, query string, step int) error {
	for _, t := range topics {
		id, err := c.topic(t.Key, t.Name)
		if err != nil {
			return err
		}
		if id == 0 {
			continue
		}
		if err := c.About(query, id, n, step); err != nil {
			return err
		}
	}
	return nil
}
