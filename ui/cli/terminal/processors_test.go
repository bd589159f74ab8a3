package terminal

import (
	"runtime"
	"testing"
)

func TestKeysFindAProcessorWhileOthersAreBusy(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, c := range []struct {
		name, set    string
		before, want int
	}{
		{"one processor", "", 1, fewestProcessors},
		{"two processors", "", 2, fewestProcessors},
		{"many processors", "", 16, 16},
		{"as the user has set it", "2", 2, 2},
	} {
		runtime.GOMAXPROCS(c.before)
		ShareProcessors(func(string) string { return c.set })
		if got := runtime.GOMAXPROCS(0); got != c.want {
			t.Errorf("%s: %d may run at once, want %d", c.name, got, c.want)
		}
	}
}
