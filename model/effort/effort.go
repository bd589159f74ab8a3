// Package effort measures, for tests, the processor time that something takes. Unlike the time of a clock, it does not
// grow when the machine has other work to do.
package effort

import "time"

// Of returns the processor time that f takes: the least of three runs, or that of the first when it is long.
func Of(f func()) time.Duration {
	const long = time.Second
	best := once(f)
	for range 2 {
		if best > long {
			break
		}
		best = min(best, once(f))
	}
	return best
}

func once(f func()) time.Duration {
	before := Used()
	f()
	return Used() - before
}
