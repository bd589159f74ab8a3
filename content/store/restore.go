package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"lede/content/store/change"
	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/content/store/index"
	"lede/model"
	"lede/model/query"
)

// Restore is Put for articles that bring their statuses along. Marks are added to those that the library has; a place
// and a time of arrival are taken where it has none. Topics of the reader count as added by hand.
func (s *Store) Restore(ctx context.Context, records ...draft.Ready) ([]model.Kept, error) {
	kept := make([]model.Kept, len(records))
	err := s.db.Change(ctx, func(c *change.Change) error {
		drafts := make([]*draft.Draft, len(records))
		for i := range records {
			drafts[i] = &records[i].Draft
		}
		if err := c.PutAll(drafts, kept, func(i int) bool { return records[i].Status.Saved }); err != nil {
			return err
		}
		for i := range records {
			if err := c.Restore(kept[i].ID, records[i].Status); err != nil {
				return fmt.Errorf("keep %q: %w", records[i].Title, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

// IDs returns the IDs of all articles that the query asks for, in its order, those that are folded into others too.
func (s *Store) IDs(ctx context.Context, q query.Query) ([]model.ID, error) {
	var ids []model.ID
	q = s.inOrder(q)
	q.Fold = false
	ok, err := s.ask(ctx, index.Deep(q, math.MaxInt), q.Expr, func(a index.Asked) error {
		slots, _, err := a.Slots(q, 0, math.MaxInt)
		for _, i := range slots {
			ids = append(ids, a.IDOf(i))
		}
		return err
	})
	if ok || err != nil {
		return ids, err
	}
	c, err := index.NewCompiler(ctx, s.db.Read, q.Expr)
	if err != nil {
		return nil, db.Explain(err)
	}
	query, args := c.Selects(`a.id`, q)
	rows, err := s.db.Read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, db.Explain(err)
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		var id model.ID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	return ids, db.Explain(err)
}
