package fetch

import (
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestNoFetchLeavesGoroutines fetches from each server that does not behave, and waits for all that the fetch has
// started to end.
func TestNoFetchLeavesGoroutines(t *testing.T) {
	for _, h := range hostiles() {
		if h.quick != nil {
			continue // it only waits
		}
		t.Run(h.name, func(t *testing.T) {
			url := h.start(t) + "/start"
			w := web()
			_ = get(w, url)
			var left []string
			for end := time.Now().Add(10 * time.Second); time.Now().Before(end); runtime.Gosched() {
				if left = ofFetches(); len(left) == 0 {
					return
				}
			}
			t.Errorf("%d goroutines are left:\n%s", len(left), strings.Join(left, "\n\n"))
		})
	}
}

// ofFetches returns the stacks of the goroutines that fetches have started, or that their connections have.
func ofFetches() (all []string) {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	for stack := range strings.SplitSeq(string(stacks), "\n\n") {
		if strings.Contains(stack, "lede/content/fetch.(*") || strings.Contains(stack, "net/http.(*persistConn)") ||
			strings.Contains(stack, "net/http.(*Transport)") {
			all = append(all, stack)
		}
	}
	return all
}
