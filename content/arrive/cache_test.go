package arrive

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newsboat makes a cache as newsboat keeps it in a schema.
func newsboat(t *testing.T, path, schema string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = db.Close() })
	item := "id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT, title TEXT, author TEXT, url TEXT, feedurl TEXT, " +
		"pubDate INTEGER, content TEXT, unread INTEGER," +
		" enclosure_url TEXT, enclosure_type TEXT, enqueued INTEGER DEFAULT 0, flags TEXT, deleted INTEGER DEFAULT 0, " +
		"base TEXT DEFAULT ''"
	switch schema {
	case "2.22":
		item += ", content_mime_type TEXT DEFAULT ''"
	case "2.33":
		item += ", content_mime_type TEXT DEFAULT '', enclosure_description TEXT DEFAULT '', " +
			"enclosure_description_mime_type TEXT DEFAULT ''"
	}
	script := "CREATE TABLE rss_feed (rssurl TEXT PRIMARY KEY, url TEXT, title TEXT, lastmodified INTEGER DEFAULT " +
		"0, is_rtl INTEGER DEFAULT 0, etag TEXT DEFAULT '');" +
		"CREATE TABLE rss_item (" + item + ");"
	if schema != "2.10" {
		script += "CREATE TABLE metadata (db_schema_version_major INTEGER, db_schema_version_minor INTEGER);"
	}
	run(t, db, script)
	run(t, db, `INSERT INTO rss_feed (rssurl, url, title, lastmodified, etag) VALUES
		('https://pier.example/rss', 'https://pier.example/', 'Pier &amp; quay', 1767312000, 'W/"a"'), `+
		`('exec:tides.sh', '', 'Tides', 0, '')`)
	run(t, db, `INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags, deleted) VALUES
		('1', 'Eels &amp;  elvers', 'Ada', 'https://pier.example/1', 'https://pier.example/rss', 1772434800, `+
		`'<p>Nine.</p>', 0, 's1wW', 0),
		('x'||char(8203), '', '', '', 'https://gone.example/rss', 0, '', 1, NULL, 0),
		('3', 'Gone', '', 'https://pier.example/3', 'https://pier.example/rss', 1772000000, 'x', 0, '', 1)`)
	return db
}

func run(t *testing.T, db *sql.DB, script string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), script); err != nil {
		t.Fatal(err)
	}
}

var cacheLines = []string{
	`feed https://pier.example/rss title=Pier & quay site=https://pier.example/ etag=W/"a"`,
	"skipped 2 reason=It runs a program (exec:), which lede does not do by itself. paste=sh -c tides.sh | lede add -",
	"entry https://pier.example/1 id=1 feed=https://pier.example/rss title=Eels & elvers by=Ada " +
		"date=2026-03-02T07:00:00Z published=2026-03-02T07:00:00Z topics=s|w read text=<p>Nine.</p>",
	"entry  id=x\u200b feed=https://gone.example/rss",
	"entry https://pier.example/3 id=3 feed=https://pier.example/rss title=Gone date=2026-02-25T06:13:20Z " +
		"published=2026-02-25T06:13:20Z read deleted text=x",
}

// TestNewsboatCache reads caches of all schemas.
func TestNewsboatCache(t *testing.T) {
	for _, schema := range []string{"2.10", "2.11", "2.22", "2.33"} {
		path := filepath.Join(t.TempDir(), "cache.db")
		if err := newsboat(t, path, schema).Close(); err != nil {
			t.Fatal(err)
		}
		same(t, path, append([]string{"newsboat cache"}, cacheLines...)...)
	}
}

// TestNewsboatHome reads a cache with the list of feeds beside it: only what is listed is a feed.
func TestNewsboatHome(t *testing.T) {
	dir := folder(t, map[string]string{"urls": "https://quay.example/rss \"~Quay\"\nhttps://pier.example/rss nets\n"})
	if err := newsboat(t, filepath.Join(dir, "cache.db"), "2.11").Close(); err != nil {
		t.Fatal(err)
	}
	want := append([]string{
		"feed https://quay.example/rss title=Quay",
		`feed https://pier.example/rss title=Pier & quay tags=nets site=https://pier.example/ etag=W/"a"`,
	}, cacheLines[2:]...)
	same(t, dir, append([]string{"newsboat"}, want...)...)
	same(t, filepath.Join(dir, "cache.db"), append([]string{"newsboat cache"}, want...)...)
}

// TestACacheThatIsBeingWritten reads what newsboat has only in the log so far, and leaves all files as they are.
func TestACacheThatIsBeingWritten(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "cache.db")
	db := newsboat(t, path, "2.33")
	run(t, db, "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;"+
		`INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) VALUES ('4', 'Late', '', `+
		`'', 'https://pier.example/rss', 0, '', 1)`)
	before := sizes(t, dir)
	same(
		t,
		path,
		append(
			[]string{"newsboat cache"},
			append(cacheLines[:len(cacheLines):len(cacheLines)], "entry  id=4 feed=https://pier.example/rss title=Late")...)...)
	if after := sizes(t, dir); after != before {
		t.Errorf("there was %s and is %s", before, after)
	}
}

func sizes(t *testing.T, dir string) string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range list {
		info, err := d.Info()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %d; ", d.Name(), info.Size())
	}
	return b.String()
}

// TestACacheThatIsDamagedIsRefused reads a cache that is cut off, and databases that are none.
func TestACacheThatIsDamagedIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cache.db")
	if err := newsboat(t, path, "2.33").Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", "file:"+other)
	if err != nil {
		t.Fatal(err)
	}
	run(
		t,
		db,
		"CREATE TABLE rss_feed (rssurl TEXT, title TEXT); CREATE VIEW rss_item AS SELECT rssurl AS guid FROM rss_feed;",
	)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		file(t, "cut.db", string(data[:len(data)-5000])), file(t, "head.db", string(data[:100])), other,
		file(t, "junk.db", string(data[:16])+strings.Repeat("junk", 5000)),
	} {
		var broken *BrokenError
		if _, err := Open(t.Context(), path); !errors.As(err, &broken) {
			t.Errorf("%s: got %v", filepath.Base(path), err)
		}
	}
}
