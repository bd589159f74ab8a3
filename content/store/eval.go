package store

import (
	"context"
	"database/sql"
	"slices"

	"lede/content/store/codec"
	"lede/model"
	"lede/model/query"
)

// asked is a query that is put to the index.
type asked struct {
	ctx context.Context //nolint:containedctx // lives as long as one call
	tx  *sql.Tx
	*index
	lookups lookups
	among   set // the slots that matter, nil for all: what does not hold for others need not be right
}

// matching returns the slots that a condition holds for, those in the trash left out unless it names that. It means
// what model.Query.Match means.
func (q asked) matching(e query.Expr) (set, error) { return q.matchingIn(e, query.NamesTrash(e)) }

// matchingIn is matching for a condition that is a part of another one; trash reports whether that names the trash.
func (q asked) matchingIn(e query.Expr, trash bool) (set, error) {
	s, err := q.eval(e)
	if err != nil {
		return nil, err
	}
	mask := isHere
	if trash {
		mask |= isRemoved
	}
	s.and(q.where(func(i int) bool { return q.flags[i]&mask != 0 }))
	return s, nil
}

func (q asked) eval(e query.Expr) (set, error) {
	switch e := e.(type) {
	case nil:
		return q.where(func(int) bool { return true }), nil
	case query.And:
		return q.all(e)
	case query.Or:
		s := newSet(len(q.n))
		return s, q.any(e, s)
	case query.Not:
		s, err := q.eval(e.Expr)
		s.not()
		return s, err
	case query.Phrase:
		return q.phrase(e)
	case query.About:
		return q.abouts(e.Key), nil
	case query.Is:
		return q.state(e.State), nil
	case query.Has:
		bit := uint8(codec.KindBit(e.Kind)) //nolint:gosec // below 64
		return q.where(func(i int) bool { return q.kinds[i]&bit != 0 }), nil
	case query.Dated:
		if e.Came {
			return q.sift(e)
		}
		return q.dated(e), nil
	case query.Like, query.In:
		return q.sift(e)
	case query.Sized:
		lo, hi := wordBounds(e)
		return q.where(func(i int) bool { return lo <= int(q.words[i]) && int(q.words[i]) <= hi }), nil
	}
	return q.where(func(int) bool { return true }), nil
}

func (q asked) any(parts query.Or, into set) error {
	for _, p := range parts {
		s, err := q.eval(p)
		if err != nil {
			return err
		}
		into.or(s)
	}
	return nil
}

// where are the slots that f holds for.
func (x *index) where(f func(i int) bool) set {
	s := newSet(len(x.n))
	for i := range x.n {
		if f(i) {
			s[i>>6] |= 1 << (i & 63)
		}
	}
	return s
}

func (x *index) abouts(key string) set {
	t, ok := x.topics.of[key]
	if !ok {
		return newSet(len(x.n))
	}
	root := x.root[t]
	return x.where(func(i int) bool {
		// A slot.
		return slices.ContainsFunc(x.topicsOf(int32(i)), func(t int32) bool { return x.root[t] == root }) //nolint:gosec
	})
}

func (x *index) state(s query.State) set {
	mask, want := isRead, uint8(0)
	switch s {
	case query.Unread:
	case query.Read:
		want = isRead
	case query.Starred:
		mask, want = isStarred, isStarred
	case query.Saved:
		mask, want = isSaved, isSaved
	case query.Unfinished:
		mask, want = isRead|isBegun, isBegun
	case query.Removed:
		mask, want = isRemoved, isRemoved
	default:
		return newSet(len(x.n))
	}
	return x.where(func(i int) bool { return x.flags[i]&mask == want })
}

func (x *index) dated(d query.Dated) set {
	from, to := dateBounds(d)
	firstDay, endDay := dateBounds(d.Days())
	return x.where(func(i int) bool {
		if x.at[i]%86400 == 0 {
			return firstDay <= x.at[i] && x.at[i] < endDay
		}
		return from <= x.at[i] && x.at[i] < to
	})
}

// phrasesKept is how many phrases are remembered.
const phrasesKept = 24

// phrase looks a phrase up in the full-text index.
func (q asked) phrase(p query.Phrase) (set, error) {
	if isSifted(p) {
		return q.sift(p)
	}
	if !inSearch(p.Field) {
		return q.inName(p), nil
	}
	at := q.lookups[matchText(p)]
	if s, ok := q.remembered(at.lookup); ok {
		return s, nil
	}
	s := newSet(len(q.n))
	parts := at.parts
	if parts == nil {
		parts = []string{at.match}
	}
	for _, match := range parts {
		var rows sql.NullString
		err := q.tx.QueryRowContext(q.ctx, at.rows(`group_concat(rowid)`), match).Scan(&rows)
		if err != nil {
			return nil, err
		}
		q.eachSlot(rows.String, s.add)
	}
	q.remember(at.lookup, s)
	return s, nil
}

// inName are the slots whose site or language a phrase matches.
func (x *index) inName(p query.Phrase) set {
	match := query.Query{Expr: p}.Match
	sites, languages := make([]bool, len(x.sites.list)), make([]bool, len(x.languages.list))
	for i, name := range x.sites.list {
		sites[i] = match(model.Record{Article: model.Article{Entry: model.Entry{Site: name}}})
	}
	for i, name := range x.languages.list {
		languages[i] = match(model.Record{Article: model.Article{Entry: model.Entry{Language: name}}})
	}
	return x.where(func(i int) bool { return sites[x.site[i]] || languages[x.language[i]] })
}

func (x *index) remembered(at lookup) (set, bool) {
	x.memory.Lock()
	defer x.memory.Unlock()
	f, ok := x.found[at]
	if !ok {
		return nil, false
	}
	x.clock++
	x.found[at] = found{f.set, x.clock}
	s := newSet(len(x.n)) // there may be more slots by now
	copy(s, f.set)
	return s, true
}

func (x *index) remember(at lookup, s set) {
	x.memory.Lock()
	defer x.memory.Unlock()
	if len(x.found) >= phrasesKept {
		var oldest lookup
		for t, f := range x.found {
			if oldest.match == "" || f.used < x.found[oldest].used {
				oldest = t
			}
		}
		delete(x.found, oldest)
	}
	x.clock++
	x.found[at] = found{slices.Clone(s), x.clock}
}
