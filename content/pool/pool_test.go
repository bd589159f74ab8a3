package pool

import (
	"context"
	"sync/atomic"
	"testing"
)

// here sees no panics.
var here Run = func(_ string, f func()) { f() }

func TestInOrderEndsWithItsContextWhileItsSourceWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	waiting, never := make(chan struct{}), make(chan struct{})
	t.Cleanup(func() { close(never) })
	source := func(yield func(int) bool) {
		yield(1)
		close(waiting)
		<-never // a pipe whose writer has stopped
	}
	out := InOrder(ctx, here, 2, source, func(_ context.Context, n int) int { return n })
	if got := <-out; got != 1 {
		t.Fatalf("got %d, want 1", got)
	}
	<-waiting
	cancel()
	if _, more := <-out; more {
		t.Error("it goes on after its context has ended")
	}
}

func TestPoolRunsSoManyAtOnceAndAll(t *testing.T) {
	var running, most, done atomic.Int32
	meet := make(chan struct{})
	here.AtMost(3, func(start func(func())) {
		for range 30 {
			start(func() {
				most.Store(max(most.Load(), running.Add(1)))
				select {
				case meet <- struct{}{}: // two of them run at once
				case <-meet:
				}
				running.Add(-1)
				done.Add(1)
			})
		}
	})
	if done.Load() != 30 || most.Load() < 2 || most.Load() > 3 {
		t.Errorf("%d tasks ran, %d at once", done.Load(), most.Load())
	}
}

func TestInOrderKeepsTheOrderOfItsSource(t *testing.T) {
	source := func(yield func(int) bool) {
		for i := range 50 {
			if !yield(i) {
				return
			}
		}
	}
	slow := make(chan struct{})
	next := 0
	for got := range InOrder(t.Context(), here, 4, source, func(_ context.Context, n int) int {
		switch n {
		case 0:
			<-slow
		case 2:
			close(slow) // the first waits for a later one
		}
		return n
	}) {
		if got != next {
			t.Fatalf("got %d, want %d", got, next)
		}
		next++
	}
	if next != 50 {
		t.Errorf("got %d of 50", next)
	}
}
