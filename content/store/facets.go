package store

import (
	"context"
	"database/sql"

	"lede/model"
)

// Facets returns the topics and sites of the rows that the query asks for, with their counts.
func (s *Store) Facets(ctx context.Context, q model.Query) (model.Facets, error) {
	var f model.Facets
	where, args := compile(q.Expr)
	count := func(query string) ([]model.TopicCount, error) {
		rows, err := s.read.QueryContext(ctx, query, args...)
		if err != nil {
			return nil, explain(err)
		}
		var out []model.TopicCount
		err = each(rows, func(rows *sql.Rows) error {
			var t model.TopicCount
			err := rows.Scan(&t.Name, &t.Key, &t.Count)
			out = append(out, t)
			return err
		})
		return out, explain(err)
	}
	var err error
	f.Topics, err = count(`SELECT r.name, r.key, count(DISTINCT o.n) FROM about o JOIN topic t ON t.t = o.t JOIN topic r ON r.t = coalesce(t.target, t.t)
		WHERE r.hidden = 0 AND o.n IN (SELECT a.n` + from + ` AND ` + where + `) GROUP BY r.t ORDER BY 3 DESC, 2`)
	if err != nil {
		return f, err
	}
	f.Sites, err = count(`SELECT site, site, count(*) FROM article WHERE site <> '' AND n IN (SELECT a.n` + from + ` AND ` + where + `) GROUP BY site ORDER BY 3 DESC, 1`)
	if err != nil {
		return f, err
	}
	f.Total, err = s.Count(ctx, q)
	return f, err
}
