package index_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"lede/content/store/index"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// TestABeginningFindsAllItsWords looks for beginnings of as many words as are put together at once, of more, and of
// more than are looked up.
func TestABeginningFindsAllItsWords(t *testing.T) {
	s := storetest.Open(t)
	var articles []model.Article
	for i := range index.MostForms + 100 {
		text := fmt.Sprintf("gauge%04d", i)
		articles = append(articles, model.Article{
			Entry:    model.Entry{ID: model.NewID(text), Title: text, Published: storetest.Noon},
			Sections: []model.Section{{Blocks: []model.Block{model.Prose{Source: text}}}},
		})
	}
	if _, err := s.Put(t.Context(), false, articles...); err != nil {
		t.Fatal(err)
	}
	for _, warm := range []bool{false, true} {
		for text, want := range map[string]int{
			"gaug*": index.MostForms + 100, "gauge*": index.MostForms + 100, "gauge0*": 1000, "gauge00*": 100, "gauge000*": 10,
			"gauge0000*": 1, "gauge00000*": 0,
			"title:gauge01*": 100, "title:ga*": index.MostForms + 100, "-gauge0*": 100,
		} {
			q, err := query.Parse(text, storetest.Noon)
			if err != nil {
				t.Fatal(err)
			}
			if rows, err := s.Find(t.Context(), q, 0, 2*index.MostForms); err != nil || len(rows) != want {
				t.Errorf("%s (from memory: %v): %d rows (%v), want %d", text, warm, len(rows), err, want)
			}
		}
		if _, err := s.Facets(t.Context(), query.Query{}); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWordsTogether looks for words and beginnings of words that the full-text index has in two tables, over more
// articles than are looked at at once.
func TestWordsTogether(t *testing.T) {
	s := storetest.Open(t)
	const n = 5*index.LeastStretch + 100
	var records []model.Record // the newest first
	var articles []model.Article
	for i := range n {
		text := fmt.Sprintf("gauge%04d tide", i)
		for every, word := range map[int]string{2: "even", 3: "wall", 97: "quay", 5: "walk"} {
			if i%every == 0 {
				text += " " + word
			}
		}
		a := model.Article{
			Entry: model.Entry{
				ID: model.NewID(text), Title: fmt.Sprint("Gauge ", i),
				Published: storetest.Noon.Add(-time.Duration(i) * time.Minute),
			},
			Sections: []model.Section{{Blocks: []model.Block{model.Prose{Source: text}}}},
		}
		articles, records = append(articles, a), append(records, model.Record{Article: a})
	}
	if _, err := s.Put(t.Context(), false, articles...); err != nil {
		t.Fatal(err)
	}
	for _, warm := range []bool{false, true} {
		for _, text := range []string{
			"even wa*", "tide even wa* q*", "tide quay e*", "even zz*", "-even tide wa*", "tide title:ga* wall",
			"even wa* before:2026-05-06",
		} {
			q, err := query.Parse(text, storetest.Noon)
			if err != nil {
				t.Fatal(err)
			}
			var all []model.ID
			for _, r := range records {
				if q.Match(r) {
					all = append(all, r.Article.ID)
				}
			}
			q.Fold = true
			for _, page := range [][2]int{{0, 10}, {7, 30}, {0, n}} {
				rows, err := s.Find(t.Context(), q, page[0], page[1])
				if err != nil {
					t.Fatal(err)
				}
				var got []model.ID
				for _, r := range rows {
					got = append(got, r.ID)
				}
				from := min(page[0], len(all))
				if want := all[from:min(from+page[1], len(all))]; !slices.Equal(got, want) {
					t.Errorf("%s, rows from %d on (from memory: %v): got %d, want %d", text, page[0], warm, len(got), len(want))
				}
			}
		}
		if _, err := s.Facets(t.Context(), query.Query{}); err != nil {
			t.Fatal(err)
		}
	}
}
