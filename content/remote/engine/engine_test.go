package engine_test

import (
	"context"
	"errors"
	"hash/crc32"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/content/remote"
	"lede/content/remote/engine"
	"lede/content/store"
	"lede/content/store/draft"
	"lede/content/store/follow"
	"lede/content/store/ledger"
	"lede/model"
)

const account = model.ID("00000000000000aa")

// machine is a library that syncs with a server.
type machine struct {
	*ledger.Ledger
	*server
	t     testing.TB
	ctx   context.Context //nolint:containedctx // of one test
	store *store.Store
	path  string
}

func newMachine(t testing.TB, s *server) *machine {
	t.Helper()
	m := &machine{server: s, t: t, ctx: t.Context(), path: filepath.Join(t.TempDir(), "library.db")}
	m.open()
	t.Cleanup(func() { _ = m.store.Close() })
	return m
}

func (m *machine) open() {
	m.t.Helper()
	var err error
	noon := time.Date(2026, 5, 5, 12, 0, 0, 0, time.UTC)
	if m.store, err = store.Open(m.ctx, m.path, store.Options{Now: func() time.Time { return noon }}); err != nil {
		m.t.Fatal(err)
	}
	m.Ledger = m.store.Ledger()
	if _, err := m.Open(m.ctx, account); err != nil {
		m.t.Fatal(err)
	}
}

// Feeds are those of the library: both parts of a machine have feeds.
func (m *machine) Feeds(ctx context.Context, id model.ID) (map[string]model.ID, error) {
	return m.Ledger.Feeds(ctx, id)
}

// Keep implements engine.Shelf, with texts that are not parsed.
func (m *machine) Keep(
	ctx context.Context, id model.ID, entries []remote.Entry, cursor *remote.Cursor,
) (added, changed int, err error) {
	d := store.Delivery{Account: id}
	if cursor != nil {
		at := string(*cursor)
		d.Cursor = &at
	}
	feeds, err := m.Ledger.Feeds(ctx, id)
	if err != nil {
		return 0, 0, err
	}
	for _, e := range entries {
		a := model.Article{Entry: model.Entry{ID: articleOf(feeds[string(e.Feed)], e), Title: e.Item.Title}}
		a.Sections = []model.Section{{Blocks: []model.Block{model.Prose{Source: e.Item.HTML}}}}
		ready, err := draft.Prepare(model.Record{Article: a})
		if err != nil {
			return 0, 0, err
		}
		d.Answers = append(d.Answers, follow.Answer{
			Feed:    model.Subscription{ID: feeds[string(e.Feed)]},
			Entries: []follow.Entry{{GUID: e.Item.ID, Said: saidOf(e.Hash), Ready: ready}},
		})
		d.Links = append(d.Links, ledger.Link{
			Remote: string(e.ID), Feed: string(e.Feed), GUID: e.Item.ID, Read: e.Read, Starred: e.Starred, Hash: e.Hash,
		})
	}
	kept, err := m.store.KeepDelivery(ctx, &d)
	for _, k := range slices.Concat(kept...) {
		if k.How == model.Added {
			added++
		}
		if k.How == model.Updated {
			changed++
		}
	}
	return added, changed, err
}

// saidOf is a number of all that an entry says, by its hash.
func saidOf(hash string) int64 { return int64(crc32.ChecksumIEEE([]byte(hash))) }

func articleOf(feed model.ID, e remote.Entry) model.ID { return model.NewID(string(feed), e.Item.ID) }

func (m *machine) sync() (model.Exchange, error) {
	m.requests = 0
	s := engine.Sync{Service: m.server, Shelf: m, Account: account, Name: "the server"}
	return s.Run(m.ctx)
}

func (m *machine) mustSync() model.Exchange {
	m.t.Helper()
	m.cut, m.late = 0, false
	x, err := m.sync()
	if err != nil {
		m.t.Fatal(err)
	}
	return x
}

// article is the library's article of an entry of the server.
func (m *machine) article(id remote.EntryID) model.ID {
	m.t.Helper()
	feeds, err := m.Ledger.Feeds(m.ctx, account)
	if err != nil {
		m.t.Fatal(err)
	}
	e := m.entry(id)
	return articleOf(feeds[string(e.Feed)], *e)
}

func (m *machine) status(id remote.EntryID) model.Status {
	m.t.Helper()
	st, err := m.store.Status(m.ctx, m.article(id))
	if err != nil {
		m.t.Fatal(err)
	}
	return st
}

func (m *machine) mark(id remote.EntryID, to model.StatusChange) {
	m.t.Helper()
	if _, err := m.store.Mark(m.ctx, "marked", []model.ID{m.article(id)}, to); err != nil {
		m.t.Fatal(err)
	}
}

func yes() *bool { v := true; return &v }
func no() *bool  { v := false; return &v }

func TestFirstSyncBringsAllAndTheNextOneNothing(t *testing.T) {
	s := newServer("tides", "market")
	for i := range 10 {
		s.arrive(s.feeds[i%2].ID)
	}
	s.entries[3].Read, s.entries[4].Starred = true, true
	m := newMachine(t, s)
	if x := m.mustSync(); x.New != 10 || x.Feeds != 2 {
		t.Errorf("the first sync brought %+v", x)
	}
	if st := m.status(s.entries[3].ID); !st.Read {
		t.Error("what was read there is unread here")
	}
	if st := m.status(s.entries[4].ID); !st.Starred || st.Read {
		t.Error("what was starred there is not here")
	}
	if x := m.mustSync(); x.New+x.Read+x.Unread+x.Sent != 0 || s.requests > 5 {
		t.Errorf("the second sync brought %+v in %d requests", x, s.requests)
	}
}

func TestNewsThatAreIDsAloneAreFetched(t *testing.T) {
	s := newServer("tides")
	s.bare = true
	for range 600 {
		s.arrive("1")
	}
	s.page = 1000
	m := newMachine(t, s)
	if x := m.mustSync(); x.New != 600 || s.requests > 8 {
		t.Errorf("the sync brought %d in %d requests", x.New, s.requests)
	}
}

func TestMarksGoBothWays(t *testing.T) {
	s := newServer("tides")
	here, there := s.arrive("1"), s.arrive("1")
	m := newMachine(t, s)
	m.mustSync()
	m.mark(here, model.StatusChange{Read: yes(), Starred: yes()})
	s.entry(there).Read = true
	x := m.mustSync()
	if x.Sent != 2 || x.Read != 1 || !s.entry(here).Read || !s.entry(here).Starred || !m.status(there).Read {
		t.Errorf("the sync did %+v; there %+v", x, s.entry(here))
	}
	s.entry(here).Read = false
	m.mark(there, model.StatusChange{Read: no()})
	if m.mustSync(); m.status(here).Read || s.entry(there).Read {
		t.Error("marks as unread were lost")
	}
}

// TestAnEntryThatComesWhileSetsAreReadIsNotTakenForRead has entries come before each request.
func TestAnEntryThatComesWhileSetsAreReadIsNotTakenForRead(t *testing.T) {
	s := newServer("tides")
	s.arrive("1")
	m := newMachine(t, s)
	s.before = func() { s.arrive("1") }
	m.mustSync()
	s.before = nil
	m.mustSync()
	for _, e := range s.entries {
		if m.status(e.ID).Read {
			t.Errorf("entry %s is taken for read", e.ID)
		}
	}
}

func TestAFeedThatComesWhileItsEntriesDoIsFollowed(t *testing.T) {
	s := newServer("tides")
	m := newMachine(t, s)
	var late remote.EntryID
	s.before = func() {
		if s.requests == 3 { // the feeds have been read
			late = s.arrive(s.follow("https://late.example/feed").ID)
		}
	}
	m.mustSync()
	s.before = nil
	if st := m.status(late); st.Arrived.IsZero() {
		t.Error("its entry has not come")
	}
}

// broken is a server whose answers make no sense.
type broken struct {
	*server
	feeds   func() ([]remote.Feed, error)
	entries func() ([]remote.Entry, error)
}

func (b *broken) Feeds(ctx context.Context) ([]remote.Feed, error) {
	if b.feeds != nil {
		return b.feeds()
	}
	return b.server.Feeds(ctx)
}

func (b *broken) Unread(ctx context.Context) ([]remote.EntryID, error) {
	ids, err := b.server.Unread(ctx)
	if b.entries != nil {
		ids = append(ids, "999")
	}
	return ids, err
}

func (b *broken) Entries(context.Context, []remote.EntryID) ([]remote.Entry, error) {
	return b.entries()
}

func TestAnAnswerThatMakesNoSenseChangesNothing(t *testing.T) {
	for name, spoil := range map[string]*broken{
		"no feeds": {feeds: func() ([]remote.Feed, error) { return nil, nil }},
		"a feed twice": {feeds: func() ([]remote.Feed, error) {
			return []remote.Feed{{ID: "1", Title: "x"}, {ID: "1", Title: "y"}}, nil
		}},
		"an entry that nobody asked for": {entries: func() ([]remote.Entry, error) {
			return []remote.Entry{{ID: "5", Feed: "1"}}, nil
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer("tides", "market")
			id := s.arrive("1")
			m := newMachine(t, s)
			m.mustSync()
			spoil.server = s
			run := engine.Sync{Service: spoil, Shelf: m, Account: account, Name: "the server"}
			if _, err := run.Run(m.ctx); err == nil || !strings.Contains(err.Error(), "nothing was changed") {
				t.Errorf("it ends with %v", err)
			}
			feeds, err := m.store.Feeds.All(m.ctx)
			if err != nil || len(feeds) != 2 || m.status(id).Read {
				t.Errorf("it has changed something: %v (%v)", feeds, err)
			}
		})
	}
}

func TestUnsubscribingLeavesWhatIsStarred(t *testing.T) {
	s := newServer("tides", "market")
	here, there := s.arrive("1"), s.arrive("2")
	m := newMachine(t, s)
	m.mustSync()
	kept := []model.ID{m.article(here), m.article(there)}
	m.mark(here, model.StatusChange{Starred: yes()})
	m.mark(there, model.StatusChange{Starred: yes()})
	m.mustSync()
	feeds, err := m.store.Feeds.All(m.ctx)
	if err != nil {
		t.Fatal(err)
	}
	mine := slices.IndexFunc(feeds, func(f model.Subscription) bool { return strings.Contains(f.URL, "tides") })
	if _, err := m.store.Feeds.Unsubscribe(m.ctx, "removed", true, feeds[mine].ID); err != nil {
		t.Fatal(err)
	}
	if err := s.Unsubscribe(m.ctx, "2"); err != nil {
		t.Fatal(err)
	}
	s.follow("https://other.example/feed") // so that it has not lost all
	if x := m.mustSync(); x.Gone != 1 || len(s.feeds) != 1 {
		t.Errorf("the sync did %+v, and there are %v", x, s.feeds)
	}
	for _, id := range kept {
		if _, st, err := m.store.Get(m.ctx, id); err != nil || !st.Starred {
			t.Errorf("%s is %+v (%v)", id, st, err)
		}
	}
}

// TestAFeedThatGoesWhileSetsAreReadLeavesItsStars has another client unsubscribe before each of the first requests.
func TestAFeedThatGoesWhileSetsAreReadLeavesItsStars(t *testing.T) {
	for at := range 5 {
		s := newServer("tides", "market")
		id := s.arrive("2")
		s.arrive("1")
		s.entry(id).Starred = true
		m := newMachine(t, s)
		m.mustSync()
		article := m.article(id)
		s.before = func() {
			if s.requests == at {
				s.unfollow("https://market.example/feed")
			}
		}
		m.mustSync()
		s.before = nil
		m.mustSync()
		if st, err := m.store.Status(m.ctx, article); err != nil || !st.Starred || st.Read {
			t.Errorf("after request %d the article is %+v (%v)", at, st, err)
		}
	}
}

func TestAFeedIsFollowedThere(t *testing.T) {
	s := newServer("tides")
	m := newMachine(t, s)
	m.mustSync()
	done, err := m.store.Feeds.Subscribe(m.ctx, model.Subscription{URL: "https://new.example/feed", Folder: "News"})
	if err == nil {
		err = m.SubscribeThere(m.ctx, account, done[0].ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	m.mustSync()
	id := s.arrive(s.feeds[1].ID)
	if m.mustSync(); s.feeds[1].Folder != "News" || m.status(id).Arrived.IsZero() {
		t.Errorf("there are %v", s.feeds)
	}
	feeds, _ := m.store.Feeds.All(m.ctx)
	if len(feeds) != 2 || feeds[0].Account != account && feeds[1].Account != account {
		t.Errorf("here are %v", feeds)
	}
}

func TestWhatWasSentIsNotedWhenTheRestFails(t *testing.T) {
	s := newServer("tides")
	id := s.arrive("1")
	m := newMachine(t, s)
	m.mustSync()
	m.mark(id, model.StatusChange{Read: yes()})
	m.cut = 3 // after it was sent
	if _, err := m.sync(); !errors.Is(err, errCut) {
		t.Fatal(err)
	}
	if waiting, err := m.Outbox(m.ctx, account); err != nil || len(waiting) != 0 {
		t.Errorf("%v still waits (%v)", waiting, err)
	}
}
