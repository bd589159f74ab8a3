package reading_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"lede/content"
	"lede/content/contenttest"
	"lede/content/fetch"
)

// breaking is a server of pages by their path, which breaks each off before the end that it has promised.
func breaking(t *testing.T, pages map[string]string) (*content.Library, string) {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Length", "100000")
		_, _ = fmt.Fprint(w, pages[r.URL.Path])
	}))
	t.Cleanup(s.Close)
	return content.New(content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}}), s.URL
}

func TestAPageThatBreaksOffBeforeItsTextSaysSo(t *testing.T) {
	pages := map[string]string{
		"/head":   `<!doctype html><html><head><title>Tides</title><meta name="x" content="y">`,
		"/blank":  strings.Repeat(" ", 300),
		"/script": `<html><head><title>Tides</title><script>start()</script></head><body><div id="root"></div><script`,
		"/body":   `<html><body><div class="top">`,
	}
	l, url := breaking(t, pages)
	for path, page := range pages {
		want := fmt.Sprintf("%s: the connection broke off after %d bytes, before its text.", path, len(page))
		_, err := l.Read(context.Background(), url+path)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("to read it: got %v, want %s", err, want)
		}
		for opening := range l.Open(context.Background(), url+path) {
			err = opening.Err
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("to open it: got %v, want %s", err, want)
		}
	}
}

func TestAPageThatBreaksOffInItsTextIsShownWithANote(t *testing.T) {
	l, url := breaking(t, map[string]string{"/": `<html><body><article><h1>Tides</h1><p>` +
		strings.Repeat(contenttest.Tides, 9) + `</p><p>And then`})
	a, err := l.Read(context.Background(), url+"/")
	if err != nil {
		t.Fatal(err)
	}
	blocks := a.Blocks()
	if last := blocks[len(blocks)-1].Text(); !strings.Contains(last, "The connection broke off") {
		t.Errorf("the last block is %q", last)
	}
}
