package content

import (
	"context"
	"testing"
)

func TestInOrderEndsWithItsContextWhileItsSourceWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	waiting, never := make(chan struct{}), make(chan struct{})
	t.Cleanup(func() { close(never) })
	source := func(yield func(int) bool) {
		yield(1)
		close(waiting)
		<-never // a pipe whose writer has stopped
	}
	out := inOrder(ctx, library(t, Options{}), 2, source, func(_ context.Context, n int) int { return n })
	if got := <-out; got != 1 {
		t.Fatalf("got %d, want 1", got)
	}
	<-waiting
	cancel()
	if _, more := <-out; more {
		t.Error("it goes on after its context has ended")
	}
}
