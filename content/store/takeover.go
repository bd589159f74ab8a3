package store

import (
	"context"
	"database/sql"
)

// TakeOver copies what a library that may be damaged knows beside its articles: what the reader did with each, the trash among it, and with
// the topics, and where links have led. The articles must be here already. What cannot be read is left out.
func (s *Store) TakeOver(ctx context.Context, path string) error {
	db, err := openDamaged(path)
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // it was only read
	return s.change(ctx, func(c *change) error {
		c.all = true
		for _, part := range []func(*sql.DB) error{c.takeStatuses, c.takeTags, c.takeTopics, c.takeAliases} {
			if err := part(db); err != nil {
				return err
			}
		}
		return nil
	})
}

// copyRows calls f for each row that can be read. f scans it into the values and returns only what goes wrong here.
func (c *change) copyRows(db *sql.DB, query string, values []any, f func() error) error {
	rows, err := db.QueryContext(c.ctx, query)
	if err != nil {
		return c.ctx.Err() // the table cannot be read
	}
	var wrong error
	_ = each(rows, func(rows *sql.Rows) error { // what comes after damage is lost
		if err := rows.Scan(values...); err != nil {
			return err
		}
		wrong = f()
		return wrong
	})
	return wrong
}

func (c *change) takeStatuses(db *sql.DB) error {
	var id string
	var read, starred, saved, block, line, percent, arrived, placed, removed, latest int64
	err := c.copyRows(db, `SELECT id, read, starred, saved, block, line, percent, arrived, placed, removed FROM status`,
		[]any{&id, &read, &starred, &saved, &block, &line, &percent, &arrived, &placed, &removed}, func() error {
			latest = max(latest, placed)
			return c.exec(`INSERT OR REPLACE INTO status (id, read, starred, saved, block, line, percent, arrived, placed, removed)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, id, read, starred, saved, block, line, percent, arrived, placed, removed)
		})
	if err != nil {
		return err
	}
	return c.exec(`UPDATE meta SET revision = max(revision, ?)`, latest) // places that are kept from now on are later
}

func (c *change) takeTags(db *sql.DB) error {
	var id, key, name string
	var added bool
	return c.copyRows(db, `SELECT id, key, name, added FROM tag`, []any{&id, &key, &name, &added}, func() error {
		return c.exec(`INSERT OR REPLACE INTO tag (id, key, name, added) VALUES (?, ?, ?, ?)`, id, key, name, added)
	})
}

// takeTopics takes over what topics the reader has renamed, merged and hidden.
func (c *change) takeTopics(db *sql.DB) error {
	var key, name, into string
	var named, hidden bool
	c.topicsChanged = true
	return c.copyRows(db, `SELECT k.key, k.name, k.named, k.hidden, coalesce(r.key, '') FROM topic k LEFT JOIN topic r ON r.t = k.target
		WHERE k.named = 1 OR k.hidden = 1 OR k.target IS NOT NULL`, []any{&key, &name, &named, &hidden, &into}, func() error {
		for _, k := range []string{key, into} {
			if k == "" {
				continue
			}
			if err := c.exec(`INSERT INTO topic (key, name) VALUES (?, ?) ON CONFLICT DO NOTHING`, k, k); err != nil {
				return err
			}
		}
		return c.exec(`UPDATE topic SET name = ?, named = ?, hidden = ?, target = (SELECT t FROM topic WHERE key = ?) WHERE key = ?`,
			name, named, hidden, into, key)
	})
}

// takeAliases takes over by which other addresses links have led to articles. A library of the first versions has none.
func (c *change) takeAliases(db *sql.DB) error {
	var address int64
	var id string
	return c.copyRows(db, `SELECT address, id FROM alias`, []any{&address, &id}, func() error {
		return c.exec(`INSERT OR REPLACE INTO alias (address, id) VALUES (?, ?)`, address, id)
	})
}
