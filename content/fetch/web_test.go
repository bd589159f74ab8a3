package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// The tests take 127.0.0.1 for a public address and 127.0.0.2 for a private one.
func onlySecondIsPrivate(ip netip.Addr) bool { return ip == netip.MustParseAddr("127.0.0.2") }

// shortTimes are long enough for a loopback server on a busy machine, but for those that a test waits for.
func shortTimes() Times {
	return Times{
		Dial: 5 * time.Second, TLS: 5 * time.Second, Header: 5 * time.Second, Stall: 5 * time.Second,
		Whole: 20 * time.Second,
	}
}

func web() *Web {
	return &Web{Agent: "lede/test (+https://lede.example)", Times: shortTimes(), NotOpen: onlySecondIsPrivate}
}

// story is a page that is long enough for every look at its beginning.
var story = "<!DOCTYPE html><title>Tides</title><p>" + strings.Repeat("The water rose over the lower quay. ", 60)

// got is how a fetch ended.
type got struct {
	text string
	page *Page
	err  error
}

func get(w *Web, url string) got {
	src, err := Fetcher{Web: w}.Open(context.Background(), url)
	if err != nil {
		return got{err: err}
	}
	defer src.Close()
	data, err := io.ReadAll(src)
	return got{string(data), src.Page, err}
}

func TestRequestTellsNothingButWhoAsks(t *testing.T) {
	var header http.Header
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			w.Header().Set("Set-Cookie", "session=1")
			http.Redirect(w, r, "/next", http.StatusFound)
			return
		}
		header = r.Header
		io.WriteString(w, story)
	}))
	defer s.Close()
	if g := get(web(), s.URL+"/"); g.err != nil || g.text != story || g.page.URL != s.URL+"/next" || g.page.Kind != HTML {
		t.Fatalf("got %+v", g)
	}
	want := map[string]string{
		"User-Agent":      "lede/test (+https://lede.example)",
		"Accept-Encoding": "gzip, deflate, br, zstd",
	}
	for name, value := range want {
		if header.Get(name) != value {
			t.Errorf("%s: got %q, want %q", name, header.Get(name), value)
		}
		header.Del(name)
	}
	header.Del("Accept")
	header.Del("Connection") // it ends with the answer
	if len(header) > 0 {
		t.Errorf("told beyond that: %v", header)
	}
}

// atOnce is how soon a fetch has to end that the reader has stopped.
const atOnce = 100 * time.Millisecond

func TestFetchEndsWithItsContext(t *testing.T) {
	for _, at := range []string{"/headers", "/body"} {
		took := time.Hour
		for try := 0; took > atOnce && try < 10; try++ { // the machine may be busy
			took = min(took, cancelled(t, at))
		}
		if took > atOnce {
			t.Errorf("%s: it took %v to end", at, took)
		}
	}
}

// cancelled is how long a fetch goes on that is stopped while it waits for the headers or for the body.
func cancelled(t *testing.T, at string) time.Duration {
	t.Helper()
	asked := make(chan bool)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/body" {
			io.WriteString(w, story)
			w.(http.Flusher).Flush()
		}
		asked <- true
		<-r.Context().Done()
	}))
	defer s.Close()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		src, err := Fetcher{Web: web()}.Open(ctx, s.URL+at)
		if err == nil {
			_, err = io.ReadAll(src)
			src.Close()
		}
		ended <- err
	}()
	<-asked
	from := time.Now()
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("%s: got %v", at, err)
	}
	return time.Since(from)
}

func TestPrivateAddresses(t *testing.T) {
	private := []string{
		"0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254",
		"172.16.0.1",
		"172.31.255.255", "192.168.1.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.9",
		"224.0.0.1", "239.1.1.1",
		"240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1",
		"2001:db8::1",
		"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1",
		"64:ff9b:1::1",
		"2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::", "::7f00:1", "::808:808", "::ffff:0:7f00:1", "2001::1", "100::1",
		"4000::1", "5f00::1",
	}
	for _, text := range private {
		if !Private(netip.MustParseAddr(text)) {
			t.Errorf("%s counts as public", text)
		}
	}
	for _, text := range []string{
		"1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "198.17.0.1",
		"223.255.255.255",
		"2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::",
	} {
		if Private(netip.MustParseAddr(text)) {
			t.Errorf("%s counts as private", text)
		}
	}
	if !Private(netip.Addr{}) {
		t.Error("no address counts as public")
	}
}

// TestRequestLineIsWhole asks for addresses with blanks and quotes in them, and for what they lead on to.
func TestRequestLineIsWhole(t *testing.T) {
	asked := ""
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/start" {
			w.Header().Set("Location", "/to it's?a \"b'<\\`c\u009bd%zz")
			w.WriteHeader(http.StatusFound)
			return
		}
		asked = r.RequestURI
		io.WriteString(w, story)
	}))
	defer s.Close()
	for path, want := range map[string]string{
		"/a b?c d":            "/a%20b?c%20d",
		"/it's?\"so\"&<a>":    "/it%27s?%22so%22&%3Ca%3E",
		"/ö?ö":                "/%C3%B6?%C3%B6",
		"/100%?100%":          "/100%25?100%25",
		"/a%2fb?":             "/a%2fb?",
		"/start":              "/to%20it%27s?a%20%22b%27%3C%5C%60c%C2%9Bd%25zz",
		"/a?b=c&d=%20e+f;g#h": "/a?b=c&d=%20e+f;g",
	} {
		if g := get(web(), s.URL+path); g.err != nil || asked != want || g.page.URL != s.URL+want {
			t.Errorf("%s: asked for %s, want %s; %v", path, asked, want, g.err)
		}
	}
}
