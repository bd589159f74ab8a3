package index

import (
	"context"
	"database/sql"
	"strings"

	"lede/content/store/db"
	"lede/model"
	"lede/model/query"
)

// Compiler writes conditions as SQL.
type Compiler struct {
	lookups lookups
	sifted  map[string][]int64  // the rows that were found by reading, by siftKey
	names   map[string][]string // the sites or languages that a phrase matches, by the text of the phrase
}

// NewCompiler makes ready what a condition is written as SQL with.
func NewCompiler(ctx context.Context, conn Asker, e query.Expr) (Compiler, error) {
	var c Compiler
	var err error
	if c.lookups, err = LookUp(ctx, conn, e); err != nil {
		return c, err
	}
	c.names = make(map[string][]string)
	eachPhrase(e, func(p query.Phrase) {
		if err == nil && (p.Field == query.InSite || p.Field == query.InLanguage) {
			c.names[matchText(p)], err = namesOf(ctx, conn, p)
		}
	})
	c.sifted = make(map[string][]int64)
	if err == nil {
		err = sift(ctx, conn, c, e)
	}
	return c, err
}

// namesOf are the sites or languages that a phrase matches. They are read by leaps through their index.
func namesOf(ctx context.Context, conn Asker, p query.Phrase) ([]string, error) {
	name := columnOf(p.Field)
	leaps := strings.ReplaceAll(`WITH RECURSIVE name (x) AS (SELECT min(NAME) FROM article
		UNION ALL SELECT (SELECT min(NAME) FROM article WHERE NAME > x) FROM name WHERE x IS NOT NULL) SELECT x FROM name
			WHERE x IS NOT NULL`, "NAME", name)
	rows, err := conn.QueryContext(ctx, leaps)
	if err != nil {
		return nil, err
	}
	var names []string
	match := query.Query{Expr: p}.Match
	return names, db.Each(rows, func(rows *sql.Rows) error {
		var x string
		err := rows.Scan(&x)
		if match(model.Record{Article: model.Article{Entry: model.Entry{Site: x, Language: x}}}) {
			names = append(names, x)
		}
		return err
	})
}
