package cli

import (
	"math"
	"runtime"
	"runtime/debug"
)

// firstHeap is how much memory the program may take, in bytes, before unused memory is first looked for.
const firstHeap = 48 << 20

// startWithoutCollecting puts off the first search for unused memory: a program that has just started has none, and a
// short article is on the screen before there is any. From then on memory is collected as ever.
func startWithoutCollecting() {
	debug.SetMemoryLimit(firstHeap)
	percent := debug.SetGCPercent(-1)
	runtime.SetFinalizer(&sentinel{}, func(*sentinel) {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(math.MaxInt64)
	})
}

// sentinel is found to be unused by the first collection. It holds a pointer so that it is not put together with
// other small values.
type sentinel struct{ _ *int }
