package store

import (
	"context"
	"database/sql"

	"lede/content/store/db"
	"lede/model"
	"lede/model/query"
)

// ask calls f with the index as it is now, for a query with the condition e, in a transaction that sees the same. It
// reports false, without calling f, when there is no index yet, or one too old, unless wait is set: then it loads
// one, which takes half a second for 100,000 articles.
func (s *Store) ask(ctx context.Context, wait bool, e query.Expr, f func(q asked) error) (bool, error) {
	for {
		if ok, err := s.askOnce(ctx, wait, e, f); ok || err != nil || !wait {
			return ok, err
		}
	}
}

func (s *Store) askOnce(ctx context.Context, wait bool, e query.Expr, f func(q asked) error) (bool, error) {
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
	lookups, err := lookUpAll(ctx, tx, e)
	if err != nil {
		return false, db.Explain(err)
	}
	s.shelf.RLock()
	defer s.shelf.RUnlock()
	if s.shelfIndex == nil || s.shelfIndex.revision != revision {
		return false, nil // another caller was faster, and sees more
	}
	return true, db.Explain(f(asked{ctx: ctx, tx: tx, index: s.shelfIndex, lookups: lookups}))
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
	x, err := loadIndex(ctx, tx)
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
	ready := x != nil && x.revision >= revision
	s.shelf.RUnlock()
	if ready || x == nil {
		return ready, nil
	}
	s.shelf.Lock()
	defer s.shelf.Unlock()
	switch {
	case s.shelfIndex == nil:
		return false, nil
	case s.shelfIndex.revision >= revision:
		return true, nil
	}
	ok, err := s.shelfIndex.follow(ctx, tx, revision)
	if !ok && err == nil {
		s.shelfIndex = nil // it may be half way
	}
	return ok, err
}

// slots returns up to limit slots that a query asks for, in its order, after the first offset ones, with how many are
// folded into each.
func (q asked) slots(of query.Query, offset, limit int) (found []int32, sources []int, err error) {
	if (of.Sort == query.ByDate || of.Sort == "") && !readsTexts(of.Expr) {
		if search, rest, ok := q.lookups.searchable(of.Expr); ok && !q.knows(search) && !q.lookups.many(search) {
			return q.stream(of, search, rest, offset, limit)
		}
	}
	s, err := q.matching(of.Expr)
	if err != nil {
		return nil, nil, err
	}
	order, err := q.ordered(of, s)
	if err != nil {
		return nil, nil, err
	}
	p := page[int32]{fold: of.Fold, offset: offset, limit: limit}
	for _, i := range order {
		if s.has(i) && !p.take(i, int64(q.story[i])) {
			break
		}
	}
	return p.found, q.sources(p.found, of.Fold), nil
}

// sources counts, for each slot, those of its group that are here; all of them are told when they are folded.
func (x *index) sources(slots []int32, fold bool) []int {
	out := make([]int, len(slots))
	groups := make(map[int32]int)
	for _, i := range slots {
		if x.story[i] != 0 && fold {
			groups[x.story[i]] = 0
		}
	}
	if len(groups) > 0 {
		for i, story := range x.story {
			if n, ok := groups[story]; ok && x.flags[i]&isHere != 0 {
				groups[story] = n + 1
			}
		}
	}
	for k, i := range slots {
		out[k] = max(groups[x.story[i]], 1)
		if !fold {
			out[k] = 0
		}
	}
	return out
}

// foldedLen counts a set; of a group one when they are folded.
func (x *index) foldedLen(s set, fold bool) int {
	n := s.len()
	if !fold {
		return n
	}
	seen := make(map[int32]bool)
	for i, story := range x.story {
		if story != 0 && s.has(int32(i)) {
			if seen[story] {
				n--
			}
			seen[story] = true
		}
	}
	return n
}

// show gives the topics of rows the names that the reader has chosen.
func (x *index) show(rows []model.Row) {
	for i := range rows {
		names := make(map[string]chosenName)
		for _, t := range rows[i].Topics {
			if place, ok := x.topics.of[t.Key]; ok && (x.root[place] != place || x.named[place]) {
				root := x.root[place]
				names[t.Key] = chosenName{x.topics.list[root], x.shown[root]}
			}
		}
		if len(names) > 0 {
			rows[i].Topics = shown(rows[i].Topics, names)
		}
	}
}
