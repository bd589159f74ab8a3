package content

import (
	"context"
	"errors"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/page"
	"lede/content/pool"
	"lede/model"
)

// headBytes is how much of a file its row is made from.
const headBytes = 32 << 10

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
		refs = l.fetch.BuiltinRefs()
	}
	return func(yield func(fetch.Found) bool) {
		l.fetch.Walk(ctx, refs, func(f fetch.Found) bool {
			for len(f.Refs) > jobSize {
				if !yield(fetch.Found{Refs: f.Refs[:jobSize]}) {
					return false
				}
				f.Refs = f.Refs[jobSize:]
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
		e, err := l.head(ctx, ref)
		if err != nil {
			err = sentence(ref, err)
		}
		all = append(all, model.Listed{Entry: e, Err: err})
	}
	return all
}

// head makes the row of an article from the way its text begins. What comes only once, or should be asked for only
// once, is read whole.
func (l *Reader) head(ctx context.Context, ref string) (model.Entry, error) {
	if fetch.IsAddress(ref) {
		a, err := l.Read(ctx, ref)
		return row(a.Entry, ref), err
	}
	data, src, err := l.load(ctx, ref)
	if err != nil {
		return model.Entry{}, err
	}
	if src.Slow {
		a, err := l.article(newOrigin(ref, src), data, len(data) >= l.limit)
		return row(a.Entry, ref), err
	}
	r, err := l.begin(newOrigin(ref, src), data)
	if err != nil && (!errors.Is(err, parse.ErrEmpty) || src.Size <= headBytes) { // after blanks may come words
		return model.Entry{}, err
	}
	e := r.Head()
	n := int64(len(data))
	if src.Size > n {
		e.Words = int(int64(e.Words) * src.Size / n)
	} else if err := standsBefore(r); err != nil {
		return model.Entry{}, err
	}
	return row(e, ref), nil
}

// standsBefore is what wall says of a whole page of few words; of any other text it is nil, at little cost.
func standsBefore(r reading) error {
	if r.Format != parse.HTML || !page.MayBeWall(r.Source) {
		return nil
	}
	return wall(r.from, r.article())
}

// load reads the first bytes of a file, and all of a pipe.
func (l *Reader) load(ctx context.Context, ref string) ([]byte, *fetch.Source, error) {
	src, err := l.fetch.Open(ctx, ref)
	if err != nil {
		return nil, nil, err
	}
	defer src.Close() //nolint:errcheck // it was only read
	var data []byte
	if src.Slow {
		data, _, err = l.all(ctx, ref, src)
	} else {
		data, _, err = fetch.ReadHead(src, nil, fit(src.Size, headBytes))
	}
	return data, src, err
}

// fit is how much to read of a file of size bytes, not known when 0. Asking for no byte more saves a system call.
func fit(size int64, limit int) int {
	if size > 0 && size < int64(limit) {
		return int(size)
	}
	return limit
}

// row is an entry as a list shows it, by the reference that opens it.
func row(e model.Entry, ref string) model.Entry {
	e.Ref = ref
	return e
}
