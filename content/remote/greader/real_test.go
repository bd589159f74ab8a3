package greader

import (
	"context"
	"slices"
	"strings"
	"testing"

	"lede/content/remote"
	"lede/content/remote/remotetest"
)

func TestRealMinifluxByTheReaderAPI(t *testing.T) {
	ctx := context.Background()
	r := remotetest.NewReal(t)
	s, _ := service(t, r.URL, r.User, r.ReaderPassword)
	id, err := s.Check(ctx)
	if err != nil || id.Server != "Miniflux" || id.User != r.User || id.Can.Labels {
		t.Fatalf("checked: %+v, %v", id, err)
	}
	at := r.Feeds()
	r.Publish("/quay", 0, 700)
	f, err := s.Subscribe(ctx, at+"/quay", "")
	again, err2 := s.Subscribe(ctx, at+"/quay", "")
	if err != nil || err2 != nil || f != again || f.Address != at+"/quay" {
		t.Fatalf("subscribed: %+v, %v, then %+v, %v", f, err, again, err2)
	}
	ids, err := s.Unread(ctx)
	if err != nil || len(ids) != 700 {
		t.Fatalf("got %d unread, %v", len(ids), err)
	}
	entries, err := s.Entries(ctx, ids[:remote.MaxBatch])
	if err != nil || len(entries) != remote.MaxBatch || entries[0].Feed != f.ID ||
		!strings.Contains(entries[0].Item.HTML, "The water rose") || entries[0].Item.URL == "" {
		t.Fatalf("got %d entries, %v", len(entries), err)
	}
	var changes []remote.Change
	for _, id := range ids[:600] {
		changes = append(changes, remote.Change{Do: remote.MarkRead, Entry: id})
	}
	changes = append(changes, remote.Change{Do: remote.Star, Entry: ids[3]})
	for range 2 {
		if taken, err := s.Push(ctx, changes); err != nil || slices.Contains(taken, false) {
			t.Fatalf("pushed: %v", err)
		}
	}
	if got, err := s.Unread(ctx); err != nil || !same(got, ids[600:]) {
		t.Errorf("got %d unread, %v", len(got), err)
	}
	if got, err := s.Starred(ctx); err != nil || !slices.Equal(got, ids[3:4]) {
		t.Errorf("starred: %v, %v", got, err)
	}
	if err := s.RenameFeed(ctx, f.ID, "The quay"); err != nil {
		t.Error(err)
	}
	feeds, err := s.Feeds(ctx)
	if err != nil || len(feeds) != 1 || feeds[0].Title != "The quay" {
		t.Errorf("feeds: %+v, %v", feeds, err)
	}
	for range 2 {
		if err := s.Unsubscribe(ctx, f.ID); err != nil {
			t.Error(err)
		}
	}
}

func TestRealCostByTheReaderAPI(t *testing.T) {
	ctx := context.Background()
	r := remotetest.NewReal(t)
	s, front := service(t, r.URL, r.User, r.ReaderPassword)
	at := r.Feeds()
	r.Publish("/quay", 0, 300)
	if _, err := s.Subscribe(ctx, at+"/quay", ""); err != nil {
		t.Fatal(err)
	}
	s.auth, s.token = "", ""
	front.Requests()
	front.Bytes()
	_, err := s.Feeds(ctx)
	_, err2 := s.Unread(ctx)
	_, err3 := s.Starred(ctx)
	_, err4 := s.News(ctx, "")
	for _, err := range []error{err, err2, err3, err4} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if asked, n := front.Requests(), front.Bytes(); len(asked) > 5 || n > 20_000 {
		t.Errorf("an unchanged sync took %d requests and %d bytes: %q", len(asked), n, asked)
	}
}
