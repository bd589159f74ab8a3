package fetch

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
)

// TestWhatOnlyTheFeedsHostMayKnowStaysThere follows a feed to another host.
func TestWhatOnlyTheFeedsHostMayKnowStaysThere(t *testing.T) {
	var seen []http.Header
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, r.Header)
		fmt.Fprint(w, "<rss/>")
	}))
	defer other.Close()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, r.Header)
		http.Redirect(w, r, other.URL, http.StatusFound)
	}))
	defer s.Close()
	w := &Web{NotOpen: func(netip.Addr) bool { return false }}
	defer w.Rest()
	got, err := w.Feed(t.Context(), FeedRequest{
		URL: s.URL, Login: "ada:secret", Headers: map[string]string{"X-Token": "abc", "Bad\n": "x"}, ETag: "\"a\x7f\"",
	})
	if err != nil || string(got.Data) != "<rss/>" || got.Moved != "" || len(seen) != 2 {
		t.Fatalf("%+v, %v, %d requests", got, err, len(seen))
	}
	first, second := seen[0], seen[1]
	login := strings.HasPrefix(first.Get("Authorization"), "Basic ")
	if first.Get("X-Token") != "abc" || !login || first.Get("If-None-Match") != "" {
		t.Errorf("the first is told %v", first)
	}
	if second.Get("X-Token")+second.Get("Authorization") != "" {
		t.Errorf("the other is told %v", second)
	}
}

// TestAFeedAtAPrivateAddressIsOneThatTheUserTyped asks for a feed of this machine.
func TestAFeedAtAPrivateAddressIsOneThatTheUserTyped(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<rss/>") }))
	defer s.Close()
	w := &Web{}
	defer w.Rest()
	for _, home := range []bool{false, true, false} {
		_, err := w.Feed(t.Context(), FeedRequest{URL: s.URL, Home: home})
		if (err == nil) != home {
			t.Errorf("typed %t: %v", home, err)
		}
	}
}
