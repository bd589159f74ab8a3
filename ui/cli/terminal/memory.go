package terminal

import (
	"cmp"
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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
	// shortOfMemory is how much memory the program may take, in bytes, before it gives unused memory back to the system
	// at once, and spareMemory how much more than is used it may take from then on, with an eighth of what is used.
	// Large texts are copied, and each copy leaves room behind that the next does not fit into.
	shortOfMemory = 160 << 20
	spareMemory   = 32 << 20
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
	debug.SetMemoryLimit(min(m.most(), shortOfMemory))
	m.follow()
}

// follow sets the limit after each collection, by what is used then.
func (m *Memory) follow() {
	runtime.SetFinalizer(&sentinel{}, func(*sentinel) {
		m.mu.Lock()
		defer m.mu.Unlock()
		if !m.begun {
			return
		}
		used := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		if metrics.Read(used); used[0].Value.Kind() == metrics.KindUint64 {
			debug.SetMemoryLimit(min(m.most(), enough(used[0].Value.Uint64())))
		}
		m.follow()
	})
}

// enough is how much memory the program may take when some bytes are used.
func enough(used uint64) int64 {
	used = min(used, math.MaxInt64/2)
	return max(shortOfMemory, int64(used)+int64(used/8)+spareMemory)
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

// sentinel is found to be unused by the next collection. It holds a pointer so that it is not put together with
// other small values.
type sentinel struct{ _ *int }
