package store_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/store/row"
	"lede/content/store/storetest"
	"lede/model"
)

func TestHeldFindsArticlesByTheirAddresses(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	c := storetest.NewCorpus(300)
	first, second, gone := c.Article(1), c.Article(2), c.Article(3)
	first.URL, second.URL, gone.URL = "https://news.example/a", "https://www.news.example/b/?id=7",
		"https://news.example/c"
	if _, err := s.Put(ctx, true, first, second, gone); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(ctx, "", []model.ID{second.ID}, model.StatusChange{Read: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(ctx, "", []model.ID{gone.ID}, model.StatusChange{Removed: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	got, err := s.Held(ctx, []string{
		"http://news.example/b?id=7&utm_source=x", "https://news.example/a#top", "mailto:a@news.example", "",
		"https://news.example/c",
		"https://news.example/other", "https://news.example/a",
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Held{
		{URL: "http://news.example/b?id=7&utm_source=x", ID: second.ID, Title: second.Title, Read: true},
		{URL: "https://news.example/a#top", ID: first.ID, Title: first.Title},
		{URL: "https://news.example/a", ID: first.ID, Title: first.Title},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if none, err := s.Held(ctx, []string{"", "notes.md"}); err != nil || none != nil {
		t.Errorf("got %v, %v for what are no addresses", none, err)
	}
}

// TestHeldFollowsWhereLinksHaveLed knows an article by an address that redirects to it.
func TestHeldFollowsWhereLinksHaveLed(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	c := storetest.NewCorpus(300)
	first, second := c.Article(1), c.Article(2)
	first.URL, second.URL = "https://news.example/a", "https://news.example/b"
	if _, err := s.Put(ctx, true, first, second); err != nil {
		t.Fatal(err)
	}
	for address, id := range map[string]model.ID{
		"https://t.example/1": first.ID, "https://news.example/b": first.ID, "https://t.example/2": "gone",
		"notes.md":                   first.ID,
		"http://www.news.example/a/": first.ID,
	} {
		if err := s.Lead(ctx, address, id); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Held(ctx, []string{
		"https://t.example/1?utm_source=x", "https://news.example/b", "https://t.example/2",
		"https://news.example/a",
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Held{
		{URL: "https://t.example/1?utm_source=x", ID: first.ID, Title: first.Title},
		{URL: "https://news.example/b", ID: second.ID, Title: second.Title},
		{URL: "https://news.example/a", ID: first.ID, Title: first.Title},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// TestHeldUsesTheIndexOfAddresses looks at the plan: a scan of a large library would hold back every article that is
// opened.
func TestHeldUsesTheIndexOfAddresses(t *testing.T) {
	s := storetest.Open(t)
	var id, parent, unused int
	var plan, all string
	rows, err := s.DB().Read.QueryContext(t.Context(), `EXPLAIN QUERY PLAN `+row.HeldQuery, "[1,2]")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&id, &parent, &unused, &plan); err != nil {
			t.Fatal(err)
		}
		all += plan + "\n"
	}
	if err := rows.Err(); err != nil || !strings.Contains(all, "article_address") ||
		strings.Contains(all, "SCAN article") || strings.Contains(all, "SCAN a") {
		t.Errorf("the plan is\n%s%v", all, err)
	}
	t.Log(all)
}
