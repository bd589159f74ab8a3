package feeds_test

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// TestValidatorsAreSentBackAsTheyCame holds for P1 to P4.
func TestValidatorsAreSentBackAsTheyCame(t *testing.T) {
	type sent struct{ etag, modified string }
	answers := []struct {
		status int
		sent
		want sent // of the request
	}{
		{200, sent{`W/"a\b"`, "Yesterday, at six"}, sent{}},
		{304, sent{}, sent{`W/"a\b"`, "Yesterday, at six"}},
		{304, sent{`bare`, ""}, sent{`W/"a\b"`, "Yesterday, at six"}},
		{200, sent{`""double""`, ""}, sent{`bare`, "Yesterday, at six"}},
		{500, sent{`"broken"`, "now"}, sent{`""double""`, ""}},
		{200, sent{"", "Tue, 5 May 2026 06:00:00 GMT"}, sent{`""double""`, ""}},
		{200, sent{`"2"`, "Tue, 5 May 2026 06:00:00 GMT"}, sent{"", "Tue, 5 May 2026 06:00:00 GMT"}},
		{304, sent{"", "Wed, 6 May 2026 06:00:00 GMT"}, sent{`"2"`, "Tue, 5 May 2026 06:00:00 GMT"}},
		{304, sent{}, sent{`"2"`, "Wed, 6 May 2026 06:00:00 GMT"}},
	}
	d := newDesk(t, func(n int, w http.ResponseWriter, _ *http.Request) {
		a := answers[n]
		for name, value := range map[string]string{"ETag": a.etag, "Last-Modified": a.modified} {
			if value != "" {
				w.Header().Set(name, value)
			}
		}
		w.WriteHeader(a.status)
		if a.status == http.StatusOK {
			fmt.Fprint(w, rss("", "a"))
		}
	})
	d.follow(t, "/feed")
	for i, a := range answers {
		d.refreshed(t)
		d.wait(25 * time.Hour)
		got := sent{d.asked[i].Header.Get("If-None-Match"), d.asked[i].Header.Get("If-Modified-Since")}
		if got != a.want {
			t.Errorf("request %d: got %q, want %q", i, got, a.want)
		}
	}
}

// TestAFeedThatHasMovedIsFollowed holds for P9. Each answer leads on from /feed; a feed is at /new.
func TestAFeedThatHasMovedIsFollowed(t *testing.T) {
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `"1"`)
		fmt.Fprint(w, rss("", "a"))
	}))
	defer elsewhere.Close()
	other := strings.Replace(elsewhere.URL, "127.0.0.1", "localhost", 1) + "/feed"
	for name, c := range map[string]struct {
		status int
		to     string
		tries  int
		want   string
	}{
		"for good":                           {301, "/new", 1, "/new"},
		"for good, by the other status":      {308, "/new", 1, "/new"},
		"for a time":                         {302, "/new", 3, "/feed"},
		"for a time, by the other status":    {307, "/new", 3, "/feed"},
		"for good, and then for a time":      {301, "/then", 1, "/then"},
		"to another site, once":              {301, other, 1, "/feed"},
		"to another site, twice":             {301, other, 2, other},
		"to what is no feed":                 {301, "/page", 3, "/feed"},
		"round in a circle":                  {301, "/feed", 2, "/feed"},
		"for good, and the feed is there":    {301, "/new?a=b", 1, "/new?a=b"},
		"for a time, to another site":        {302, other, 3, "/feed"},
		"to an address that is not opened":   {301, "file:///etc/passwd", 2, "/feed"},
		"for good, to where nothing answers": {301, "/none", 3, "/feed"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
				switch r.URL.Path {
				case "/feed":
					http.Redirect(w, r, c.to, c.status)
				case "/then":
					http.Redirect(w, r, "/new", http.StatusFound)
				case "/page":
					fmt.Fprint(w, "<!doctype html><p>Log in</p>")
				case "/none":
					http.NotFound(w, r)
				default:
					w.Header().Set("ETag", `"1"`)
					fmt.Fprint(w, rss("", "a"))
				}
			})
			id := d.follow(t, "/feed")
			for range c.tries {
				d.refreshed(t)
				d.wait(25 * time.Hour)
			}
			want := c.want
			if strings.HasPrefix(want, "/") {
				want = d.URL + want
			}
			if got := d.feed(t, id).URL; got != want {
				t.Errorf("its address is %s, want %s", got, want)
			}
		})
	}
}

// TestARequestSaysWhatItMust holds for P10 to P12.
func TestARequestSaysWhatItMust(t *testing.T) {
	d := newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Set-Cookie", "a=b")
		if r.URL.Path != "/end" {
			http.Redirect(w, r, "/end", http.StatusFound)
			return
		}
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		_, _ = io.WriteString(z, rss("<image><url>/icon.png</url></image>", "a", "b"))
		_ = z.Close()
	})
	d.follow(t, "/feed.xml?b=2&a=%2f&c#top")
	d.refreshed(t)
	if len(d.asked) != 2 || d.asked[0].RequestURI != "/feed.xml?b=2&a=%2f&c" {
		t.Fatalf("it was asked for %d times, first as %s", len(d.asked), d.asked[0].RequestURI)
	}
	for _, r := range d.asked {
		h := r.Header
		if r.Method != http.MethodGet || h.Get("Cookie")+h.Get("Referer")+h.Get("If-Modified-Since") != "" {
			t.Errorf("%s %s with %v", r.Method, r.RequestURI, h)
		}
		if !strings.Contains(h.Get("Accept-Encoding"), "gzip") || h.Get("User-Agent") != agentOfTests {
			t.Errorf("%s says %v", r.RequestURI, h)
		}
	}
	if got := d.titles(t); got != "a, b" {
		t.Errorf("what was packed holds %s", got)
	}
}

// askToLogIn answers as a site does that wants a user to log in first.
func askToLogIn(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/login" {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	fmt.Fprint(w, "<!doctype html><form>")
}

// TestABadAnswerChangesNothing looks at the feed after it, and at what is said of it.
func TestABadAnswerChangesNothing(t *testing.T) {
	other := strings.NewReplacer("The Courier", "Casino", "courier.example", "casino.example").Replace(rss("", "x"))
	for name, c := range map[string]struct {
		answer func(w http.ResponseWriter, r *http.Request)
		says   string
	}{
		"a page": {func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, "<!doctype html><title>Log in</title><p>Log in")
		}, "web page"},
		"nothing": {func(http.ResponseWriter, *http.Request) {}, "with nothing"},
		"a picture": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
		}, "picture"},
		"plain text":   {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "It works!") }, "no feed"},
		"JSON":         {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, `{"error": "no"}`) }, "no feed"},
		"another feed": {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, other) }, "Another feed"},
		"a login":      {func(w http.ResponseWriter, r *http.Request) { askToLogIn(w, r) }, "log in"},
		"a fault":      {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, "fault"},
		"a lying gzip": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			fmt.Fprint(w, "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"+strings.Repeat("\xff", 50))
		}, "packed"},
		"broken off": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "closed the connection"},
		"on and on": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path+"x", http.StatusFound)
		}, "10 times"},
	} {
		t.Run(name, func(t *testing.T) {
			bad := false
			d := newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
				if !bad {
					tagged(`"1"`, "a", "b")(0, w, r)
					return
				}
				w.Header().Set("ETag", `"bad"`)
				c.answer(w, r)
			})
			id := d.follow(t, "/feed")
			d.refreshed(t)
			before := d.feed(t, id)
			d.wait(time.Hour)
			bad = true
			sum := d.refreshed(t)
			after := d.feed(t, id)
			if len(sum.Failed) != 1 || !strings.Contains(sum.Failed[0].Why, c.says) {
				t.Errorf("it says %+v, want %q", sum.Failed, c.says)
			}
			if after.ETag != before.ETag || after.Title != before.Title || after.URL != before.URL || d.titles(t) != "a, b" {
				t.Errorf("it was %+v and is %+v", before, after)
			}
			if after.Failures != 1 || after.Error != sum.Failed[0].Why || !after.Due.Equal(d.now().Add(time.Hour)) {
				t.Errorf("it is to be asked for at %s: %q", after.Due, after.Error)
			}
		})
	}
}

// TestAFirstAnswerThatNothingHasChangedIsAFailure holds for a server that says so unasked.
func TestAFirstAnswerThatNothingHasChangedIsAFailure(t *testing.T) {
	d := newDesk(t, func(_ int, w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	d.follow(t, "/feed")
	if sum := d.refreshed(t); len(sum.Failed) != 1 || !strings.Contains(sum.Failed[0].Why, "not asked") {
		t.Errorf("it says %+v", sum.Failed)
	}
}

// TestEntriesComeOnce follows a feed over some days.
func TestEntriesComeOnce(t *testing.T) {
	days := [][]string{{"a", "b"}, {"c", "a", "b"}, {"c", "a"}, {}, {"b", "c"}}
	d := newDesk(t, func(n int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", fmt.Sprintf(`"%d"`, n))
		fmt.Fprint(w, rss("", days[n]...))
	})
	id := d.follow(t, "/feed")
	var news []int
	for range days {
		news = append(news, d.refreshed(t).New)
		d.wait(time.Hour)
	}
	if diff := cmp.Diff([]int{2, 1, 0, 0, 0}, news); diff != "" {
		t.Errorf("the new entries (-want +got)\n%s", diff)
	}
	f := d.feed(t, id)
	if f.Title != "The Courier" || f.Site != "https://courier.example/" || f.Entries != 3 || f.Unread != 3 {
		t.Errorf("it is %+v", f)
	}
}

// TestAFeedThatBreaksOffComesAgain takes what is whole of it, and asks for all of it the next time.
func TestAFeedThatBreaksOffComesAgain(t *testing.T) {
	d := newDesk(t, func(n int, w http.ResponseWriter, _ *http.Request) {
		text := rss("", "a", "b", "c")
		w.Header().Set("ETag", `"1"`)
		w.Header().Set("Content-Length", fmt.Sprint(len(text)))
		if n == 0 {
			text = text[:strings.Index(text, "<title>c")]
		}
		fmt.Fprint(w, text)
	})
	id := d.follow(t, "/feed")
	sum := d.refreshed(t)
	if f := d.feed(t, id); sum.New != 2 || f.ETag != "" || !strings.Contains(f.Note, "broke off") {
		t.Errorf("it brought %d and is %+v", sum.New, f)
	}
	d.wait(24 * time.Hour)
	if sum := d.refreshed(t); sum.New != 1 || d.feed(t, id).ETag != `"1"` || d.feed(t, id).Note != "" {
		t.Errorf("then it brought %+v", sum)
	}
}

// TestAStoppedRefreshKeepsWhatHasCome stops while one feed answers, one has answered, and others wait.
func TestAStoppedRefreshKeepsWhatHasCome(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	hang := make(chan struct{})
	d := newDesk(t, func(_ int, w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/0" {
			<-hang
		}
		w.Header().Set("ETag", `"1"`)
		fmt.Fprint(w, rss("", "a"))
	})
	var ids []model.ID
	for i := range 9 {
		ids = append(ids, d.follow(t, fmt.Sprintf("/%d", i)))
	}
	last := model.Refresh{}
	for s := range d.Refresh(ctx) {
		if s.New == 1 {
			stop()
		}
		last = s
	}
	close(hang)
	stop()
	if !last.Last || last.New != 1 || d.titles(t) != "a" {
		t.Errorf("it ended with %+v, of %s", last, d.titles(t))
	}
	tried := 0
	for _, id := range ids {
		if !d.feed(t, id).Tried.IsZero() {
			tried++
		}
	}
	if tried != d.count() {
		t.Errorf("%d feeds count as asked for, and %d were", tried, d.count())
	}
}
