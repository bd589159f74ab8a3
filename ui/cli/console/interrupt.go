package console

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// stoppedBy is the signal that has ended a command.
type stoppedBy struct{ os.Signal }

// Error names the signal.
func (s stoppedBy) Error() string { return "stopped by the signal " + s.String() }

// Until returns a context that ends when the reader presses ctrl+c, or the system asks for the end. A second
// time ends the program at once.
func (c *Console) Until(ctx context.Context) (context.Context, func()) {
	ctx, end := context.WithCancelCause(ctx)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	if !signal.Ignored(syscall.SIGHUP) {
		signal.Notify(signals, syscall.SIGHUP) // the terminal has gone: what has come so far is kept all the same
	}
	c.Guard.Go("wait for a signal", func() {
		select {
		case s := <-signals:
			end(stoppedBy{s})
		case <-ctx.Done():
		}
		signal.Stop(signals)
	})
	return ctx, func() { end(nil) }
}

// Ended is the exit status of a command whose context a signal has ended: 128 and the number of the signal.
func Ended(ctx context.Context) error {
	var by stoppedBy
	if errors.As(context.Cause(ctx), &by) {
		if number, ok := by.Signal.(syscall.Signal); ok {
			return Exit(128 + int(number))
		}
	}
	return Exit(128 + int(syscall.SIGINT))
}

// Leave says that a command was stopped before it had done anything.
func (c *Console) Leave(ctx context.Context) error {
	_, _ = fmt.Fprintln(c.Stderr, "lede: stopped")
	return Ended(ctx)
}
