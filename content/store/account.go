package store

import (
	"context"
	"database/sql"
	"errors"

	"lede/content/store/ledger"
	"lede/model"
)

// Ledger returns the books of syncing.
func (s *Store) Ledger() *ledger.Ledger {
	return ledger.New(
		func(ctx context.Context) ledger.Asker { return reading{ctx, s.db.read} },
		func(ctx context.Context, f func(ledger.Tx) error) error {
			return s.db.change(ctx, func(c *change) error { return f(entering{c}) })
		},
	)
}

// Delivery is what a server has sent: the entries of feeds, and which articles they are.
type Delivery struct {
	Account model.ID
	Answers []Answer // of each feed its ID, and the entries that are new or have changed
	Links   []ledger.Link
	Cursor  *string // how far new entries have come; nil leaves that as it is
}

// KeepDelivery keeps what a server has sent, in one transaction. It tells, in their order, what became of the entries
// of each feed. A feed that has been removed meanwhile is left out.
func (s *Store) KeepDelivery(ctx context.Context, d *Delivery) ([][]model.Kept, error) {
	kept := make([][]model.Kept, len(d.Answers))
	err := s.db.change(ctx, func(c *change) error {
		for i := range d.Answers {
			feed, f, err := findFeed(c, `id = ?`, d.Answers[i].Feed.ID)
			if errors.Is(err, sql.ErrNoRows) {
				continue
			}
			if err != nil {
				return err
			}
			if kept[i], err = keepEntries(c, f, &d.Answers[i]); err != nil {
				return err
			}
			if feed.MaxAge > 0 || feed.Keep > 0 {
				if _, err := expire(c, f, feed.MaxAge, feed.Keep); err != nil {
					return err
				}
			}
		}
		if err := ledger.KeepLinks(entering{c}, d.Account, d.Cursor, d.Links...); err != nil {
			return err
		}
		return c.flush()
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

// reading reads for the books.
type reading struct {
	ctx context.Context //nolint:containedctx // lives as long as one call
	db  *sql.DB
}

func (r reading) Row(query string, args []any, into ...any) error {
	return explain(r.db.QueryRowContext(r.ctx, query, args...).Scan(into...))
}

func (r reading) Rows(query string, args []any, f func(*sql.Rows) error) error {
	rows, err := r.db.QueryContext(r.ctx, query, args...)
	if err != nil {
		return explain(err)
	}
	return explain(each(rows, f))
}

// entering is a change as the books see it.
type entering struct{ *change }

func (e entering) Row(query string, args []any, into ...any) error {
	return e.row(query, args, into...)
}

func (e entering) Rows(query string, args []any, f func(*sql.Rows) error) error {
	return e.rows(query, args, f)
}
func (e entering) Exec(query string, args ...any) error { return e.exec(query, args...) }
func (e entering) Revision() int64                      { return e.revision }
func (e entering) Keep()                                { e.keep = true }
func (e entering) Touch(ids ...model.ID)                { e.ids = append(e.ids, ids...) }

func (e entering) FindFeed(where string, arg any) (model.Subscription, int64, error) {
	feed, f, err := findFeed(e.change, where, arg)
	if errors.Is(err, sql.ErrNoRows) {
		return feed, 0, nil
	}
	return feed, f, err
}

func (e entering) Subscribe(feed model.Subscription) (model.Subscribed, error) {
	return subscribe(e.change, feed)
}

func (e entering) EditFeed(f int64, feed *model.Subscription) error {
	feedsChanged(e.change)
	return editFeed(e.change, f, feed)
}

func (e entering) Unsubscribe(f int64) error {
	feedsChanged(e.change)
	return unsubscribe(e.change, f, false, &undoing{})
}

func (e entering) Mark(ids []model.ID, to model.StatusChange) (ledger.Back, error) {
	return e.marks(ids, to, make(map[model.ID]bool))
}

func (e entering) Undoable(title string, n int, back ...ledger.Back) error {
	var all undoing
	for _, b := range back {
		if marks, ok := b.([]undoMark); ok {
			all.Marks = append(all.Marks, marks...)
		}
	}
	return e.keepUndo(title, n, all)
}
