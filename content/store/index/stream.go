package index

import (
	"cmp"
	"database/sql"
	"slices"

	"lede/content/store/db"
	"lede/model/query"
)

func (x *Index) knows(l Lookup) bool {
	x.memory.Lock()
	defer x.memory.Unlock()
	_, ok := x.Found[l]
	return ok
}

// stream reads the newest matches of a search until a page is full, so that the first page of a common word is as
// fast as any.
func (q Asked) stream(of query.Query, search Lookup, rest query.And, offset, limit int) (found []int32,
	sources []int, err error,
) {
	starts, left := q.Lookups.startsOf(rest, q.knows)
	here, err := q.matchingIn(left, of.NamesTrash())
	if err != nil {
		return nil, nil, err
	}
	p := Page[int32]{Fold: of.Fold, Offset: offset, Limit: limit}
	rows := NewJoint(q.Tx, append([]Lookup{search}, starts...)...)
	for more, at := true, 0; more; {
		var some []int64
		if some, more, err = rows.Next(q.Ctx); err != nil {
			return nil, nil, err
		}
		for _, n := range some {
			at = q.older(n, at)
			if at >= len(q.byDate) {
				break
			}
			if i := q.byDate[at]; q.N[i] == n && here.has(i) && !p.Take(i, int64(q.story[i])) {
				more = false
				break
			}
		}
	}
	return p.Found, q.sources(p.Found, of.Fold), nil
}

// startsOf parts the beginnings of words that must be there from the rest of a condition; those that are known stay
// with the rest.
func (l lookups) startsOf(rest query.And, known func(Lookup) bool) (starts []Lookup, left query.And) {
	for _, e := range rest {
		p, is := e.(query.Phrase)
		if at := l.of(p); is && at.table == "starts" && !known(at) {
			starts = append(starts, at)
			continue
		}
		left = append(left, e)
	}
	return starts, left
}

// older returns the first place in byDate from at on whose number is not above n.
func (x *Index) older(n int64, at int) int {
	step := 1
	lo, hi := at, at
	for hi < len(x.byDate) && x.N[x.byDate[hi]] > n {
		lo, hi = hi, hi+step
		step *= 2
	}
	hi = min(hi, len(x.byDate))
	for lo < hi {
		if mid := (lo + hi) / 2; x.N[x.byDate[mid]] > n {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// ordered returns slots in the order of a query; those of s are among them.
func (q Asked) ordered(of query.Query, s Set) ([]int32, error) {
	switch of.Sort {
	case query.ByTitle:
		return q.byTitle()
	case query.ByLength:
		return q.byLength(), nil
	case query.ByRelevance:
		if q.Lookups.ranks(of.Expr) {
			return q.byRank(of.Expr, s)
		}
	case ByPublished:
		return q.byPublished(), nil
	case query.ByDate, "":
	}
	return q.byDate, nil
}

// byLength are the slots from the longest to the shortest, put in order once.
func (q Asked) byLength() []int32 {
	q.memory.Lock()
	defer q.memory.Unlock()
	if q.lengths == nil {
		q.lengths = slices.Clone(q.byDate)
		slices.SortStableFunc(q.lengths, func(a, b int32) int { return cmp.Compare(q.words[b], q.words[a]) })
	}
	return q.lengths
}

// byTitle are the slots from A to Z, read once.
func (q Asked) byTitle() ([]int32, error) {
	q.memory.Lock()
	defer q.memory.Unlock()
	if q.titles != nil {
		return q.titles, nil
	}
	places := make(map[int64]int32, len(q.N))
	for _, i := range q.byDate {
		places[q.N[i]] = i
	}
	rows, err := q.Tx.QueryContext(q.Ctx, `SELECT n FROM article ORDER BY sorted, n DESC`)
	if err != nil {
		return nil, err
	}
	titles := make([]int32, 0, len(q.N))
	err = db.Each(rows, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		if i, ok := places[n]; ok {
			titles = append(titles, i)
		}
		return err
	})
	if err == nil {
		q.titles = titles
	}
	return titles, err
}

// byRank puts the newest of the matches in the order of relevance; the others follow, the newest first.
func (q Asked) byRank(e query.Expr, s Set) ([]int32, error) {
	var newest, others []int32
	for _, i := range q.byDate {
		switch {
		case !s.has(i):
		case len(newest) < ranked:
			newest = append(newest, i)
		default:
			others = append(others, i)
		}
	}
	if len(newest) == 0 {
		return nil, nil
	}
	rank, err := q.Lookups.rank(q.Ctx, q.Tx, e, q.N[newest[len(newest)-1]], len(others) > tooCommon)
	slices.SortStableFunc(newest, func(a, b int32) int { return cmp.Compare(rank.of(q.N[a]), rank.of(q.N[b])) })
	return append(newest, others...), err
}
