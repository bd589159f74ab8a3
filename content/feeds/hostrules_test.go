package feeds_test

import (
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"lede/content/conduct"
	"lede/content/fetch"
	"lede/model"
)

// TestAHostIsAskedForTwoFeedsAtOnce counts the connections as well as the requests: no more than eight in all.
func TestAHostIsAskedForTwoFeedsAtOnce(t *testing.T) {
	var mu sync.Mutex
	open, most, inAll, mostInAll := map[string]int{}, 0, 0, 0
	d := newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		open[r.Host]++
		inAll++
		most, mostInAll = max(most, open[r.Host]), max(mostInAll, inAll)
		mu.Unlock()
		time.Sleep(time.Millisecond) // so that others have come, if they may
		mu.Lock()
		open[r.Host]--
		inAll--
		mu.Unlock()
		w.Header().Set("ETag", `"1"`)
		fmt.Fprint(w, rss("", "a"))
	})
	for i := range 40 {
		_, err := d.Subscribe(t.Context(), model.Subscription{URL: fmt.Sprintf("%s/%d", d.URL, i)})
		if err != nil {
			t.Fatal(err)
		}
	}
	sum := d.refreshed(t)
	if sum.Done != 40 || sum.Total != 40 || len(sum.Failed) > 0 {
		t.Errorf("it is %+v", sum)
	}
	if most > 2 || mostInAll > 8 {
		t.Errorf("a host was asked %d times at once, all %d times", most, mostInAll)
	}
}

// TestAHostThatAsksToWaitIsLeftAlone answers one of its feeds with 429.
func TestAHostThatAsksToWaitIsLeftAlone(t *testing.T) {
	d := newDesk(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	var ids []model.ID
	for i := range 12 {
		ids = append(ids, d.follow(t, fmt.Sprintf("/%d", i)))
	}
	sum := d.refreshed(t)
	if n := d.count(); n > 2 || len(sum.Failed) != n || len(sum.Waiting) != 12-n {
		t.Errorf("it was asked %d times: %d failed and %d wait", n, len(sum.Failed), len(sum.Waiting))
	}
	n := d.count()
	d.wait(time.Hour + 59*time.Minute)
	d.refreshed(t, ids[11])
	if d.count() != n {
		t.Error("another feed of the host was asked for by force")
	}
	d.wait(time.Minute)
	if d.refreshed(t); d.count() == n {
		t.Error("after two hours it is left alone still")
	}
}

// TestAHostThatIsQuietAlreadyIsNotAskedForItsFeeds has a page of the host answer with 429.
func TestAHostThatIsQuietAlreadyIsNotAskedForItsFeeds(t *testing.T) {
	d := newDesk(t, func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	id := d.follow(t, "/1")
	if _, err := d.web.Feed(t.Context(), fetch.FeedRequest{URL: d.URL + "/2"}); err == nil {
		t.Fatal("it answers")
	}
	sum := d.refreshed(t)
	if d.count() != 1 || len(sum.Failed) != 0 || len(sum.Waiting) != 1 || sum.Waiting[0].Why != conduct.Silent {
		t.Errorf("it was asked %d times: %+v", d.count(), sum)
	}
	if f := d.feed(t, id); f.Failures != 0 || !f.Tried.IsZero() {
		t.Errorf("a feed that nobody was asked for is %+v", f)
	}
}

// TestFeedsThatAreNotWantedAreNotAskedFor holds for a paused one, and for those that are not named.
func TestFeedsThatAreNotWantedAreNotAskedFor(t *testing.T) {
	d := newDesk(t, tagged(`"1"`, "a"))
	one, two := d.follow(t, "/1"), d.follow(t, "/2")
	f := d.feed(t, one)
	f.Paused = true
	if err := d.EditFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	sum := d.refreshed(t)
	if d.count() != 1 || d.asked[0].URL.Path != "/2" || len(sum.Waiting) != 1 || sum.Waiting[0].ID != one {
		t.Errorf("asked for %d: %+v", d.count(), sum)
	}
	if err := d.ResumeFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	d.wait(time.Hour)
	d.refreshed(t, one)
	paths := []string{d.asked[0].URL.Path, d.asked[len(d.asked)-1].URL.Path}
	if d.count() != 2 || !slices.Equal(paths, []string{"/2", "/1"}) {
		t.Errorf("asked for %v, and not %s", paths, two)
	}
}
