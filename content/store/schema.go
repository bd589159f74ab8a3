package store

import (
	"context"
	"fmt"
)

// applicationID marks a file as lede's: the letters "lede".
const applicationID = 0x6c656465

// migrations bring a library from version i to i+1. Each runs in a transaction of its own.
func migrations() []string { return []string{schema1} }

const schema1 = `
-- n grows with the date, so that the newest come first without sorting: seconds since 1970 × 4096, and a count.
CREATE TABLE article (
	n         INTEGER PRIMARY KEY,
	id        TEXT    NOT NULL UNIQUE,
	ref       TEXT    NOT NULL,
	url       TEXT    NOT NULL,
	title     TEXT    NOT NULL,
	site      TEXT    NOT NULL,
	byline    TEXT    NOT NULL, -- JSON array
	dateline  TEXT    NOT NULL,
	summary   TEXT    NOT NULL,
	language  TEXT    NOT NULL,
	published INTEGER,          -- seconds since 1970
	words     INTEGER NOT NULL,
	kinds     INTEGER NOT NULL, -- a bit a kind of block
	topics    TEXT    NOT NULL, -- JSON, as shown in a row
	same      TEXT    NOT NULL  -- equal for the same text
);
CREATE INDEX article_same ON article (same);
CREATE INDEX article_url ON article (url) WHERE url <> '';
CREATE INDEX article_site ON article (site);

CREATE TABLE body (
	n       INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
	version INTEGER NOT NULL,
	blocks  BLOB    NOT NULL
);

-- Statuses may come before their article, and outlive it.
CREATE TABLE status (
	id      TEXT    PRIMARY KEY,
	read    INTEGER NOT NULL DEFAULT 0,
	starred INTEGER NOT NULL DEFAULT 0,
	saved   INTEGER NOT NULL DEFAULT 0,
	block   INTEGER NOT NULL DEFAULT 0,
	line    INTEGER NOT NULL DEFAULT 0,
	percent INTEGER NOT NULL DEFAULT 0,
	arrived INTEGER NOT NULL DEFAULT 0,
	changed INTEGER NOT NULL DEFAULT 0,
	removed INTEGER NOT NULL DEFAULT 0 -- when it went to the trash; 0 when it is not there
) WITHOUT ROWID;
CREATE INDEX status_removed ON status (removed) WHERE removed > 0;
CREATE INDEX status_open ON status (changed) WHERE read = 0 AND percent > 0;

CREATE TABLE topic (
	t      INTEGER PRIMARY KEY,
	key    TEXT    NOT NULL UNIQUE,
	name   TEXT    NOT NULL,
	count  INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE about (
	t      INTEGER NOT NULL REFERENCES topic,
	n      INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	origin TEXT    NOT NULL,
	PRIMARY KEY (t, n)
) WITHOUT ROWID;
CREATE INDEX about_n ON about (n);
CREATE TRIGGER about_in  AFTER INSERT ON about BEGIN UPDATE topic SET count = count + 1 WHERE t = new.t; END;
CREATE TRIGGER about_out AFTER DELETE ON about BEGIN UPDATE topic SET count = count - 1 WHERE t = old.t; END;

CREATE TABLE related (
	n     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
	i     INTEGER NOT NULL,
	title TEXT    NOT NULL,
	url   TEXT    NOT NULL,
	PRIMARY KEY (n, i)
) WITHOUT ROWID;

-- What goes in are the words that model.Tokens gives, so the tokenizer has nothing left to fold.
CREATE VIRTUAL TABLE search USING fts5(
	title, byline, body, site, feed, lang,
	content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
);

CREATE TABLE undo (
	step  INTEGER PRIMARY KEY,
	title TEXT    NOT NULL,  -- what was done, as a sentence
	at    INTEGER NOT NULL,
	rows  BLOB    NOT NULL   -- the statuses as they were, JSON
);
`

// migrate checks whose file it is and brings it to the newest version.
func (s *Store) migrate(ctx context.Context) error {
	var app, version, tables int
	for query, into := range map[string]*int{
		"PRAGMA application_id": &app, "PRAGMA user_version": &version, "SELECT count(*) FROM sqlite_schema": &tables,
	} {
		if err := s.write.QueryRowContext(ctx, query).Scan(into); err != nil {
			return err
		}
	}
	newest := len(migrations())
	switch {
	case app != applicationID && tables > 0:
		return ErrForeign
	case version > newest:
		return ErrNewer
	case version == newest:
		return nil
	case s.ro:
		return fmt.Errorf("%w, and it must be brought up to date first", ErrReadOnly)
	}
	if version > 0 {
		if _, err := s.Backup(ctx); err != nil {
			return fmt.Errorf("back up before the update: %w", err)
		}
	}
	for ; version < newest; version++ {
		if err := s.step(ctx, version); err != nil {
			return fmt.Errorf("update from version %d: %w", version, err)
		}
	}
	return nil
}

func (s *Store) step(ctx context.Context, version int) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, version+1)
	if _, err := tx.ExecContext(ctx, migrations()[version]+marks); err != nil {
		return err
	}
	return tx.Commit()
}
