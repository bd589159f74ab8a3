package remotetest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// Miniflux is a server that answers as a Miniflux does, as far as a sync needs it: user "ada", password "secret".
type Miniflux struct {
	URL string
	Old bool // it is of the time before /v1/entries/ids and before stars by PUT /v1/entries
	// Between is called before each page of IDs but the first: another client may change something.
	Between func()

	Hands bool // it has a read-later service that it hands entries on to

	Wide int // bytes by which the text of each entry is longer

	mu      sync.Mutex
	entries []Row // by ID
	feeds   []Row // ID, Title, URL
	saved   []int64
	edits   int // how often an entry was put in the place of another
}

// Row is an entry or a feed on a Miniflux.
type Row struct {
	ID, Feed         int64
	Title, URL, HTML string
	Read, Starred    bool
	Published        time.Time
}

// NewMiniflux starts one that ends with the test.
func NewMiniflux(t testing.TB) *Miniflux {
	t.Helper()
	m := &Miniflux{feeds: []Row{{ID: 1, Title: "Tides", URL: "https://tides.example/feed"}}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/me", func(w http.ResponseWriter, _ *http.Request) {
		write(w, map[string]any{"id": 1, "username": "ada", "a_field_of_tomorrow": []int{1}})
	})
	mux.HandleFunc("GET /v1/version", func(w http.ResponseWriter, _ *http.Request) {
		write(w, map[string]any{"version": "2.9.x-dev"})
	})
	mux.HandleFunc("GET /v1/feeds", m.listFeeds)
	mux.HandleFunc("GET /v1/entries/ids", m.listIDs)
	mux.HandleFunc("GET /v1/entries", m.list)
	mux.HandleFunc("GET /v1/entries/{id}", m.one)
	mux.HandleFunc("GET /v1/feeds/{feed}/entries", m.list)
	mux.HandleFunc("PUT /v1/entries", m.mark)
	mux.HandleFunc("PUT /v1/entries/{id}/bookmark", m.toggle)
	mux.HandleFunc("POST /v1/entries/{id}/save", m.save)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != "ada" || password != "secret" {
			refuse(w, http.StatusUnauthorized, "access unauthorized")
			return
		}
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	m.URL = s.URL
	return m
}

// Put adds entries, or puts others in their place, by their IDs. A feed of 0 is 1.
func (m *Miniflux) Put(rows ...Row) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range rows {
		r.Feed = cmp.Or(r.Feed, 1)
		i, ok := slices.BinarySearchFunc(m.entries, r.ID, func(e Row, id int64) int { return cmp.Compare(e.ID, id) })
		if ok {
			m.entries[i] = r
			m.edits++
			continue
		}
		m.entries = slices.Insert(m.entries, i, r)
	}
}

// Fill adds n unread entries from an ID on.
func (m *Miniflux) Fill(first int64, n int) {
	for i := range int64(n) {
		id := first + i
		m.Put(Row{
			ID: id, Title: fmt.Sprintf("Tide %d", id), URL: fmt.Sprintf("https://tides.example/%d", id),
			HTML: fmt.Sprintf("<p>The water rose %d cm.</p>", id), Published: time.Unix(1_700_000_000-id, 0),
		})
	}
}

// Drop removes the entries of which a function says so.
func (m *Miniflux) Drop(which func(Row) bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries = slices.DeleteFunc(m.entries, which)
}

// Entry returns an entry; the zero value when there is none.
func (m *Miniflux) Entry(id int64) Row {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, e := range m.entries {
		if e.ID == id {
			return e
		}
	}
	return Row{}
}

func write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

func refuse(w http.ResponseWriter, code int, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]string{"error_message": why})
}

func (m *Miniflux) listFeeds(w http.ResponseWriter, _ *http.Request) {
	m.mu.Lock()
	defer m.mu.Unlock()
	all := []map[string]any{}
	for _, f := range m.feeds {
		all = append(all, map[string]any{
			"id": f.ID, "feed_url": f.URL, "title": f.Title, "category": map[string]any{"id": 1, "title": "All"},
			"etag_header": fmt.Sprintf(`"%d"`, m.edits),
		})
	}
	write(w, all)
}

// chosen are the entries that a query asks for, by ID.
func (m *Miniflux) chosen(r *http.Request) []Row {
	q := r.URL.Query()
	number := func(name string) int64 {
		n, _ := strconv.ParseInt(q.Get(name), 10, 64)
		return n
	}
	feed, _ := strconv.ParseInt(r.PathValue("feed"), 10, 64)
	var rows []Row
	for _, e := range m.entries {
		if after := number("after_entry_id"); after > 0 && e.ID <= after {
			continue
		}
		if before := number("before_entry_id"); before > 0 && e.ID >= before {
			continue
		}
		if feed > 0 && e.Feed != feed || q.Get("status") != "" && (q.Get("status") == "read") != e.Read ||
			q.Get("starred") != "" && (q.Get("starred") == "true") != e.Starred {
			continue
		}
		rows = append(rows, e)
	}
	return rows
}

func (m *Miniflux) listIDs(w http.ResponseWriter, r *http.Request) {
	if m.Old { // it reads "ids" as the ID of an entry that is 0, and 0 as any
		m.mu.Lock()
		defer m.mu.Unlock()
		if len(m.entries) > 0 {
			write(w, m.row(m.entries[0]))
			return
		}
		refuse(w, http.StatusNotFound, "resource not found")
		return
	}
	offset, _ := strconv.Atoi(r.URL.Query().Get("offset"))
	if offset > 0 && m.Between != nil {
		m.Between()
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	ids := []int64{}
	for _, e := range m.chosen(r) {
		ids = append(ids, e.ID)
	}
	slices.Reverse(ids)
	total := len(ids)
	limit, _ := strconv.Atoi(r.URL.Query().Get("limit"))
	if limit <= 0 || limit > 10_000 {
		limit = 10_000
	}
	ids = ids[min(offset, total):]
	write(w, map[string]any{"total": total, "entry_ids": ids[:min(limit, len(ids))]})
}

func (m *Miniflux) list(w http.ResponseWriter, r *http.Request) {
	limit, _ := strconv.Atoi(r.URL.Query().Get("limit"))
	if limit > 1000 {
		refuse(w, http.StatusBadRequest, "limit value should be <= 1000")
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	rows := m.chosen(r)
	if q := r.URL.Query(); q.Get("order") == "published_at" && q.Get("direction") == "desc" {
		slices.SortStableFunc(rows, func(a, b Row) int { return b.Published.Compare(a.Published) })
	}
	total := len(rows)
	all := []map[string]any{}
	for _, e := range rows[:min(cmp.Or(limit, 100), total)] {
		all = append(all, m.row(e))
	}
	write(w, map[string]any{"total": total, "entries": all})
}

func (m *Miniflux) one(w http.ResponseWriter, r *http.Request) {
	id, _ := strconv.ParseInt(r.PathValue("id"), 10, 64)
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, e := range m.entries {
		if e.ID == id {
			write(w, m.row(e))
			return
		}
	}
	refuse(w, http.StatusNotFound, "resource not found")
}

func (m *Miniflux) row(e Row) map[string]any {
	status := "unread"
	if e.Read {
		status = "read"
	}
	return map[string]any{
		"id": e.ID, "feed_id": e.Feed, "status": status, "title": e.Title, "url": e.URL, "starred": e.Starred,
		"content": e.HTML + strings.Repeat(" ", m.Wide), "hash": "hash-" + e.Title, "published_at": e.Published,
		"created_at": time.Unix(1_700_000_000+e.ID, 0), "changed_at": time.Unix(1_700_000_000+e.ID, 0), "new_field": nil,
	}
}

func (m *Miniflux) mark(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		IDs     []int64 `json:"entry_ids"`
		Status  string  `json:"status"`
		Starred *bool   `json:"starred"`
	}
	err := json.NewDecoder(r.Body).Decode(&asked)
	if err != nil || len(asked.IDs) == 0 || asked.Status == "" && (m.Old || asked.Starred == nil) {
		refuse(w, http.StatusBadRequest, "invalid entry status")
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range m.entries {
		if e := &m.entries[i]; slices.Contains(asked.IDs, e.ID) {
			if asked.Status != "" {
				e.Read = asked.Status == "read"
			}
			if asked.Starred != nil {
				e.Starred = *asked.Starred
			}
		}
	}
	w.WriteHeader(http.StatusNoContent)
}

func (m *Miniflux) toggle(w http.ResponseWriter, r *http.Request) {
	id, _ := strconv.ParseInt(r.PathValue("id"), 10, 64)
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range m.entries {
		if e := &m.entries[i]; e.ID == id {
			e.Starred = !e.Starred
			w.WriteHeader(http.StatusNoContent)
			return
		}
	}
	refuse(w, http.StatusInternalServerError, "nothing has been updated")
}

func (m *Miniflux) save(w http.ResponseWriter, r *http.Request) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.Hands {
		refuse(w, http.StatusBadRequest, "no third-party integration enabled")
		return
	}
	id, _ := strconv.ParseInt(r.PathValue("id"), 10, 64)
	m.saved = append(m.saved, id)
	w.WriteHeader(http.StatusAccepted)
}

// Saved returns the entries that were handed on.
func (m *Miniflux) Saved() []int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.saved)
}
