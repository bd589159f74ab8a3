package library

import (
	"context"
	"fmt"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/uitest"
)

// vastStore makes the rows of a library of n by arithmetic.
type vastStore struct {
	*uitest.FakeStore
	n      int
	facets model.Facets
}

func newVastStore(n int) vastStore {
	f := model.Facets{Total: n}
	for i := range min(n/10, 5000) {
		f.Topics = append(f.Topics,
			model.TopicCount{Name: fmt.Sprint("topic ", i), Key: fmt.Sprint("topic ", i), Count: n / (i + 1)})
	}
	return vastStore{uitest.Kept(), n, f}
}

func (s vastStore) Find(_ context.Context, _ query.Query, offset, limit int) ([]model.Row, error) {
	var rows []model.Row
	for i := offset; i < min(s.n, offset+limit); i++ {
		rows = append(rows, model.Row{Entry: model.Entry{
			ID: model.ID(fmt.Sprintf("%016x", i)), Title: fmt.Sprintf("What article %d says of the coast", i),
			Site:  "North Coast Courier",
			Words: 300 + i%900, Published: time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC).Add(-time.Duration(i) * time.Hour),
			Topics: []model.Topic{model.NewTopic("flooding", "", ""), model.NewTopic(fmt.Sprint("topic ", i%50), "", "")},
		}})
	}
	return rows, nil
}

func (s vastStore) Count(context.Context, query.Query) (int, error) { return s.n, nil }

func (s vastStore) Facets(context.Context, query.Query) (model.Facets, error) {
	return s.facets, nil
}

// BenchmarkLibraryKey reports what a key costs in a library of n, drawing and the rows that it asks for included. The
// two should be alike.
func BenchmarkLibraryKey(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		for name, keys := range map[string][]string{
			"move": {"j"}, "page": {"space"}, "end": {"G", "g"}, "type": {"/", "t", "i", "esc"}, "topic": {"1", "esc"},
			"pick": {"T", "esc"},
		} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				f := newVastStore(n)
				o := uitest.HomeOptions(f.FakeStore)
				o.Store = f
				a := started(o, 160, 45)
				for b.Loop() {
					for _, k := range keys {
						at(a, uitest.KeyPress(k))
						a.View()
					}
				}
			})
		}
	}
}

// at sends a message and runs what comes of it at once.
func at(a *ui.App, msg tea.Msg) {
	_, cmd := a.Update(msg)
	var follow func(tea.Cmd)
	follow = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				follow(c)
			}
		default:
			at(a, msg)
		}
	}
	follow(cmd)
}
