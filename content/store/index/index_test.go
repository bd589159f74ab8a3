package index_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// TestIndexFollowsChanges makes changes by two instances, and holds what each answers from memory to what the file
// says.
func TestIndexFollowsChanges(t *testing.T) {
	ctx, a := t.Context(), storetest.Open(t)
	b := storetest.Second(t, a)
	rnd := rand.New(rand.NewPCG(21, 1))
	var ids []model.ID
	put := func(s *store.Store, i int) error {
		art := storetest.Random(rnd, i)
		ids = append(ids, art.ID)
		_, err := s.Put(ctx, rnd.IntN(2) == 0, art)
		return err
	}
	for i := range 40 {
		if err := put(a, i); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range []*store.Store{a, b} {
		if _, err := s.Facets(ctx, query.Query{}); err != nil {
			t.Fatal(err)
		}
	}
	on := func() *bool { v := rnd.IntN(2) == 0; return &v }
	for round := range 120 {
		s := []*store.Store{a, b}[rnd.IntN(2)]
		id := ids[rnd.IntN(len(ids))]
		var err error
		switch rnd.IntN(9) {
		case 0:
			err = put(s, 40+round)
		case 1:
			err = put(s, rnd.IntN(40))
		case 2:
			_, err = s.Mark(ctx, "mark", []model.ID{id}, model.StatusChange{Read: on(), Starred: on(), Removed: on()})
		case 3:
			err = s.KeepPlace(ctx, id, model.Place{Block: rnd.IntN(9)}, rnd.IntN(101))
		case 4:
			_, err = s.Tag(ctx, "tag", []model.ID{id}, []string{storetest.Word(rnd)}, []string{storetest.Word(rnd)})
		case 5:
			err = s.RenameTopic(ctx, "rename", "tide", fmt.Sprint("tide ", rnd.IntN(3)))
		case 6:
			err = s.HideTopic(ctx, "hide", "wall", *on())
		case 7:
			_, _, err = s.Undo(ctx)
		case 8:
			_, err = s.Empty(ctx)
		}
		if err != nil && err != db.ErrNothing { //nolint:errorlint // as it is
			t.Fatal(err)
		}
		fresh := storetest.Second(t, a)
		q, err := query.Parse(storetest.Condition(rnd, 2), storetest.Noon)
		if err != nil {
			t.Fatal(err)
		}
		q.Fold = rnd.IntN(2) == 0
		for _, sort := range []query.Order{query.ByDate, query.ByTitle, query.ByLength} {
			q.Sort = sort
			want, err := fresh.Find(ctx, q, 1, 20)
			if err != nil {
				t.Fatal(err)
			}
			for name, s := range map[string]*store.Store{"a": a, "b": b} {
				got, err := s.Find(ctx, q, 1, 20)
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(want, got); d != "" {
					t.Fatalf("round %d: %s finds for %s (-file +memory):\n%s", round, name, q, d)
				}
			}
		}
		want, err := fresh.Facets(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []*store.Store{a, b} {
			got, err := s.Facets(ctx, q)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("round %d: facets of %s (-file +memory):\n%s", round, q, d)
			}
		}
	}
}

// TestFacetsCountWhatIsFound holds facets to a count over the rows.
func TestFacetsCountWhatIsFound(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	rnd := rand.New(rand.NewPCG(22, 1))
	for i := range 200 {
		a := storetest.Random(rnd, i)
		a.Published = storetest.Noon.Add(-time.Duration(rnd.IntN(60*24)) * time.Hour)
		if _, err := s.Put(ctx, false, a); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"", "tide", "topic:wall", "-topic:wall is:unread", "on:2026-05"} {
		q, err := query.Parse(text, storetest.Noon)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := s.Find(ctx, q, 0, 1000)
		if err != nil {
			t.Fatal(err)
		}
		want := make(map[string]int)
		for _, r := range rows {
			seen := make(map[string]bool)
			for _, topic := range r.Topics {
				if key := model.TopicKey(topic.Name); !seen[key] {
					want[key]++
					seen[key] = true
				}
			}
		}
		f, err := s.Facets(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		got := make(map[string]int)
		for _, c := range f.Topics {
			got[c.Key] = c.Count
		}
		if d := cmp.Diff(want, got); d != "" || f.Total != len(rows) {
			t.Errorf("%q: %d rows, total %d (-rows +facets):\n%s", text, len(rows), f.Total, d)
		}
	}
}

// TestFoldedFacetsCountTheRowsThatAreShown puts half of the articles in twice, on two sites, and holds the count of
// each topic and site to that of the rows it has.
func TestFoldedFacetsCountTheRowsThatAreShown(t *testing.T) {
	ctx, s, c := t.Context(), storetest.Open(t), storetest.NewCorpus(200)
	for i := range 40 {
		a := c.Article(i)
		if _, err := s.Put(ctx, false, a); err != nil {
			t.Fatal(err)
		}
		if i%2 == 0 {
			continue
		}
		a.ID, a.URL, a.Site, a.Title = model.NewID(fmt.Sprint("wire ", i)), fmt.Sprintf("https://wire.example/%d", i),
			"wire.example", "Wire: "+a.Title
		a.Topics = append(a.Topics[1:], model.NewTopic("Wire", "", ""))
		if _, err := s.Put(ctx, false, a); err != nil {
			t.Fatal(err)
		}
	}
	f, err := s.Facets(ctx, query.Query{Fold: true})
	if err != nil || f.Total != 40 {
		t.Fatalf("%d in all (%v), want 40", f.Total, err)
	}
	for _, c := range f.Topics {
		n, err := s.Count(ctx, query.Query{Expr: query.About{Key: c.Key}, Fold: true})
		if err != nil || n != c.Count {
			t.Errorf("topic %s is counted %d, and has %d rows (%v)", c.Name, c.Count, n, err)
		}
	}
	for _, c := range f.Sites {
		n, err := s.Count(ctx, query.Query{Expr: query.Phrase{Field: query.InSite, Words: query.Tokens(c.Name)}, Fold: true})
		if err != nil || n != c.Count {
			t.Errorf("site %s is counted %d, and has %d rows (%v)", c.Name, c.Count, n, err)
		}
	}
}
