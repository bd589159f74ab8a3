package content_test

import (
	"path/filepath"
	"testing"

	"lede/content/contenttest"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

// TestAPageThatWasFollowedIsKeptAsItself opens a page as the reader does, keeps it, and finds it by its address.
func TestAPageThatWasFollowedIsKeptAsItself(t *testing.T) {
	n := newNewsroom(t, "")
	l := n.library(t)
	var a model.Article
	for step := range l.Open(t.Context(), n.URL+"/wall?utm_source=hub#top") {
		if step.Err != nil {
			t.Fatal(step.Err)
		}
		if len(step.Article.Sections) > 0 {
			a = step.Article
		}
	}
	if err := l.Keep(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	held, err := l.Held(t.Context(), []string{n.URL + "/wall"})
	if err != nil || len(held) != 1 || held[0].Title != "The story of wall" {
		t.Fatalf("held %+v, %v", held, err)
	}
	rows, err := l.Find(t.Context(), query.Query{}, 0, 10)
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	if got := rows[0].URL; got != n.URL+"/wall?utm_source=hub" || rows[0].Ref != got || !rows[0].Status.Saved {
		t.Errorf("kept as %+v", rows[0])
	}
}

// TestAFileIsKeptWithItsWholePath keeps a file that was named from its own folder.
func TestAFileIsKeptWithItsWholePath(t *testing.T) {
	path := contenttest.File(t, "story.txt",
		"A story of the coast\n\nThe water came up through the drains first, and stood on the quay for hours.\n")
	t.Chdir(filepath.Dir(path))
	l := content.New(content.Options{Path: filepath.Join(t.TempDir(), "library.db")})
	defer l.Close()
	a, err := l.Read(t.Context(), "story.txt")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Keep(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	rows, err := l.Find(t.Context(), query.Query{}, 0, 10)
	if err != nil || len(rows) != 1 || !filepath.IsAbs(rows[0].Ref) {
		t.Errorf("kept %+v, %v", rows, err)
	}
}
