package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"lede/model"
)

// columns are what scanRow reads.
const columns = `a.n, a.id, a.ref, a.url, a.title, a.site, a.byline, a.dateline, a.summary, a.language, a.published, a.words, a.topics,
	coalesce(s.read, 0), coalesce(s.starred, 0), coalesce(s.saved, 0), coalesce(s.block, 0), coalesce(s.line, 0), coalesce(s.percent, 0), coalesce(s.arrived, 0), coalesce(a.story, 0)`

// from joins an article with its status; what is in the trash stays out.
const from = ` FROM article a LEFT JOIN status s ON s.id = a.id WHERE coalesce(s.removed, 0) = 0`

// Find returns up to limit rows that the query asks for, in its order, after the first offset ones. The order is ByDate when the query
// names none. A query that folds gets the first of those that tell the same, with Sources counting them.
func (s *Store) Find(ctx context.Context, q model.Query, offset, limit int) ([]model.Row, error) {
	var found []model.Row
	ok, err := s.ask(ctx, needsIndex(q), func(a asked) error {
		slots, sources, err := a.slots(q, offset, limit)
		if err == nil {
			found, err = s.rows(a, slots, sources)
		}
		return err
	})
	if ok || err != nil {
		return found, err
	}
	if q.Fold {
		return s.foldedRows(ctx, q, offset, limit)
	}
	query, args := selects(columns, q)
	return s.list(ctx, query+` LIMIT ? OFFSET ?`, append(args, limit, offset)...)
}

// needsIndex tells whether a query cannot be answered without the index, or takes longer than it takes to load it.
func needsIndex(q model.Query) bool {
	_, rest, ok := searchable(q.Expr)
	return hasPhrase(rest) || ok && q.Sort != model.ByDate && q.Sort != ""
}

// hasPhrase tells whether a condition looks for words.
func hasPhrase(e model.Expr) bool {
	switch e := e.(type) {
	case model.And:
		return slices.ContainsFunc(e, hasPhrase)
	case model.Or:
		return slices.ContainsFunc(e, hasPhrase)
	case model.Not:
		return hasPhrase(e.Expr)
	case model.Phrase:
		return true
	case nil, model.About, model.Is, model.Has, model.Dated, model.Sized:
	}
	return false
}

// selects writes a query for columns as SQL, without bounds. A search is read from its newest match on.
func selects(columns string, q model.Query) (query string, args []any) {
	if words, rest, ok := searchable(q.Expr); ok && (q.Sort == "" || q.Sort == model.ByDate) {
		where, args := compile(rest)
		return `SELECT ` + columns + ` FROM search f CROSS JOIN article a ON a.n = f.rowid LEFT JOIN status s ON s.id = a.id
			WHERE f.search MATCH ? AND coalesce(s.removed, 0) = 0 AND ` + where + ` ORDER BY f.rowid DESC`, append([]any{words}, args...)
	}
	where, args := compile(q.Expr)
	return `SELECT ` + columns + from + ` AND ` + where + orderBy(q), args
}

// foldedRows reads rows until the page is full, one of each group.
func (s *Store) foldedRows(ctx context.Context, q model.Query, offset, limit int) ([]model.Row, error) {
	query, args := selects(columns, q)
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, explain(err)
	}
	var found []model.Row
	seen := make(map[int64]bool)
	err = each(rows, func(rows *sql.Rows) error {
		row, story, err := scanRow(rows)
		switch {
		case err != nil:
			return err
		case story != 0 && seen[story]:
			return nil
		}
		seen[story] = true
		if offset--; offset < 0 {
			found = append(found, row)
		}
		if len(found) >= limit {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, explain(err)
	}
	if err := s.showTopics(ctx, found); err != nil {
		return nil, err
	}
	return found, s.countSources(ctx, found)
}

// Count returns how many rows Find has for the query.
func (s *Store) Count(ctx context.Context, q model.Query) (int, error) {
	n := 0
	ok, err := s.ask(ctx, needsIndex(q), func(a asked) error {
		found, err := a.matching(q.Expr)
		if err == nil {
			n = a.foldedLen(found, q.Fold)
		}
		return err
	})
	if ok || err != nil {
		return n, err
	}
	where, args := compile(q.Expr)
	count := `count(*)`
	if q.Fold {
		count = `count(DISTINCT coalesce(-a.story, a.id))`
	}
	err = s.read.QueryRowContext(ctx, `SELECT `+count+from+` AND `+where, args...).Scan(&n)
	return n, explain(err)
}

// rows reads the rows of slots, in their order.
func (s *Store) rows(a asked, slots []int32, sources []int) ([]model.Row, error) {
	if len(slots) == 0 {
		return nil, nil
	}
	numbers := make([]int64, len(slots))
	places := make(map[uint64]int, len(slots))
	for k, i := range slots {
		numbers[k] = a.n[i]
		places[a.id[i]] = k
	}
	list, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	out := make([]model.Row, len(slots))
	rows, err := a.tx.QueryContext(a.ctx, `SELECT `+columns+` FROM article a LEFT JOIN status s ON s.id = a.id
		WHERE a.n IN (SELECT value FROM json_each(?))`, string(list))
	if err != nil {
		return nil, err
	}
	err = each(rows, func(rows *sql.Rows) error {
		row, _, err := scanRow(rows)
		k := places[number(string(row.ID))]
		row.Sources = sources[k]
		out[k] = row
		return err
	})
	a.show(out)
	return out, err
}

// list reads the rows of a query that selects columns.
func (s *Store) list(ctx context.Context, query string, args ...any) ([]model.Row, error) {
	var found []model.Row
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, explain(err)
	}
	err = each(rows, func(rows *sql.Rows) error {
		row, _, err := scanRow(rows)
		found = append(found, row)
		return err
	})
	if err != nil {
		return nil, explain(err)
	}
	return found, s.showTopics(ctx, found)
}

func scanRow(rows *sql.Rows) (r model.Row, story int64, err error) {
	var n, arrived int64
	var byline, topics string
	var published sql.NullInt64
	err = rows.Scan(&n, &r.ID, &r.Ref, &r.URL, &r.Title, &r.Site, &byline, &r.Dateline, &r.Summary, &r.Language, &published, &r.Words, &topics,
		&r.Status.Read, &r.Status.Starred, &r.Status.Saved, &r.Status.Place.Block, &r.Status.Place.Line, &r.Status.Percent, &arrived, &story)
	if err != nil {
		return r, 0, err
	}
	if published.Valid {
		r.Published = time.Unix(published.Int64, 0).UTC()
	}
	if arrived > 0 {
		r.Status.Arrived = time.Unix(arrived, 0).UTC()
	}
	r.Topics = decodeTopics(topics)
	return r, story, json.Unmarshal([]byte(byline), &r.Byline)
}
