package store

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/store/ledger"
	"lede/model"
)

// fixtureAccount is the account of a fixture, whose server has its feed.
func fixtureAccount() model.ID { return model.NewID("account", "fixture") }

// fillAccount syncs with a server that does not know yet that the article is starred.
func fillAccount(ctx context.Context, s *Store, guid string) error {
	l, id := s.Ledger(), fixtureAccount()
	if _, err := l.Open(ctx, id); err != nil {
		return err
	}
	if err := l.KeepState(ctx, model.AccountState{ID: id, Server: "Miniflux 2", Synced: noon}); err != nil {
		return err
	}
	feed, cursor := fixtureFeed(), "c:41"
	listed := ledger.Feed{Remote: "7", Address: feed.URL, Title: "Courier"}
	if _, _, err := l.KeepFeeds(ctx, id, 0, []ledger.Feed{listed}); err != nil {
		return err
	}
	link := ledger.Link{Remote: "41", Feed: "7", GUID: guid, Hash: "h"}
	_, err := s.KeepDelivery(ctx, &Delivery{Account: id, Links: []ledger.Link{link}, Cursor: &cursor})
	return err
}

// checkAccount looks for the account of a fixture and for what its server is to be told.
func checkAccount(t *testing.T, s *Store) {
	t.Helper()
	ctx, l, id := t.Context(), s.Ledger(), fixtureAccount()
	want := model.AccountState{ID: id, Server: "Miniflux 2", Synced: noon, Waiting: 1, Feeds: 1}
	if state, err := l.State(ctx, id); err != nil || cmp.Diff(want, state) != "" {
		t.Errorf("the account is %v (%v), want %v", state, err, want)
	}
	if at, err := l.Cursor(ctx, id); err != nil || at != "c:41" {
		t.Errorf("new entries have come up to %q (%v)", at, err)
	}
	waiting, err := l.Outbox(ctx, id)
	if err != nil || len(waiting) != 1 || waiting[0].Remote != "41" || waiting[0].Kind != ledger.KindStarred {
		t.Errorf("in the outbox is %v (%v), want the star", waiting, err)
	}
}

// TestRowsOfFeedsThatBelongToNothingAreFoundAndMended leaves rows of feeds and servers behind, as a page that was lost
// does, and damages what is kept as JSON.
func TestRowsOfFeedsThatBelongToNothingAreFoundAndMended(t *testing.T) {
	s := open(t)
	feed := subscribed(t, s, fixtureFeed().URL, model.FeedOptions{Hidden: true})
	came(t, s, feed, entryOf(t, feed, "g1", tale("pier", "pier", 1)))
	if err := fillAccount(t.Context(), s, "g1"); err != nil {
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
		if _, err := s.db.Write.ExecContext(t.Context(), damage); err != nil {
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
	if state, err := mended.Ledger().State(t.Context(), fixtureAccount()); err != nil || state.Feeds != 1 {
		t.Errorf("the account is %v (%v), want one with its feed", state, err)
	}
}
