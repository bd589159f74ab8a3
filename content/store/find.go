package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"lede/model"
)

// columns are what scanRow reads.
const columns = `a.n, a.id, a.ref, a.url, a.title, a.site, a.byline, a.dateline, a.summary, a.language, a.published, a.words, a.topics,
	coalesce(s.read, 0), coalesce(s.starred, 0), coalesce(s.saved, 0), coalesce(s.block, 0), coalesce(s.line, 0), coalesce(s.percent, 0), coalesce(s.arrived, 0)`

// from joins an article with its status; what is in the trash stays out.
const from = ` FROM article a LEFT JOIN status s ON s.id = a.id WHERE coalesce(s.removed, 0) = 0`

// Find returns up to limit rows that the query asks for, in its order, after the first offset ones. The order is ByDate when the query
// names none.
func (s *Store) Find(ctx context.Context, q model.Query, offset, limit int) ([]model.Row, error) {
	where, args := compile(q.Expr)
	order, more := orderBy(q)
	args = append(append(args, more...), limit, offset)
	return s.list(ctx, `SELECT `+columns+from+` AND `+where+order+` LIMIT ? OFFSET ?`, args...) //nolint:gosec // where and order are of constants
}

// Count returns how many rows the query asks for.
func (s *Store) Count(ctx context.Context, q model.Query) (int, error) {
	where, args := compile(q.Expr)
	var n int
	err := s.read.QueryRowContext(ctx, `SELECT count(*)`+from+` AND `+where, args...).Scan(&n)
	return n, explain(err)
}

// list reads the rows of a query that selects columns.
func (s *Store) list(ctx context.Context, query string, args ...any) ([]model.Row, error) {
	var found []model.Row
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, explain(err)
	}
	err = each(rows, func(rows *sql.Rows) error {
		row, err := scanRow(rows)
		found = append(found, row)
		return err
	})
	if err != nil {
		return nil, explain(err)
	}
	return found, s.showTopics(ctx, found)
}

func scanRow(rows *sql.Rows) (model.Row, error) {
	var r model.Row
	var n, arrived int64
	var byline, topics string
	var published sql.NullInt64
	err := rows.Scan(&n, &r.ID, &r.Ref, &r.URL, &r.Title, &r.Site, &byline, &r.Dateline, &r.Summary, &r.Language, &published, &r.Words, &topics,
		&r.Status.Read, &r.Status.Starred, &r.Status.Saved, &r.Status.Place.Block, &r.Status.Place.Line, &r.Status.Percent, &arrived)
	if err != nil {
		return r, err
	}
	if published.Valid {
		r.Published = time.Unix(published.Int64, 0).UTC()
	}
	if arrived > 0 {
		r.Status.Arrived = time.Unix(arrived, 0).UTC()
	}
	r.Topics = decodeTopics(topics)
	return r, json.Unmarshal([]byte(byline), &r.Byline)
}
