package arrive

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"lede/model"
)

// isCache reports whether a file is an SQLite database; whether it is newsboat's is found when it is opened.
func isCache(s *source) bool { return bytes.HasPrefix(s.head, []byte("SQLite format 3\x00")) }

// isNewsboat reports whether a folder is a home of newsboat: its cache, or its list of feeds.
func isNewsboat(s *source) bool {
	if s.tree == nil {
		return false
	}
	for _, name := range [...]string{"cache.db", "urls"} {
		f, err := s.below(name)
		if err == nil && (name == "cache.db" && isCache(f) || name == "urls" && isURLs(f)) {
			return true
		}
	}
	return false
}

// readNewsboat reads a home of newsboat. Only the feeds of its list are feeds, but all items of its cache are entries.
func readNewsboat(ctx context.Context, s *source, t *taking) error {
	listed := false
	if f, err := s.below("urls"); err == nil {
		listed = true
		if err := readURLs(ctx, f, t); err != nil {
			t.skip(place{file: "urls"}, "It cannot be read.", "")
		}
	}
	if f, err := s.below("config"); err == nil && isConfig(f) {
		if err := readConfig(ctx, f, t); err != nil {
			t.skip(place{file: "config"}, "It cannot be read.", "")
		}
	}
	if f, err := s.below("cache.db"); err == nil {
		return t.cache(ctx, f, listed)
	}
	return nil
}

// readCacheFile reads a cache, and the list of feeds beside it.
func readCacheFile(ctx context.Context, s *source, t *taking) error {
	listed := false
	if f := s.beside("urls"); f != nil && isURLs(f) {
		listed = true
		if err := readURLs(ctx, f, t); err != nil {
			return err
		}
	}
	return t.cache(ctx, s, listed)
}

// cache reads newsboat's database: the schemas 2.10 (without a table metadata), 2.11, 2.22 and 2.33, and later ones
// that have their columns. See src/cache.cpp of newsboat.
func (t *taking) cache(ctx context.Context, s *source, listed bool) error {
	db, done, err := openDatabase(ctx, s)
	if err != nil {
		return err
	}
	t.close = append(t.close, done)
	c := cacheReader{taking: t, db: db, file: s.file()}
	if err := c.check(ctx); err != nil {
		return err
	}
	if err := c.readFeeds(ctx, listed); err != nil {
		return broken(err)
	}
	return c.readItems(ctx)
}

// broken says that SQLite cannot read a cache.
func broken(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &BrokenError{"newsboat cache", "it is damaged or cut off (" + err.Error() + ")"}
}

// cacheReader reads newsboat's database.
type cacheReader struct {
	*taking
	db    *sql.DB
	file  string
	items map[string]bool // the columns of rss_item
	feeds map[string]bool // the columns of rss_feed
}

// check finds the columns of the two tables.
func (c *cacheReader) check(ctx context.Context) (err error) {
	if c.feeds, err = c.columns(ctx, "rss_feed"); err != nil {
		return broken(err)
	}
	if c.items, err = c.columns(ctx, "rss_item"); err != nil {
		return broken(err)
	}
	missing := func(have map[string]bool, names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return !have[n] })
	}
	if missing(c.feeds, "rssurl", "title") || missing(c.items, "guid", "title", "url", "feedurl", "pubdate", "unread") {
		return &BrokenError{"newsboat cache", "it is a database, but not one of newsboat"}
	}
	return nil
}

// columns are the columns of a table, in small letters. A view is none.
func (c *cacheReader) columns(ctx context.Context, table string) (map[string]bool, error) {
	rows, err := c.db.QueryContext(ctx, `SELECT lower(c.name) FROM sqlite_schema s, pragma_table_info(s.name) c
		WHERE s.type = 'table' AND s.name = ?`, table)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // it was only read
	names := map[string]bool{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names[name] = true
	}
	return names, rows.Err()
}

// column is a column of a table as text, or "" where the table has none of that name.
func column(have map[string]bool, name string) string {
	if !have[name] {
		return "''"
	}
	return "coalesce(CAST(" + name + " AS TEXT), '')"
}

// number is a column of a table as a number.
func number(have map[string]bool, name string) string {
	if !have[name] {
		return "0"
	}
	return "coalesce(CAST(" + name + " AS INTEGER), 0)"
}

// readFeeds reads the feeds. Where newsboat's own list has come already only the feeds in it count.
func (c *cacheReader) readFeeds(ctx context.Context, listed bool) error {
	rows, err := c.db.QueryContext(ctx, fmt.Sprintf(`SELECT %s, %s, %s, %s FROM rss_feed ORDER BY rowid`,
		column(c.feeds, "rssurl"), column(c.feeds, "title"), column(c.feeds, "url"), column(c.feeds, "etag")))
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // it was only read
	for n := 1; rows.Next(); n++ {
		f := Feed{OwnTitle: true}
		if err := rows.Scan(&f.URL, &f.Title, &f.Site, &f.ETag); err != nil {
			return err
		}
		if url, err := webAddress(f.URL); listed && (err != nil || !c.isFeed(url)) {
			continue
		}
		c.cachedFeed(place{file: c.file, record: n, text: f.URL}, f)
	}
	return rows.Err()
}

func (c *cacheReader) cachedFeed(p place, f Feed) {
	if name, _, _ := strings.Cut(f.URL, ":"); slices.Contains([]string{"exec", "filter", "file", "query"}, name) {
		c.feedLine(p, []string{f.URL})
		return
	}
	c.feed(p, f)
}

// readItems reads the items, as far as SQLite can.
func (c *cacheReader) readItems(ctx context.Context) error {
	have := c.items
	text := "0"
	if have["content"] {
		text = "trim(coalesce(CAST(content AS TEXT), '')) <> ''"
	}
	rows, err := c.db.QueryContext(
		ctx,
		fmt.Sprintf(
			`SELECT rowid, CAST(guid AS BLOB), %s, %s, %s, %s, %s, %s, %s, %s, %s, %s FROM rss_item ORDER BY rowid`,
			column(
				have,
				"title",
			),
			column(have, "author"),
			column(have, "url"),
			column(have, "feedurl"),
			number(have, "pubdate"),
			number(have, "unread"),
			column(have, "flags"),
			number(have, "deleted"),
			column(have, "content_mime_type"),
			text,
		),
	)
	if err != nil {
		return broken(err)
	}
	defer rows.Close() //nolint:errcheck // it was only read
	n := 0
	for rows.Next() {
		n++
		if err := c.item(rows, n); err != nil {
			return broken(err)
		}
	}
	if err := rows.Err(); err != nil {
		if n == 0 || ctx.Err() != nil {
			return broken(err)
		}
		c.skip(
			place{file: c.file, record: n + 1},
			"The cache is damaged from here on; newsboat may be writing it. Import it again later.",
			"",
		)
	}
	return nil
}

// item takes one item.
func (c *cacheReader) item(rows *sql.Rows, n int) error {
	var row, date, unread, deleted int64
	var guid []byte
	var author, flags, mime string
	var text bool
	var e Entry
	if err := rows.Scan(
		&row,
		&guid,
		&e.Title,
		&author,
		&e.URL,
		&e.Feed,
		&date,
		&unread,
		&flags,
		&deleted,
		&mime,
		&text,
	); err != nil {
		return err
	}
	e.ID, e.Date, e.Read, e.Deleted = string(guid), epoch(float64(date)), unread == 0, deleted != 0
	e.Published = e.Date
	e.Authors = []string{author}
	for _, flag := range flags {
		if flag >= 'a' && flag <= 'z' || flag >= 'A' && flag <= 'Z' {
			e.Topics = append(e.Topics, string(flag))
		}
	}
	if text {
		e.Text = &Text{Format: formatOf(mime), Load: c.load(row)}
	}
	c.entry(place{file: c.file, record: n, text: firstOf(e.Title, e.URL)}, e)
	return nil
}

// formatOf is the format of a text by its media type. newsboat's older schemas have none, and keep HTML.
func formatOf(mime string) model.Format {
	if strings.HasPrefix(strings.ToLower(mime), "text/plain") {
		return model.Text
	}
	return model.HTML
}

// load returns what reads the text of an item.
func (c *cacheReader) load(row int64) func(context.Context) ([]byte, error) {
	return func(ctx context.Context) (text []byte, err error) {
		err = c.db.QueryRowContext(ctx, `SELECT CAST(content AS BLOB) FROM rss_item WHERE rowid = ?`, row).Scan(&text)
		if err != nil {
			return nil, fmt.Errorf("read an item: %w", err)
		}
		return text, nil
	}
}

// isFeed reports whether a feed has been taken already.
func (t *taking) isFeed(url string) bool { return t.feeds[feedKey(url)] != nil }
