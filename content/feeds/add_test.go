package feeds_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"lede/content/fetch"
	"lede/model"

	"lede/content"
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
