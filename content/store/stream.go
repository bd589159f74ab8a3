package store

import (
	"cmp"
	"database/sql"
	"math"
	"slices"

	"lede/model"
)

func (x *index) knows(l lookup) bool {
	x.memory.Lock()
	defer x.memory.Unlock()
	_, ok := x.found[l]
	return ok
}

// stream reads the newest matches of a search until a page is full, so that the first page of a common word is as fast as any.
func (q asked) stream(query model.Query, search lookup, rest model.And, offset, limit int) (found []int32, sources []int, err error) {
	starts, left := q.startsOf(rest)
	here, err := q.matching(left)
	if err != nil {
		return nil, nil, err
	}
	p := page{index: q.index, fold: query.Fold, offset: offset, limit: limit}
	more := true
	size := leastStretch
	for at, before := 0, int64(math.MaxInt64); more && before > math.MinInt64; size = min(4*size, mostStretch) {
		var some []int32
		if some, before, err = q.stretch(search, before, size, &at); err != nil {
			return nil, nil, err
		}
		for _, start := range starts {
			if some, err = q.alsoIn(start, some); err != nil {
				return nil, nil, err
			}
		}
		for _, i := range some {
			if more = !here.has(i) || p.take(i); !more {
				break
			}
		}
	}
	return p.found, q.sources(p.found, nil, query.Fold), nil
}

// startsOf parts the beginnings of words that must be there from the rest of a condition.
func (q asked) startsOf(rest model.And) (starts []lookup, left model.And) {
	for _, e := range rest {
		p, is := e.(model.Phrase)
		if at := q.lookups.of(p); is && at.table == "starts" && !q.knows(at) {
			starts = append(starts, at)
			continue
		}
		left = append(left, e)
	}
	return starts, left
}

// The matches that are read before it is looked whether the page is full: few at first, then more and more.
const (
	leastStretch = 128
	mostStretch  = 8192
)

// stretch reads the next matches of a search that are older than a row, the newest first, and returns the last row that was looked at, the least
// number when there are no more. at is where the rows before ended in byDate.
func (q asked) stretch(search lookup, before int64, size int, at *int) (some []int32, last int64, err error) {
	rows, err := q.tx.QueryContext(q.ctx, search.rows(`rowid`)+` AND rowid < ? ORDER BY rowid DESC LIMIT ?`, search.match, before, size)
	if err != nil {
		return nil, 0, err
	}
	n := 0
	err = each(rows, func(rows *sql.Rows) error {
		if err := rows.Scan(&last); err != nil {
			return err
		}
		n++
		*at = q.older(last, *at)
		if *at < len(q.byDate) && q.n[q.byDate[*at]] == last {
			some = append(some, q.byDate[*at])
		}
		return nil
	})
	if n < size {
		last = math.MinInt64
	}
	return some, last, err
}

// alsoIn are those of some slots, the newest first, that a lookup finds too.
func (q asked) alsoIn(at lookup, some []int32) ([]int32, error) {
	if len(some) == 0 {
		return nil, nil
	}
	var rows sql.NullString
	err := q.tx.QueryRowContext(q.ctx, at.rows(`group_concat(rowid)`)+` AND rowid BETWEEN ? AND ?`, at.match, q.n[some[len(some)-1]], q.n[some[0]]).Scan(&rows)
	if err != nil {
		return nil, err
	}
	in := newSet(len(q.n))
	q.eachSlot(rows.String, in.add)
	return slices.DeleteFunc(some, func(i int32) bool { return !in.has(i) }), nil
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
func (q asked) ordered(query model.Query, s set) ([]int32, error) {
	switch query.Sort {
	case model.ByTitle:
		return q.byTitle()
	case model.ByLength:
		return q.byLength(), nil
	case model.ByRelevance:
		if q.lookups.ranks(query.Expr) {
			return q.byRank(query.Expr, s)
		}
	case model.ByDate, "":
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
	err = each(rows, func(rows *sql.Rows) error {
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
func (q asked) byRank(e model.Expr, s set) ([]int32, error) {
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
