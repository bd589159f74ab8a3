package content

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// start runs f in a goroutine of its own.
func (l *Library) start(name string, f func()) { go l.o.Run(name, f) }

// pool runs the tasks that deal hands to it, at most n at once, and returns when all have ended. It makes deal wait
// while n are running.
func (l *Library) pool(n int, deal func(run func(task func()))) {
	var g errgroup.Group
	g.SetLimit(n)
	deal(func(task func()) {
		g.Go(func() error {
			l.o.Run("work", task)
			return nil
		})
	})
	_ = g.Wait() // no task returns an error
}

// inOrder lets n workers make something of all that source yields, and sends the results in the order of the source.
// source gets false when no more is wanted. The channel is closed after the last result, or when ctx ends.
func inOrder[In, Out any](ctx context.Context, l *Library, n int, source func(yield func(In) bool),
	work func(context.Context, In) Out,
) <-chan Out {
	order, out := make(chan chan Out, 4*n), make(chan Out)
	l.start("deal out", func() {
		defer close(order)
		l.pool(n, func(run func(func())) {
			source(func(in In) bool {
				made := make(chan Out, 1)
				if !send(ctx, order, made) {
					return false
				}
				run(func() { made <- work(ctx, in) })
				return ctx.Err() == nil
			})
		})
	})
	l.start("put in order", func() {
		defer close(out)
		for {
			made, more := receive(ctx, order)
			if !more {
				return
			}
			v, more := receive(ctx, made)
			if !more || !send(ctx, out, v) {
				return
			}
		}
	})
	return out
}

// asTheyCome is inOrder for results in any order: none waits for a slow one.
func asTheyCome[In, Out any](ctx context.Context, l *Library, n int, source func(yield func(In) bool),
	work func(context.Context, In) Out,
) <-chan Out {
	out := make(chan Out)
	l.start("deal out", func() {
		defer close(out)
		l.pool(n, func(run func(func())) {
			source(func(in In) bool {
				run(func() { send(ctx, out, work(ctx, in)) })
				return ctx.Err() == nil
			})
		})
	})
	return out
}

// send sends v, unless ctx ends before.
func send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// receive takes the next of a channel. more is false after the last, or when ctx has ended: a source that waits for a
// pipe closes nothing.
func receive[T any](ctx context.Context, from <-chan T) (v T, more bool) {
	select {
	case v, more = <-from:
		return v, more
	case <-ctx.Done():
		return v, false
	}
}
