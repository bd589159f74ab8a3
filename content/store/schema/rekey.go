package schema

import (
	"cmp"
	"database/sql"
	"slices"

	"lede/content/store/change"
	"lede/model"
)

// topicRow is a row of the table of topics.
type topicRow struct {
	t             int64
	key, name     string
	target        *int64
	named, hidden bool
}

// keysAnew gives topics the keys that their names have by now, and makes one of those that have become the same.
func keysAnew(c *change.Change, _ func(done, of int)) error {
	byKey := map[string][]topicRow{}
	var keys []string // of which some topic changes
	err := c.Rows(`SELECT t, key, name, target, named, hidden FROM topic ORDER BY t`, nil, func(rows *sql.Rows) error {
		var r topicRow
		err := rows.Scan(&r.t, &r.key, &r.name, &r.target, &r.named, &r.hidden)
		key := model.TopicKey(r.key)
		byKey[key] = append(byKey[key], r)
		if key != r.key {
			keys = append(keys, key)
		}
		return err
	})
	if err != nil {
		return err
	}
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		if err := unite(c, key, byKey[key]); err != nil {
			return err
		}
	}
	return nil
}

// unite makes one topic of some, under a key. What the user has made of one of them holds for all.
func unite(c *change.Change, key string, all []topicRow) error {
	kept := slices.MinFunc(all, func(a, b topicRow) int {
		return cmp.Or(-cmp.Compare(worth(a), worth(b)), cmp.Compare(a.t, b.t))
	})
	for _, r := range all {
		if err := retag(c, r.key, key); err != nil {
			return err
		}
		if r.t == kept.t {
			continue
		}
		if err := absorb(c, kept.t, r.t); err != nil {
			return err
		}
	}
	return c.Exec(
		`UPDATE topic SET key = ?2, target = nullif(target, t), count = (SELECT count(*) FROM about WHERE about.t = ?1)
			WHERE t = ?1`, kept.t, key)
}

// absorb makes another topic, and all that are part of it, the topic t or what that is part of.
func absorb(c *change.Change, t, other int64) error {
	if err := c.Exec(`INSERT OR IGNORE INTO about (t, n) SELECT ?, n FROM about WHERE t = ?`, t, other); err != nil {
		return err
	}
	if err := c.Exec(`DELETE FROM about WHERE t = ?`, other); err != nil {
		return err
	}
	if err := c.Exec(`UPDATE topic SET target = coalesce((SELECT target FROM topic WHERE t = ?1), ?1) WHERE target = ?2`,
		t, other); err != nil {
		return err
	}
	return c.Exec(`DELETE FROM topic WHERE t = ?`, other)
}

// worth is higher for a topic that the user has made something of.
func worth(r topicRow) int {
	switch {
	case r.named:
		return 3
	case r.target != nil:
		return 2
	case r.hidden:
		return 1
	}
	return 0
}

// retag has what the user has added and taken away under one key stand under another.
func retag(c *change.Change, from, to string) error {
	if from == to {
		return nil
	}
	if err := c.Exec(`UPDATE OR IGNORE tag SET key = ? WHERE key = ?`, to, from); err != nil {
		return err
	}
	return c.Exec(`DELETE FROM tag WHERE key = ?`, from)
}
