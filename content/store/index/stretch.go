package index

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"
)

// The signs between the columns and the rows of a stretch. No text that has been cleaned has them.
const (
	unitEnd = "\x1f"
	rowEnd  = "\x1e"
)

// rowsAtOnce is how many rows a stretch has.
const rowsAtOnce = 4096

// columnsAsText writes some columns as one text.
func columnsAsText(columns ...string) string {
	return strings.Join(columns, ` || '`+unitEnd+`' || `)
}

// stretches reads many rows, some thousands as one text: the driver takes longer to hand over a row than SQLite to
// read it. The query is bounded by what comes after a key, has one column r, and is in the order of the key. f
// returns the key of a row; its columns are those of columnsAsText, and its own only until it returns.
func stretches[K any](ctx context.Context, db Asker, query string, after K, f func(column []string) (K, error)) error {
	query = `SELECT group_concat(r, '` + rowEnd + `') FROM (` + query + ` LIMIT ` + strconv.Itoa(rowsAtOnce) + `)`
	var columns []string
	for {
		var text sql.NullString
		if err := db.QueryRowContext(ctx, query, after).Scan(&text); err != nil || !text.Valid {
			return err
		}
		n := 0
		for row := range strings.SplitSeq(text.String, rowEnd) {
			columns = slices.AppendSeq(columns[:0], strings.SplitSeq(row, unitEnd))
			key, err := f(columns)
			if err != nil {
				return err
			}
			after = key
			n++
		}
		if n < rowsAtOnce {
			return nil
		}
	}
}

// whole reads a whole number, as SQLite writes it.
func whole(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0 // only a damaged file has another
	}
	return n
}
