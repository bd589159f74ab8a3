package store

import (
	"cmp"
	"database/sql"
	"slices"

	"lede/content/store/db"
	"lede/model/query"
)

func (x *index) knows(l lookup) bool {
	x.memory.Lock()
	defer x.memory.Unlock()
	_, ok := x.found[l]
	return ok
}

// stream reads the newest matches of a search until a page is full, so that the first page of a common word is as
// fast as any.
func (q asked) stream(of query.Query, search lookup, rest query.And, offset, limit int) (found []int32,
	sources []int, err error,
) {
	starts, left := q.lookups.startsOf(rest, q.knows)
	here, err := q.matchingIn(left, of.NamesTrash())
	if err != nil {
		return nil, nil, err
	}
	p := page[int32]{fold: of.Fold, offset: offset, limit: limit}
	rows := newJoint(q.tx, append([]lookup{search}, starts...)...)
	for more, at := true, 0; more; {
		var some []int64
		if some, more, err = rows.next(q.ctx); err != nil {
			return nil, nil, err
		}
		for _, n := range some {
			at = q.older(n, at)
			if at >= len(q.byDate) {
				break
			}
			if i := q.byDate[at]; q.n[i] == n && here.has(i) && !p.take(i, int64(q.story[i])) {
				more = false
				break
			}
		}
	}
	return p.found, q.sources(p.found, of.Fold), nil
}

// startsOf parts the beginnings of words that must be there from the rest of a condition; those that are known stay
// with the rest.
func (l lookups) startsOf(rest query.And, known func(lookup) bool) (starts []lookup, left query.And) {
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
func (x *index) older(n int64, at int) int {
	step := 1
	lo, hi := at, at
	for hi < len(x.byDate) && x.n[x.byDate[hi]] > n {
		lo, hi = hi, hi+step
		step *= 2
	}
	hi = min(hi, len(x.byDate))
	for lo < hi {
		if mid := (lo + hi) / 2; x.n[x.byDate[mid]] > n {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// ordered returns slots in the order of a query; those of s are among them.
func (q asked) ordered(of query.Query, s set) ([]int32, error) {
	switch of.Sort {
	case query.ByTitle:
		return q.byTitle()
	case query.ByLength:
		return q.byLength(), nil
	case query.ByRelevance:
		if q.lookups.ranks(of.Expr) {
			return q.byRank(of.Expr, s)
		}
	case byPublished:
		return q.byPublished(), nil
	case query.ByDate, "":
	}
	return q.byDate, nil
}

// byLength are the slots from the longest to the shortest, put in order once.
func (q asked) byLength() []int32 {
	q.memory.Lock()
	defer q.memory.Unlock()
	if q.lengths == nil {
		q.lengths = slices.Clone(q.byDate)
		slices.SortStableFunc(q.lengths, func(a, b int32) int { return cmp.Compare(q.words[b], q.words[a]) })
	}
	return q.lengths
}

// byTitle are the slots from A to Z, read once.
func (q asked) byTitle() ([]int32, error) {
	q.memory.Lock()
	defer q.memory.Unlock()
	if q.titles != nil {
		return q.titles, nil
	}
	places := make(map[int64]int32, len(q.n))
	for _, i := range q.byDate {
		places[q.n[i]] = i
	}
	rows, err := q.tx.QueryContext(q.ctx, `SELECT n FROM article ORDER BY sorted, n DESC`)
	if err != nil {
		return nil, err
	}
	titles := make([]int32, 0, len(q.n))
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
func (q asked) byRank(e query.Expr, s set) ([]int32, error) {
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
	rank, err := q.lookups.rank(q.ctx, q.tx, e, q.n[newest[len(newest)-1]], len(others) > tooCommon)
	slices.SortStableFunc(newest, func(a, b int32) int { return cmp.Compare(rank.of(q.n[a]), rank.of(q.n[b])) })
	return append(newest, others...), err
}
