package miniflux

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"lede/content/remote"
	"lede/content/remote/remotetest"
)

// real is a client of a real server's user over a Front.
func real(t *testing.T) (*Service, *remotetest.Front, *remotetest.Real) {
	t.Helper()
	r := remotetest.NewReal(t)
	s, front := service(t, r.URL)
	s, err := New(remote.Config{Address: front.URL, Secret: r.Token, Transport: s.wire.Transport()})
	if err != nil {
		t.Fatal(err)
	}
	return s, front, r
}

func must[T any](t *testing.T) func(v T, err error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// sync asks what a sync asks.
func syncAll(t *testing.T, s *Service, since remote.Cursor) (entries []remote.Entry, next remote.Cursor) {
	t.Helper()
	ctx := context.Background()
	must[[]remote.Feed](t)(s.Feeds(ctx))
	must[[]remote.EntryID](t)(s.Unread(ctx))
	must[[]remote.EntryID](t)(s.Starred(ctx))
	for {
		n := must[remote.News](t)(s.News(ctx, since))
		entries, since = append(entries, n.Entries...), n.Next
		if !n.More {
			return entries, since
		}
	}
}

func TestRealCost(t *testing.T) {
	s, front, r := real(t)
	at := r.Feeds()
	const feeds, each = 5, 2000
	for i := range feeds {
		path := fmt.Sprintf("/%d", i)
		r.Publish(path, 0, each)
		must[remote.Feed](t)(s.Subscribe(context.Background(), at+path, ""))
	}
	r.Import(300)
	front.Requests()
	first, since := syncAll(t, s, "")
	most := 20
	if s.noIDs { // 2.2.13: its sets come as entries
		most = 40
	}
	if asked := front.Requests(); len(first) != feeds*each || len(asked) > most {
		t.Errorf("the first sync brought %d entries in %d requests, want %d in %d", len(first), len(asked), feeds*each, most)
	}
	ids := make([]remote.EntryID, len(first))
	for i, e := range first {
		ids[i] = e.ID
	}
	push(t, s, change(remote.MarkRead, ids...))
	if asked := front.Requests(); len(asked) > 20 {
		t.Errorf("10,000 marks took %d requests, want at most 20", len(asked))
	}
	push(t, s, change(remote.MarkUnread, ids[:2000]...))
	for range 2 { // the first counts once more what came last
		front.Requests()
		front.Bytes()
		var new []remote.Entry
		if new, since = syncAll(t, s, since); len(new) > 0 {
			t.Errorf("%d entries came again", len(new))
		}
		asked, bytes := front.Requests(), front.Bytes()
		t.Logf("unchanged: %d requests, %d bytes", len(asked), bytes)
		if old := s.noIDs; !old && (len(asked) > 5 || bytes > 20_000) {
			t.Errorf("an unchanged sync took %d requests and %d bytes, want at most 5 and 20,000: %q", len(asked), bytes, asked)
		}
	}
}

func TestRealStatesAndNews(t *testing.T) {
	ctx := context.Background()
	s, _, r := real(t)
	id := must[remote.Identity](t)(s.Check(ctx))
	if id.Server != "Miniflux" || id.Version == "" || id.User != r.User || id.Can.Save {
		t.Errorf("checked: %+v", id)
	}
	at := r.Feeds()
	r.Publish("/quay", 0, 5)
	f := must[remote.Feed](t)(s.Subscribe(ctx, at+"/quay", "Harbour"))
	again := must[remote.Feed](t)(s.Subscribe(ctx, at+"/quay", "Harbour"))
	if f != again || f.Folder != "Harbour" || f.Title != "Feed /quay" || f.Address != at+"/quay" {
		t.Errorf("subscribed: %+v, then %+v", f, again)
	}
	entries, since := syncAll(t, s, "")
	if len(entries) != 5 || entries[0].Item.URL == "" || !strings.Contains(entries[0].Item.HTML, "The water rose") {
		t.Fatalf("got %d entries: %+v", len(entries), entries)
	}
	changes := slices.Concat(change(remote.MarkRead, entries[0].ID, entries[1].ID), change(remote.Star, entries[1].ID))
	push(t, s, changes)
	push(t, s, changes)
	if got := must[[]remote.EntryID](t)(s.Unread(ctx)); len(got) != 3 || slices.Contains(got, entries[0].ID) {
		t.Errorf("unread: %v", got)
	}
	if got := must[[]remote.EntryID](t)(s.Starred(ctx)); !slices.Equal(got, []remote.EntryID{entries[1].ID}) {
		t.Errorf("starred: %v", got)
	}
	push(t, s, change(remote.Unstar, entries[1].ID, entries[2].ID))
	push(t, s, change(remote.MarkUnread, entries[0].ID))
	if got := must[[]remote.EntryID](t)(s.Starred(ctx)); len(got) != 0 {
		t.Errorf("starred after unstar: %v", got)
	}
	r.Publish("/quay", 5, 2) // dated before all others
	r.Refresh(string(f.ID))
	fresh, _ := syncAll(t, s, since)
	fresh = slices.DeleteFunc(fresh, func(e remote.Entry) bool { // its feed was read anew: all may have been edited
		return slices.ContainsFunc(entries, func(was remote.Entry) bool { return was.ID == e.ID && was.Hash == e.Hash })
	})
	if len(fresh) != 2 {
		t.Fatalf("got %d new entries, want 2", len(fresh))
	}
	push(t, s, []remote.Change{{Do: remote.ReadAll, Feed: f.ID, Newest: entries[4].ID}})
	if got := must[[]remote.EntryID](t)(s.Unread(ctx)); !same(got, []remote.EntryID{fresh[0].ID, fresh[1].ID}) {
		t.Errorf("unread after mark all: %v, want the two that came later", got)
	}
}

func TestRealEditedArticleHasAnotherHash(t *testing.T) {
	s, _, r := real(t)
	at := r.Feeds()
	r.Publish("/quay", 0, 1)
	f := must[remote.Feed](t)(s.Subscribe(context.Background(), at+"/quay", ""))
	before, _ := syncAll(t, s, "")
	r.Edit("/quay", 0, "<p>The water fell.</p>")
	r.Refresh(string(f.ID))
	after := must[[]remote.Entry](t)(s.Entries(context.Background(), []remote.EntryID{before[0].ID, "999999999"}))
	if len(after) != 1 || after[0].Hash == before[0].Hash || !strings.Contains(after[0].Item.HTML, "fell") {
		t.Errorf("got %+v, before %+v", after, before)
	}
}

func TestRealSubscriptions(t *testing.T) {
	ctx := context.Background()
	s, _, r := real(t)
	r.Publish("/quay", 0, 1)
	f := must[remote.Feed](t)(s.Subscribe(ctx, r.Feeds()+"/quay", "Harbour"))
	for what, err := range map[string]error{
		"rename":        s.RenameFeed(ctx, f.ID, "The quay"),
		"move":          s.MoveFeed(ctx, f.ID, "Ships"),
		"rename folder": s.RenameFolder(ctx, "Harbour", "Port"),
	} {
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	feeds := must[[]remote.Feed](t)(s.Feeds(ctx))
	if len(feeds) != 1 || feeds[0].Title != "The quay" || feeds[0].Folder != "Ships" {
		t.Errorf("got %+v", feeds)
	}
	if err := s.RemoveFolder(ctx, "Ships"); err == nil {
		t.Error("a folder with a feed was removed")
	}
	for range 2 { // the second time there is nothing left to remove
		if err := s.RemoveFolder(ctx, "Port"); err != nil {
			t.Error(err)
		}
		if err := s.Unsubscribe(ctx, f.ID); err != nil {
			t.Error(err)
		}
	}
	if feeds = must[[]remote.Feed](t)(s.Feeds(ctx)); len(feeds) != 0 {
		t.Errorf("left: %+v", feeds)
	}
}

func TestRealLimits(t *testing.T) {
	_, _, r := real(t)
	if status, _ := r.Try(http.MethodGet, "/v1/entries?limit=1001", nil); status != http.StatusBadRequest {
		t.Logf("more than 1,000 entries at once: %d", status) // 400 since 2.2.14
	}
	s, _, _ := real(t)
	if _, err := s.Push(context.Background(), change(remote.MarkRead, "999999999")); err != nil {
		t.Errorf("an entry that is not there: %v", err)
	}
	if err := s.Save(context.Background(), "1"); err == nil {
		t.Error("saved without a service to save to")
	}
	bad, err := New(remote.Config{Address: r.URL, User: r.User, Secret: "wrong", Transport: http.DefaultTransport})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bad.Check(context.Background()); err == nil || strings.Contains(err.Error(), "wrong") {
		t.Errorf("a wrong password: %v", err)
	}
}

func TestRealEditedEntriesComeOnce(t *testing.T) {
	s, front, r := real(t)
	at := r.Feeds()
	r.Publish("/quay", 0, 5)
	f := must[remote.Feed](t)(s.Subscribe(context.Background(), at+"/quay", ""))
	_, since := syncAll(t, s, "")
	_, since = syncAll(t, s, since)
	r.Edit("/quay", 3, "<p>The water fell.</p>")
	r.Refresh(string(f.ID))
	entries, since := syncAll(t, s, since)
	if !slices.ContainsFunc(entries, func(e remote.Entry) bool { return e.Item.HTML == "<p>The water fell.</p>" }) {
		t.Errorf("after an edit came %+v", entries)
	}
	front.Requests()
	if entries, _ = syncAll(t, s, since); len(entries) > 0 {
		t.Errorf("%d entries came again in %q", len(entries), front.Requests())
	}
}
