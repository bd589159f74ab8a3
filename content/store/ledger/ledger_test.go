package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/store"
	"lede/content/store/draft"
	"lede/content/store/follow"
	"lede/content/store/ledger"
	"lede/model"
)

var noon = time.Date(2026, 5, 5, 12, 0, 0, 0, time.UTC)

const account = model.ID("00000000000000aa")

// shelf is a library that syncs with one server.
type shelf struct {
	*store.Store
	*ledger.Ledger
	t   *testing.T
	ctx context.Context //nolint:containedctx // of one test
}

func newShelf(t *testing.T) *shelf {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"),
		store.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	sh := &shelf{s, s.Ledger(), t, t.Context()}
	if _, err := sh.Open(sh.ctx, account); err != nil {
		t.Fatal(err)
	}
	return sh
}

// turn is how often the server has taken something.
func (s *shelf) turn() int64 {
	s.t.Helper()
	turn, err := s.Turn(s.ctx, account)
	if err != nil {
		s.t.Fatal(err)
	}
	return turn
}

// feeds has the server list feeds.
func (s *shelf) feeds(feeds ...ledger.Feed) (came, gone int) {
	s.t.Helper()
	came, gone, err := s.KeepFeeds(s.ctx, account, s.turn(), feeds)
	if err != nil {
		s.t.Fatal(err)
	}
	return came, gone
}

// come has entries of a feed come from the server, unread there, by their IDs on it.
func (s *shelf) come(feed string, remotes ...string) []model.ID {
	s.t.Helper()
	feeds, err := s.Ledger.Feeds(s.ctx, account)
	if err != nil {
		s.t.Fatal(err)
	}
	d := store.Delivery{Account: account}
	answer := follow.Answer{Feed: model.Subscription{ID: feeds[feed]}}
	var ids []model.ID
	for _, remote := range remotes {
		a := model.Article{Entry: model.Entry{ID: model.NewID(feed, remote), Title: "Entry " + remote}}
		a.Sections = []model.Section{{Blocks: []model.Block{model.Prose{Source: "The text of " + remote}}}}
		ready, err := draft.Prepare(model.Record{Article: a})
		if err != nil {
			s.t.Fatal(err)
		}
		answer.Entries = append(answer.Entries, follow.Entry{GUID: "g" + remote, Said: 1, Ready: ready})
		d.Links = append(d.Links, ledger.Link{Remote: remote, Feed: feed, GUID: "g" + remote, Hash: "h" + remote})
		ids = append(ids, a.ID)
	}
	d.Answers = []follow.Answer{answer}
	if _, err := s.KeepDelivery(s.ctx, &d); err != nil {
		s.t.Fatal(err)
	}
	return ids
}

func (s *shelf) mark(to model.StatusChange, ids ...model.ID) {
	s.t.Helper()
	if _, err := s.Mark(s.ctx, "marked", ids, to); err != nil {
		s.t.Fatal(err)
	}
}

// waiting is the outbox, a text a change.
func (s *shelf) waiting() []string {
	s.t.Helper()
	items, err := s.Outbox(s.ctx, account)
	if err != nil {
		s.t.Fatal(err)
	}
	var all []string
	for _, it := range items {
		all = append(all, fmt.Sprintf("%s %s %s", it.Kind, it.Remote, it.Value))
	}
	return all
}

func (s *shelf) wantWaiting(want ...string) {
	s.t.Helper()
	if diff := cmp.Diff(want, s.waiting()); diff != "" {
		s.t.Errorf("the outbox (-want +got)\n%s", diff)
	}
}

// send has the server take all that is in the outbox.
func (s *shelf) send() {
	s.t.Helper()
	items, err := s.Outbox(s.ctx, account)
	if err == nil {
		err = s.Sent(s.ctx, account, items...)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// sync takes over the sets of the server.
func (s *shelf) sync(unread, starred []string) (x model.Exchange, unknown []string) {
	s.t.Helper()
	set := func(remotes []string) map[string]bool {
		all := map[string]bool{}
		for _, r := range remotes {
			all[r] = true
		}
		return all
	}
	turn, err := s.Turn(s.ctx, account)
	if err != nil {
		s.t.Fatal(err)
	}
	d, err := s.Compare(s.ctx, account, ledger.Sets{Unread: set(unread), Starred: set(starred)})
	if err == nil {
		x, err = s.Apply(s.ctx, account, "the server", turn, d.Flips)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return x, d.Unknown
}

func (s *shelf) status(id model.ID) model.Status {
	s.t.Helper()
	st, err := s.Status(s.ctx, id)
	if err != nil {
		s.t.Fatal(err)
	}
	return st
}

func is(on bool) *bool { return &on }

var (
	harbour = ledger.Feed{Remote: "7", Address: "https://harbour.example/feed", Title: "Harbour"}
	market  = ledger.Feed{Remote: "8", Address: "https://market.example/feed", Title: "Market", Folder: "Town"}
)

func TestWhatTheUserDoesEntersTheOutbox(t *testing.T) {
	s := newShelf(t)
	s.feeds(harbour, market)
	ids := s.come("7", "41", "42", "43")
	s.wantWaiting()
	s.mark(model.StatusChange{Read: is(true)}, ids[0], ids[1])
	s.mark(model.StatusChange{Starred: is(true)}, ids[2])
	s.wantWaiting("read 41 1", "read 42 1", "starred 43 1")
	if _, _, err := s.Undo(s.ctx); err != nil {
		t.Fatal(err)
	}
	s.wantWaiting("read 41 1", "read 42 1", "starred 43 0") // it may have been sent
	s.send()
	s.wantWaiting()
	if _, _, err := s.Undo(s.ctx); err != nil {
		t.Fatal(err)
	}
	s.wantWaiting("read 41 0", "read 42 0")
}

func TestWhatIsChangedWhileItIsSentIsSentAgain(t *testing.T) {
	s := newShelf(t)
	s.feeds(harbour)
	id := s.come("7", "41")[0]
	s.mark(model.StatusChange{Read: is(true)}, id)
	items, err := s.Outbox(s.ctx, account)
	if err != nil {
		t.Fatal(err)
	}
	s.mark(model.StatusChange{Read: is(false)}, id)
	if err := s.Sent(s.ctx, account, items...); err != nil {
		t.Fatal(err)
	}
	s.wantWaiting("read 41 0")
}

func TestWhatTheServerSaysIsAppliedButForTheOutbox(t *testing.T) {
	s := newShelf(t)
	s.feeds(harbour)
	ids := s.come("7", "41", "42", "43")
	s.mark(model.StatusChange{Read: is(true)}, ids[0])
	x, unknown := s.sync([]string{"41", "43", "50"}, []string{"43"})
	if diff := cmp.Diff(model.Exchange{Read: 1, Starred: 1}, x); diff != "" {
		t.Errorf("what came (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"50"}, unknown); diff != "" {
		t.Errorf("what is to be asked for (-want +got)\n%s", diff)
	}
	if !s.status(ids[0]).Read || !s.status(ids[1]).Read || s.status(ids[2]).Read || !s.status(ids[2]).Starred {
		t.Errorf("the statuses are %v %v %v", s.status(ids[0]), s.status(ids[1]), s.status(ids[2]))
	}
	s.wantWaiting("read 41 1") // and nothing of what has come
	if x, _ := s.sync([]string{"43"}, []string{"43"}); x.Read+x.Unread+x.Starred+x.Unstarred != 0 {
		t.Errorf("the same sets change %v", x)
	}
}

func TestSetsThatAnotherSyncHasOvertakenChangeNothing(t *testing.T) {
	s := newShelf(t)
	s.feeds(harbour)
	id := s.come("7", "41")[0]
	turn, err := s.Turn(s.ctx, account)
	if err != nil {
		t.Fatal(err)
	}
	s.mark(model.StatusChange{Read: is(true)}, id)
	s.send()
	flips := []ledger.Flip{{Remote: "41", Kind: ledger.KindRead}}
	if _, err := s.Apply(s.ctx, account, "", turn, flips); !errors.Is(err, ledger.ErrOvertaken) || !s.status(id).Read {
		t.Errorf("it ends with %v, and the article is read: %v", err, s.status(id).Read)
	}
}

func TestManyMarksThatAServerTakesBackCanBeUndone(t *testing.T) {
	s := newShelf(t)
	s.feeds(harbour)
	var remotes []string
	for i := range 12 {
		remotes = append(remotes, fmt.Sprint(100+i))
	}
	ids := s.come("7", remotes...)
	s.mark(model.StatusChange{Starred: is(true)}, ids...)
	s.send()
	if x, _ := s.sync(remotes, nil); x.Unstarred != 12 {
		t.Fatalf("what came: %v", x)
	}
	title, _, err := s.Undo(s.ctx)
	if err != nil || title != "the server took back 12 marks" || !s.status(ids[0]).Starred {
		t.Errorf("Undo took back %q (%v), and the star is %v", title, err, s.status(ids[0]).Starred)
	}
	if n := len(s.waiting()); n != 12 {
		t.Errorf("%d stars are sent again, want 12", n)
	}
}

func TestFeedsComeGoAndMoveBothWays(t *testing.T) {
	s := newShelf(t)
	if came, _ := s.feeds(harbour, market); came != 2 {
		t.Fatalf("%d feeds came, want 2", came)
	}
	id := s.come("8", "51")[0]
	s.mark(model.StatusChange{Starred: is(true)}, id)
	s.send()
	there := market
	there.Title, there.Folder = "Market hall", "Town/West"
	if _, gone := s.feeds(there); gone != 1 {
		t.Errorf("%d feeds have gone, want 1", gone)
	}
	s.wantWaiting()
	all, err := s.Store.Feeds.All(s.ctx)
	if err != nil || len(all) != 1 || all[0].Called() != "Market hall" || all[0].Folder != "Town/West" ||
		all[0].Account != account {
		t.Fatalf("the feeds are %+v (%v)", all, err)
	}
	feed := all[0]
	feed.Name, feed.Folder = "Hall", "Food"
	if err := s.Store.Feeds.Edit(s.ctx, feed); err != nil {
		t.Fatal(err)
	}
	s.wantWaiting("move 8 Food", "rename 8 Hall")
	s.feeds(there) // as it still is
	if all, _ := s.Store.Feeds.All(s.ctx); all[0].Name != "Hall" || all[0].Folder != "Food" {
		t.Errorf("what waits was taken back: %+v", all[0])
	}
	s.send()
	if _, err := s.Store.Feeds.Unsubscribe(s.ctx, "removed", true, feed.ID); err != nil {
		t.Fatal(err)
	}
	s.wantWaiting("unsubscribe 8 https://market.example/feed")
	s.feeds(there) // which has not heard of it
	if all, _ := s.Store.Feeds.All(s.ctx); len(all) != 0 || !s.status(id).Starred {
		t.Errorf("it came back: %v, and its article is %v", all, s.status(id))
	}
}

func TestAServerThatListsNoFeedsAnyMoreChangesNothing(t *testing.T) {
	s := newShelf(t)
	s.feeds(harbour, market)
	_, _, err := s.KeepFeeds(s.ctx, account, s.turn(), nil)
	if all, _ := s.Store.Feeds.All(s.ctx); !errors.Is(err, ledger.ErrEmptied) || len(all) != 2 {
		t.Errorf("it ends with %v, and %d feeds are left", err, len(all))
	}
}

// TestAFeedThatWasHereIsJoined has a server whose entries are here already, one of them read.
func TestAFeedThatWasHereIsJoined(t *testing.T) {
	s := newShelf(t)
	s.feeds(harbour)
	ids := s.come("7", "41", "42")
	s.mark(model.StatusChange{Read: is(true)}, ids[0])
	if err := s.Forget(s.ctx, account); err != nil {
		t.Fatal(err)
	}
	s.feeds(harbour)
	s.come("7", "41", "42")
	s.wantWaiting("read 41 1")
	if feeds, _ := s.Store.Feeds.All(s.ctx); len(feeds) != 1 {
		t.Errorf("the feeds are %v", feeds)
	}
}

func TestARemovedAccountLeavesFeedsAndArticles(t *testing.T) {
	s := newShelf(t)
	s.feeds(harbour)
	id := s.come("7", "41")[0]
	if err := s.Remove(s.ctx, account); err != nil {
		t.Fatal(err)
	}
	s.mark(model.StatusChange{Read: is(true)}, id)
	all, err := s.Store.Feeds.All(s.ctx)
	if err != nil || len(all) != 1 || all[0].Account != "" {
		t.Errorf("the feeds are %+v (%v)", all, err)
	}
	if states, err := s.States(s.ctx); err != nil || len(states) != 0 {
		t.Errorf("the accounts are %v (%v)", states, err)
	}
}
