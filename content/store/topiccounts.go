package store

import (
	"context"
	"database/sql"

	"lede/content/store/db"
	"lede/content/store/index"
	"lede/model"
	"lede/model/query"
)

// Topics returns the topics of all articles with their counts, as Facets does but without what rises, those with the
// most articles first, and how many articles there are. It reads the counts that are kept with the topics, so that a
// command need not load the index for them; where they are not enough, since articles are in the trash or topics are
// part of others, it asks Facets.
func (s *Store) Topics(ctx context.Context, limit int) (topics []model.TopicCount, articles int, err error) {
	kept, err := s.keepsCounts(ctx, &articles)
	if err != nil {
		return nil, 0, db.Explain(err)
	}
	if !kept {
		f, err := s.Facets(ctx, query.Query{})
		return f.Topics[:min(limit, len(f.Topics))], f.Total, err
	}
	rows, err := s.db.Read.QueryContext(ctx,
		`SELECT name, key, count FROM topic WHERE count > 0 AND hidden = 0 ORDER BY count DESC, key LIMIT ?`,
		min(limit, index.MostTopics))
	if err != nil {
		return nil, 0, db.Explain(err)
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		var t model.TopicCount
		err := rows.Scan(&t.Name, &t.Key, &t.Count)
		topics = append(topics, t)
		return err
	})
	return topics, articles, db.Explain(err)
}

// keepsCounts reports whether the counts that are kept with the topics are those of the articles outside of the trash.
func (s *Store) keepsCounts(ctx context.Context, articles *int) (bool, error) {
	var merged, removed bool
	err := s.db.Read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM article), EXISTS (SELECT 1 FROM topic
		WHERE target IS NOT NULL),
		EXISTS (SELECT 1 FROM status JOIN article USING (id) WHERE removed > 0)`).Scan(articles, &merged, &removed)
	return !merged && !removed, err
}
