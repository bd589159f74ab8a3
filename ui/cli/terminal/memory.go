package terminal

import (
	"cmp"
	"math"
	"runtime"
	"runtime/debug"
	"sync"
)

const (
	// firstHeap is how much memory the program may take, in bytes, before unused memory is first looked for: a long
	// article takes some.
	firstHeap = 48 << 20
	// ListHeap is the same for the library, whose first rows take a third of it.
	ListHeap = 28 << 20
	// unusedPercent is how much memory may be unused, in percent of what is used: an article may be large, and a screen
	// stays open all day.
	unusedPercent = 50
)

// Memory decides when unused memory is looked for. The zero value is ready.
type Memory struct {
	mu      sync.Mutex
	percent int   // as in GOGC
	limit   int64 // as in GOMEMLIMIT; 0 stands for none
	begun   bool
}

// PutOff puts off the first search for unused memory: a program that has just started has none, and a short article
// is on the screen before there is any.
func (m *Memory) PutOff() {
	m.limit = debug.SetMemoryLimit(-1)
	m.Expect(firstHeap)
	m.percent = debug.SetGCPercent(-1)
	runtime.SetFinalizer(&sentinel{}, func(*sentinel) { m.begin() })
}

// begin looks for unused memory from now on, within the limits of the user.
func (m *Memory) begin() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.begun {
		return
	}
	m.begun = true
	debug.SetGCPercent(min(m.percent, unusedPercent)) // it stays negative when the user has turned it off
	debug.SetMemoryLimit(m.most())
}

// most is how much memory the user lets the program take.
func (m *Memory) most() int64 { return cmp.Or(m.limit, math.MaxInt64) }

// Expect says how much memory may be taken before unused memory is first looked for, when that has not begun.
func (m *Memory) Expect(heap int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.begun {
		debug.SetMemoryLimit(min(heap, m.most()))
	}
}

// sentinel is found to be unused by the first collection. It holds a pointer so that it is not put together with
// other small values.
type sentinel struct{ _ *int }
