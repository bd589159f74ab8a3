package proof

import (
	"cmp"
	"context"
	"encoding/json"
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
	var a model.Account
	if err := json.Unmarshal([]byte(os.Getenv("LEDE_PROOF_ACCOUNT")), &a); err != nil {
		t.Fatal(err)
	}
	err := syncOnce(t.Context(), l, a)
	if err := errors.Join(err, l.Close()); err != nil {
		t.Error(err)
	}
}

func library(path string, now func() time.Time) *content.Library {
	return content.New(content.Options{Path: path, Now: now, Web: &fetch.Web{Agent: "lede/test", Now: now}})
}

func syncOnce(ctx context.Context, l *content.Library, a model.Account) error {
	var last model.Syncing
	for step := range l.Sync(ctx, a) {
		last = step
	}
	return last.Err
}

// machine is a lede of its own before the server that all share.
type machine struct {
	t       *testing.T
	path    string
	account model.Account
	front   *remotetest.Front
	*content.Library

	mu   sync.Mutex
	plan func(n int) bool // what the n-th request of a sync meets: it reports whether the connection breaks off
	n    int
	jump time.Duration // by how much the clock is wrong
}

// newMachine makes one that speaks to the server by a kind of API.
func newMachine(t *testing.T, real *remotetest.Real, kind string) *machine {
	m := &machine{t: t, path: filepath.Join(t.TempDir(), "library.db"), front: remotetest.NewFront(t, real.URL)}
	m.account = model.Account{Name: "home", Kind: kind, Address: m.front.URL}
	m.account.PasswordCommand = []string{"echo", real.Token}
	if kind == model.GReader {
		m.account.User, m.account.PasswordCommand = real.User, []string{"echo", real.ReaderPassword}
	}
	broken := func() bool {
		m.mu.Lock()
		m.n++
		n, plan := m.n, m.plan
		m.mu.Unlock()
		return plan != nil && plan(n)
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
	return syncOnce(m.t.Context(), m.Library, m.account)
}

// killed syncs in a process of its own, which is killed when its n-th request is there. It reports whether the sync
// came to its end before.
func (m *machine) killed(at int) bool {
	if err := m.Close(); err != nil {
		m.t.Fatal(err)
	}
	defer m.open()
	account, err := json.Marshal(m.account)
	if err != nil {
		m.t.Fatal(err)
	}
	c := exec.Command(os.Args[0], "-test.run=^TestSyncOnce$")
	c.Env = append(os.Environ(), "LEDE_PROOF_LIBRARY="+m.path, "LEDE_PROOF_ACCOUNT="+string(account))
	m.mu.Lock()
	err = c.Start()
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

// facts are how the machine is, and its articles by their addresses.
func (m *machine) facts(at string) (Facts, map[string]model.ID) {
	m.t.Helper()
	all := Facts{}
	for address, f := range m.subscriptions() {
		if f.Account != "" {
			all[Fact{Feed: address, Kind: "title"}] = cmp.Or(f.Name, f.Title)
			all[Fact{Feed: address, Kind: "folder"}] = f.Folder
		}
	}
	ids, feeds := map[string]model.ID{}, m.subscriptions()
	for _, r := range m.rows() {
		feed := at + feedOf(r.URL)
		if f, there := feeds[feed]; there && f.Account == "" {
			continue // the server has no part in it yet
		}
		all[Fact{feed, r.URL, "read"}], all[Fact{feed, r.URL, "starred"}] = said(r.Status.Read), said(r.Status.Starred)
		ids[r.URL] = r.ID
	}
	return all, ids
}

// rows are the articles of the library.
func (m *machine) rows() []model.Row {
	m.t.Helper()
	q, err := query.Parse("", time.Now())
	if err != nil {
		m.t.Fatal(err)
	}
	rows, err := m.Find(m.t.Context(), q, 0, 10_000)
	if err != nil {
		m.t.Fatal(err)
	}
	return rows
}

// articles are the articles by their addresses.
func (m *machine) articles() map[string]model.ID {
	ids := map[string]model.ID{}
	for _, r := range m.rows() {
		ids[r.URL] = r.ID
	}
	return ids
}

func said(on bool) string { return map[bool]string{true: "yes", false: "no"}[on] }

// subscriptions are the feeds by their addresses.
func (m *machine) subscriptions() map[string]model.Subscription {
	m.t.Helper()
	feeds, err := m.Feeds(m.t.Context())
	if err != nil {
		m.t.Fatal(err)
	}
	all := map[string]model.Subscription{}
	for _, f := range feeds {
		all[f.URL] = f
	}
	return all
}

// do does something, and reports whether that changed anything.
func (m *machine) do(at string, fact Fact, to string) bool {
	m.t.Helper()
	all, ids := m.facts(at)
	if was, ok := all[fact]; !ok || was == to {
		return false
	}
	feed, on := m.subscriptions()[fact.Feed], to == said(true)
	var err error
	switch fact.Kind {
	case "title":
		feed.Name = to
		err = m.EditFeed(m.t.Context(), feed)
	case "folder":
		feed.Folder = to
		err = m.EditFeed(m.t.Context(), feed)
	case "read":
		_, err = m.Mark(m.t.Context(), "mark", []model.ID{ids[fact.Of]}, model.StatusChange{Read: &on})
	default:
		_, err = m.Mark(m.t.Context(), "mark", []model.ID{ids[fact.Of]}, model.StatusChange{Starred: &on})
	}
	if err != nil {
		m.t.Fatal(err)
	}
	return true
}
