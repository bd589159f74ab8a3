package index

import (
	"context"
	"database/sql"
	"math"
)

// Joint reads the rows that some searches all find, the newest first and a stretch at a time, so that the first page
// of common words is as fast as any.
type Joint struct {
	db     Asker
	finds  []Lookup // the first is read; of the others it is seen whether they find its rows too
	before int64    // the row that was looked at last
	size   int      // of the next stretch
}

// The rows that are looked at in a stretch: few at first, then more and more.
const (
	LeastStretch = 128
	mostStretch  = 8192
)

// NewJoint begins to read the rows that all lookups find.
func NewJoint(db Asker, finds ...Lookup) *Joint {
	return &Joint{db: db, finds: finds, before: math.MaxInt64, size: LeastStretch}
}

// Next returns the rows of the next stretch, the newest first; there may be none in it. more is false for the last
// stretch.
func (j *Joint) Next(ctx context.Context) (rows []int64, more bool, err error) {
	rows, err = numbers(ctx, j.db, `SELECT group_concat(rowid) FROM (`+j.finds[0].rows(`rowid`)+
		` AND rowid < ? ORDER BY rowid DESC LIMIT ?)`,
		j.finds[0].match, j.before, j.size)
	if err != nil || len(rows) == 0 {
		return nil, false, err
	}
	more, j.before = len(rows) == j.size, rows[len(rows)-1]
	j.size = min(4*j.size, mostStretch)
	for _, find := range j.finds[1:] {
		if len(rows) == 0 {
			break
		}
		also, err := numbers(ctx, j.db, `SELECT group_concat(rowid) FROM (`+find.rows(`rowid`)+
			` AND rowid BETWEEN ? AND ? ORDER BY rowid DESC)`,
			find.match, rows[len(rows)-1], rows[0])
		if err != nil {
			return nil, false, err
		}
		rows = inBoth(rows, also)
	}
	return rows, more, nil
}

// numbers reads the answer to a query for row numbers as one text: the driver takes longer to hand over a row than
// SQLite to find it.
func numbers(ctx context.Context, db Asker, query string, args ...any) ([]int64, error) {
	var text sql.NullString
	if err := db.QueryRowContext(ctx, query, args...).Scan(&text); err != nil {
		return nil, err
	}
	var all []int64
	for n := range eachNumber(text.String) {
		all = append(all, n)
	}
	return all, nil
}

// inBoth takes out of a, in place, what b does not have. Both have the newest first.
func inBoth(a, b []int64) []int64 {
	kept := a[:0]
	for _, n := range a {
		for len(b) > 0 && b[0] > n {
			b = b[1:]
		}
		if len(b) > 0 && b[0] == n {
			kept = append(kept, n)
		}
	}
	return kept
}
