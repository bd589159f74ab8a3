package library

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/uitest"
)

func TestRowsArePaged(t *testing.T) {
	es := someEntries(1230)
	f := uitest.NewFakeStore(es)
	a := home(f, 80, 24)
	l := theLibrary(a)
	check := func(keys ...string) {
		t.Helper()
		uitest.Drive(a, uitest.Press(keys...)...)
		want := f.Matching(query.Query{})[l.rows.At].Article.Title
		if row := l.selected(); row == nil || row.Title != want {
			t.Errorf("after %v row %d is %+v, want %q", keys, l.rows.At, row, want)
		}
		if strings.Contains(uitest.ScreenText(a), "  …\n") {
			t.Errorf("after %v rows are missing", keys)
		}
	}
	check("G")
	check("b", "b", "b")
	check("g")
	for range 60 {
		check("space")
	}
	if len(l.pages.held) > keptPages {
		t.Errorf("%d pages are kept", len(l.pages.held))
	}
}

// slowStore answers Find when the test lets it.
type slowStore struct {
	*uitest.FakeStore
	gate   chan struct{}
	now    atomic.Int32
	most   atomic.Int32
	ending atomic.Int32
}

func (s *slowStore) Find(ctx context.Context, q query.Query, offset, limit int) ([]model.Row, error) {
	s.most.Store(max(s.most.Load(), s.now.Add(1)))
	defer s.now.Add(-1)
	select {
	case <-s.gate:
	case <-ctx.Done():
		s.ending.Add(1)
		return nil, ctx.Err()
	}
	return s.FakeStore.Find(ctx, q, offset, limit)
}

func TestLatestQueryWins(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &slowStore{FakeStore: uitest.Kept(), gate: make(chan struct{})}
		o := uitest.HomeOptions(f.FakeStore)
		o.Store = f
		a := newApp(o)
		a.After = atRest
		defer a.Close()
		msgs := make(chan tea.Msg, 1000)
		var start func(cmd tea.Cmd)
		start = func(cmd tea.Cmd) {
			if cmd != nil {
				go func() {
					msg := cmd()
					if batch, ok := msg.(tea.BatchMsg); ok {
						for _, c := range batch {
							start(c)
						}
					} else if msg != nil {
						msgs <- msg
					}
				}()
			}
		}
		send := func(msg tea.Msg) {
			_, cmd := a.Update(msg)
			start(cmd)
		}
		start(a.Init())
		send(tea.WindowSizeMsg{Width: 80, Height: 24})
		send(uitest.KeyPress("/"))
		for _, k := range "north sea wall tide quay tables west timber council vote night ferr" {
			send(tea.KeyPressMsg{Code: k, Text: string(k)})
			if k == 'k' {
				send(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
			}
		}
		send(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
		for _, k := range "ferr" {
			send(tea.KeyPressMsg{Code: k, Text: string(k)})
		}
		close(f.gate)
		l := theLibrary(a)
		for deadline := time.After(time.Minute); l.pages.made != l.asks.want.made ||
			l.asks.want.counted != l.asks.want.made; {
			select {
			case msg := <-msgs:
				send(msg)
			case <-deadline:
				t.Fatal("no rows come")
			}
		}
		if got := strings.Join(titles(a), "|"); got != "Council postpones its vote on night ferries" {
			t.Errorf("the rows are %q", got)
		}
		if f.most.Load() != 1 || len(f.Asked) > 4 {
			t.Errorf("%d at a time, %d in all: %q", f.most.Load(), len(f.Asked), f.Asked)
		}
	})
}

func TestChangesByOthersAreShown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := uitest.Kept()
		f.Feed = make(chan struct{}, 1)
		a := home(f, 80, 24)
		defer a.Close()
		uitest.Drive(a, uitest.Press("j", "j")...)
		on := theLibrary(a).selected().ID
		fresh := uitest.NewFakeStore(someEntries(1)).Records[0]
		fresh.Article.Published = a.Now()
		fresh.Status.Arrived = a.Now()
		f.Records = append(f.Records, fresh)
		uitest.Drive(a, ui.LibraryChangedMsg{More: f.Feed})
		if l := theLibrary(a); l.pages.n != 13 || l.selected().ID != on {
			t.Errorf("%d rows, the cursor is on %q", l.pages.n, l.selected().Title)
		}
	})
}
