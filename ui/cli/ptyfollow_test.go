//go:build unix

package cli

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestScreenFollowsALinkAndComesBack goes to another page and back, and stops one that never comes.
func TestScreenFollowsALinkAndComesBack(t *testing.T) {
	var mu sync.Mutex
	asked := map[string]int{}
	ended := make(chan bool)
	text := strings.Repeat(
		"<p>The water rose over the lower quay, and the harbour master wrote it down in a green book.</p>", 4)
	// no letter stands where the other has the same
	titles := map[string]string{"/first": "Harbour towns", "/wall": "Seawall costs"}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked[r.URL.Path]++
		mu.Unlock()
		if r.URL.Path == "/never" {
			<-r.Context().Done()
			close(ended)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = fmt.Fprintf(w,
			`<title>%s</title><article><h1>%[1]s</h1>%[2]s<p>ALSO READ: <a href="/wall">Who pays for it</a></p>%[2]s`+
				`<p>ALSO READ: <a href="/never">What never comes</a></p>%[2]s</article>`, titles[r.URL.Path], text)
	}))
	defer server.Close()
	s := begin(t, nil, "lede", server.URL+"/first")
	at := s.await(0, "Harbour")
	s.press("a")
	at = s.await(at, "What never comes")
	s.press("\r")
	at = s.await(at, "Seawall")
	s.press("H")
	at = s.await(at, "Harbour")
	s.press("aj\r")
	at = s.await(at, "Opening")
	start := time.Now()
	s.press("\x1b")
	s.await(at, "Stopped.")
	<-ended
	t.Logf("the page was given up after %v", time.Since(start))
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("the exit status is %d", got)
	}
	s.givenBack()
	mu.Lock()
	defer mu.Unlock()
	if asked["/first"] != 1 || asked["/wall"] != 1 {
		t.Errorf("the pages were asked for %v", asked)
	}
}
