package reading

import (
	"context"
	"errors"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/page"
	"lede/model"
)

// headBytes is how much of a file its row is made from.
const headBytes = 32 << 10

// Head makes the row of an article from the way its text begins. What comes only once, or should be asked for only
// once, is read whole.
func (l *Reader) Head(ctx context.Context, ref string) (model.Entry, error) {
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
	src, err := l.Fetcher.Open(ctx, ref)
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

// JobSize is how many files a worker takes at once.
const JobSize = 16
