package moving_test

import (
	"database/sql"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"testing"

	"lede/content/contenttest"
	"lede/content/fetch"
	"lede/model/query"

	"lede/content"
)

// TestTheFirstRefreshKnowsWhatNewsboatHad imports a cache with IDs as newsboat makes them, in each of its ways, and
// asks for the feed.
func TestTheFirstRefreshKnowsWhatNewsboatHad(t *testing.T) {
	const items = `<item><title>One</title><link>%[1]s/1</link><guid>%[1]s/?p=1</guid>
<description>&lt;p&gt;First.&lt;/p&gt;</description></item>
<item><title>Two</title><link>%[1]s/2</link><pubDate>Wed, 04 Mar 2026 07:00:00 +0000</pubDate>
<description>Second.</description></item>
<item><title>Three</title><link>%[1]s/3</link><description>Third.</description></item>
<item><title>Four</title><description>Fourth.</description></item>
<item><title>Five</title><link>%[1]s/5</link><guid isPermaLink="false">5</guid><description>Fifth.</description></item>
<item><title>New</title><link>%[1]s/6</link><guid isPermaLink="false">6</guid><description>Sixth.</description></item>`
	s := httptest.NewServer(nil)
	defer s.Close()
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		const feed = "<rss version='2.0'><channel><title>Pier</title><link>%s/</link>" + items + "</channel></rss>"
		_, _ = fmt.Fprintf(w, feed, s.URL)
	})
	path := filepath.Join(t.TempDir(), "cache.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	u := s.URL
	_, err = db.ExecContext(t.Context(), fmt.Sprintf(`CREATE TABLE rss_feed (rssurl TEXT, url TEXT, title TEXT);
		CREATE TABLE rss_item (guid TEXT, title TEXT, url TEXT, feedurl TEXT, pubDate INTEGER, content TEXT, unread INTEGER,
			deleted INTEGER);
		INSERT INTO rss_feed VALUES ('%[1]s/rss', '%[1]s/', 'Pier');
		INSERT INTO rss_item VALUES ('%[1]s/?p=1', 'One', '%[1]s/1', '%[1]s/rss', 1772434800, '<p>First.</p>', 0, 0),
			('%[1]s/2Wed, 04 Mar 2026 07:00:00 +0000', 'Two', '%[1]s/2', '%[1]s/rss', 1772607600, 'Second.', 0, 0),
			('%[1]s/3', 'Three', '%[1]s/3', '%[1]s/rss', 1772434800, 'Third.', 0, 0),
			('Four', 'Four', '', '%[1]s/rss', 1772434800, 'Fourth.', 0, 0),
			('5', 'Five', '%[1]s/5', '%[1]s/rss', 1772434800, 'Fifth.', 0, 1)`, u))
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	l := contenttest.NewLibrary(t, content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}})
	import1(t, l, path)
	import1(t, l, written(t, "urls", u+"/rss harbour\n"))
	for step := range l.Refresh(t.Context()) {
		if step.Last && (step.Err != nil || step.New != 1 || len(step.Failed) > 0) {
			t.Errorf("got %+v", step)
		}
	}
	if n, err := l.Count(t.Context(), query.Query{}); err != nil || n != 5 {
		t.Errorf("there are %d articles (%v), want 5: %s", n, err, found(t, l, ""))
	}
	if got := found(t, l, "is:unread"); got != "New" {
		t.Errorf("unread are %q", got)
	}
	if got := found(t, l, "topic:harbour title:new"); got != "New" {
		t.Errorf("with the tag of the feed: %q", got)
	}
}
