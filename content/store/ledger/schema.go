package ledger

// Schema is what a library of version 9 has beside what it had before: what is known of the servers that hold the
// same library, and what they are to be told.
//
// What the user does enters the outbox by triggers, so that no way of changing a status can forget it. A change that
// makes a status what the server says already is none: a sync writes what the server says into remote_entry first.
const Schema = `
CREATE TABLE account (
	a      INTEGER PRIMARY KEY,
	id     TEXT    NOT NULL UNIQUE,
	cursor TEXT    NOT NULL, -- how far new entries have come, in a form of the server's client; '' for the beginning
	turn   INTEGER NOT NULL, -- grows whenever the server takes something
	state  TEXT    NOT NULL  -- how syncing goes, JSON
);

-- The feeds of a server, by its own IDs, with what it called them last.
CREATE TABLE remote_feed (
	a      INTEGER NOT NULL,
	remote TEXT    NOT NULL,
	f      INTEGER NOT NULL,
	title  TEXT    NOT NULL,
	folder TEXT    NOT NULL,
	PRIMARY KEY (a, remote)
) WITHOUT ROWID;
CREATE INDEX remote_feed_f ON remote_feed (f);

-- The entries of a server, by its own IDs, with what it said of them last, or has taken of the user's.
CREATE TABLE remote_entry (
	a        INTEGER NOT NULL,
	remote   TEXT    NOT NULL,
	feed     TEXT    NOT NULL, -- as remote in remote_feed
	id       TEXT    NOT NULL, -- of the article; '' for an entry that is not wanted
	read     INTEGER NOT NULL,
	starred  INTEGER NOT NULL,
	revision INTEGER NOT NULL, -- the change that it came with
	hash     TEXT    NOT NULL, -- another one when the server has another text
	PRIMARY KEY (a, remote)
) WITHOUT ROWID;
CREATE INDEX remote_entry_id ON remote_entry (id) WHERE id <> '';

-- What the server has not taken yet: of each thing the last state that the user has given it.
CREATE TABLE outbox (
	a        INTEGER NOT NULL,
	kind     TEXT    NOT NULL, -- read, starred of an entry; rename, move, unsubscribe, subscribe of a feed
	remote   TEXT    NOT NULL, -- its ID there; of a new subscription the feed's ID here
	value    TEXT    NOT NULL, -- 1 or 0, or a name
	revision INTEGER NOT NULL, -- the change that made it
	PRIMARY KEY (a, kind, remote)
) WITHOUT ROWID;

CREATE TRIGGER status_read AFTER UPDATE OF read ON status WHEN NEW.read <> OLD.read BEGIN
	INSERT INTO outbox (a, kind, remote, value, revision)
		SELECT r.a, 'read', r.remote, NEW.read, (SELECT revision FROM meta) FROM remote_entry r
		WHERE r.id = NEW.id AND r.id <> '' AND (r.read <> NEW.read
			OR EXISTS (SELECT 1 FROM outbox o WHERE o.a = r.a AND o.kind = 'read' AND o.remote = r.remote))
		ON CONFLICT DO UPDATE SET value = excluded.value, revision = excluded.revision;
END;
CREATE TRIGGER status_starred AFTER UPDATE OF starred ON status WHEN NEW.starred <> OLD.starred BEGIN
	INSERT INTO outbox (a, kind, remote, value, revision)
		SELECT r.a, 'starred', r.remote, NEW.starred, (SELECT revision FROM meta) FROM remote_entry r
		WHERE r.id = NEW.id AND r.id <> '' AND (r.starred <> NEW.starred
			OR EXISTS (SELECT 1 FROM outbox o WHERE o.a = r.a AND o.kind = 'starred' AND o.remote = r.remote))
		ON CONFLICT DO UPDATE SET value = excluded.value, revision = excluded.revision;
END;
CREATE TRIGGER feed_name AFTER UPDATE OF name ON feed WHEN NEW.name <> OLD.name AND NEW.name <> '' BEGIN
	INSERT INTO outbox (a, kind, remote, value, revision)
		SELECT r.a, 'rename', r.remote, NEW.name, (SELECT revision FROM meta) FROM remote_feed r
		WHERE r.f = NEW.f AND (r.title <> NEW.name
			OR EXISTS (SELECT 1 FROM outbox o WHERE o.a = r.a AND o.kind = 'rename' AND o.remote = r.remote))
		ON CONFLICT DO UPDATE SET value = excluded.value, revision = excluded.revision;
END;
CREATE TRIGGER feed_folder AFTER UPDATE OF folder ON feed WHEN NEW.folder <> OLD.folder BEGIN
	INSERT INTO outbox (a, kind, remote, value, revision)
		SELECT r.a, 'move', r.remote, NEW.folder, (SELECT revision FROM meta) FROM remote_feed r
		WHERE r.f = NEW.f AND (r.folder <> NEW.folder
			OR EXISTS (SELECT 1 FROM outbox o WHERE o.a = r.a AND o.kind = 'move' AND o.remote = r.remote))
		ON CONFLICT DO UPDATE SET value = excluded.value, revision = excluded.revision;
END;
CREATE TRIGGER feed_gone AFTER DELETE ON feed BEGIN
	INSERT INTO outbox (a, kind, remote, value, revision)
		SELECT r.a, 'unsubscribe', r.remote, OLD.url, (SELECT revision FROM meta) FROM remote_feed r
		WHERE r.f = OLD.f ON CONFLICT DO NOTHING;
	DELETE FROM outbox WHERE kind = 'subscribe' AND remote = OLD.id;
	DELETE FROM remote_feed WHERE f = OLD.f;
END;
`
