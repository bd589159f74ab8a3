// Package pool runs the work of tasks in a few goroutines.
//
// Every goroutine of package content and of the packages below it that share its work is started here, through the
// Run that the program hands in. Start with InOrder.
package pool

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Run runs f, whose name says what it does, in the goroutine that calls it. Whoever makes one sees the panics of f.
type Run func(name string, f func())

// Start runs f in a goroutine of its own.
func (run Run) Start(name string, f func()) { go run(name, f) }

// AtMost runs the tasks that deal hands to it, at most n at once, and returns when all have ended. It makes deal wait
// while n are running.
func (run Run) AtMost(n int, deal func(start func(task func()))) {
	var g errgroup.Group
	g.SetLimit(n)
	deal(func(task func()) {
		g.Go(func() error {
			run("work", task)
			return nil
		})
	})
	_ = g.Wait() // no task returns an error
}

// InOrder lets n workers make something of all that source yields, and sends the results in the order of the source.
// source gets false when no more is wanted. The channel is closed after the last result, or when ctx ends.
func InOrder[In, Out any](ctx context.Context, run Run, n int, source func(yield func(In) bool),
	work func(context.Context, In) Out,
) <-chan Out {
	order, out := make(chan chan Out, 4*n), make(chan Out)
	run.Start("deal out", func() {
		defer close(order)
		run.AtMost(n, func(start func(func())) {
			source(func(in In) bool {
				made := make(chan Out, 1)
				if !Send(ctx, order, made) {
					return false
				}
				start(func() { made <- work(ctx, in) })
				return ctx.Err() == nil
			})
		})
	})
	run.Start("put in order", func() {
		defer close(out)
		for {
			made, more := Receive(ctx, order)
			if !more {
				return
			}
			v, more := Receive(ctx, made)
			if !more || !Send(ctx, out, v) {
				return
			}
		}
	})
	return out
}

// AsTheyCome is InOrder for results in any order: none waits for a slow one.
func AsTheyCome[In, Out any](ctx context.Context, run Run, n int, source func(yield func(In) bool),
	work func(context.Context, In) Out,
) <-chan Out {
	out := make(chan Out)
	run.Start("deal out", func() {
		defer close(out)
		run.AtMost(n, func(start func(func())) {
			source(func(in In) bool {
				start(func() { Send(ctx, out, work(ctx, in)) })
				return ctx.Err() == nil
			})
		})
	})
	return out
}

// Send sends v, unless ctx ends before.
func Send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// Receive takes the next of a channel. more is false after the last, or when ctx has ended: a source that waits for a
// pipe closes nothing.
func Receive[T any](ctx context.Context, from <-chan T) (v T, more bool) {
	select {
	case v, more = <-from:
		return v, more
	case <-ctx.Done():
		return v, false
	}
}

// Hands is how many workers read and write articles behind a command.
func Hands() int { return max(1, min(8, runtime.GOMAXPROCS(0))) }

// ParcelFiles is how many files a worker takes at once.
const ParcelFiles = 8
