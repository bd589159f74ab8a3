package proof

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"lede/content"
	"lede/content/fetch"
	"lede/content/remote/remotetest"
	"lede/model"
	"lede/model/query"
)

// TestSyncOnce is what a process does that is started to be killed: it syncs, and is skipped anywhere else.
func TestSyncOnce(t *testing.T) {
	path := os.Getenv("LEDE_PROOF_LIBRARY")
	if path == "" {
		t.Skip("for a process that may be killed")
	}
	l := library(path, time.Now)
	err := syncOnce(t.Context(), l, os.Getenv("LEDE_PROOF_SERVER"), os.Getenv("LEDE_PROOF_TOKEN"))
	if err := errors.Join(err, l.Close()); err != nil {
		t.Error(err)
	}
}

func library(path string, now func() time.Time) *content.Library {
	return content.New(content.Options{Path: path, Now: now, Web: &fetch.Web{Agent: "lede/test", Now: now}})
}

func syncOnce(ctx context.Context, l *content.Library, server, token string) error {
	var last model.Syncing
	a := model.Account{Name: "home", Kind: model.Miniflux, Address: server, PasswordCommand: []string{"echo", token}}
	for step := range l.Sync(ctx, a) {
		last = step
	}
	return last.Err
}

// machine is a lede of its own before the server that all share.
type machine struct {
	t     *testing.T
	path  string
	token string
	front *remotetest.Front
	*content.Library

	mu   sync.Mutex
	plan func(n int) bool // what the n-th request of a sync meets: it reports whether the connection breaks off
	n    int
	jump time.Duration // by how much the clock is wrong
}

func newMachine(t *testing.T, real *remotetest.Real) *machine {
	m := &machine{t: t, path: filepath.Join(t.TempDir(), "library.db"), token: real.Token}
	m.front = remotetest.NewFront(t, real.URL)
	broken := func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.n++
		return m.plan != nil && m.plan(m.n)
	}
	m.front.Instead = func(w http.ResponseWriter, r *http.Request) bool { return broken() && remotetest.CutOff(w, r) }
	m.open()
	t.Cleanup(func() { _ = m.Close() })
	return m
}

func (m *machine) open() { m.Library = library(m.path, m.now) }

// now is a clock that jumps.
func (m *machine) now() time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	return time.Now().Add(m.jump)
}

func (m *machine) set(plan func(int) bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.plan, m.n = plan, 0
}

// sync syncs, and meets what is planned.
func (m *machine) sync(plan func(n int) bool) error {
	m.set(plan)
	defer m.set(nil)
	return syncOnce(m.t.Context(), m.Library, m.front.URL, m.token)
}

// killed syncs in a process of its own, which is killed when its n-th request is there. It reports whether the sync
// came to its end before.
func (m *machine) killed(at int) bool {
	if err := m.Close(); err != nil {
		m.t.Fatal(err)
	}
	defer m.open()
	c := exec.Command(os.Args[0], "-test.run=^TestSyncOnce$")
	c.Env = append(os.Environ(), "LEDE_PROOF_LIBRARY="+m.path, "LEDE_PROOF_SERVER="+m.front.URL,
		"LEDE_PROOF_TOKEN="+m.token)
	m.mu.Lock()
	err := c.Start()
	m.n, m.plan = 0, func(n int) bool {
		if n == at {
			_ = c.Process.Kill()
		}
		return n >= at
	}
	m.mu.Unlock()
	defer m.set(nil)
	if err != nil {
		m.t.Fatal(err)
	}
	return c.Wait() == nil
}

// marks are the states of all articles, and their IDs.
func (m *machine) marks() (Marks, map[string]model.ID) {
	m.t.Helper()
	q, err := query.Parse("", time.Now())
	if err != nil {
		m.t.Fatal(err)
	}
	rows, err := m.Find(m.t.Context(), q, 0, 10_000)
	if err != nil {
		m.t.Fatal(err)
	}
	marks, ids := Marks{}, map[string]model.ID{}
	for _, r := range rows {
		marks[Mark{r.URL, false}], marks[Mark{r.URL, true}] = r.Status.Read, r.Status.Starred
		ids[r.URL] = r.ID
	}
	return marks, ids
}

// mark marks an article, and reports whether that changed anything.
func (m *machine) mark(to Mark, on bool) bool {
	m.t.Helper()
	marks, ids := m.marks()
	id, ok := ids[to.URL]
	if !ok || marks[to] == on {
		return false
	}
	change := model.StatusChange{Read: &on}
	if to.Star {
		change = model.StatusChange{Starred: &on}
	}
	if _, err := m.Mark(m.t.Context(), "mark", []model.ID{id}, change); err != nil {
		m.t.Fatal(err)
	}
	return true
}
