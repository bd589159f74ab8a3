package schema

// schema1 is the first version.
const schema1 = `
-- What moves with every change. One row.
CREATE TABLE meta (
	revision INTEGER NOT NULL, -- how many transactions have changed the library
	seen     INTEGER NOT NULL, -- the latest time that a change was made at, seconds since 1970
	purged   INTEGER NOT NULL, -- when the trash was last looked through
	topics   INTEGER NOT NULL  -- the revision that last changed what is part of which topic
);
INSERT INTO meta VALUES (0, 0, 0, 0);

-- The IDs that the latest changes were about, a JSON array; NULL for a change that was about too many.
CREATE TABLE recent (
	revision INTEGER PRIMARY KEY,
	ids      TEXT,
	texts    INTEGER NOT NULL -- 1 when articles came or went
);

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
	sorted    TEXT    NOT NULL, -- the title as it is put in order
	address   INTEGER,          -- equal for the same address
	same      INTEGER,          -- equal for the same text
	story     INTEGER,          -- equal for those that tell the same; NULL for one that stands alone
	sketch    BLOB              -- tells how much two texts have in common
);
CREATE INDEX article_address ON article (address) WHERE address IS NOT NULL;
CREATE INDEX article_same    ON article (same) WHERE same IS NOT NULL;
CREATE INDEX article_story   ON article (story) WHERE story IS NOT NULL;
CREATE INDEX article_sorted  ON article (sorted);
CREATE INDEX article_words   ON article (words);

CREATE TABLE body (
	n       INTEGER PRIMARY KEY,
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
	placed  INTEGER NOT NULL DEFAULT 0, -- the revision that kept its place
	removed INTEGER NOT NULL DEFAULT 0  -- when it went to the trash; 0 when it is not there
) WITHOUT ROWID;
CREATE INDEX status_removed ON status (removed) WHERE removed > 0;
CREATE INDEX status_open ON status (placed) WHERE read = 0 AND percent > 0;

CREATE TABLE topic (
	t      INTEGER PRIMARY KEY,
	key    TEXT    NOT NULL UNIQUE,
	name   TEXT    NOT NULL,
	count  INTEGER NOT NULL DEFAULT 0, -- articles, the trash included
	target INTEGER,                    -- the topic that this one is part of now; NULL for itself
	named  INTEGER NOT NULL DEFAULT 0, -- 1 when the reader chose the name
	hidden INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX topic_target ON topic (target) WHERE target IS NOT NULL;
CREATE INDEX topic_chosen ON topic (key) WHERE target IS NOT NULL OR named = 1;
CREATE TABLE about (
	t      INTEGER NOT NULL,
	n      INTEGER NOT NULL,
	PRIMARY KEY (t, n)
) WITHOUT ROWID;

-- The topics that the reader has added to an article and taken from it. Like statuses they outlive it.
CREATE TABLE tag (
	id    TEXT    NOT NULL,
	key   TEXT    NOT NULL,
	name  TEXT    NOT NULL,
	added INTEGER NOT NULL, -- 0 when it was taken away
	PRIMARY KEY (id, key)
) WITHOUT ROWID;

CREATE TABLE related (
	n     INTEGER NOT NULL,
	i     INTEGER NOT NULL,
	title TEXT    NOT NULL,
	url   TEXT    NOT NULL,
	PRIMARY KEY (n, i)
) WITHOUT ROWID;

-- A few numbers made of an article's words; articles that share one are likely to tell the same.
CREATE TABLE sketch (
	hash INTEGER NOT NULL,
	n    INTEGER NOT NULL,
	PRIMARY KEY (hash, n)
) WITHOUT ROWID;

-- What goes in are the words that model.Tokens gives, so the tokenizer has nothing left to fold.
CREATE VIRTUAL TABLE search USING fts5(
	title, byline, body,
	content='', contentless_delete=1, tokenize='ascii', prefix='2 3'
);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216), ('automerge', 8);

CREATE TABLE undo (
	step  INTEGER PRIMARY KEY,
	title TEXT    NOT NULL, -- what was done, as a sentence
	n     INTEGER NOT NULL, -- how many articles or topics it was about
	back  BLOB    NOT NULL  -- what brings the library back, JSON
);
`

// schema2 looks beginnings of words up in a table of their own: beside the words, with their places, they took twice
// the room of the words.
const schema2 = `
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
	title, byline, body,
	content='', contentless_delete=1, tokenize='ascii'
);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216), ('automerge', 8);

-- How an article's words begin: see startsOf.
CREATE VIRTUAL TABLE starts USING fts5(
	words,
	content='', contentless_delete=1, tokenize='ascii', detail=none
);
INSERT INTO starts (starts, rank) VALUES ('hashsize', 16777216), ('automerge', 8);

-- All words of all articles. They stay when their articles go.
CREATE TABLE word (
	word TEXT PRIMARY KEY
) WITHOUT ROWID;

-- So that the names of sites and languages are read by leaps.
CREATE INDEX article_site     ON article (site);
CREATE INDEX article_language ON article (language);
`

// schema3 keeps by which other addresses links have led to articles: over a redirect, or to a page that says its
// address is another one.
const schema3 = `
CREATE TABLE alias (
	address INTEGER PRIMARY KEY, -- as in article
	id      TEXT    NOT NULL     -- of an article, which may have gone
) WITHOUT ROWID;
`

// schema4 keeps what articles were read from, so that they can be read again.
const schema4 = `
CREATE TABLE source (
	n      INTEGER PRIMARY KEY,
	format TEXT    NOT NULL, -- what it was read as
	base   TEXT    NOT NULL, -- the address that its relative links are resolved against
	own    INTEGER NOT NULL, -- 1 when the text is the article's own Markdown
	text   BLOB              -- deflated; NULL for that, for one that is too long, and for one that was let go
);
`

// schema5 keeps the earlier texts of articles. The newest is in article and body.
const schema5 = `
CREATE TABLE version (
	v        INTEGER PRIMARY KEY,
	id       TEXT    NOT NULL, -- of the article
	revision INTEGER NOT NULL, -- 1 for the first text
	came     INTEGER NOT NULL, -- seconds since 1970
	same     INTEGER,          -- as in article
	head     TEXT    NOT NULL, -- the entry, JSON
	form     INTEGER NOT NULL, -- as version in body
	blocks   BLOB    NOT NULL,
	format   TEXT    NOT NULL, -- what it was read from, as in source; '' when that is not known
	base     TEXT    NOT NULL,
	own      INTEGER NOT NULL,
	text     BLOB
);
CREATE UNIQUE INDEX version_id ON version (id, revision);
ALTER TABLE article ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN came INTEGER NOT NULL DEFAULT 0; -- when the text came; 0 for when the article arrived
ALTER TABLE status ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;  -- the text that was read last, 0 for none
UPDATE status SET seen = 1 WHERE read = 1 OR percent > 0;
`

// schema6 empties what is made of words, since words are folded in another way: see query.Tokens. The articles fill
// it anew. The tables are written on one line, so that a library without its header is known for one of this version.
const schema6 = `
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(title, byline, body, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216), ('automerge', 8);
DROP TABLE starts;
CREATE VIRTUAL TABLE starts USING fts5(words, content='', contentless_delete=1, tokenize='ascii', detail=none);
INSERT INTO starts (starts, rank) VALUES ('hashsize', 16777216), ('automerge', 8);
DELETE FROM word;
DELETE FROM sketch;
`

// schema7 changes no table: the names of countries, territories and languages have one key in all languages now. See
// keysAnew.
const schema7 = ``

// schema8 keeps the feeds that the user follows, and which entries have come by which.
const schema8 = `
CREATE TABLE feed (
	f        INTEGER PRIMARY KEY,
	id       TEXT    NOT NULL UNIQUE, -- of the address that it was first subscribed to by
	url      TEXT    NOT NULL UNIQUE, -- what is asked for
	title    TEXT    NOT NULL,        -- what it calls itself
	name     TEXT    NOT NULL,        -- what the user calls it, or ''
	folder   TEXT    NOT NULL,        -- from the outside in, joined by /
	site     TEXT    NOT NULL,        -- its page, or ''
	options  TEXT    NOT NULL,        -- what the user has set, JSON
	etag     TEXT    NOT NULL,        -- as the server sent it, byte for byte; '' for none
	modified TEXT    NOT NULL,        -- its Last-Modified, likewise
	tried    INTEGER NOT NULL,        -- when it was last asked for, seconds since 1970
	due      INTEGER NOT NULL,        -- it is not asked for before
	state    TEXT    NOT NULL         -- how that went, JSON
);

-- The entries that have come by a feed. They outlive their articles, so that what was removed does not come back.
CREATE TABLE item (
	f    INTEGER NOT NULL,
	guid TEXT    NOT NULL, -- the feed's own ID of the entry, byte for byte
	id   TEXT    NOT NULL, -- of the article
	said INTEGER NOT NULL, -- a hash of what the feed said of it last; 0 when that is not known
	PRIMARY KEY (f, guid)
) WITHOUT ROWID;
CREATE INDEX item_id ON item (id);
`
