package miniflux

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"lede/content/remote"
	"lede/content/remote/remotetest"
)

func change(do remote.Action, ids ...remote.EntryID) []remote.Change {
	var all []remote.Change
	for _, id := range ids {
		all = append(all, remote.Change{Do: do, Entry: id})
	}
	return all
}

func push(t *testing.T, s *Service, changes []remote.Change) {
	t.Helper()
	taken, err := s.Push(context.Background(), changes)
	if err != nil || slices.Contains(taken, false) || len(taken) != len(changes) {
		t.Fatalf("pushed %d: taken %v, %v", len(changes), taken, err)
	}
}

func TestTenThousandMarksTakeTenRequests(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Fill(1, 10_000)
	s, front := service(t, m.URL)
	push(t, s, change(remote.MarkRead, numbers(1, 10_000)...))
	if r := front.Requests(); len(r) != 10 {
		t.Errorf("took %d requests, want 10", len(r))
	}
	if got, err := s.Unread(context.Background()); err != nil || len(got) > 0 {
		t.Errorf("left %d unread, %v", len(got), err)
	}
}

func TestTheLastChangeOfAStateIsTheOneThatHolds(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Fill(1, 2)
	s, _ := service(t, m.URL)
	changes := slices.Concat(change(remote.MarkRead, "1", "2"), change(remote.Star, "1"), change(remote.MarkUnread, "1"),
		change(remote.Label, "1"), change(remote.Unstar, "1"), change(remote.Star, "2"))
	push(t, s, changes)
	push(t, s, changes) // does no harm
	if one, two := m.Entry(1), m.Entry(2); one.Read || one.Starred || !two.Read || !two.Starred {
		t.Errorf("got %+v and %+v", one, two)
	}
}

func TestStarsAreSetAlsoWhereTheServerCanOnlyTurnThemOver(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Old = true
	m.Fill(1, 4)
	m.Put(remotetest.Row{ID: 1, Starred: true}, remotetest.Row{ID: 2, Starred: true})
	s, front := service(t, m.URL)
	lost := true
	front.Lost = func(r *http.Request) bool {
		cut := lost && strings.HasSuffix(r.URL.Path, "/bookmark")
		lost = lost && !cut
		return cut
	}
	changes := slices.Concat(change(remote.Star, "1", "3"), change(remote.Unstar, "2", "4", "99"))
	for range 5 { // an answer is lost after the star was turned over
		if _, err := s.Push(context.Background(), changes); err == nil {
			break
		}
	}
	push(t, s, changes)
	for id, want := range map[int64]bool{1: true, 2: false, 3: true, 4: false} {
		if got := m.Entry(id).Starred; got != want {
			t.Errorf("%d: starred %v, want %v", id, got, want)
		}
	}
	if lost {
		t.Error("no answer was lost")
	}
}

func TestAPushThatFailsSaysWhatWasTaken(t *testing.T) {
	m := remotetest.NewMiniflux(t)
	m.Fill(1, 1500)
	s, front := service(t, m.URL)
	n := 0
	front.Instead = func(w http.ResponseWriter, r *http.Request) bool {
		n++
		return n > 1 && remotetest.CutOff(w, r)
	}
	taken, err := s.Push(context.Background(), change(remote.MarkRead, numbers(1, 1500)...))
	if err == nil || !taken[0] || !taken[999] || taken[1000] || taken[1499] || m.Entry(1001).Read {
		t.Errorf("got %v, want 1,000 taken and an error", err)
	}
}

func TestMarkAllLeavesWhatHasArrivedSince(t *testing.T) {
	for name, c := range map[string]remote.Change{
		"all":    {Do: remote.ReadAll, Newest: "5"},
		"a feed": {Do: remote.ReadAll, Newest: "5", Feed: "1"},
	} {
		m := remotetest.NewMiniflux(t)
		m.Fill(1, 8)
		m.Put(remotetest.Row{ID: 2, Feed: 2})
		s, _ := service(t, m.URL)
		push(t, s, []remote.Change{{Do: remote.MarkUnread, Entry: "1"}, c, {Do: remote.MarkUnread, Entry: "3"}})
		if m.Entry(3).Read || !m.Entry(1).Read || !m.Entry(5).Read || m.Entry(6).Read || m.Entry(2).Read == (c.Feed != "") {
			t.Errorf("%s: got %v %v %v %v %v", name, m.Entry(1), m.Entry(2), m.Entry(3), m.Entry(5), m.Entry(6))
		}
	}
}
