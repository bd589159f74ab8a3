package store

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"

	"lede/model"
)

// searchable parts a condition into phrases that must all match, as one search of the full-text index, and the rest.
func searchable(e model.Expr) (words string, rest model.And, ok bool) {
	parts := model.And{e}
	if and, isAnd := e.(model.And); isAnd {
		parts = and
	}
	var texts []string
	for _, p := range parts {
		if phrase, isPhrase := p.(model.Phrase); isPhrase && inSearch(phrase.Field) {
			texts = append(texts, "("+matchText(phrase)+")")
		} else if p != nil {
			rest = append(rest, p)
		}
	}
	return strings.Join(texts, " AND "), rest, len(texts) > 0
}

func (x *index) knows(words string) bool {
	x.lookups.Lock()
	defer x.lookups.Unlock()
	_, ok := x.found[strings.Trim(words, "()")]
	return ok
}

// stream reads the newest matches of a search until a page is full, so that the first page of a common word is as fast as any.
func (q asked) stream(query model.Query, words string, rest model.And, offset, limit int) (found []int32, sources []int, err error) {
	here, err := q.matching(rest)
	if err != nil {
		return nil, nil, err
	}
	rows, err := q.tx.QueryContext(q.ctx, `SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC`, words)
	if err != nil {
		return nil, nil, err
	}
	p := page{index: q.index, fold: query.Fold, offset: offset, limit: limit}
	at := 0
	err = each(rows, func(rows *sql.Rows) error {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return err
		}
		at = q.older(n, at)
		if at < len(q.byDate) && q.n[q.byDate[at]] == n && here.has(q.byDate[at]) && !p.take(q.byDate[at]) {
			return errEnough
		}
		return nil
	})
	if err != nil && err != errEnough { //nolint:errorlint // it is handed over as it is
		return nil, nil, err
	}
	return p.found, q.sources(p.found, nil, query.Fold), nil
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

// ranked is how many of the newest matches are put in the order of relevance.
const ranked = 2000

// tooCommon is how many more matches make words too common to be weighed.
const tooCommon = 10_000

// ordered returns slots in the order of a query; those of s are among them.
func (q asked) ordered(query model.Query, s set) ([]int32, error) {
	switch query.Sort {
	case model.ByTitle:
		return q.byTitle()
	case model.ByLength:
		return q.byLength(), nil
	case model.ByRelevance:
		if words := phrases(query.Expr); words != "" {
			return q.byRank(words, s)
		}
	case model.ByDate, "":
	}
	return q.byDate, nil
}

// byLength are the slots from the longest to the shortest, put in order once.
func (q asked) byLength() []int32 {
	q.lookups.Lock()
	defer q.lookups.Unlock()
	if q.lengths == nil {
		q.lengths = slices.Clone(q.byDate)
		slices.SortStableFunc(q.lengths, func(a, b int32) int { return cmp.Compare(q.words[b], q.words[a]) })
	}
	return q.lengths
}

// byTitle are the slots from A to Z, read once.
func (q asked) byTitle() ([]int32, error) {
	q.lookups.Lock()
	defer q.lookups.Unlock()
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
func (q asked) byRank(words string, s set) ([]int32, error) {
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
	rank := make(map[int64]int, len(newest))
	query := `SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rank MATCH 'bm25(8.0, 4.0, 1.0)' ORDER BY rank`
	if len(others) > tooCommon { // to weigh such words takes longer than it is worth: what has them in its title comes first
		query, words = `SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid DESC`, "title : ("+words+")"
	}
	rows, err := q.tx.QueryContext(q.ctx, query, words, q.n[newest[len(newest)-1]])
	if err != nil {
		return nil, err
	}
	err = each(rows, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		rank[n] = len(rank) + 1
		return err
	})
	slices.SortStableFunc(newest, func(a, b int32) int { return cmp.Compare(place(rank, q.n[a]), place(rank, q.n[b])) })
	return append(newest, others...), err
}

// place is where a row comes; one that no phrase has found comes last.
func place(rank map[int64]int, n int64) int {
	if at, ok := rank[n]; ok {
		return at
	}
	return len(rank) + 1
}
