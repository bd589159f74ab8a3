package content

import (
	"context"

	"lede/content/fetch"
	"lede/content/pool"
	"lede/content/reading"
	"lede/model"
)

// StageReading is the stage of a listing in which the beginnings of files are read.
const StageReading = "reading"

// List lists the library's references in order, each from the beginning of its file. What cannot be read comes with
// its reason, and the others go on. The channel is closed after the last one, or when ctx ends.
func (l *Library) List(ctx context.Context) <-chan model.Listed {
	out := make(chan model.Listed)
	l.Pool.Start("list", func() {
		defer close(out)
		for some := range pool.InOrder(ctx, l.Pool, 2, l.walk(ctx), l.heads) {
			for _, one := range some {
				select {
				case out <- one:
				case <-ctx.Done():
					return
				}
			}
		}
	})
	return out
}

// walk deals out the library's references, a few at a time.
func (l *Library) walk(ctx context.Context) func(yield func(fetch.Found) bool) {
	refs := l.refs
	if len(refs) == 0 {
		refs = l.Fetcher.BuiltinRefs()
	}
	return func(yield func(fetch.Found) bool) {
		l.Fetcher.Walk(ctx, refs, func(f fetch.Found) bool {
			for len(f.Refs) > reading.JobSize {
				if !yield(fetch.Found{Refs: f.Refs[:reading.JobSize]}) {
					return false
				}
				f.Refs = f.Refs[reading.JobSize:]
			}
			return yield(f)
		})
	}
}

// heads makes the rows of some references.
func (l *Library) heads(ctx context.Context, f fetch.Found) []model.Listed {
	var all []model.Listed
	if f.Err != nil {
		all = append(all, model.Listed{Err: f.Err})
	}
	for _, ref := range f.Refs {
		e, err := l.Head(ctx, ref)
		if err != nil {
			err = reading.Sentence(ref, err)
		}
		all = append(all, model.Listed{Entry: e, Err: err})
	}
	return all
}
