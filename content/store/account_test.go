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
