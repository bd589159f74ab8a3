package effort

import "testing"

func TestEffortGrowsWithTheWorkAndNotWithTheClock(t *testing.T) {
	sum := 0
	work := func(n int) func() {
		return func() {
			for i := range n {
				sum += i * i % 7
			}
		}
	}
	little, much := Of(work(2_000_000)), Of(work(20_000_000))
	if little <= 0 || much < 3*little {
		t.Errorf("%v, and %v for ten times the work (%d)", little, much, sum)
	}
	runs := 0
	if took := Of(func() { runs++; <-idle() }); took > little || runs != 3 {
		t.Errorf("%v for waiting %d times", took, runs)
	}
}

// idle is ready after other goroutines have run.
func idle() <-chan bool {
	c := make(chan bool)
	go func() { c <- true }()
	return c
}
