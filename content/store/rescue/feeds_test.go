package rescue

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/store/storetest"
	"lede/model"
)

// TestRowsOfFeedsThatBelongToNothingAreFoundAndMended leaves rows of feeds and servers behind, as a page that was lost
// does, and damages what is kept as JSON.
func TestRowsOfFeedsThatBelongToNothingAreFoundAndMended(t *testing.T) {
	s := storetest.Open(t)
	file := storetest.Raw(t, s.Path())
	feed := storetest.Subscribed(t, s, storetest.FixtureFeed().URL, model.FeedOptions{Hidden: true})
	pier := storetest.Story("https://news.example/pier", "Of the pier", "", "The pier is open.")
	storetest.Came(t, s, feed, storetest.EntryOf(t, feed, "g1", pier))
	if err := storetest.FillAccount(t.Context(), s, "g1"); err != nil {
		t.Fatal(err)
	}
	if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Fatalf("before: %v %v", wrong, err)
	}
	for _, damage := range []string{
		`UPDATE feed SET options = '{"hidden":tr', state = ''`,
		`INSERT INTO item VALUES (99, 'g9', 'gone', 0)`,
		`INSERT INTO remote_feed VALUES (99, 'r', (SELECT f FROM feed), '', '')`,
		`INSERT INTO remote_feed VALUES ((SELECT a FROM account), 'r', 99, '', '')`,
		`INSERT INTO remote_entry VALUES (99, 'r', '7', '', 0, 0, 0, '')`,
		`INSERT INTO outbox VALUES (99, 'read', 'r', '1', 0)`,
	} {
		if _, err := file.ExecContext(t.Context(), damage); err != nil {
			t.Fatalf("%s: %v", damage, err)
		}
	}
	wrong, err := s.Check(t.Context())
	want := []string{
		"1 feeds whose settings or state cannot be read", "1 entries of feeds that are gone",
		"2 feeds of a server whose account or feed is gone", "1 entries of a server whose account is gone",
		"1 changes for a server whose account is gone",
	}
	if err != nil || cmp.Diff(want, wrong) != "" {
		t.Errorf("found %v (%v), want %v", wrong, err, want)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	mended, saved := rescued(t, s.Path())
	feeds, err := mended.Feeds.All(t.Context())
	if err != nil || len(feeds) != 1 || feeds[0].URL != feed.URL || saved.Articles != 1 {
		t.Errorf("the feeds are %v (%v) with %d articles, want %s with 1", feeds, err, saved.Articles, feed.URL)
	}
	if state, err := mended.Ledger().State(t.Context(), storetest.FixtureAccount()); err != nil || state.Feeds != 1 {
		t.Errorf("the account is %v (%v), want one with its feed", state, err)
	}
}
