package content_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"lede/content/contenttest"
	"lede/content/fetch"
	"lede/model/query"

	"lede/content"
)

// TestNothingRunsOnOnceAScreenIsLeft begins what screens ask for, leaves it after its first step or at its end, and
// waits for all that it has started to end.
func TestNothingRunsOnOnceAScreenIsLeft(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, quay().page("https://courier.example"+r.URL.Path))
		for r.URL.Path == "/endless" && r.Context().Err() == nil {
			_, _ = io.WriteString(w, "<p>The tide rose again.</p>")
		}
	}))
	defer s.Close()
	dir := contenttest.Folder(t, 50)
	for name, begin := range map[string]func(ctx context.Context, l *content.Library) (next func() bool){
		"a page": func(ctx context.Context, l *content.Library) func() bool { return stepper(l.Open(ctx, s.URL+"/quay")) },
		"an endless one": func(ctx context.Context, l *content.Library) func() bool {
			return stepper(l.Open(ctx, s.URL+"/endless"))
		},
		"no page": func(ctx context.Context, l *content.Library) func() bool {
			return stepper(l.Open(ctx, "http://127.0.0.1:1/x"))
		},
		"adding": func(ctx context.Context, l *content.Library) func() bool {
			return stepper(l.Add(ctx, []string{dir}, content.Files))
		},
		"writing": func(ctx context.Context, l *content.Library) func() bool {
			return stepper(l.Export(ctx, query.Query{}, content.JSONLines, filepath.Join(t.TempDir(), "all.jsonl"), nil))
		},
		"changes": func(ctx context.Context, l *content.Library) func() bool {
			l.Changes(ctx)
			return func() bool { return false }
		},
	} {
		for _, steps := range []int{0, 1, 1000} {
			if name == "an endless one" && steps > 1 {
				continue
			}
			l := contenttest.NewLibrary(t, content.Options{Web: &fetch.Web{NotOpen: func(netip.Addr) bool { return false }}})
			ctx, cancel := context.WithCancel(t.Context())
			next := begin(ctx, l)
			for n := 0; n < steps && next(); n++ {
			}
			cancel()
			if err := l.Close(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if left := stillRunning(); len(left) > 0 {
				t.Errorf("%s, left after %d steps: %d goroutines run on:\n%s", name, steps, len(left), strings.Join(left, "\n\n"))
			}
		}
	}
}

// stepper takes one step of a channel at each call, and reports whether there was one.
func stepper[T any](steps <-chan T) func() bool {
	return func() bool {
		_, ok := <-steps
		return ok
	}
}

// stillRunning returns the stacks of the goroutines of this package and those below it that do not end, but for those
// of tests.
func stillRunning() (left []string) {
	stacks := make([]byte, 1<<20)
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); runtime.Gosched() {
		left = nil
		for stack := range strings.SplitSeq(string(stacks[:runtime.Stack(stacks, true)]), "\n\n") {
			if strings.Contains(stack, "lede/content") && !strings.Contains(stack, "lede/content_test.Test") {
				left = append(left, stack)
			}
		}
		if len(left) == 0 {
			return nil
		}
	}
	return left
}
