package feeds_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"lede/content"
	"lede/content/fetch"
	"lede/model"
	"lede/model/attached"
)

// TestOnlyATypedAddressLeadsToAPrivateFeed follows a feed of this machine: as the address of an article, which its
// page may have made up, and as one that the user has typed.
func TestOnlyATypedAddressLeadsToAPrivateFeed(t *testing.T) {
	d := newDesk(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`<rss version="2.0"><channel><title>Quay</title>
<item><guid>1</guid><title>Tides</title></item></channel></rss>`))
	})
	l := content.New(content.Options{
		Path: filepath.Join(t.TempDir(), "library.db"), Now: d.now, Web: &fetch.Web{Agent: agentOfTests, Now: d.now},
	})
	t.Cleanup(func() { _ = l.Close() })
	if _, err := l.FollowFeed(t.Context(), d.URL); err == nil || !strings.Contains(err.Error(), "private") {
		t.Errorf("followed as of an article: %v", err)
	}
	if n := len(d.asked); n > 0 {
		t.Errorf("%d requests were made", n)
	}
	added, err := l.AddFeed(t.Context(), model.Subscription{URL: d.URL})
	if err != nil || !added.New || added.Entries != 1 {
		t.Errorf("typed: %+v, %v", added, err)
	}
	if known, err := l.FollowFeed(t.Context(), d.URL); err != nil || known.New || known.Feed.Title != "Quay" {
		t.Errorf("followed again: %+v, %v", known, err)
	}
}

// TestFilesOfATypedFeedAreDownloadedFromItsServer follows a feed of this machine whose item has a file.
func TestFilesOfATypedFeedAreDownloadedFromItsServer(t *testing.T) {
	d := newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/e.mp3" {
			_, _ = w.Write([]byte("an episode"))
			return
		}
		_, _ = w.Write([]byte(`<rss version="2.0"><channel><title>Quay</title></channel></rss>`))
	})
	l := content.New(content.Options{
		Path: filepath.Join(t.TempDir(), "library.db"), Now: d.now, Web: &fetch.Web{Agent: agentOfTests, Now: d.now},
		Files: t.TempDir, MostFile: 100,
	})
	t.Cleanup(func() { _ = l.Close() })
	download := func() (last attached.Progress) {
		for last = range l.Download(t.Context(), attached.File{URL: d.URL + "/e.mp3", Name: "e.mp3"}) {
			continue
		}
		return last
	}
	if last := download(); last.Err == nil || !strings.Contains(last.Err.Error(), "private") || len(d.asked) > 0 {
		t.Errorf("before it is followed: %+v, after %d requests", last, len(d.asked))
	}
	if _, err := l.AddFeed(t.Context(), model.Subscription{URL: d.URL + "/feed"}); err != nil {
		t.Fatal(err)
	}
	if last := download(); last.Err != nil || last.Bytes != 10 {
		t.Errorf("once it is followed: %+v", last)
	}
}

// TestAFeedThatBreaksOffBeforeItsItemsSaysSo asks for a feed whose answer ends before the length that it has promised.
func TestAFeedThatBreaksOffBeforeItsItemsSaysSo(t *testing.T) {
	d := newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "100000")
		if r.URL.Path == "/page" {
			w.Header().Set("Content-Type", "text/html")
			_, _ = w.Write([]byte(`<!doctype html><html><head><title>Quay</title>`))
			return
		}
		_, _ = w.Write([]byte("\n\n"))
	})
	l := content.New(content.Options{
		Path: filepath.Join(t.TempDir(), "library.db"), Now: d.now, Web: &fetch.Web{Agent: agentOfTests, Now: d.now},
	})
	t.Cleanup(func() { _ = l.Close() })
	for path, want := range map[string]string{"/page": "46 bytes, before a feed", "/feed": "2 bytes, before a feed"} {
		_, err := l.AddFeed(t.Context(), model.Subscription{URL: d.URL + path})
		if err == nil || !strings.Contains(err.Error(), "the connection broke off after "+want) {
			t.Errorf("%s: got %v, want %s", path, err, want)
		}
	}
}
