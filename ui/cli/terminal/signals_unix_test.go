//go:build unix

package terminal

import (
	"io"
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

func TestASignalAfterTheScreenEndsTheProcessInOrder(t *testing.T) {
	left := make(chan int, 1)
	f := &Frame{guard: NewGuard(io.Discard, os.Getenv, "test"), ended: make(chan struct{})}
	f.guard.leave = func(status int) { left <- status }
	ended := f.watch()
	defer signal.Stop(f.jobs.signals)
	close(f.ended)
	ended()
	f.jobs.signals <- syscall.SIGCONT // one that came before
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	select {
	case status := <-left:
		if status != 0 {
			t.Errorf("the status is %d, want that of the end that was under way", status)
		}
	case <-time.After(10 * time.Second):
		t.Error("the process goes on")
	}
}
