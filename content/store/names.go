package store

import (
	"context"
	"database/sql"
	"slices"

	"lede/model"
)

// showTopics gives the topics of rows the names that the reader has chosen, and shows those that have become one once.
func (s *Store) showTopics(ctx context.Context, rows []model.Row) error {
	names, err := s.chosen(ctx)
	if err != nil || len(names) == 0 {
		return err
	}
	for i := range rows {
		rows[i].Topics = shown(rows[i].Topics, names)
	}
	return nil
}

// chosen returns the names of renamed and merged topics by the key that articles have them under.
func (s *Store) chosen(ctx context.Context) (map[string]string, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT t.key, coalesce(r.name, t.name) FROM topic t LEFT JOIN topic r ON r.t = t.target
		WHERE t.target IS NOT NULL OR t.named = 1`)
	if err != nil {
		return nil, explain(err)
	}
	names := make(map[string]string)
	err = each(rows, func(rows *sql.Rows) error {
		var key, name string
		err := rows.Scan(&key, &name)
		names[key] = name
		return err
	})
	return names, explain(err)
}

// shown gives topics their chosen names; those that have become one stand once.
func shown(topics []model.Topic, names map[string]string) []model.Topic {
	if !slices.ContainsFunc(topics, func(t model.Topic) bool { return names[model.TopicKey(t.Name)] != "" }) {
		return topics
	}
	seen := make(map[string]bool, len(topics))
	var out []model.Topic
	for _, t := range topics {
		if name, ok := names[model.TopicKey(t.Name)]; ok {
			t.Name = name
		}
		key := model.TopicKey(t.Name)
		if !seen[key] {
			out = append(out, t)
		}
		seen[key] = true
	}
	return out
}
