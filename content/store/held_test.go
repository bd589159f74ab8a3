package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestHeldFindsArticlesByTheirAddresses(t *testing.T) {
	ctx, s := t.Context(), open(t)
	c := newCorpus(300)
	first, second, gone := c.article(1), c.article(2), c.article(3)
	first.URL, second.URL, gone.URL = "https://news.example/a", "https://www.news.example/b/?id=7", "https://news.example/c"
	if _, err := s.Put(ctx, true, first, second, gone); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(ctx, "", []model.ID{second.ID}, model.StatusChange{Read: yes()}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(ctx, "", []model.ID{gone.ID}, model.StatusChange{Removed: yes()}); err != nil {
		t.Fatal(err)
	}
	got, err := s.Held(ctx, []string{
		"http://news.example/b?id=7&utm_source=x", "https://news.example/a#top", "mailto:a@news.example", "", "https://news.example/c",
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

// TestHeldUsesTheIndexOfAddresses looks at the plan: a scan of a large library would hold back every article that is opened.
func TestHeldUsesTheIndexOfAddresses(t *testing.T) {
	s := open(t)
	var id, parent, unused int
	var plan, all string
	rows, err := s.read.QueryContext(t.Context(), `EXPLAIN QUERY PLAN SELECT a.address`+from+` AND a.address IN (SELECT value FROM json_each('[1,2]'))`)
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
	if err := rows.Err(); err != nil || !strings.Contains(all, "article_address") {
		t.Errorf("the plan is\n%s%v", all, err)
	}
}
