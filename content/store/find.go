package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"lede/content/store/db"
	"lede/content/store/row"
	"lede/model"
	"lede/model/query"
)

// within is what an article must be for a condition to be asked of it: not in the trash, unless the condition names
// that.
func within(e query.Expr) string {
	if query.NamesTrash(e) {
		return "1"
	}
	return row.Here
}

// Find returns up to limit rows that the query asks for, in its order, after the first offset ones. The order is
// ByDate when the query names none. A query that folds gets the first of those that tell the same, with Sources
// counting them.
func (s *Store) Find(ctx context.Context, q query.Query, offset, limit int) ([]model.Row, error) {
	q = s.inOrder(q)
	var found []model.Row
	ok, err := s.ask(ctx, deep(q, offset+limit), q.Expr, func(a asked) error {
		slots, sources, err := a.slots(q, offset, limit)
		if err == nil {
			found, err = s.rows(a, slots, sources)
		}
		return err
	})
	if ok || err != nil {
		return found, err
	}
	c, err := newCompiler(ctx, s.db.Read, q.Expr)
	if err != nil {
		return nil, db.Explain(err)
	}
	if finds, rest, ok := c.joined(q); ok {
		return s.foundTogether(ctx, c, q, finds, rest, offset, limit)
	}
	query, args := c.selects(row.Columns, q)
	if c.ranked(q) {
		if query, args, err = c.selectsRanked(ctx, s.db.Read, q); err != nil {
			return nil, db.Explain(err)
		}
	}
	if q.Fold {
		return s.foldedRows(ctx, query, args, offset, limit)
	}
	return s.list(ctx, query+` LIMIT ? OFFSET ?`, append(args, limit, offset)...)
}

// deep reports whether a page is so far down in an order of relevance that the file alone does not answer it.
func deep(q query.Query, to int) bool { return q.Sort == query.ByRelevance && to > ranked }

// ranked reports whether a query is to be put in the order of its words.
func (c compiler) ranked(q query.Query) bool {
	return q.Sort == query.ByRelevance && c.lookups.ranks(q.Expr)
}

// selects writes a query for columns as SQL, without bounds. A search is read from its newest match on.
func (c compiler) selects(columns string, q query.Query) (text string, args []any) {
	if search, rest, ok := c.lookups.searchable(q.Expr); ok && (q.Sort == "" || q.Sort == query.ByDate) {
		where, args := c.compile(rest)
		return `SELECT ` + columns + ` FROM ` + search.table + ` f CROSS JOIN article a ON a.n = f.rowid LEFT
			JOIN status s ON s.id = a.id
			WHERE f.` + search.table + ` MATCH ? AND ` + within(q.Expr) + ` AND ` + where + ` ORDER BY f.rowid ` +
			`DESC`, append([]any{search.match}, args...)
	}
	where, args := c.compile(q.Expr)
	return `SELECT ` + columns + row.Joined + ` WHERE ` + within(q.Expr) + ` AND ` + where + orderBy(q), args
}

// selectsRanked writes a query for the newest matches in the order of relevance.
func (c compiler) selectsRanked(
	ctx context.Context, conn asker, q query.Query,
) (text string, args []any, err error) {
	byDate := q
	byDate.Sort = query.ByDate
	text, args = c.selects(`a.n`, byDate)
	rows, err := conn.QueryContext(ctx, text+` LIMIT ?`, append(args, ranked+tooCommon+1)...)
	if err != nil {
		return "", nil, err
	}
	var newest []int64
	others := 0
	err = db.Each(rows, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		if len(newest) < ranked {
			newest = append(newest, n)
		} else {
			others++
		}
		return err
	})
	if err != nil || len(newest) == 0 {
		return `SELECT ` + row.Columns + row.From + ` AND 0`, nil, err
	}
	rank, err := c.lookups.rank(ctx, conn, q.Expr, newest[len(newest)-1], others > tooCommon)
	if err != nil {
		return "", nil, err
	}
	slices.SortStableFunc(newest, func(a, b int64) int { return cmp.Compare(rank.of(a), rank.of(b)) })
	return `SELECT ` + row.Columns + ` FROM json_each(?) f CROSS JOIN article a ON a.n = f.value LEFT
		JOIN status s ON s.id = a.id
		WHERE ` + within(q.Expr) + ` ORDER BY f.key`, []any{db.List(newest)}, nil
}

// joined reports what a query is to be read from when the full-text index has its words in two tables: FTS5 puts
// together those of one.
func (c compiler) joined(q query.Query) (finds []lookup, rest query.And, ok bool) {
	search, rest, ok := c.lookups.searchable(q.Expr)
	if !ok || q.Sort != "" && q.Sort != query.ByDate {
		return nil, nil, false
	}
	starts, rest := c.lookups.startsOf(rest, func(lookup) bool { return false })
	return append([]lookup{search}, starts...), rest, len(starts) > 0
}

// selectsAmong writes a query for the rows of a list, its last argument, that are within a bound and that a condition
// holds for.
func (c compiler) selectsAmong(bound string, e query.Expr) (query string, args []any) {
	where, args := c.compile(e)
	return `SELECT ` + row.Columns + row.Joined + ` WHERE ` + bound + ` AND ` + where +
		` AND a.n IN (SELECT value FROM json_each(?)) ORDER BY a.n DESC`, args
}

// foundTogether reads the newest rows that all searches find and that the rest of the condition holds for.
func (s *Store) foundTogether(ctx context.Context, c compiler, q query.Query, finds []lookup, rest query.And, offset,
	limit int,
) ([]model.Row, error) {
	query, args := c.selectsAmong(within(q.Expr), rest)
	p := page[model.Row]{fold: q.Fold, offset: offset, limit: limit}
	together := newJoint(s.db.Read, finds...)
	for more := true; more; {
		some, on, err := together.next(ctx)
		if err != nil {
			return nil, db.Explain(err)
		}
		if more = on; len(some) == 0 {
			continue
		}
		rows, err := s.db.Read.QueryContext(ctx, query, append(slices.Clip(args), db.List(some))...)
		if err != nil {
			return nil, db.Explain(err)
		}
		if err := takeRows(&p, rows); errors.Is(err, db.ErrEnough) {
			break
		} else if err != nil {
			return nil, db.Explain(err)
		}
	}
	return s.finished(ctx, p)
}

// foldedRows reads rows until the page is full, one of each group.
func (s *Store) foldedRows(ctx context.Context, query string, args []any, offset, limit int) ([]model.Row, error) {
	rows, err := s.db.Read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, db.Explain(err)
	}
	p := page[model.Row]{fold: true, offset: offset, limit: limit}
	if err := takeRows(&p, rows); err != nil && !errors.Is(err, db.ErrEnough) {
		return nil, db.Explain(err)
	}
	return s.finished(ctx, p)
}

// takeRows reads rows until the page is full, which it tells as errEnough.
func takeRows(p *page[model.Row], rows *sql.Rows) error {
	return db.Each(rows, func(rows *sql.Rows) error {
		row, story, err := row.Scan(rows)
		if err == nil && !p.take(row, story) {
			err = db.ErrEnough
		}
		return err
	})
}

// finished are the rows of a page with the names of their topics, and how many are folded into each.
func (s *Store) finished(ctx context.Context, p page[model.Row]) ([]model.Row, error) {
	if err := s.showTopics(ctx, p.found); err != nil || !p.fold {
		return p.found, err
	}
	return p.found, s.countSources(ctx, p.found)
}

// Count returns how many rows Find has for the query.
func (s *Store) Count(ctx context.Context, q query.Query) (int, error) {
	n := 0
	ok, err := s.ask(ctx, false, q.Expr, func(a asked) error {
		found, err := a.matching(q.Expr)
		if err == nil {
			n = a.foldedLen(found, q.Fold)
		}
		return err
	})
	if ok || err != nil {
		return n, err
	}
	c, err := newCompiler(ctx, s.db.Read, q.Expr)
	if err != nil {
		return 0, db.Explain(err)
	}
	where, args := c.compile(q.Expr)
	count := `count(*)`
	if q.Fold {
		count = `count(DISTINCT coalesce(-a.story, a.id))`
	}
	query := `SELECT ` + count + row.Joined + ` WHERE ` + within(q.Expr) + ` AND ` + where
	err = s.db.Read.QueryRowContext(ctx, query, args...).Scan(&n)
	return n, db.Explain(err)
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
	out := make([]model.Row, len(slots))
	const query = `SELECT ` + row.Columns + row.Joined + ` WHERE a.n IN (SELECT value FROM json_each(?))`
	rows, err := a.tx.QueryContext(a.ctx, query, db.List(numbers))
	if err != nil {
		return nil, err
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		row, _, err := row.Scan(rows)
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
	rows, err := s.db.Read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, db.Explain(err)
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		row, _, err := row.Scan(rows)
		found = append(found, row)
		return err
	})
	if err != nil {
		return nil, db.Explain(err)
	}
	return found, s.showTopics(ctx, found)
}
