package terminal

import (
	"math"
	"runtime/debug"
	"testing"
)

func TestUnusedMemoryIsCollectedSooner(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	for _, c := range []struct {
		name          string
		percent, want int
	}{
		{"as Go does it", 100, unusedPercent},
		{"a user who has less", 20, 20},
		{"a user who has turned it off", -1, -1},
	} {
		m := Memory{percent: c.percent}
		m.begin()
		defer m.end()
		if got := debug.SetGCPercent(100); got != c.want {
			t.Errorf("%s: %d percent, want %d", c.name, got, c.want)
		}
	}
}

func TestTheMemoryLimitOfTheUserHolds(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	for _, c := range []struct{ limit, first, then int64 }{
		{math.MaxInt64, ListHeap, shortOfMemory},
		{1 << 30, ListHeap, shortOfMemory},
		{ListHeap / 2, ListHeap / 2, ListHeap / 2},
	} {
		debug.SetMemoryLimit(c.limit)
		var m Memory
		m.PutOff()
		m.Expect(ListHeap)
		if got := debug.SetMemoryLimit(-1); got != c.first {
			t.Errorf("with a limit of %d it is %d at first, want %d", c.limit, got, c.first)
		}
		m.begin()
		defer m.end()
		if got := debug.SetMemoryLimit(-1); got != c.then {
			t.Errorf("with a limit of %d it is %d later on, want %d", c.limit, got, c.then)
		}
	}
}

// TestTheMemoryLimitFollowsWhatIsUsed never comes so near to what is used that the program only looks for memory.
func TestTheMemoryLimitFollowsWhatIsUsed(t *testing.T) {
	for _, c := range []struct{ used, want int64 }{
		{0, shortOfMemory},
		{shortOfMemory / 2, shortOfMemory},
		{shortOfMemory, shortOfMemory*9/8 + spareMemory},
		{1 << 30, 1<<30 + 1<<27 + spareMemory},
	} {
		if got := enough(uint64(c.used)); got != c.want {
			t.Errorf("with %d MB used the limit is %d MB, want %d", c.used>>20, got>>20, c.want>>20)
		}
	}
}

// end leaves the limit as it is from now on.
func (m *Memory) end() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.begun = false
}
