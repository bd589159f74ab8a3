package store

import (
	"context"

	"lede/model"
)

// storyRows is how many rows a story has at most.
const storyRows = 30

// Story returns the articles that belong together with one, by shared topics and time, the oldest first. The article is among them.
func (s *Store) Story(ctx context.Context, id model.ID) ([]model.Row, error) {
	const query = `WITH here AS (SELECT n FROM article WHERE id = ?)
		SELECT ` + columns + from + ` AND a.n IN (
			SELECT o.n FROM about m JOIN about o ON o.t = m.t, here WHERE m.n = here.n AND abs(o.n - here.n) < 45 * 86400 * 4096
			GROUP BY o.n HAVING count(*) >= 2 OR o.n = here.n ORDER BY count(*) DESC LIMIT ?) ORDER BY a.n`
	return s.list(ctx, query, id, storyRows)
}

// Sources returns the articles that tell the same as one, itself first and then the newest.
func (s *Store) Sources(ctx context.Context, id model.ID) ([]model.Row, error) {
	const query = `WITH here AS (SELECT n, story FROM article WHERE id = ?)
		SELECT ` + columns + from + ` AND (a.n = (SELECT n FROM here) OR a.story = (SELECT story FROM here))
		ORDER BY a.n = (SELECT n FROM here) DESC, a.n DESC`
	return s.list(ctx, query, id)
}

// countSources counts how many articles tell the same as each row.
func (s *Store) countSources(ctx context.Context, rows []model.Row) error {
	for i := range rows {
		err := s.read.QueryRowContext(ctx, `SELECT count(*) FROM article a LEFT JOIN status s ON s.id = a.id
			WHERE coalesce(s.removed, 0) = 0 AND a.story = (SELECT story FROM article WHERE id = ?)`, rows[i].ID).Scan(&rows[i].Sources)
		if err != nil {
			return explain(err)
		}
		rows[i].Sources = max(rows[i].Sources, 1)
	}
	return nil
}
