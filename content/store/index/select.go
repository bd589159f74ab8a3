package index

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"lede/content/store/db"
	"lede/content/store/row"
	"lede/model/query"
)

// Within is what an article must be for a condition to be asked of it: not in the trash, unless the condition names
// that.
func Within(e query.Expr) string {
	if query.NamesTrash(e) {
		return "1"
	}
	return row.Here
}

// Deep reports whether a page is so far down in an order of relevance that the file alone does not answer it.
func Deep(q query.Query, to int) bool { return q.Sort == query.ByRelevance && to > ranked }

// Ranked reports whether a query is to be put in the order of its words.
func (c Compiler) Ranked(q query.Query) bool {
	return q.Sort == query.ByRelevance && c.lookups.ranks(q.Expr)
}

// Selects writes a query for columns as SQL, without bounds. A search is read from its newest match on.
func (c Compiler) Selects(columns string, q query.Query) (text string, args []any) {
	if search, rest, ok := c.lookups.searchable(q.Expr); ok && (q.Sort == "" || q.Sort == query.ByDate) {
		where, args := c.Compile(rest)
		return `SELECT ` + columns + ` FROM ` + search.table + ` f CROSS JOIN article a ON a.n = f.rowid LEFT
			JOIN status s ON s.id = a.id
			WHERE f.` + search.table + ` MATCH ? AND ` + Within(q.Expr) + ` AND ` + where + ` ORDER BY f.rowid ` +
			`DESC`, append([]any{search.match}, args...)
	}
	where, args := c.Compile(q.Expr)
	return `SELECT ` + columns + row.Joined + ` WHERE ` + Within(q.Expr) + ` AND ` + where + orderBy(q), args
}

// SelectsRanked writes a query for the newest matches in the order of relevance.
func (c Compiler) SelectsRanked(
	ctx context.Context, conn Asker, q query.Query,
) (text string, args []any, err error) {
	byDate := q
	byDate.Sort = query.ByDate
	text, args = c.Selects(`a.n`, byDate)
	rows, err := conn.QueryContext(ctx, text+` LIMIT ?`, append(args, ranked+tooCommon+1)...)
	if err != nil {
		return "", nil, err
	}
	var newest []int64
	others := 0
	err = db.Each(rows, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		if len(newest) < ranked {
			newest = append(newest, n)
		} else {
			others++
		}
		return err
	})
	if err != nil || len(newest) == 0 {
		return `SELECT ` + row.Columns + row.From + ` AND 0`, nil, err
	}
	rank, err := c.lookups.rank(ctx, conn, q.Expr, newest[len(newest)-1], others > tooCommon)
	if err != nil {
		return "", nil, err
	}
	slices.SortStableFunc(newest, func(a, b int64) int { return cmp.Compare(rank.of(a), rank.of(b)) })
	return `SELECT ` + row.Columns + ` FROM json_each(?) f CROSS JOIN article a ON a.n = f.value LEFT
		JOIN status s ON s.id = a.id
		WHERE ` + Within(q.Expr) + ` ORDER BY f.key`, []any{db.List(newest)}, nil
}

// Joined reports what a query is to be read from when the full-text index has its words in two tables: FTS5 puts
// together those of one.
func (c Compiler) Joined(q query.Query) (finds []Lookup, rest query.And, ok bool) {
	search, rest, ok := c.lookups.searchable(q.Expr)
	if !ok || q.Sort != "" && q.Sort != query.ByDate {
		return nil, nil, false
	}
	starts, rest := c.lookups.startsOf(rest, func(Lookup) bool { return false })
	return append([]Lookup{search}, starts...), rest, len(starts) > 0
}

// SelectsAmong writes a query for the rows of a list, its last argument, that are within a bound and that a condition
// holds for.
func (c Compiler) SelectsAmong(bound string, e query.Expr) (query string, args []any) {
	where, args := c.Compile(e)
	return `SELECT ` + row.Columns + row.Joined + ` WHERE ` + bound + ` AND ` + where +
		` AND a.n IN (SELECT value FROM json_each(?)) ORDER BY a.n DESC`, args
}
