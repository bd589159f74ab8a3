package store

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/store/db"
	"lede/model"
	"lede/model/query"
)

func yes() *bool { v := true; return &v }

// TestUndoTakesMarksBack marks, removes and tags, and takes all of it back step by step.
func TestUndoTakesMarksBack(t *testing.T) {
	ctx, s := t.Context(), open(t)
	rnd := rand.New(rand.NewPCG(5, 5))
	var ids []model.ID
	for i := range 20 {
		a := article(rnd, i)
		ids = append(ids, a.ID)
		if _, err := s.Put(ctx, false, a); err != nil {
			t.Fatal(err)
		}
	}
	states := [][]model.Row{all(t, s)}
	steps := []func() (int, error){
		func() (int, error) { return s.Mark(ctx, "read", ids[:5], model.StatusChange{Read: yes()}) },
		func() (int, error) {
			return s.Mark(ctx, "all", ids, model.StatusChange{Read: yes(), Starred: yes(), Saved: yes()})
		},
		func() (int, error) {
			return s.MarkQuery(ctx, "remove", query.Query{}, model.StatusChange{Removed: yes()})
		},
		func() (int, error) { return s.Tag(ctx, "tag", ids[:3], []string{"Harbours", "tide"}, []string{"wall"}) },
	}
	for _, step := range steps {
		if n, err := step(); err != nil || n == 0 {
			t.Fatal(n, err)
		}
		states = append(states, all(t, s))
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if _, _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(states[i], all(t, s)); d != "" {
			t.Fatalf("after %d steps were taken back (-want +got):\n%s", len(steps)-i, d)
		}
	}
	if _, _, err := s.Undo(ctx); !errors.Is(err, db.ErrNothing) {
		t.Errorf("got %v, want ErrNothing", err)
	}
}

func all(t *testing.T, s *Store) []model.Row {
	t.Helper()
	rows, err := s.Find(t.Context(), query.Query{}, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
