package store_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

func TestFindMeansWhatMatchMeans(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	rnd := rand.New(rand.NewPCG(7, 7))
	var records []model.Record
	var articles []model.Article
	for i := range 300 {
		a := storetest.Random(rnd, i)
		articles = append(articles, a)
		records = append(records, model.Record{Article: a})
	}
	if _, err := s.Put(ctx, false, articles...); err != nil {
		t.Fatal(err)
	}
	for i := range records {
		st := model.Status{
			Read: rnd.IntN(2) == 0, Starred: rnd.IntN(3) == 0, Saved: rnd.IntN(3) == 0,
			Percent: rnd.IntN(3) * 30,
		}
		removed := int64(0)
		if rnd.IntN(4) == 0 {
			st.Removed, removed = storetest.Noon, storetest.Noon.Unix()
		}
		records[i].Status = st
		_, err := s.DB().Write.ExecContext(ctx,
			`UPDATE status SET read = ?, starred = ?, saved = ?, percent = ?, removed = ? WHERE id = ?`,
			st.Read, st.Starred, st.Saved, st.Percent, removed, records[i].Article.ID)
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, warm := range []bool{false, true} {
		if warm { // from now on queries are answered from memory
			if _, err := s.Facets(ctx, query.Query{}); err != nil {
				t.Fatal(err)
			}
		}
		compareWithMatch(t, s, records, rnd)
	}
}

// compareWithMatch asks random queries and holds Find and Count to what Match says.
func compareWithMatch(t *testing.T, s *store.Store, records []model.Record, rnd *rand.Rand) {
	hits := 0
	for range 1000 {
		text := storetest.Condition(rnd, 3)
		zone := time.FixedZone("", (rnd.IntN(5)*6-12)*3600)
		q, err := query.Parse(text, storetest.Noon.In(zone))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		q.Sort = []query.Order{"", query.ByDate, query.ByTitle, query.ByLength, query.ByRelevance}[rnd.IntN(5)]
		var want, got []string
		for _, r := range records {
			if q.Match(r) {
				want = append(want, string(r.Article.ID))
			}
		}
		rows, err := s.Find(t.Context(), q, 0, 1000)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		for _, r := range rows {
			got = append(got, string(r.ID))
		}
		slices.Sort(want)
		slices.Sort(got)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%s sort:%s (-match +found):\n%s", text, q.Sort, d)
		}
		n, err := s.Count(t.Context(), q)
		if err != nil || n != len(want) {
			t.Fatalf("%s: counted %d (%v), want %d", text, n, err, len(want))
		}
		if len(want) > 0 && len(want) < len(records) {
			hits++
		}
	}
	if hits < 300 {
		t.Errorf("only %d of the queries told the articles apart", hits)
	}
}

func TestGetReturnsWhatWasPut(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	rnd := rand.New(rand.NewPCG(3, 3))
	for i := range 50 {
		want := storetest.Random(rnd, i)
		if _, err := s.Put(ctx, true, want); err != nil {
			t.Fatal(err)
		}
		got, st, err := s.Get(ctx, want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
		if !st.Saved || !st.Arrived.Equal(storetest.Noon) {
			t.Errorf("got status %+v, want saved at %v", st, storetest.Noon)
		}
	}
	if _, _, err := s.Get(ctx, "feedfeed"); !errors.Is(err, db.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func TestOpenKeepsTheFilePrivate(t *testing.T) {
	s := storetest.Open(t)
	for path, want := range map[string]os.FileMode{s.Path(): 0o600, filepath.Dir(s.Path()): 0o700, s.Path() +
		"-wal": 0o600} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has the mode %o, want %o", filepath.Base(path), got, want)
		}
	}
}
