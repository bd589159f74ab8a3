package store

import (
	"context"
	"database/sql"
	"slices"

	"lede/content/store/db"
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

// chosenName is the topic that one counts for, and what that is called.
type chosenName struct{ key, name string }

// chosen returns what renamed and merged topics count for by the key that articles have them under.
func (s *Store) chosen(ctx context.Context) (map[string]chosenName, error) {
	rows, err := s.db.Read.QueryContext(ctx, `SELECT t.key, coalesce(r.key, t.key), coalesce(r.name, t.name) FROM topic t
		LEFT JOIN topic r ON r.t = t.target
		WHERE t.target IS NOT NULL OR t.named = 1`)
	if err != nil {
		return nil, db.Explain(err)
	}
	names := make(map[string]chosenName)
	err = db.Each(rows, func(rows *sql.Rows) error {
		var key string
		var to chosenName
		err := rows.Scan(&key, &to.key, &to.name)
		names[key] = to
		return err
	})
	return names, db.Explain(err)
}

// shown gives topics their chosen names; those that have become one stand once.
func shown(topics []model.Topic, names map[string]chosenName) []model.Topic {
	if !slices.ContainsFunc(topics, func(t model.Topic) bool { return names[t.Key].key != "" }) {
		return topics
	}
	seen := make(map[string]bool, len(topics))
	var out []model.Topic
	for _, t := range topics {
		if to, ok := names[t.Key]; ok {
			t.Key, t.Name = to.key, to.name
		}
		if !seen[t.Key] {
			out = append(out, t)
		}
		seen[t.Key] = true
	}
	return out
}
