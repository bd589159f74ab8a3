package reading_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"lede/content/contenttest"
	"lede/content/fetch"

	"lede/content"
)

// changing is a server of one page whose text can be changed, and a library that has kept its first text.
func changing(t *testing.T) (l *content.Library, url string, now *atomic.Value) {
	t.Helper()
	now = &atomic.Value{}
	now.Store(contenttest.PageOf("The first text"))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		page := now.Load().(string)
		if page == "" {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		_, _ = w.Write([]byte(page))
	}))
	t.Cleanup(s.Close)
	l = content.New(content.Options{
		Web:  &fetch.Web{NotOpen: func(netip.Addr) bool { return false }},
		Path: filepath.Join(t.TempDir(), "library.db"),
	})
	t.Cleanup(func() { _ = l.Close() })
	url = s.URL + "/story"
	for step := range l.Add(context.Background(), []string{url}, content.Files) {
		if len(step.Errs) > 0 {
			t.Fatal(step.Errs)
		}
	}
	return l, url, now
}

func TestKeptPageIsShownAtOnceAndRefreshed(t *testing.T) {
	l, url, now := changing(t)
	first := contenttest.Steps(l, url+"?utm_source=mail")
	if len(first) != 2 || !first[0].Kept || contenttest.LeadOf(first[0].Article) != "The first text" {
		t.Fatalf("got %+v", first)
	}
	same := first[1]
	if same.Note != "" || same.Article.ID != first[0].Article.ID || contenttest.LeadOf(same.Article) != "The first text" {
		t.Errorf("the same text has come as %+v", same)
	}
	if why, err := l.Why(t.Context(), &same.Article, 0); err != nil || why.Rule == "" {
		t.Errorf("why is not known of a page in the library: %+v, %v", why, err)
	}

	now.Store(contenttest.PageOf("The second text"))
	second := contenttest.Steps(l, url)
	if len(second) != 2 || !second[0].Kept || contenttest.LeadOf(second[1].Article) != "The second text" ||
		!strings.HasPrefix(second[1].Note, "The page has changed") {
		t.Fatalf("got %d steps, the last: %q, %q", len(second), contenttest.LeadOf(second[len(second)-1].Article),
			second[len(second)-1].Note)
	}
	if second[0].Article.ID != second[1].Article.ID {
		t.Error("the new text is another article")
	}
	kept, err := l.Read(context.Background(), string(second[0].Article.ID))
	if err != nil || contenttest.LeadOf(kept) != "The second text" {
		t.Errorf("the library holds %q, %v", contenttest.LeadOf(kept), err)
	}
}

func TestKeptPageOutlivesWhatBecomesOfIt(t *testing.T) {
	for page, want := range map[string]string{
		"": "This is the text in your library. Cannot open http",
		"<html><body><p>This story is for subscribers. Go to the shop to read all of it at " +
			"once.</p></body></html>": "The page holds another one now: “story”. To keep that too: lede add http",
		"<html><head><title>Tides</title></head><body><article><h1>Tides</h1><p>" + contenttest.Tides +
			"</p></article></body></html>": "the page holds only a part of it now",
	} {
		l, url, now := changing(t)
		now.Store(page)
		got := contenttest.Steps(l, url)
		if len(got) != 2 || !got[0].Kept || got[1].Err != nil || !strings.Contains(got[1].Note, want) ||
			len(got[1].Article.Sections) > 0 {
			t.Errorf("got %d steps, the last %+v, want %q", len(got), got[len(got)-1], want)
		}
		kept, err := l.Read(context.Background(), string(got[0].Article.ID))
		if err != nil || contenttest.LeadOf(kept) != "The first text" {
			t.Errorf("the library holds %q, %v", contenttest.LeadOf(kept), err)
		}
	}
}

func TestPageThatCannotBeHadIsReadFromTheLibrary(t *testing.T) {
	l, url, now := changing(t)
	now.Store("")
	a, err := l.Read(context.Background(), url)
	if err != nil || contenttest.LeadOf(a) != "The first text" {
		t.Fatalf("got %q, %v", contenttest.LeadOf(a), err)
	}
	blocks := a.Blocks()
	if last := blocks[len(blocks)-1].Text(); !strings.Contains(last,
		"This is the text in your library. Cannot open "+url) {
		t.Errorf("the end says %q", last)
	}
}
