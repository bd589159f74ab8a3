package store

import (
	"context"
	"database/sql"

	"lede/content/store/db"
	"lede/content/store/index"
	"lede/model"
)

// showTopics gives the topics of rows the names that the reader has chosen, and shows those that have become one once.
func (s *Store) showTopics(ctx context.Context, rows []model.Row) error {
	names, err := s.chosen(ctx)
	if err != nil || len(names) == 0 {
		return err
	}
	for i := range rows {
		rows[i].Topics = index.Shown(rows[i].Topics, names)
	}
	return nil
}

// chosen returns what renamed and merged topics count for by the key that articles have them under.
func (s *Store) chosen(ctx context.Context) (map[string]index.ChosenName, error) {
	rows, err := s.db.Read.QueryContext(ctx, `SELECT t.key, coalesce(r.key, t.key), coalesce(r.name, t.name) FROM topic t
		LEFT JOIN topic r ON r.t = t.target
		WHERE t.target IS NOT NULL OR t.named = 1`)
	if err != nil {
		return nil, db.Explain(err)
	}
	names := make(map[string]index.ChosenName)
	err = db.Each(rows, func(rows *sql.Rows) error {
		var key string
		var to index.ChosenName
		err := rows.Scan(&key, &to.Key, &to.Name)
		names[key] = to
		return err
	})
	return names, db.Explain(err)
}
