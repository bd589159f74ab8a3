package proof

import (
	"fmt"
	"maps"
	"net/http"
)

// subscription is a feed as the server writes it.
type subscription struct {
	ID       int64  `json:"id"`
	Address  string `json:"feed_url"`
	Title    string `json:"title"`
	Category struct {
		Title string `json:"title"`
	} `json:"category"`
}

func (s *schedule) subscriptions() (all []subscription) {
	s.real.Call(http.MethodGet, "/v1/feeds", nil, &all)
	return all
}

// entry is an entry as the server writes it.
type entry struct {
	ID      int64  `json:"id"`
	URL     string `json:"url"`
	Status  string `json:"status"`
	Starred bool   `json:"starred"`
}

func (s *schedule) entries() []entry {
	var all struct {
		Entries []entry `json:"entries"`
	}
	s.real.Call(http.MethodGet, "/v1/entries?limit=1000", nil, &all)
	return all.Entries
}

// server is how the server is.
func (s *schedule) server() Facts {
	all := Facts{}
	for _, f := range s.subscriptions() {
		all[Fact{Feed: f.Address, Kind: "title"}] = f.Title
		all[Fact{Feed: f.Address, Kind: "folder"}] = f.Category.Title
	}
	for _, e := range s.entries() {
		feed := s.at + feedOf(e.URL)
		all[Fact{feed, e.URL, "read"}], all[Fact{feed, e.URL, "starred"}] = said(e.Status == "read"), said(e.Starred)
	}
	return all
}

// phone does some things at the server.
func (s *schedule) phone() {
	for range 1 + s.IntN(3) {
		facts := s.server()
		fact, to, ok := s.choose(facts)
		if !ok {
			return
		}
		s.note("phone %+v %v", fact, to)
		if facts[fact] != to {
			s.set(fact, to)
		}
		s.model.Phone(s.server(), Facts{fact: to})
	}
}

// set does one thing at the server.
func (s *schedule) set(fact Fact, to string) {
	for _, f := range s.subscriptions() {
		if path := fmt.Sprintf("/v1/feeds/%d", f.ID); f.Address == fact.Feed && fact.Of == "" {
			s.real.Call(http.MethodPut, path, s.feedChange(fact, to), nil)
		}
	}
	for _, e := range s.entries() {
		switch {
		case e.URL != fact.Of:
		case fact.Kind == "starred":
			s.real.Call(http.MethodPut, fmt.Sprintf("/v1/entries/%d/bookmark", e.ID), nil, nil)
		default:
			status := map[bool]string{true: "read", false: "unread"}[to == said(true)]
			s.real.Call(http.MethodPut, "/v1/entries", map[string]any{"entry_ids": []int64{e.ID}, "status": status}, nil)
		}
	}
}

func (s *schedule) feedChange(fact Fact, to string) map[string]any {
	if fact.Kind == "title" {
		return map[string]any{"title": to}
	}
	i := 0
	for folderName(i) != to {
		i++
	}
	return map[string]any{"category_id": s.folders[i]}
}

// synced is a sync that comes to its end; before is called before each request with its number.
func (s *schedule) synced(at int, before func(n int)) {
	s.model.Begin(at)
	err := s.machines[at].sync(func(n int) bool {
		if before != nil {
			before(n)
		}
		return false
	})
	s.note("sync %d: %v", at, err)
	if err != nil {
		s.t.Fatalf("after %q: %v", s.log, err)
	}
	s.end(at, true)
}

// cut is a sync that may break off.
func (s *schedule) cut(at int, sync func() bool) {
	s.model.Begin(at)
	whole := sync()
	s.note("whole: %v", whole)
	s.end(at, whole)
}

func (s *schedule) end(at int, whole bool) {
	maps.DeleteFunc(s.asked, func(_ string, by int) bool { return whole && by == at })
	local, _ := s.machines[at].facts(s.at)
	s.model.End(at, whole, s.server(), local)
}

// meanwhile is a sync while which something else happens: there, here, or on the other machine.
func (s *schedule) meanwhile(at int) {
	when, what := 1+s.IntN(6), s.IntN(3)
	s.note("meanwhile %d at %d", at, when)
	s.synced(at, func(n int) {
		switch {
		case n != when:
		case what == 0:
			s.phone()
			s.arrive()
		case what == 1:
			s.here(at)
		default:
			s.here(1 - at)
			s.synced(1-at, nil)
		}
	})
}

// agree compares all three, word for word.
func (s *schedule) agree() {
	server, want := s.server(), 0
	for path, n := range s.items {
		if s.followed[s.at+path] {
			want += 2 + 2*n
		}
	}
	if len(server) != want {
		s.t.Errorf("the server has %d facts, want %d, after %q", len(server), want, s.log)
	}
	for i, m := range s.machines {
		local, _ := m.facts(s.at)
		for fact := range local {
			if !s.followed[fact.Feed] {
				delete(local, fact) // what is starred outlives its feed
			}
		}
		if len(local) != len(server) {
			s.t.Errorf("machine %d has %d facts, the server %d, after %q", i, len(local), len(server), s.log)
		}
		for fact, value := range server {
			if local[fact] != value {
				s.t.Errorf("machine %d: %+v is %q, want %q, after %q", i, fact, local[fact], value, s.log)
			}
		}
	}
}
