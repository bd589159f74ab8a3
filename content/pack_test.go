package content_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/fetch"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

// newsroom is a server with stories, which notes what it is asked for and how long lede rests.
type newsroom struct {
	*httptest.Server
	sync.Mutex
	robots string
	answer map[string]func(http.ResponseWriter) // instead of a story, by path
	asked  []string
	rested []time.Duration
}

func newNewsroom(t *testing.T, robots string) *newsroom {
	t.Helper()
	n := &newsroom{robots: robots, answer: map[string]func(http.ResponseWriter){}}
	n.Server = httptest.NewServer(n)
	t.Cleanup(n.Close)
	return n
}

// ServeHTTP implements http.Handler.
func (n *newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.Lock()
	n.asked = append(n.asked, r.URL.RequestURI())
	f, ok := n.answer[r.URL.Path]
	n.Unlock()
	if ok { // it may wait for another request
		f(w)
		return
	}
	if r.URL.Path == "/robots.txt" {
		if n.robots == "" {
			http.NotFound(w, r)
			return
		}
		_, _ = fmt.Fprint(w, n.robots)
		return
	}
	w.Header().Set("Content-Type", "text/html")
	_, _ = fmt.Fprint(w, storyPage("The story of "+strings.TrimPrefix(r.URL.Path, "/")))
}

func storyPage(title string) string {
	return "<!DOCTYPE html><title>" + title + "</title><article><h1>" + title + "</h1>" +
		strings.Repeat("<p>The water of "+title+
			" rose over the lower quay, and the harbour master wrote it down in a green book.</p>", 8) + "</article>"
}

// library is a library that knows the newsroom as typed by the user.
func (n *newsroom) library(t *testing.T) *content.Library { return n.libraryOf(t, n.URL) }

// libraryOf is a library that knows what the user has typed.
func (n *newsroom) libraryOf(t *testing.T, typed ...string) *content.Library {
	t.Helper()
	l := content.New(content.Options{
		Path: filepath.Join(t.TempDir(), "library.db"), Web: &fetch.Web{Agent: "lede/test", Now: n.now},
		Typed: typed, Now: n.now, Rest: n.rest,
	})
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// rest notes how long lede would have rested.
func (n *newsroom) rest(ctx context.Context, d time.Duration) error {
	n.Lock()
	defer n.Unlock()
	n.rested = append(n.rested, d)
	return ctx.Err()
}

// now is nine o'clock, and as much later as lede has rested.
func (n *newsroom) now() time.Time {
	n.Lock()
	defer n.Unlock()
	at := time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)
	for _, d := range n.rested {
		at = at.Add(d)
	}
	return at
}

// hub is an article with related links and a link in its text.
func (n *newsroom) hub(paths ...string) model.Article {
	related := model.Related{Label: "ALSO READ"}
	for _, p := range paths {
		related.Links = append(related.Links, model.Link{Title: "To " + p, URL: n.URL + p})
	}
	related.Links = append(related.Links, model.Link{Title: "No address"},
		model.Link{Title: "Mail", URL: "mailto:ines@courier.example"})
	text := "The harbour of Westhaven was closed, [as told](<" + n.URL + "/told>), ![a map](<" + n.URL +
		"/map.png>), and the school was closed with it until the water had gone."
	return model.Article{
		Entry: model.Entry{ID: model.NewID("hub"), Ref: n.URL + "/hub", URL: n.URL + "/hub", Title: "The hub"},
		Sections: []model.Section{{Blocks: []model.Block{
			model.Prose{Kind: model.Paragraph, Source: text, Plain: text},
			related,
			model.Post{Network: model.X, URL: n.URL + "/post", Source: "A post."},
		}}},
	}
}

// packed runs Pack to its end.
func packed(ctx context.Context, l *content.Library, a model.Article, all bool, limit int) (last model.Progress,
	errs []string,
) {
	for p := range l.Pack(ctx, a, all, limit) {
		last = p
		for _, err := range p.Errs {
			errs = append(errs, err.Error())
		}
	}
	last.Errs = nil
	return last, errs
}

func titles(t *testing.T, l *content.Library) string {
	t.Helper()
	rows, err := l.Find(t.Context(), query.Query{Sort: query.ByTitle}, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	all := make([]string, len(rows))
	for i, r := range rows {
		all[i] = r.Title
		if !r.Status.Saved {
			all[i] += " (not saved)"
		}
	}
	return strings.Join(all, ", ")
}

func TestPackBringsTheRelatedLinksInOnce(t *testing.T) {
	n := newNewsroom(t, "User-agent: *\nDisallow: /private\nCrawl-delay: 2")
	l := n.library(t)
	hub := n.hub("/a", "/b?utm_source=x", "/b", "/private/c", "/hub#more", "/a#top")
	last, errs := packed(t.Context(), l, hub, false, 50)
	if d := cmp.Diff(model.Progress{Done: 4, Total: 4, Added: 3, Last: true}, last); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	want := []string{"Cannot open " + n.URL +
		"/private/c: its site asks programs to leave it alone (robots.txt). Open it by itself."}
	if d := cmp.Diff(want, errs); d != "" {
		t.Errorf("errors (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"/robots.txt", "/a", "/b?utm_source=x"}, n.asked); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]time.Duration{2 * time.Second, 2 * time.Second}, n.rested); d != "" {
		t.Errorf("rested (-want +got):\n%s", d)
	}
	if got, want := titles(t, l), "The hub, The story of a, The story of b"; got != want {
		t.Errorf("kept %s, want %s", got, want)
	}
	n.asked = nil
	last, _ = packed(t.Context(), l, hub, true, 50)
	if d := cmp.Diff(model.Progress{Done: 5, Total: 5, Added: 1, Known: 3, Last: true}, last); d != "" {
		t.Errorf("the second time (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"/robots.txt", "/told"}, n.asked); d != "" {
		t.Errorf("asked the second time (-want +got):\n%s", d)
	}
}

// TestPackIsPoliteOnPagesThatGoOn rests before each page of an article, and leaves alone what the site asks for.
func TestPackIsPoliteOnPagesThatGoOn(t *testing.T) {
	n := newNewsroom(t, "User-agent: *\nDisallow: /private\nCrawl-delay: 2")
	for path, next := range map[string]string{"/a": "/a/2", "/a/2": "/private/a/3"} {
		n.answer[path] = func(w http.ResponseWriter) {
			_, _ = fmt.Fprint(w, storyPage("Part "+path)+`<a rel="next" href="`+next+`">Next page</a>`)
		}
	}
	l := n.library(t)
	if last, errs := packed(t.Context(), l, n.hub("/a"), false, 50); last.Added != 2 || errs != nil {
		t.Errorf("%+v, errors %q", last, errs)
	}
	if d := cmp.Diff([]string{"/robots.txt", "/a", "/a/2"}, n.asked); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]time.Duration{2 * time.Second, 2 * time.Second}, n.rested); d != "" {
		t.Errorf("rested (-want +got):\n%s", d)
	}
}

// TestPackKnowsWhereLinksHaveLed brings a page in over a redirect, and knows it by the link the next time.
func TestPackKnowsWhereLinksHaveLed(t *testing.T) {
	n := newNewsroom(t, "")
	n.answer["/short"] = func(w http.ResponseWriter) {
		w.Header().Set("Location", "/long")
		w.WriteHeader(http.StatusFound)
	}
	l := n.library(t)
	if last, errs := packed(t.Context(), l, n.hub("/short"), false, 50); last.Added != 2 || errs != nil {
		t.Fatalf("%+v, errors %q", last, errs)
	}
	n.asked = nil
	if last, _ := packed(t.Context(), l, n.hub("/short"), false, 50); last.Known != 2 || n.asked != nil {
		t.Errorf("the second time %+v, asked %q", last, n.asked)
	}
	held, err := l.Held(t.Context(), []string{n.URL + "/short", n.URL + "/long"})
	if err != nil || len(held) != 2 || held[0].ID != held[1].ID {
		t.Errorf("held %+v, %v", held, err)
	}
}

func TestPackLeavesOutWhatIsBeyondTheLimit(t *testing.T) {
	n := newNewsroom(t, "")
	last, errs := packed(t.Context(), n.library(t), n.hub("/a", "/b", "/c"), false, 2)
	if d := cmp.Diff(model.Progress{Done: 3, Total: 3, Added: 3, Left: 1, Last: true}, last); d != "" || errs != nil {
		t.Errorf("%v (-want +got):\n%s", errs, d)
	}
}

func TestPackWaitsForASiteThatAsksTo(t *testing.T) {
	n := newNewsroom(t, "")
	first := true
	n.answer["/a"] = func(w http.ResponseWriter) {
		if first {
			first = false
			w.Header().Set("Retry-After", "20")
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		_, _ = fmt.Fprint(w, storyPage("At last"))
	}
	n.answer["/b"] = func(w http.ResponseWriter) {
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(http.StatusTooManyRequests)
	}
	last, errs := packed(t.Context(), n.library(t), n.hub("/a", "/b", "/c"), false, 50)
	if last.Added != 2 || len(errs) != 2 ||
		!strings.Contains(errs[1], "/c: 127.0.0.1 is asked too often (429). It asks to wait 2 hours.") {
		t.Errorf("%+v, errors %q", last, errs)
	}
	const pause = 300 * time.Millisecond // the least between two pages of one site
	if d := cmp.Diff([]time.Duration{pause, 20 * time.Second, pause}, n.rested); d != "" {
		t.Errorf("rested (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"/robots.txt", "/a", "/a", "/b"}, n.asked); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
}

// TestPackAsksNothingOfASiteThatIsOutOfOrder gives up on a site whose robots.txt cannot be had, and goes on with a
// page that is missing.
func TestPackAsksNothingOfASiteThatIsOutOfOrder(t *testing.T) {
	n := newNewsroom(t, "")
	n.answer["/robots.txt"] = func(w http.ResponseWriter) { w.WriteHeader(http.StatusInternalServerError) }
	_, errs := packed(t.Context(), n.library(t), n.hub("/a", "/b"), false, 50)
	if len(errs) != 2 || !strings.Contains(errs[1], "/b: 127.0.0.1 has a fault (500).") || len(n.asked) != 1 {
		t.Errorf("errors %q, asked %q", errs, n.asked)
	}
	n = newNewsroom(t, "")
	n.answer["/a"] = func(w http.ResponseWriter) { w.WriteHeader(http.StatusNotFound) }
	last, errs := packed(t.Context(), n.library(t), n.hub("/a", "/b"), false, 50)
	if len(errs) != 1 || last.Added != 2 {
		t.Errorf("%+v, errors %q", last, errs)
	}
	gone := newNewsroom(t, "")
	hub := gone.hub("/a", "/b")
	gone.Close()
	if last, errs := packed(t.Context(), gone.library(t), hub, false, 50); len(errs) != 2 || last.Added != 1 ||
		len(gone.rested) != 0 {
		t.Errorf("of a site that is gone: %+v, errors %q, rested %v", last, errs, gone.rested)
	}
}

func TestPackReachesNoPrivateAddressThatWasNotTyped(t *testing.T) {
	n := newNewsroom(t, "")
	l := n.libraryOf(t)
	last, errs := packed(t.Context(), l, n.hub("/a"), false, 50)
	if last.Added != 1 || len(errs) != 1 || !strings.Contains(errs[0], "private address") || n.asked != nil {
		t.Errorf("%+v, errors %q, asked %q", last, errs, n.asked)
	}
}

func TestPackKeepsWhatHasComeWhenItIsStopped(t *testing.T) {
	n := newNewsroom(t, "")
	l := n.library(t)
	ctx, stop := context.WithCancel(t.Context())
	n.answer["/b"] = func(w http.ResponseWriter) {
		stop()
		_, _ = fmt.Fprint(w, storyPage("Too late"))
	}
	last, errs := packed(ctx, l, n.hub("/a", "/b", "/c"), false, 50)
	if !last.Last || last.Added < 2 || len(errs) != 0 {
		t.Errorf("%+v, errors %q", last, errs)
	}
	if got := titles(t, l); !strings.HasPrefix(got, "The hub, The story of a") {
		t.Errorf("kept %s", got)
	}
	for _, path := range n.asked {
		if path == "/c" {
			t.Error("the next page was asked for after the end")
		}
	}
}

func TestPackVisitsSitesSideBySide(t *testing.T) {
	first, second := newNewsroom(t, ""), newNewsroom(t, "")
	hub := first.hub("/a")
	hub.Sections[0].Blocks = append(hub.Sections[0].Blocks, second.hub("/x", "/y").Sections[0].Blocks[1])
	waiting := make(chan bool)
	first.answer["/a"] = func(w http.ResponseWriter) {
		<-waiting // until the other site has been asked for all of its pages
		_, _ = fmt.Fprint(w, storyPage("First"))
	}
	second.answer["/y"] = func(w http.ResponseWriter) {
		_, _ = fmt.Fprint(w, storyPage("Second"))
		close(waiting)
	}
	last, errs := packed(t.Context(), first.library(t), hub, false, 50)
	if last.Added != 4 || errs != nil {
		t.Errorf("%+v, errors %q", last, errs)
	}
}

// TestPackMindsWhereLinksLead asks a site that a link leads on to what it wants left alone, before it is asked for a
// page.
func TestPackMindsWhereLinksLead(t *testing.T) {
	other := newNewsroom(t, "User-agent: *\nDisallow: /private")
	n := newNewsroom(t, "User-agent: *\nDisallow: /secret")
	for from, to := range map[string]string{"/a": "/secret", "/b": other.URL + "/private/b", "/c": other.URL + "/c"} {
		n.answer[from] = func(w http.ResponseWriter) {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
		}
	}
	l := n.library(t)
	last, errs := packed(t.Context(), l, n.hub("/a", "/b", "/c"), false, 50)
	want := []string{
		"Cannot open " + n.URL +
			"/a: it leads on to 127.0.0.1/secret, which programs are asked to leave alone (robots.txt). Open it by itself.",
		"Cannot open " + n.URL +
			"/b: it leads on to 127.0.0.1/private/b, which programs are asked to leave alone (robots.txt). Open it by itself.",
	}
	if d := cmp.Diff(want, errs); d != "" || last.Added != 2 {
		t.Errorf("%+v, errors (-want +got):\n%s", last, d)
	}
	if d := cmp.Diff([]string{"/robots.txt", "/a", "/b", "/c"}, n.asked); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"/robots.txt", "/c"}, other.asked); d != "" {
		t.Errorf("the other site was asked (-want +got):\n%s", d)
	}
}
