package remotetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// Real is a user of a real Miniflux, which .ci/sync starts, with feeds of its own.
type Real struct {
	URL            string
	User           string // the Reader API knows the same name
	Password       string
	Token          string // an API key: to check a password takes a server a tenth of a second
	ReaderPassword string
	Newest         int64 // the date of the first item that is published, in seconds since 1970: the next are older

	t     testing.TB
	mu    sync.Mutex
	feeds map[string][]Row // by path
}

// NewReal makes a user on the Miniflux that LEDE_MINIFLUX names; the test is skipped when none is.
func NewReal(t testing.TB) *Real {
	t.Helper()
	url := os.Getenv("LEDE_MINIFLUX")
	if url == "" {
		t.Skip("no real Miniflux: .ci/sync starts one and sets LEDE_MINIFLUX")
	}
	admin := &Real{URL: url, User: "admin", Password: "admin-secret", t: t}
	r := &Real{
		URL: url, Password: "user-secret", ReaderPassword: "reader-secret", t: t, feeds: map[string][]Row{},
		Newest: 1_750_000_000,
		User:   fmt.Sprintf("user%d", time.Now().UnixNano()),
	}
	var made struct{ ID int64 }
	admin.Call(http.MethodPost, "/v1/users", map[string]any{"username": r.User, "password": r.Password}, &made)
	var key struct{ Token string }
	r.Call(http.MethodPost, "/v1/api-keys", map[string]any{"description": "tests"}, &key)
	r.Token = key.Token
	t.Cleanup(func() { admin.Call(http.MethodDelete, fmt.Sprintf("/v1/users/%d", made.ID), nil, nil) })
	return r
}

// Call sends a request to the API and reads the answer into a value, or ends the test.
func (r *Real) Call(method, path string, send, into any) {
	r.t.Helper()
	status, data := r.Try(method, path, send)
	if status < 200 || status > 299 {
		r.t.Fatalf("%s %s: %d %s", method, path, status, data)
	}
	if into == nil {
		return
	}
	if err := json.Unmarshal(data, into); err != nil {
		r.t.Fatalf("%s %s: %v in %s", method, path, err, data)
	}
}

// Try is Call for an answer of any status.
func (r *Real) Try(method, path string, send any) (status int, data []byte) {
	r.t.Helper()
	body, err := json.Marshal(send)
	if err != nil {
		r.t.Fatal(err)
	}
	return r.send(method, path, body)
}

func (r *Real) send(method, path string, body []byte) (status int, data []byte) {
	r.t.Helper()
	req, err := http.NewRequest(method, r.URL+path, bytes.NewReader(body))
	if err != nil {
		r.t.Fatal(err)
	}
	if req.SetBasicAuth(r.User, r.Password); r.Token != "" {
		req.Header.Del("Authorization")
		req.Header.Set("X-Auth-Token", r.Token)
	}
	a, err := http.DefaultClient.Do(req)
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = a.Body.Close() }()
	if data, err = io.ReadAll(a.Body); err != nil {
		r.t.Fatal(err)
	}
	return a.StatusCode, data
}

// Feeds starts a server of feeds, and returns its address: each path below it is a feed.
func (r *Real) Feeds() string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if _, known := r.feeds[q.URL.Path]; !known { // such as the picture of the site
			http.NotFound(w, q)
			return
		}
		w.Header().Set("Content-Type", "application/rss+xml")
		_, _ = fmt.Fprintf(w, "<rss version=\"2.0\"><channel><title>Feed %s</title><link>http://%s</link>\n",
			html.EscapeString(q.URL.Path), html.EscapeString(q.Host))
		for _, e := range r.feeds[q.URL.Path] {
			_, _ = fmt.Fprintf(w, "<item><guid>%s</guid><title>%s</title><link>%s</link><pubDate>%s</pubDate><description>%s"+
				"</description></item>\n", html.EscapeString(e.URL), html.EscapeString(e.Title), html.EscapeString(e.URL),
				e.Published.Format(time.RFC1123Z), html.EscapeString(e.HTML))
		}
		_, _ = io.WriteString(w, "</channel></rss>")
	}))
	r.t.Cleanup(s.Close)
	return s.URL
}

// Publish puts n items before those of the feed at a path, numbered from one on, dated as Fill dates its entries.
func (r *Real) Publish(path string, first, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := first; i < first+n; i++ {
		url := fmt.Sprintf("https://tides.example%s/%d", path, i)
		r.feeds[path] = append(r.feeds[path], Row{
			Title: fmt.Sprintf("Tide %d of %s", i, path), URL: url, Published: time.Unix(r.Newest-int64(i), 0).UTC(),
			HTML: "<p>" + strings.Repeat(fmt.Sprintf("The water rose %d cm. ", i), 10) + "</p>",
		})
	}
}

// Edit changes the text of an item.
func (r *Real) Edit(path string, i int, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.feeds[path][i].HTML = text
}

// Import subscribes to n more feeds, which the server does not read by that.
func (r *Real) Import(n int) {
	r.t.Helper()
	var b strings.Builder
	b.WriteString(`<opml version="2.0"><body>`)
	for i := range n {
		fmt.Fprintf(&b, `<outline type="rss" text="Feed %d" xmlUrl="https://tides.example/feeds/%d"/>`, i, i)
	}
	b.WriteString("</body></opml>")
	if status, data := r.send(http.MethodPost, "/v1/import", []byte(b.String())); status > 299 {
		r.t.Fatalf("import: %d %s", status, data)
	}
}

// Refresh has the server read a feed anew.
func (r *Real) Refresh(feed string) {
	r.t.Helper()
	r.Call(http.MethodPut, "/v1/feeds/"+feed+"/refresh", nil, nil)
}
