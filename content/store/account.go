package store

import (
	"context"
	"database/sql"
	"errors"

	"lede/content/store/change"
	"lede/content/store/db"
	"lede/content/store/follow"
	"lede/content/store/ledger"
	"lede/model"
)

// Ledger returns the books of syncing.
func (s *Store) Ledger() *ledger.Ledger {
	return ledger.New(
		func(ctx context.Context) ledger.Asker { return reading{ctx, s.db.Read} },
		func(ctx context.Context, f func(ledger.Tx) error) error {
			return s.db.Change(ctx, func(c *change.Change) error { return f(entering{c}) })
		},
	)
}

// Delivery is what a server has sent: the entries of feeds, and which articles they are.
type Delivery struct {
	Account model.ID
	Answers []follow.Answer // of each feed its ID, and the entries that are new or have changed
	Links   []ledger.Link
	Cursor  *string // how far new entries have come; nil leaves that as it is
}

// KeepDelivery keeps what a server has sent, in one transaction. It returns what became of the entries of each feed,
// in the order of the feeds. A feed that has been removed meanwhile is left out.
func (s *Store) KeepDelivery(ctx context.Context, d *Delivery) ([][]model.Kept, error) {
	kept := make([][]model.Kept, len(d.Answers))
	err := s.db.Change(ctx, func(c *change.Change) error {
		for i := range d.Answers {
			feed, f, err := follow.FindFeed(c, `id = ?`, d.Answers[i].Feed.ID)
			if errors.Is(err, sql.ErrNoRows) {
				continue
			}
			if err != nil {
				return err
			}
			if kept[i], err = follow.KeepEntries(c, f, &d.Answers[i]); err != nil {
				return err
			}
			if feed.MaxAge > 0 || feed.Keep > 0 {
				if _, err := follow.Expire(c, f, feed.MaxAge, feed.Keep); err != nil {
					return err
				}
			}
		}
		if err := ledger.KeepLinks(entering{c}, d.Account, d.Cursor, d.Links...); err != nil {
			return err
		}
		return c.Flush()
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
	return db.Explain(r.db.QueryRowContext(r.ctx, query, args...).Scan(into...))
}

func (r reading) Rows(query string, args []any, f func(*sql.Rows) error) error {
	rows, err := r.db.QueryContext(r.ctx, query, args...)
	if err != nil {
		return db.Explain(err)
	}
	return db.Explain(db.Each(rows, f))
}

// entering is a change as the books see it.
type entering struct{ *change.Change }

func (e entering) Revision() int64 { return e.Change.Revision }

func (e entering) Keep() { e.Change.Keep = true }

func (e entering) Touch(ids ...model.ID) { e.IDs = append(e.IDs, ids...) }

func (e entering) FindFeed(where string, arg any) (model.Subscription, int64, error) {
	feed, f, err := follow.FindFeed(e.Change, where, arg)
	if errors.Is(err, sql.ErrNoRows) {
		return feed, 0, nil
	}
	return feed, f, err
}

func (e entering) Subscribe(feed model.Subscription) (model.Subscribed, error) {
	return follow.Subscribe(e.Change, feed)
}

func (e entering) EditFeed(f int64, feed *model.Subscription) error {
	follow.FeedsChanged(e.Change)
	return follow.EditFeed(e.Change, f, feed)
}

func (e entering) Unsubscribe(f int64) error {
	follow.FeedsChanged(e.Change)
	return follow.Unsubscribe(e.Change, f, false, &change.Undoing{})
}

func (e entering) Mark(ids []model.ID, to model.StatusChange) (ledger.Back, error) {
	return e.Marks(ids, to, make(map[model.ID]bool))
}

func (e entering) Undoable(title string, n int, back ...ledger.Back) error {
	var all change.Undoing
	for _, b := range back {
		if marks, ok := b.([]change.UndoMark); ok {
			all.Marks = append(all.Marks, marks...)
		}
	}
	return e.KeepUndo(title, n, all)
}
