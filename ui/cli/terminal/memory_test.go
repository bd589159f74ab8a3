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
		if got := debug.SetGCPercent(100); got != c.want {
			t.Errorf("%s: %d percent, want %d", c.name, got, c.want)
		}
	}
}

func TestTheMemoryLimitOfTheUserHolds(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	for _, c := range []struct{ limit, first, then int64 }{
		{math.MaxInt64, ListHeap, math.MaxInt64},
		{1 << 30, ListHeap, 1 << 30},
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
		if got := debug.SetMemoryLimit(-1); got != c.then {
			t.Errorf("with a limit of %d it is %d later on, want %d", c.limit, got, c.then)
		}
	}
}
