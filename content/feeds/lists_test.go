package feeds_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"lede/content/contenttest"
	"lede/model"
	"lede/model/query"
)

// TestEntriesWhoseIDsChangeComeOnce follows a feed that makes up the IDs of its entries with each answer; what the
// user has done with them stays.
func TestEntriesWhoseIDsChangeComeOnce(t *testing.T) {
	d := newDesk(t, func(n int, w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, strings.ReplaceAll(rss("", "a", "b"), "<guid>", fmt.Sprintf("<guid isPermaLink='false'>%d-", n)))
	})
	d.follow(t, "/feed")
	d.refreshed(t)
	yes := true
	n, err := d.MarkQuery(t.Context(), "", parsed(t, "title:b"), model.StatusChange{Read: &yes})
	if n != 1 || err != nil {
		t.Fatal(n, err)
	}
	for range 3 {
		d.wait(25 * time.Hour)
		if sum := d.refreshed(t); sum.New != 0 || len(sum.Failed) != 0 {
			t.Errorf("a later refresh brings %+v", sum)
		}
	}
	if got := d.titles(t); got != "a, b" && got != "b, a" {
		t.Errorf("there are %s", got)
	}
	if got := contenttest.Titled(t, d.Library, "is:read"); len(got) != 1 || got[0] != "b" {
		t.Errorf("read: %q", got)
	}
}

// TestHiddenFeedsStayOutOfTheLists follows a hidden feed and a shown one, which have an article in common.
func TestHiddenFeedsStayOutOfTheLists(t *testing.T) {
	d := newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		text := rss("", "both", "shown")
		if r.URL.Path == "/hidden" {
			text = strings.ReplaceAll(rss("", "both", "hidden", "starred"), "Courier", "Whisper")
		}
		fmt.Fprint(w, text)
	})
	d.follow(t, "/shown")
	hidden := d.feed(t, d.follow(t, "/hidden"))
	hidden.Hidden = true
	if err := d.EditFeed(t.Context(), hidden); err != nil {
		t.Fatal(err)
	}
	d.refreshed(t)
	yes := true
	if n, err := d.MarkQuery(t.Context(), "", parsed(t, "feed:whisper title:starred"),
		model.StatusChange{Starred: &yes}); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	for text, want := range map[string]string{
		"": "both shown starred", "tide": "both shown starred", "title:hidden": "", "is:hidden": "hidden",
		"feed:whisper": "both hidden starred", "feed:~whis": "both hidden starred", "-feed:courier": "starred",
		"feed:courier": "both shown", "-is:hidden": "both shown starred",
	} {
		for range 2 { // of the file, and of the index
			if got := strings.Join(contenttest.Titled(t, d.Library, text), " "); got != want {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
			if _, err := d.Facets(t.Context(), query.Query{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n, err := d.MarkQuery(t.Context(), "", query.Query{}, model.StatusChange{Read: &yes}); n != 3 || err != nil {
		t.Errorf("marked %d as read (%v), what is hidden with it", n, err)
	}
}

// TestWhatCameIsAskedForByItsDay follows a feed whose entries have no dates over two days.
func TestWhatCameIsAskedForByItsDay(t *testing.T) {
	d := newDesk(t, func(n int, w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, rss("", []string{"old", "new"}[:n+1]...))
	})
	d.follow(t, "/feed")
	d.refreshed(t)
	d.wait(25 * time.Hour)
	d.refreshed(t)
	for text, want := range map[string]string{
		"came:today": "new", "-came:today": "old", "came:yesterday": "new old", "came:1h": "new", "came:2w title:old": "old",
		"came:today OR title:old": "new old",
	} {
		for range 2 {
			if got := strings.Join(contenttest.Titled(t, d.Library, text), " "); got != want {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
			if _, err := d.Facets(t.Context(), query.Query{}); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func parsed(t *testing.T, text string) query.Query {
	t.Helper()
	q, err := query.Parse(text, morning)
	if err != nil {
		t.Fatal(err)
	}
	return q
}
