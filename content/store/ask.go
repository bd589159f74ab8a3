package store

import (
	"context"
	"database/sql"

	"lede/content/store/db"
	"lede/content/store/index"
	"lede/model/query"
)

// ask calls f with the index as it is now, for a query with the condition e, in a transaction that sees the same. It
// reports false, without calling f, when there is no index yet, or one too old, unless wait is set: then it loads
// one, which takes half a second for 100,000 articles.
func (s *Store) ask(ctx context.Context, wait bool, e query.Expr, f func(q index.Asked) error) (bool, error) {
	for {
		if ok, err := s.askOnce(ctx, wait, e, f); ok || err != nil || !wait {
			return ok, err
		}
	}
}

func (s *Store) askOnce(ctx context.Context, wait bool, e query.Expr, f func(q index.Asked) error) (bool, error) {
	tx, err := s.db.Read.BeginTx(ctx, nil)
	if err != nil {
		return false, db.Explain(err)
	}
	defer func() { _ = tx.Rollback() }() // it has only read
	var revision int64
	if err := tx.QueryRowContext(ctx, `SELECT revision FROM meta`).Scan(&revision); err != nil {
		return false, db.Explain(err)
	}
	if ok, err := s.current(ctx, tx, revision, wait); !ok || err != nil {
		return false, db.Explain(err)
	}
	lookups, err := index.LookUp(ctx, tx, e)
	if err != nil {
		return false, db.Explain(err)
	}
	s.shelf.RLock()
	defer s.shelf.RUnlock()
	if s.shelfIndex == nil || s.shelfIndex.Revision != revision {
		return false, nil // another caller was faster, and sees more
	}
	return true, db.Explain(f(index.Asked{Ctx: ctx, Tx: tx, Index: s.shelfIndex, Lookups: lookups}))
}

// current brings the index to a revision. Who does not wait is never held up by one that is being loaded.
func (s *Store) current(ctx context.Context, tx *sql.Tx, revision int64, wait bool) (bool, error) {
	if ok, err := s.followed(ctx, tx, revision); ok || err != nil || !wait {
		return ok, err
	}
	s.loading.Lock()
	defer s.loading.Unlock()
	if ok, err := s.followed(ctx, tx, revision); ok || err != nil {
		return ok, err // another caller has loaded it meanwhile
	}
	x, err := index.Load(ctx, tx)
	if err != nil {
		return false, err
	}
	s.shelf.Lock()
	defer s.shelf.Unlock()
	s.shelfIndex = x
	return true, nil
}

// followed reports whether there is an index that can be brought to a revision, and does it.
func (s *Store) followed(ctx context.Context, tx *sql.Tx, revision int64) (bool, error) {
	s.shelf.RLock()
	x := s.shelfIndex
	ready := x != nil && x.Revision >= revision
	s.shelf.RUnlock()
	if ready || x == nil {
		return ready, nil
	}
	s.shelf.Lock()
	defer s.shelf.Unlock()
	switch {
	case s.shelfIndex == nil:
		return false, nil
	case s.shelfIndex.Revision >= revision:
		return true, nil
	}
	ok, err := s.shelfIndex.Follow(ctx, tx, revision)
	if !ok && err == nil {
		s.shelfIndex = nil // it may be half way
	}
	return ok, err
}
