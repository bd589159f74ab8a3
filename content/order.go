package content

import "context"

// ordered is something on its way through a worker, and where what is made of it goes.
type ordered[In, Out any] struct {
	in  In
	out chan Out
}

// inOrder lets n workers make something of all that source yields, and hands it over in the order of the source. Source gets false
// when nobody wants more. The channel is closed when all has been handed over, or when ctx ends.
func inOrder[In, Out any](ctx context.Context, l *Library, n int, source func(yield func(In) bool), work func(context.Context, In) Out) <-chan Out {
	jobs, order, out := make(chan ordered[In, Out]), make(chan chan Out, 4*n), make(chan Out)
	l.o.Go("deal out", func() {
		defer close(jobs)
		defer close(order)
		source(func(in In) bool {
			j := ordered[In, Out]{in, make(chan Out, 1)}
			select {
			case order <- j.out:
			case <-ctx.Done():
				return false
			}
			select {
			case jobs <- j:
				return true
			case <-ctx.Done():
				return false
			}
		})
	})
	for range n {
		l.o.Go("work", func() {
			for j := range jobs {
				j.out <- work(ctx, j.in)
			}
		})
	}
	l.o.Go("put in order", func() {
		defer close(out)
		for {
			made, more := wait(ctx, order)
			if !more {
				return
			}
			v, more := wait(ctx, made)
			if !more {
				return
			}
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	})
	return out
}

// wait takes the next of a channel; more is false when there is none, or ctx has ended: a source that waits for a pipe
// closes nothing.
func wait[T any](ctx context.Context, from <-chan T) (v T, more bool) {
	select {
	case v, more = <-from:
		return v, more
	case <-ctx.Done():
		return v, false
	}
}

// asTheyCome is inOrder for what may come in any order: nothing waits for what is slow.
func asTheyCome[In, Out any](ctx context.Context, l *Library, n int, source func(yield func(In) bool), work func(context.Context, In) Out) <-chan Out {
	jobs, out, ended := make(chan In), make(chan Out), make(chan struct{}, n)
	l.o.Go("deal out", func() {
		defer close(jobs)
		source(func(in In) bool {
			select {
			case jobs <- in:
				return true
			case <-ctx.Done():
				return false
			}
		})
	})
	for range n {
		l.o.Go("work", func() {
			defer func() { ended <- struct{}{} }()
			for in := range jobs {
				select {
				case out <- work(ctx, in):
				case <-ctx.Done():
					return
				}
			}
		})
	}
	l.o.Go("end", func() {
		defer close(out)
		for range n {
			<-ended
		}
	})
	return out
}
