package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"lede/content/store/change"
	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/row"
	"lede/model"
)

// The bounds of a story.
const (
	storyRows = 30                // articles at most
	storySpan = 45 * 24 * 60 * 60 // seconds before and after
	rareTopic = 20                // articles that a topic has at most when it makes a story by itself
)

// Story returns the articles that belong together with one, by shared topics and time, the oldest first. The article
// is among them. Two shared topics make a story, or a rare one, and articles that tell the same. It returns
// ErrNotFound when the library has no such article.
func (s *Store) Story(ctx context.Context, id model.ID) ([]model.Row, error) {
	var n int64
	var text string
	err := s.db.Read.QueryRowContext(ctx, `SELECT n, topics FROM article WHERE id = ?`, id).Scan(&n, &text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, db.ErrNotFound
	}
	if err != nil {
		return nil, db.Explain(err)
	}
	var keys []string
	for _, t := range codec.DecodeTopics(text) {
		keys = append(keys, t.Key)
	}
	topics, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	near, span := `o.n BETWEEN ?2 - ?3 AND ?2 + ?3`, int64(storySpan*change.PerSecond)
	if s.db.Session { // its numbers are no dates
		near = `EXISTS (SELECT 1 FROM article x, article y WHERE x.n = o.n AND y.n = ?2
				AND coalesce(abs(x.published - y.published) <= ?3, 1))`
		span = storySpan
	}
	query := `WITH own AS (SELECT DISTINCT p.t, p.count FROM topic k JOIN topic p ON p.t = coalesce(k.target, k.t)
		OR p.target = coalesce(k.target, k.t)
			WHERE k.key IN (SELECT value FROM json_each(?1)) AND p.count > 1),
		shared AS (SELECT o.n, count(*) AS topics, sum(1.0 / own.count) AS weight, min(own.count) AS rarest
			FROM own CROSS JOIN about o ON o.t = own.t AND ` + near + ` GROUP BY o.n),
		chosen AS (SELECT n FROM shared WHERE topics >= 2 OR rarest <= ?4 ORDER BY n = ?2 DESC, weight DESC LIMIT ?5)
		SELECT ` + row.Columns + row.From + ` AND (a.n IN chosen OR a.n = ?2
			OR a.story = (SELECT story FROM article WHERE n = ?2))
			ORDER BY ` + s.oldestFirst()
	return s.list(ctx, query, string(topics), n, span, rareTopic, storyRows)
}

// oldestFirst is the order of a story.
func (s *Store) oldestFirst() string {
	if s.db.Session {
		return `a.published, a.n DESC`
	}
	return `a.n`
}

// Sources returns the articles that tell the same as one, itself first and then the newest.
func (s *Store) Sources(ctx context.Context, id model.ID) ([]model.Row, error) {
	const query = `WITH here AS (SELECT n, story FROM article WHERE id = ?)
		SELECT ` + row.Columns + row.From + ` AND (a.n = (SELECT n FROM here) OR a.story = (SELECT story FROM here))
		ORDER BY a.n = (SELECT n FROM here) DESC, a.n DESC`
	return s.list(ctx, query, id)
}

// countSources counts how many articles tell the same as each row.
func (s *Store) countSources(ctx context.Context, rows []model.Row) error {
	places := make(map[model.ID]int, len(rows))
	ids := make([]model.ID, len(rows))
	for i := range rows {
		rows[i].Sources = 1
		places[rows[i].ID], ids[i] = i, rows[i].ID
	}
	counts, err := s.db.Read.QueryContext(ctx, `SELECT r.id, (SELECT count(*) FROM article a LEFT
		JOIN status s ON s.id = a.id
		WHERE coalesce(s.removed, 0) = 0 AND a.story = r.story) FROM article r
		WHERE r.id IN (SELECT value FROM json_each(?)) AND r.story IS NOT NULL`, db.List(ids))
	if err != nil {
		return db.Explain(err)
	}
	return db.Explain(db.Each(counts, func(counts *sql.Rows) error {
		var id model.ID
		var n int
		err := counts.Scan(&id, &n)
		if n > 1 {
			rows[places[id]].Sources = n
		}
		return err
	}))
}
