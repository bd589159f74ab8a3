package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"lede/content/store/db"
	"lede/content/store/index"
	"lede/content/store/row"
	"lede/model"
	"lede/model/query"
)

// Find returns up to limit rows that the query asks for, in its order, after the first offset ones. The order is
// ByDate when the query names none. A query that folds gets the first of those that tell the same, with Sources
// counting them.
func (s *Store) Find(ctx context.Context, q query.Query, offset, limit int) ([]model.Row, error) {
	q = s.inOrder(q)
	var found []model.Row
	ok, err := s.ask(ctx, index.Deep(q, offset+limit), q.Expr, func(a index.Asked) error {
		slots, sources, err := a.Slots(q, offset, limit)
		if err == nil {
			found, err = s.rows(a, slots, sources)
		}
		return err
	})
	if ok || err != nil {
		return found, err
	}
	c, err := index.NewCompiler(ctx, s.db.Read, q.Expr)
	if err != nil {
		return nil, db.Explain(err)
	}
	if finds, rest, ok := c.Joined(q); ok {
		return s.foundTogether(ctx, c, q, finds, rest, offset, limit)
	}
	query, args := c.Selects(row.Columns, q)
	if c.Ranked(q) {
		if query, args, err = c.SelectsRanked(ctx, s.db.Read, q); err != nil {
			return nil, db.Explain(err)
		}
	}
	if q.Fold {
		return s.foldedRows(ctx, query, args, offset, limit)
	}
	return s.list(ctx, query+` LIMIT ? OFFSET ?`, append(args, limit, offset)...)
}

// foundTogether reads the newest rows that all searches find and that the rest of the condition holds for.
func (s *Store) foundTogether(
	ctx context.Context, c index.Compiler, q query.Query, finds []index.Lookup, rest query.And, offset, limit int,
) ([]model.Row, error) {
	query, args := c.SelectsAmong(index.Within(q.Expr), rest)
	p := index.Page[model.Row]{Fold: q.Fold, Offset: offset, Limit: limit}
	together := index.NewJoint(s.db.Read, finds...)
	for more := true; more; {
		some, on, err := together.Next(ctx)
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
	p := index.Page[model.Row]{Fold: true, Offset: offset, Limit: limit}
	if err := takeRows(&p, rows); err != nil && !errors.Is(err, db.ErrEnough) {
		return nil, db.Explain(err)
	}
	return s.finished(ctx, p)
}

// takeRows reads rows until the page is full, which it reports as errEnough.
func takeRows(p *index.Page[model.Row], rows *sql.Rows) error {
	return db.Each(rows, func(rows *sql.Rows) error {
		row, story, err := row.Scan(rows)
		if err == nil && !p.Take(row, story) {
			err = db.ErrEnough
		}
		return err
	})
}

// finished are the rows of a page with the names of their topics, and how many are folded into each.
func (s *Store) finished(ctx context.Context, p index.Page[model.Row]) ([]model.Row, error) {
	if err := s.showTopics(ctx, p.Found); err != nil || !p.Fold {
		return p.Found, err
	}
	return p.Found, s.countSources(ctx, p.Found)
}

// Count returns how many rows Find has for the query.
func (s *Store) Count(ctx context.Context, q query.Query) (int, error) {
	n := 0
	ok, err := s.ask(ctx, false, q.Expr, func(a index.Asked) error {
		found, err := a.Matching(q.Expr)
		if err == nil {
			n = a.FoldedLen(found, q.Fold)
		}
		return err
	})
	if ok || err != nil {
		return n, err
	}
	c, err := index.NewCompiler(ctx, s.db.Read, q.Expr)
	if err != nil {
		return 0, db.Explain(err)
	}
	where, args := c.Compile(q.Expr)
	count := `count(*)`
	if q.Fold {
		count = `count(DISTINCT coalesce(-a.story, a.id))`
	}
	query := `SELECT ` + count + row.Joined + ` WHERE ` + index.Within(q.Expr) + ` AND ` + where
	err = s.db.Read.QueryRowContext(ctx, query, args...).Scan(&n)
	return n, db.Explain(err)
}

// rows reads the rows of slots, in their order.
func (s *Store) rows(a index.Asked, slots []int32, sources []int) ([]model.Row, error) {
	if len(slots) == 0 {
		return nil, nil
	}
	numbers := make([]int64, len(slots))
	places := make(map[uint64]int, len(slots))
	for k, i := range slots {
		numbers[k] = a.N[i]
		places[a.ID[i]] = k
	}
	out := make([]model.Row, len(slots))
	const query = `SELECT ` + row.Columns + row.Joined + ` WHERE a.n IN (SELECT value FROM json_each(?))`
	rows, err := a.Tx.QueryContext(a.Ctx, query, db.List(numbers))
	if err != nil {
		return nil, err
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		row, _, err := row.Scan(rows)
		k := places[index.Number(string(row.ID))]
		row.Sources = sources[k]
		out[k] = row
		return err
	})
	a.Show(out)
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
