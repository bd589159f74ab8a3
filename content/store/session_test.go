package store_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/draft"
	"lede/model"
	"lede/model/query"
)

// aSession is an empty store of a session.
func aSession(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "session.db"), store.Options{Session: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// listed puts articles into a session in their order.
func listed(t testing.TB, s *store.Store, articles ...model.Article) {
	t.Helper()
	ready := make([]draft.Ready, len(articles))
	for i, a := range articles {
		var err error
		if ready[i], err = draft.PrepareAt(i, a); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.List(t.Context(), ready...); err != nil {
		t.Fatal(err)
	}
}

// tale is an article with a text of its own; the same words make the same text.
func tale(id, words string, day int) model.Article {
	text := words
	for i := range 40 {
		text += fmt.Sprintf(" %s%d", words, i)
	}
	return model.Article{
		Entry: model.Entry{
			ID: model.NewID(id), Title: "Of " + words, URL: "https://news.example/" + words, Words: 40,
			Published: time.Date(2026, 5, day, 0, 0, 0, 0, time.UTC),
			Topics:    []model.Topic{model.NewTopic(words, "", model.Publisher)},
		},
		Sections: []model.Section{{Blocks: []model.Block{model.Prose{Kind: model.Paragraph, Source: text}}}},
	}
}

func idsOf(rows []model.Row) []model.ID {
	ids := make([]model.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	return ids
}

// TestASessionKeepsEachFileAtItsPlace also asks the index, which answers after Facets has loaded it.
func TestASessionKeepsEachFileAtItsPlace(t *testing.T) {
	s := aSession(t)
	all := []model.Article{
		tale("a", "tides", 2), tale("b", "ferries", 9), tale("c", "tides", 2), tale("d", "quays", 1), tale("e", "walls", 30),
	}
	all[4].Published = time.Time{}
	var heads []model.Article
	for _, whole := range all {
		heads = append(heads, model.Article{Entry: model.Entry{ID: whole.ID, Title: whole.Title}})
	}
	listed(t, s, heads...)
	listed(t, s, all...) // the whole of them, at the same places
	a := func(at ...int) (ids []model.ID) {
		for _, i := range at {
			ids = append(ids, all[i].ID)
		}
		return ids
	}
	word := query.Phrase{Words: []string{"of"}}
	for _, loaded := range []bool{false, true} {
		if loaded {
			if _, err := s.Facets(t.Context(), query.Query{}); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			q    query.Query
			want []model.ID
		}{
			{query.Query{}, a(0, 1, 2, 3, 4)},
			{query.Query{Expr: word}, a(0, 1, 2, 3, 4)},
			{query.Query{Sort: query.ByDate}, a(1, 0, 2, 3, 4)},
			{query.Query{Expr: word, Sort: query.ByDate}, a(1, 0, 2, 3, 4)},
			{query.Query{Sort: query.ByTitle}, a(1, 3, 0, 2, 4)},
			{query.Query{Fold: true}, a(0, 1, 3, 4)},
		} {
			rows, err := s.Find(t.Context(), c.q, 0, 10)
			if err != nil || !slices.Equal(idsOf(rows), c.want) {
				t.Errorf("loaded %v, %+v: got %v, want %v; %v", loaded, c.q, idsOf(rows), c.want, err)
			}
		}
		ids, err := s.IDs(t.Context(), query.Query{Sort: query.ByDate})
		if err != nil || !slices.Equal(ids, a(1, 0, 2, 3, 4)) {
			t.Errorf("loaded %v: IDs by date are %v; %v", loaded, ids, err)
		}
	}
}

func TestAStoryOfASessionIsOfItsDays(t *testing.T) {
	s := aSession(t)
	near, far := tale("near", "floods", 9), tale("far", "storms", 1)
	far.Published = near.Published.AddDate(-1, 0, 0)
	of := tale("of", "surges", 5)
	for _, a := range []*model.Article{&of, &near, &far} {
		a.Topics = []model.Topic{model.NewTopic("Westhaven", "", "")}
	}
	listed(t, s, of, near, far)
	rows, err := s.Story(t.Context(), of.ID)
	if want := []model.ID{of.ID, near.ID}; err != nil || !slices.Equal(idsOf(rows), want) {
		t.Errorf("got %v, want %v; %v", idsOf(rows), want, err)
	}
}

// TestMarksOfTheLibraryAreThoseOfASession lets a session follow a library in which marks and topics come and go.
func TestMarksOfTheLibraryAreThoseOfASession(t *testing.T) {
	lib, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	a := tale("a", "tides", 2)
	if _, err := lib.Put(t.Context(), true, a); err != nil {
		t.Fatal(err)
	}
	s := aSession(t)
	listed(t, s, a)
	seen := int64(0)
	follow := func() model.Row {
		t.Helper()
		latest, ids, all, err := lib.Changed(t.Context(), seen)
		if err != nil || all || !slices.Contains(ids, a.ID) {
			t.Fatalf("changed since %d are %v, all %v; %v", seen, ids, all, err)
		}
		seen = latest
		marks, err := lib.Marks(t.Context(), ids)
		if err == nil {
			err = s.SetMarks(t.Context(), marks)
		}
		if err != nil {
			t.Fatal(err)
		}
		rows, err := s.Find(t.Context(), query.Query{}, 0, 1)
		if err != nil || len(rows) != 1 {
			t.Fatal(rows, err)
		}
		return rows[0]
	}
	yes := true
	steps := []func() error{
		func() error {
			_, err := lib.Mark(t.Context(), "star", []model.ID{a.ID}, model.StatusChange{Starred: &yes})
			return err
		},
		func() error { return lib.KeepPlace(t.Context(), a.ID, model.Place{Block: 1, Line: 2}, 40) },
		func() error {
			_, err := lib.Tag(t.Context(), "tag", []model.ID{a.ID}, []string{"harbour"}, []string{"tides"})
			return err
		},
		func() error { _, _, err := lib.Undo(t.Context()); return err },
		func() error { _, _, err := lib.Undo(t.Context()); return err },
	}
	for i, step := range steps {
		if err := step(); err != nil {
			t.Fatal(err)
		}
		got := follow()
		want, status, err := lib.Get(t.Context(), a.ID)
		if err != nil || got.Status != status {
			t.Errorf("step %d: the status is %+v, want %+v; %v", i, got.Status, status, err)
		}
		if g, w := topicNames(got.Topics), topicNames(want.Topics); !slices.Equal(g, w) {
			t.Errorf("step %d: the topics are %q, want %q", i, g, w)
		}
	}
}

func topicNames(topics []model.Topic) []string {
	var out []string
	for _, t := range topics {
		out = append(out, t.Name)
	}
	return out
}
