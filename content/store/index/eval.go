package index

import (
	"context"
	"database/sql"
	"slices"

	"lede/model"
	"lede/model/query"
)

// Asked is a query that is put to the index.
type Asked struct {
	Ctx context.Context //nolint:containedctx // lives as long as one call
	Tx  *sql.Tx
	*Index
	Lookups lookups
	among   Set // the slots that matter, nil for all: what does not hold for others need not be right
}

// Matching returns the slots that a condition holds for, those in the trash left out unless it names that. It means
// what query.Query.Match means.
func (q Asked) Matching(e query.Expr) (Set, error) { return q.matchingIn(e, query.NamesTrash(e)) }

// matchingIn is matching for a condition that is a part of another one; trash reports whether that names the trash.
func (q Asked) matchingIn(e query.Expr, trash bool) (Set, error) {
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

func (q Asked) eval(e query.Expr) (Set, error) {
	switch e := e.(type) {
	case query.And:
		return q.all(e)
	case query.Or:
		s := newSet(len(q.N))
		return s, q.any(e, s)
	case query.Not:
		s, err := q.eval(e.Expr)
		s.not()
		return s, err
	case query.Term:
		a := answerTo(e)
		if a.slots == nil {
			return q.read(e, a)
		}
		return a.slots(q)
	}
	return q.where(func(int) bool { return true }), nil
}

func (q Asked) any(parts query.Or, into Set) error {
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
func (x *Index) where(f func(i int) bool) Set {
	s := newSet(len(x.N))
	for i := range x.N {
		if f(i) {
			s[i>>6] |= 1 << (i & 63)
		}
	}
	return s
}

func (x *Index) abouts(key string) Set {
	t, ok := x.topics.of[key]
	if !ok {
		return newSet(len(x.N))
	}
	root := x.root[t]
	return x.where(func(i int) bool {
		// A slot.
		return slices.ContainsFunc(x.topicsOf(int32(i)), func(t int32) bool { return x.root[t] == root }) //nolint:gosec
	})
}

func (x *Index) state(s query.State) Set {
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
		return newSet(len(x.N))
	}
	return x.where(func(i int) bool { return x.flags[i]&mask == want })
}

func (x *Index) dated(d query.Dated) Set {
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
func (q Asked) phrase(p query.Phrase) (Set, error) {
	at := q.Lookups[matchText(p)]
	if s, ok := q.remembered(at.Lookup); ok {
		return s, nil
	}
	s := newSet(len(q.N))
	parts := at.parts
	if parts == nil {
		parts = []string{at.match}
	}
	for _, match := range parts {
		var rows sql.NullString
		err := q.Tx.QueryRowContext(q.Ctx, at.rows(`group_concat(rowid)`), match).Scan(&rows)
		if err != nil {
			return nil, err
		}
		q.eachSlot(rows.String, s.add)
	}
	q.remember(at.Lookup, s)
	return s, nil
}

// inName are the slots whose site or language a phrase matches.
func (x *Index) inName(p query.Phrase) Set {
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

func (x *Index) remembered(at Lookup) (Set, bool) {
	x.memory.Lock()
	defer x.memory.Unlock()
	f, ok := x.Found[at]
	if !ok {
		return nil, false
	}
	x.clock++
	x.Found[at] = found{f.set, x.clock}
	s := newSet(len(x.N)) // there may be more slots by now
	copy(s, f.set)
	return s, true
}

func (x *Index) remember(at Lookup, s Set) {
	x.memory.Lock()
	defer x.memory.Unlock()
	if len(x.Found) >= phrasesKept {
		var oldest Lookup
		for t, f := range x.Found {
			if oldest.match == "" || f.used < x.Found[oldest].used {
				oldest = t
			}
		}
		delete(x.Found, oldest)
	}
	x.clock++
	x.Found[at] = found{slices.Clone(s), x.clock}
}
