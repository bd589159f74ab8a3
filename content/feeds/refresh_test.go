package feeds_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lede/content/fetch"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

// desk is a server of feeds, and a library that follows them by a clock of its own.
type desk struct {
	*httptest.Server
	*content.Library
	web    *fetch.Web // by which the library reaches the server
	mu     sync.Mutex
	clock  time.Time
	asked  []*http.Request
	answer func(n int, w http.ResponseWriter, r *http.Request) // n counts the requests from 0
}

// agentOfTests is what a desk's library calls itself.
const agentOfTests = "lede/test (+https://lede.example)"

// morning is when the clock of a desk begins.
var morning = time.Date(2026, 5, 6, 7, 0, 0, 0, time.UTC)

func newDesk(
	t *testing.T, answer func(n int, w http.ResponseWriter, r *http.Request), rules ...model.EntryRule,
) *desk {
	t.Helper()
	d := &desk{clock: morning, answer: answer}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.mu.Lock()
		n := len(d.asked)
		d.asked = append(d.asked, r)
		w.Header().Set("Date", d.clock.Format(http.TimeFormat))
		d.mu.Unlock()
		d.answer(n, w, r)
	}))
	d.Server = server
	t.Cleanup(server.Close)
	d.web = &fetch.Web{Agent: agentOfTests, Now: d.now, NotOpen: func(netip.Addr) bool { return false }}
	d.Library = content.New(content.Options{
		Path: filepath.Join(t.TempDir(), "library.db"), Now: d.now, Rules: rules, Web: d.web,
		Rest: func(context.Context, time.Duration) error { return nil },
	})
	t.Cleanup(func() { _ = d.Library.Close() })
	return d
}

func (d *desk) now() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.clock
}

func (d *desk) wait(after time.Duration) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.clock = d.clock.Add(after)
}

// follow subscribes to the feed at a path.
func (d *desk) follow(t *testing.T, path string) model.ID {
	t.Helper()
	done, err := d.Subscribe(t.Context(), model.Subscription{URL: d.URL + path})
	if err != nil {
		t.Fatal(err)
	}
	return done[0].ID
}

// feed returns a feed as it is now.
func (d *desk) feed(t *testing.T, id model.ID) model.Subscription {
	t.Helper()
	feeds, err := d.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range feeds {
		if f.ID == id {
			return f
		}
	}
	t.Fatalf("there is no feed %s", id)
	return model.Subscription{}
}

// refreshed asks for feeds and returns the sum of all steps.
func (d *desk) refreshed(t *testing.T, only ...model.ID) (sum model.Refresh) {
	t.Helper()
	for s := range d.Refresh(t.Context(), only...) {
		s.Fresh, s.Failed = append(sum.Fresh, s.Fresh...), append(sum.Failed, s.Failed...)
		s.Waiting = append(sum.Waiting, s.Waiting...)
		sum = s
	}
	if sum.Err != nil {
		t.Fatal(sum.Err)
	}
	return sum
}

// count is how often the server has been asked.
func (d *desk) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.asked)
}

// titles are the titles of all entries, the newest first.
func (d *desk) titles(t *testing.T) string {
	t.Helper()
	rows, err := d.Find(t.Context(), query.Query{}, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		all = append(all, r.Title)
	}
	return strings.Join(all, ", ")
}

// rss writes a feed of items, each a title that is its guid and its page too. more stands in its channel.
func rss(more string, titles ...string) string {
	var b strings.Builder
	b.WriteString("<rss version='2.0'><channel><title>The Courier</title><link>https://courier.example/</link>" + more)
	for _, t := range titles {
		fmt.Fprintf(&b, "<item><guid>%[1]s</guid><title>%[1]s</title><link>https://courier.example/%[1]s</link>"+
			"<description>The tide of %[1]s came over the quay at six, and stood there for an hour.</description></item>", t)
	}
	b.WriteString("</channel></rss>")
	return b.String()
}

// tagged answers with a feed that has an ETag, or that it is as it was.
func tagged(tag string, titles ...string) func(int, http.ResponseWriter, *http.Request) {
	return func(_ int, w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = fmt.Fprint(w, rss("", titles...))
	}
}

// headed answers with a feed that has an ETag, and with more headers: pairs of a name and a value.
func headed(status int, more ...string) func(int, http.ResponseWriter, *http.Request) {
	return func(n int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `"1"`)
		for i := 0; i < len(more); i += 2 {
			w.Header().Set(more[i], more[i+1])
		}
		w.WriteHeader(status)
		_, _ = fmt.Fprint(w, rss("", fmt.Sprint("n", n)))
	}
}

// paced answers with a feed that says in its channel how often it is to be asked for.
func paced(more string) func(int, http.ResponseWriter, *http.Request) {
	return func(_ int, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `"1"`)
		_, _ = fmt.Fprint(w, rss(more, "a"))
	}
}

// try is one try to refresh: after how long, and whether the server is to be asked.
type try struct {
	after  time.Duration
	forced bool
	asked  bool
}

// tries are tries that are not forced: at each duration after the one before, asked at those that are positive. A
// negative one is waited for and must not be asked at.
func tries(after ...time.Duration) []try {
	var all []try
	for _, a := range after {
		all = append(all, try{after: a.Abs(), asked: a >= 0})
	}
	return all
}

// TestFeedsAreAskedForPolitely holds for what RULES demand of when a server is asked: P5 to P8.
func TestFeedsAreAskedForPolitely(t *testing.T) {
	const second, hour, day = time.Second, time.Hour, 24 * time.Hour
	minute := time.Minute
	failing := func(status int, more ...string) func(int, http.ResponseWriter, *http.Request) {
		return headed(status, more...)
	}
	for name, c := range map[string]struct {
		answer func(int, http.ResponseWriter, *http.Request)
		tries  []try
	}{
		"once an hour": {tagged(`"1"`, "a"), tries(0, -59*minute, -59*second, second, -hour+second, second)},
		"once a day without a validator": {
			func(_ int, w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, rss("", "a")) },
			tries(0, -23*hour, -59*minute, minute, -hour),
		},
		"one feed by force, every ten minutes": {
			tagged(`"1"`, "a"),
			[]try{{asked: true}, {after: 9 * minute, forced: true}, {minute, true, true}, {after: 50 * minute}},
		},
		"not inside max-age": {
			headed(200, "Cache-Control", "public, max-age=7200"),
			tries(0, -hour, -59*minute, minute),
		},
		"max-age is cut at a day": {headed(200, "Cache-Control", "max-age=31536000"), tries(0, -23*hour, hour)},
		"max-age goes before Expires": {
			headed(200, "Cache-Control", "max-age=60", "Expires", morning.Add(day).Format(http.TimeFormat)),
			tries(0, hour),
		},
		"not before Expires": {
			headed(200, "Expires", morning.Add(3*hour).Format(http.TimeFormat)),
			tries(0, -2*hour, hour),
		},
		"Expires that is no date": {headed(200, "Expires", "0"), tries(0, hour)},
		"not inside ttl":          {paced("<ttl>150</ttl>"), tries(0, -2*hour, -29*minute, minute)},
		"ttl is cut at a day":     {paced("<ttl>100000</ttl>"), tries(0, -23*hour, hour)},
		"not in an hour to be left out": {
			paced("<skipHours><hour>8</hour><hour>9</hour></skipHours>"),
			tries(0, -hour, -hour, -59*minute, minute),
		},
		"not on a day to be left out": {
			paced("<skipDays><day>Thursday</day></skipDays>"),
			tries(0, 16*hour, -hour, -22*hour, -59*minute, minute+hour),
		},
		"429 with seconds, even by force": {
			failing(429, "Retry-After", "7200"),
			[]try{{asked: true}, {after: hour}, {after: 59 * minute, forced: true}, {after: minute, asked: true}},
		},
		"503 with a date": {
			failing(503, "Retry-After", morning.Add(5*hour).Format(http.TimeFormat)),
			tries(0, -4*hour, -59*minute, minute),
		},
		"Retry-After is cut at a week": {failing(429, "Retry-After", "99999999"), tries(0, -6*day, -23*hour, hour)},
		"a short Retry-After":          {failing(503, "Retry-After", "5"), tries(0, -59*minute, minute)},
		"429 without Retry-After":      {failing(429), tries(0, -59*minute, minute, -hour, hour, -3*hour, hour)},
		"errors: 1, 2, 4, 8, 16, 24 h": {
			failing(500),
			tries(0, hour, -hour, hour, -3*hour, hour, -7*hour, hour, -15*hour, hour, -23*hour, hour, -23*hour, hour),
		},
		"404 for a month, then once a day": {
			failing(404), append(tries(0, hour, 2*hour, 4*hour, 8*hour, 16*hour, 24*hour),
				tries(30*day, -23*hour, hour)...),
		},
		"410: never again":          {failing(410), tries(0, -hour, -day, -30*day)},
		"410 by force: never again": {failing(410), []try{{asked: true}, {after: day, forced: true}}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, c.answer)
			id := d.follow(t, "/feed")
			passed := time.Duration(0)
			for i, try := range c.tries {
				d.wait(try.after)
				passed += try.after
				before := d.count()
				if try.forced {
					d.refreshed(t, id)
				} else {
					d.refreshed(t)
				}
				if asked := d.count() > before; asked != try.asked {
					t.Errorf("try %d, after %s in all: asked %t, want %t (%s)", i, passed, asked, try.asked, d.feed(t, id).Why)
				}
			}
		})
	}
}
