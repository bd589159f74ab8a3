package schema

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"lede/content/store/db"
)

// Check looks through the whole file and returns what is wrong with it; nothing when it is sound.
func Check(ctx context.Context, d *db.DB) ([]string, error) {
	rows, err := d.Write.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return nil, db.Explain(err)
	}
	var wrong []string
	err = db.Each(rows, func(rows *sql.Rows) error {
		var line string
		err := rows.Scan(&line)
		if line != "ok" {
			wrong = append(wrong, line)
		}
		return err
	})
	if err != nil || d.ReadOnly {
		return wrong, db.Explain(err)
	}
	return checkSearch(ctx, d, wrong)
}

// checkSearch looks through the full-text index, and for rows that lack what they belong to.
func checkSearch(ctx context.Context, d *db.DB, wrong []string) ([]string, error) {
	for _, check := range []string{
		`INSERT INTO search (search) VALUES ('integrity-check')`, `INSERT INTO starts (starts) VALUES ('integrity-check')`,
	} {
		if _, err := d.Write.ExecContext(ctx, check); err != nil {
			if err = db.Explain(err); !errors.Is(err, db.ErrDamaged) {
				return wrong, err
			}
			wrong = append(wrong, "the full-text index: "+err.Error())
		}
	}
	for _, c := range belongings() {
		n := 0
		if err := d.Write.QueryRowContext(ctx, `SELECT count(*) FROM `+c.rows).Scan(&n); err != nil {
			return wrong, db.Explain(err)
		}
		if n > 0 {
			wrong = append(wrong, fmt.Sprintf("%d %s", n, c.what))
		}
	}
	return wrong, nil
}

// belongings are rows that lack what they belong to, of which a sound library has none, and what they are.
func belongings() []struct{ rows, what string } {
	return []struct{ rows, what string }{
		{`article WHERE n NOT IN (SELECT n FROM body)`, "articles without their text"},
		{`article WHERE n NOT IN (SELECT id FROM search_docsize)`, "articles that search does not find"},
		{`article WHERE n NOT IN (SELECT id FROM starts_docsize)`, "articles that beginnings of words do not find"},
		{`about WHERE n NOT IN (SELECT n FROM article)`, "topics of articles that are gone"},
		{UnreadableFeeds, "feeds whose settings or state cannot be read"},
		{HomelessItems, "entries of feeds that are gone"},
		{HomelessRemoteFeeds, "feeds of a server whose account or feed is gone"},
		{HomelessRemoteEntries, "entries of a server whose account is gone"},
		{HomelessOutbox, "changes for a server whose account is gone"},
	}
}

// Rows of feeds and of servers that lack what they belong to, as they follow FROM.
const (
	UnreadableFeeds       = `feed WHERE NOT json_valid(options) OR NOT json_valid(state)`
	HomelessItems         = `item WHERE f NOT IN (SELECT f FROM feed)`
	HomelessRemoteFeeds   = `remote_feed WHERE a NOT IN (SELECT a FROM account) OR f NOT IN (SELECT f FROM feed)`
	HomelessRemoteEntries = `remote_entry WHERE a NOT IN (SELECT a FROM account)`
	HomelessOutbox        = `outbox WHERE a NOT IN (SELECT a FROM account)`
)
