package index

import (
	"context"
	"database/sql"
	"encoding/json"
	"math"
	"slices"
	"strings"

	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/follow"
	"lede/content/store/row"
	"lede/model"
	"lede/model/query"
)

// readsTexts reports whether a condition is, or has in it, a term that whole texts are read for.
func readsTexts(e query.Expr) bool {
	for term := range query.Terms(e) {
		if answerTo(term).texts {
			return true
		}
	}
	return false
}

// siftKey is what the rows of a term are kept under.
func siftKey(term query.Term) string { return query.Query{Expr: term}.String() }

// readRows returns the rows that a term holds for, the least first.
func readRows(ctx context.Context, conn Asker, a answer) ([]int64, error) {
	rows, err := a.rows(ctx, conn)
	slices.Sort(rows)
	return slices.Compact(rows), err
}

// rowsOfFeeds returns the rows of the articles that have come by a feed that a condition holds for.
func rowsOfFeeds(ctx context.Context, conn Asker, e query.Expr) ([]int64, error) {
	var feeds []int64
	rows, err := conn.QueryContext(ctx, `SELECT `+follow.Columns+` FROM feed f`)
	if err != nil {
		return nil, err
	}
	match := query.Query{Expr: e}.Match
	err = db.Each(rows, func(rows *sql.Rows) error {
		feed, f, err := follow.Scan(rows)
		if match(model.Record{Feeds: []model.Subscription{feed}}) {
			feeds = append(feeds, f)
		}
		return err
	})
	if err != nil || len(feeds) == 0 {
		return nil, err
	}
	return numbers(ctx, conn, `SELECT group_concat(a.n) FROM item i JOIN article a ON a.id = i.id
		WHERE i.f IN (SELECT value FROM json_each(?))`, db.List(feeds))
}

// IsHidden holds for a row f of the table of feeds whose feed is hidden. A quote inside a text is an escape in JSON.
const IsHidden = `f.options LIKE '%"hidden":true%'`

// rowsHidden returns the rows of the articles that have come by hidden feeds, and by no other.
func rowsHidden(ctx context.Context, db Asker) ([]int64, error) {
	return numbers(ctx, db, `WITH hidden AS (SELECT f FROM feed f WHERE `+IsHidden+`)
		SELECT group_concat(a.n) FROM item i JOIN article a ON a.id = i.id WHERE i.f IN hidden
		AND NOT EXISTS (SELECT 1 FROM item o WHERE o.id = i.id AND o.f NOT IN hidden)`)
}

// rowsArrived returns the rows of the articles that came into the library in a time.
func rowsArrived(ctx context.Context, db Asker, d query.Dated) ([]int64, error) {
	from, to := dateBounds(d)
	return numbers(ctx, db, `SELECT group_concat(a.n) FROM status s JOIN article a ON a.id = s.id
		WHERE s.arrived >= ? AND s.arrived < ?`, max(from, 1), to)
}

// rowsLike returns the rows that have a column that a pattern matches.
func rowsLike(ctx context.Context, conn Asker, like query.Like) ([]int64, error) {
	column := "title"
	switch like.Field {
	case query.InByline:
		column = "byline"
	case query.InSite:
		column = "site"
	case query.InTitle, query.Anywhere, query.InFeed, query.InLanguage:
	}
	match := query.Query{Expr: like}.Match
	var found []int64
	var record model.Record
	entry := &record.Article.Entry
	text := `SELECT ` + columnsAsText(`n`, column) + ` AS r FROM article WHERE n < ? ORDER BY n DESC`
	return found, stretches(ctx, conn, text, int64(math.MaxInt64), func(columns []string) (int64, error) {
		if len(columns) != 2 {
			return 0, db.ErrDamaged
		}
		n, value := whole(columns[0]), columns[1]
		entry.Title, entry.Site, entry.Byline = value, value, nil
		if column == "byline" {
			if err := json.Unmarshal([]byte(value), &entry.Byline); err != nil {
				return 0, db.ErrDamaged
			}
		}
		if match(record) {
			found = append(found, n)
		}
		return n, nil
	})
}

// sift answers the terms of a query that the file is read for. Whole texts are read of those rows only that the
// rest of the query holds for.
func sift(ctx context.Context, conn Asker, c Compiler, e query.Expr) (err error) {
	for term := range query.Terms(e) {
		if a := answerTo(term); a.rows != nil {
			if c.sifted[siftKey(term)], err = readRows(ctx, conn, a); err != nil {
				return err
			}
		}
	}
	if !readsTexts(e) {
		return nil
	}
	among, err := rowsAmong(ctx, conn, c, e)
	if err != nil {
		return err
	}
	for term := range query.Terms(e) {
		if answerTo(term).texts {
			if c.sifted[siftKey(term)], err = rowsWithText(ctx, conn, term, among); err != nil {
				return err
			}
		}
	}
	return nil
}

// rowsAmong returns the rows that the parts of a query hold for which no text is read for.
func rowsAmong(ctx context.Context, conn Asker, c Compiler, e query.Expr) ([]int64, error) {
	var quick query.And
	if and, ok := e.(query.And); ok {
		quick = slices.DeleteFunc(slices.Clone(and), readsTexts)
	}
	where, args := c.Compile(quick)
	text := `SELECT a.n` + row.Joined + ` WHERE ` + Within(e) + ` AND ` + where + ` ORDER BY a.n`
	rows, err := conn.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	var among []int64
	return among, db.Each(rows, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		among = append(among, n)
		return err
	})
}

// compileRead writes a term whose rows have been found by reading.
func (c Compiler) compileRead(term query.Term) (string, []any) {
	return "a.n IN (SELECT value FROM json_each(?))", []any{db.List(c.sifted[siftKey(term)])}
}

// textsAtOnce is how many texts are read by one statement.
const textsAtOnce = 256

// rowsWithText returns those of some rows whose title, byline or text a term holds for.
func rowsWithText(ctx context.Context, conn Asker, term query.Term, among []int64) ([]int64, error) {
	match := query.Query{Expr: term}.Match
	var found []int64
	for some := range slices.Chunk(among, textsAtOnce) {
		rows, err := conn.QueryContext(ctx, `SELECT a.n, a.title, a.byline, b.version, b.blocks
			FROM article a JOIN body b USING (n) WHERE a.n IN (SELECT value FROM json_each(?))`, db.List(some))
		if err != nil {
			return nil, err
		}
		err = db.Each(rows, func(rows *sql.Rows) error {
			n, record, err := scanText(rows)
			if err == nil && match(record) {
				found = append(found, n)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(found)
	return found, nil
}

func scanText(rows *sql.Rows) (n int64, r model.Record, err error) {
	var byline string
	var version int
	var data []byte
	if err := rows.Scan(&n, &r.Article.Title, &byline, &version, &data); err != nil {
		return n, r, err
	}
	if err := json.Unmarshal([]byte(byline), &r.Article.Byline); err != nil {
		return n, r, err
	}
	r.Article.Sections, err = codec.DecodeSections(version, data)
	return n, r, err
}

// rowList writes row numbers with commas between them.
func rowList(rows []int64) string { return strings.Trim(db.List(rows), "[]") }
