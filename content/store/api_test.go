package store_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/store/db"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// TestUndoTakesMarksBack marks, removes and tags, and takes all of it back step by step.
func TestUndoTakesMarksBack(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	rnd := rand.New(rand.NewPCG(5, 5))
	var ids []model.ID
	for i := range 20 {
		a := storetest.Random(rnd, i)
		ids = append(ids, a.ID)
		if _, err := s.Put(ctx, false, a); err != nil {
			t.Fatal(err)
		}
	}
	states := [][]model.Row{storetest.Rows(t, s)}
	steps := []func() (int, error){
		func() (int, error) { return s.Mark(ctx, "read", ids[:5], model.StatusChange{Read: storetest.True()}) },
		func() (int, error) {
			return s.Mark(ctx, "all", ids,
				model.StatusChange{Read: storetest.True(), Starred: storetest.True(), Saved: storetest.True()})
		},
		func() (int, error) {
			return s.MarkQuery(ctx, "remove", query.Query{}, model.StatusChange{Removed: storetest.True()})
		},
		func() (int, error) { return s.Tag(ctx, "tag", ids[:3], []string{"Harbours", "tide"}, []string{"wall"}) },
	}
	for _, step := range steps {
		if n, err := step(); err != nil || n == 0 {
			t.Fatal(n, err)
		}
		states = append(states, storetest.Rows(t, s))
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if _, _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(states[i], storetest.Rows(t, s)); d != "" {
			t.Fatalf("after %d steps were taken back (-want +got):\n%s", len(steps)-i, d)
		}
	}
	if _, _, err := s.Undo(ctx); !errors.Is(err, db.ErrNothing) {
		t.Errorf("got %v, want ErrNothing", err)
	}
}

// TestRowsDoNotWaitForTheIndex asks while the index is being loaded: the file answers.
func TestRowsDoNotWaitForTheIndex(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	c := storetest.NewCorpus(300)
	if _, err := s.Put(ctx, true, c.Article(1), c.Article(2)); err != nil {
		t.Fatal(err)
	}
	s.Loading().Lock()
	facets := make(chan error, 1)
	go func() {
		_, err := s.Facets(ctx, query.Query{})
		facets <- err
	}()
	rows, err := s.Find(ctx, query.Query{}, 0, 10)
	if err != nil || len(rows) != 2 {
		t.Errorf("%d rows, %v while the index is loaded", len(rows), err)
	}
	if n, err := s.Count(ctx, query.Query{}); err != nil || n != 2 {
		t.Errorf("%d counted, %v while the index is loaded", n, err)
	}
	s.Loading().Unlock()
	if err := <-facets; err != nil || s.Shelf() == nil {
		t.Errorf("facets: %v, index %v", err, s.Shelf())
	}
}
