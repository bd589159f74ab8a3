package fetch

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
)

// TestAnEndlessAnswerEndsAtTheCapInMemory reads answers that never end, and looks at how much of each has been sent,
// how much is held of it, and whether all that read it has ended.
func TestAnEndlessAnswerEndsAtTheCapInMemory(t *testing.T) {
	const onTheWay = 16 << 20 // what the system takes from a server before the client reads it
	for name, piece := range map[string]string{
		"a page":       story,
		"tiny blocks":  strings.Repeat("<p>a", 1000),
		"one line":     strings.Repeat("<img src=a.png>", 1000),
		"table rows":   strings.Repeat("| a | b |\n", 1000),
		"spaces":       strings.Repeat(" ", 4000),
		"a script":     "<script>" + strings.Repeat("x", 4000),
		"another text": strings.Repeat("The tide rose. ", 500),
	} {
		t.Run(name, func(t *testing.T) {
			var sent atomic.Int64
			ended := make(chan struct{})
			s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				defer close(ended)
				w.Header().Set("Content-Type", "text/html")
				for {
					n, err := io.WriteString(w, piece)
					if sent.Add(int64(n)); err != nil {
						return
					}
				}
			}))
			defer s.Close()
			before := held()
			src, err := Fetcher{Web: web()}.Open(context.Background(), s.URL)
			if err != nil {
				t.Fatal(err)
			}
			n, err := io.Copy(io.Discard, src)
			if err != nil || n != MaxPage || !strings.Contains(src.Page.Cut(), "cut this page at 16 MB") {
				t.Errorf("%d bytes were read (%v), and told: %q", n, err, src.Page.Cut())
			}
			if more := held() - before; more > MaxPage/4 {
				t.Errorf("%d bytes are held by a fetch that only hands them on", more)
			}
			if err := src.Close(); err != nil {
				t.Error(err)
			}
			<-ended // the server notices that nobody reads any more
			if got := sent.Load(); got > MaxPage+onTheWay {
				t.Errorf("%d bytes were taken from the server", got)
			}
		})
	}
}

// held is how many bytes are in use.
func held() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
