package library

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/uitest"
)

// countingStore counts what is asked of it.
type countingStore struct {
	*uitest.FakeStore
	rows, facets, quoted int
}

func (s *countingStore) Count(ctx context.Context, q query.Query) (int, error) {
	s.rows++
	return s.FakeStore.Count(ctx, q)
}

func (s *countingStore) Facets(ctx context.Context, q query.Query) (model.Facets, error) {
	s.facets++
	return s.FakeStore.Facets(ctx, q)
}

func (s *countingStore) Snippets(ctx context.Context, q query.Query, ids []model.ID) ([]model.Snippet, error) {
	s.quoted++
	return s.FakeStore.Snippets(ctx, q, ids)
}

// paced is a library whose waiting messages are kept until the test sends them.
func paced() (*ui.App, *countingStore, *[]tea.Msg) {
	s := &countingStore{FakeStore: uitest.Kept()}
	o := uitest.HomeOptions(s.FakeStore)
	o.Store = s
	a := started(o, 120, 40)
	var waiting []tea.Msg
	a.After = func(_ time.Duration, msg tea.Msg) tea.Cmd {
		waiting = append(waiting, msg)
		return nil
	}
	return a, s, &waiting
}

func TestCountsWaitUntilTheKeysRest(t *testing.T) {
	a, s, waiting := paced()
	rows, facets := s.rows, s.facets
	uitest.Drive(a, uitest.Press("/", "q", "u", "a", "y")...)
	if s.rows != rows || s.facets != facets {
		t.Errorf("%d and %d counts while keys come", s.rows-rows, s.facets-facets)
	}
	uitest.Drive(a, *waiting...)
	if s.facets != facets+1 || !theLibrary(a).pages.whole {
		t.Errorf("%d counts after a rest", s.facets-facets)
	}
}

func TestRowsOfASearchComeWithTheirPassages(t *testing.T) {
	a, s, _ := paced()
	uitest.Drive(a, uitest.Press("/", "q", "u", "a", "y")...)
	if s.quoted != 4 || !strings.Contains(uitest.ScreenText(a), "At the quay of Westhaven") {
		t.Errorf("passages were made %d times for four keys:\n%s", s.quoted, uitest.ScreenText(a))
	}
}

// TestFirstFacetsArePutOffOnce types before the first facets have come: they leave the keys alone until those rest,
// but not again and again. Of the whole library they bring the number of rows with them; that of a search comes
// before them.
func TestFirstFacetsArePutOffOnce(t *testing.T) {
	a := newApp(uitest.HomeOptions(uitest.Kept()))
	a.After = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	l := newLibrary(a)
	l.Start()
	asks := func() tea.Msg {
		l.pages.made = l.asks.want.made
		cmd := l.asks.counts(query.Query{})
		if cmd == nil {
			return nil
		}
		return cmd()
	}
	for _, put := range []struct {
		words   string
		dropped bool
	}{{"quay", true}, {"quays", false}} {
		if msg, ok := asks().(facetsCountedMsg); !ok {
			t.Errorf("before %q the next count is %T", put.words, msg)
		}
		dropped := false
		l.asks.counting.cancel = func() { dropped = true }
		l.turn(ask{words: put.words})
		if l.asks.request(); dropped != put.dropped {
			t.Errorf("at %q the first facets are dropped: %v", put.words, dropped)
		}
		l.asks.counting.done()
		if msg := asks(); msg != nil {
			t.Errorf("at %q, without a rest, comes %T", put.words, msg)
		}
		l.asks.want.rested = l.asks.want.made
		if put.dropped {
			if msg, ok := asks().(rowsCountedMsg); !ok {
				t.Errorf("at %q, after a rest, the first count is %T", put.words, msg)
			}
			l.asks.counting.done()
			l.asks.want.counted = l.asks.want.made
		}
	}
}
