package store_test

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/storetest"
	"lede/model"
)

// TestTheTrashIsAPlace removes articles, finds and reads them there, brings one back and deletes the others.
func TestTheTrashIsAPlace(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	rnd := rand.New(rand.NewPCG(31, 1))
	var ids []model.ID
	for i := range 6 {
		a := storetest.Random(rnd, i)
		ids = append(ids, a.ID)
		if _, err := s.Put(ctx, true, a); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Mark(ctx, "remove", ids[:3], model.StatusChange{Removed: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	count := func(query string, want int) {
		t.Helper()
		if n, err := s.Count(ctx, storetest.Parsed(t, query)); err != nil || n != want {
			t.Errorf("%q: %d (%v), want %d", query, n, err, want)
		}
	}
	count("", 3)
	count("is:removed", 3)
	count("-is:removed", 3)
	count("is:removed OR is:saved", 6)
	count("is:starred", 0)
	if a, st, err := s.Get(ctx, ids[0]); err != nil || len(a.Sections) == 0 || !st.Removed.Equal(storetest.Noon) {
		t.Errorf("in the trash there is %d sections, %v (%v)", len(a.Sections), st.Removed, err)
	}
	if rows, err := s.Trash(ctx, 1, 5); err != nil || len(rows) != 2 || !rows[0].Status.Removed.Equal(storetest.Noon) {
		t.Errorf("the trash: %v (%v)", rows, err)
	}
	no := false
	if n, err := s.Mark(ctx, "restore", ids[:1], model.StatusChange{Removed: &no}); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	count("", 4)
	if n, err := s.Empty(ctx); err != nil || n != 2 {
		t.Errorf("emptied %d (%v), want 2", n, err)
	}
	count("is:removed", 0)
	if _, _, err := s.Get(ctx, ids[1]); !errors.Is(err, db.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	if wrong, err := s.Check(ctx); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
	for _, want := range []string{"restore", "remove"} { // the step that removed the one that was brought back
		if title, n, err := s.Undo(ctx); err != nil || title != want || n != 1 {
			t.Errorf("undid %q of %d (%v), want %q", title, n, err, want)
		}
	}
	if _, _, err := s.Undo(ctx); !errors.Is(err, db.ErrNothing) {
		t.Errorf("got %v, want ErrNothing", err)
	}
	count("", 4)
}

// TestPurgeOnlyReadsTheSecondTimeInADay looks through the trash more often than once a day.
func TestPurgeOnlyReadsTheSecondTimeInADay(t *testing.T) {
	ctx, now := t.Context(), storetest.Noon
	s, err := store.Open(ctx, storetest.Filled(t, 2), store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	revision := func() (n int64) {
		if err := s.DB().Read.QueryRow(`SELECT revision FROM meta`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	purge := func(want int64) {
		t.Helper()
		before := revision()
		if _, err := s.Purge(ctx); err != nil {
			t.Fatal(err)
		}
		if got := revision() - before; got != want {
			t.Errorf("at %v there were %d changes, want %d", now, got, want)
		}
	}
	purge(1)
	purge(0)
	now = now.AddDate(0, 0, 1)
	purge(1)
	purge(0)
}
