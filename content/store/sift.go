package store

import (
	"context"

	"lede/content/store/db"
	"lede/content/store/index"
)

// HidesFeeds reports whether a feed is hidden.
func (s *Store) HidesFeeds(ctx context.Context) (hides bool, err error) {
	err = s.db.Read.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM feed f WHERE `+index.IsHidden+`)`).Scan(&hides)
	return hides, db.Explain(err)
}
