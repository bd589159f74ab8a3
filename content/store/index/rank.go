package index

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/model/query"
)

const (
	// ranked is how many of the newest matches are put in the order of relevance.
	ranked = 2000
	// tooCommon is how many more matches make words too common to be weighed: that takes longer than it is worth, and
	// what has them in its title comes first.
	tooCommon = 10_000
)

// ranking is the order of rows by relevance, the best 1.
type ranking map[int64]int

// of is where a row comes; one that no phrase has found comes last.
func (r ranking) of(n int64) int {
	if at, ok := r[n]; ok {
		return at
	}
	return len(r) + 1
}

// ranks reports whether a condition has words to rank by.
func (l lookups) ranks(e query.Expr) bool { return len(wantedWords(e)) > 0 }

// rank puts the rows from the number oldest on that the words of a condition are found in in the order of relevance.
func (l lookups) rank(ctx context.Context, db Asker, e query.Expr, oldest int64, common bool) (ranking, error) {
	var texts, starts []string
	for _, p := range wantedWords(e) {
		if at := l.of(p); at.table == "search" {
			texts = append(texts, "("+at.match+")")
		} else if p.Field == query.Anywhere {
			starts = append(starts, inMatch(draft.TitleStart+p.Words[0])) // a beginning says little but in a title
		} else {
			starts = append(starts, "("+at.match+")")
		}
	}
	r := make(ranking)
	switch {
	case len(texts) == 0:
		return r,
			r.read(ctx, db, `SELECT rowid FROM starts WHERE starts MATCH ? AND rowid >= ? ORDER BY rowid DESC`, starts, oldest)
	case common:
		texts = []string{"title : (" + strings.Join(texts, " OR ") + ")"}
		return r,
			r.read(ctx, db, `SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid DESC`, texts, oldest)
	}
	return r,
		r.read(ctx, db,
			`SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rank MATCH 'bm25(8.0, 4.0, 1.0)' ORDER BY rank`,
			texts, oldest)
}

func (r ranking) read(ctx context.Context, conn Asker, query string, any []string, oldest int64) error {
	rows, err := conn.QueryContext(ctx, query, strings.Join(any, " OR "), oldest)
	if err != nil {
		return err
	}
	return db.Each(rows, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		r[n] = len(r) + 1
		return err
	})
}

// wantedWords are the phrases that a match must or may have and the full-text index has.
func wantedWords(e query.Expr) []query.Phrase {
	return slices.DeleteFunc(query.Wanted(e), func(p query.Phrase) bool { return !inSearch(p.Field) })
}
