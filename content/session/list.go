package session

import (
	"context"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"lede/content"
	"lede/content/fetch"
	"lede/content/pool"
	"lede/content/reading"
	"lede/content/store"
	"lede/content/store/draft"
	"lede/model"
)

// StageTopics is the stage of a listing in which whole texts are read.
const StageTopics = "finding topics"

// firstBatch and lastBatch are the rows of the first batch that goes into the store, and the most of any.
const firstBatch, lastBatch = 32, 1024

// pause is the longest time that rows wait for others to come along.
const pause = 100 * time.Millisecond

// wholeBatch and wholeText are how many whole texts, and how many bytes of them, go into the session's store at once.
const wholeBatch, wholeText = 256, 4 << 20

// List reads what the session lists, in order. First come rows made from the beginnings of the files, soon and in
// small batches, then the same rows with all that is known from the whole texts. A step tells that there is more to
// see; steps that nobody has taken are made one with the next, so the reading never waits. What cannot be read is a
// row that says why, and is told in the steps too. The channel is closed after the last step, or when ctx ends.
func (s *Session) List(ctx context.Context) <-chan model.Progress {
	l := &intake{Session: s, Reports: pool.NewReports(content.StageReading)}
	s.Pool.Start("list", func() {
		l.run(ctx)
		followed := l.followable(ctx)
		l.Last()
		close(l.Out)
		followed.run(ctx)
	})
	return l.Out
}

// intake is one listing under way. Only its own goroutine changes it.
type intake struct {
	*Session
	pool.Reports
	store *store.Store
	batch []draft.Ready
	bytes int
	known []knownFile // of the batch
	total atomic.Int64
}

// knownFile is what the whole of a file has told.
type knownFile struct {
	place   int
	article model.ID
	err     error
	once    bool // it cannot be read again
}

// load is a few files on their way through a worker, by their places.
type load struct {
	places []int
	ready  []draft.Ready
	known  []knownFile
	bytes  int
}

func (l *intake) run(ctx context.Context) {
	s, err := l.opened(ctx)
	if err != nil {
		l.Fail(err)
		return
	}
	l.store = s
	met := l.meet(ctx)
	l.stage(ctx, pool.InOrder(ctx, l.Pool, 2, l.walk(ctx), l.heads), firstBatch)
	l.Step.Stage, l.Step.Done = StageTopics, 0
	l.stage(ctx, pool.AsTheyCome(ctx, l.Pool, workers(), l.again, l.wholes), wholeBatch)
	_, _ = pool.Receive(ctx, met) // the marks of the library show in what comes last
}

// meet opens the library, when there is one, while files are read already.
func (l *intake) meet(ctx context.Context) <-chan struct{} {
	met := make(chan struct{})
	l.Pool.Start("open the library", func() {
		defer close(met)
		if l.Exists() {
			_, _ = l.Store(ctx) // what is wrong with it is told when something is to be kept
		}
	})
	return met
}

// workers is how many read whole texts behind the screen: one processor is left to it, and to the store.
func workers() int { return max(1, min(4, runtime.GOMAXPROCS(0)-1)) }

// walk finds the files, gives them their places and deals them out.
func (l *intake) walk(ctx context.Context) func(yield func(load) bool) {
	refs := l.refs
	if len(refs) == 0 {
		refs = l.Fetcher.BuiltinRefs()
	}
	return func(yield func(load) bool) {
		l.Fetcher.Walk(ctx, refs, func(f fetch.Found) bool {
			var places []int
			if f.Err != nil {
				places = append(places, l.files.fail(f.Err))
			}
			for _, ref := range f.Refs {
				if place, fresh := l.files.add(ref); fresh {
					places = append(places, place)
				}
			}
			l.total.Add(int64(len(places)))
			return deal(places, yield)
		})
	}
}

// again deals out all files once more.
func (l *intake) again(yield func(load) bool) {
	places := make([]int, 0, l.files.len())
	for place := range cap(places) {
		if f := l.files.at(place); f.err == nil {
			places = append(places, place)
		}
	}
	deal(places, yield)
}

// deal deals places out, a few at a time.
func deal(places []int, yield func(load) bool) bool {
	for len(places) > 0 {
		n := min(reading.JobSize, len(places))
		if !yield(load{places: places[:n]}) {
			return false
		}
		places = places[n:]
	}
	return true
}

// stage puts what comes through the workers into the store, in batches that grow.
func (l *intake) stage(ctx context.Context, loads <-chan load, size int) {
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for more := true; more; {
		var due bool
		select {
		case got, on := <-loads:
			l.batch, l.known = append(l.batch, got.ready...), append(l.known, got.known...)
			l.bytes += got.bytes
			l.Step.Done += len(got.places)
			if more = on; !more && ctx.Err() != nil {
				return
			}
			due = !more || len(l.batch) >= size || l.bytes >= wholeText
		case <-tick.C:
			due = true
		}
		if due && !l.put(ctx) {
			return
		}
		if due {
			size = min(2*size, lastBatch)
		}
	}
}

// put puts the batch into the store and reports it. It returns false when that did not work.
func (l *intake) put(ctx context.Context) bool {
	l.Step.Total = int(l.total.Load())
	if len(l.batch) > 0 {
		if err := l.store.List(ctx, l.batch...); err != nil {
			if ctx.Err() == nil {
				l.Fail(unlisted(err))
			}
			return false
		}
		l.know(ctx)
	}
	l.batch, l.bytes, l.known = l.batch[:0], 0, l.known[:0]
	l.Send()
	return true
}

// heads makes rows from the beginnings of files.
func (l *intake) heads(ctx context.Context, o load) load {
	for _, place := range o.places {
		runtime.Gosched() // the screen comes first
		f := l.files.at(place)
		l.files.stamp(place, stampOf(f.ref))
		o.add(place, f, model.Article{Entry: l.glance(ctx, f)})
		if f.err != nil {
			o.known = append(o.known, knownFile{place: place, err: f.err})
		}
	}
	return o
}

// glance is what a row shows of a file at first: all that is told by the beginning of one that can be read again.
func (l *intake) glance(ctx context.Context, f listed) model.Entry {
	e := model.Entry{Title: titleOf(f.ref)}
	if f.err != nil || !lasting(f.ref) {
		return e
	}
	if head, err := l.Head(ctx, f.ref); err == nil {
		return head
	}
	return e
}

// lasting reports whether a reference is a file that can be read again and again, and at once.
func lasting(ref string) bool {
	if strings.HasPrefix(ref, fetch.Builtin) {
		return true
	}
	info, err := os.Stat(ref)
	return err == nil && info.Mode().IsRegular()
}

// wholes makes rows of whole texts.
func (l *intake) wholes(ctx context.Context, o load) load {
	for _, place := range o.places {
		runtime.Gosched()
		f := l.files.at(place)
		a, err := l.Read(ctx, f.ref)
		if ctx.Err() != nil {
			return o
		}
		o.known = append(o.known, knownFile{place: place, article: a.ID, err: err})
		if err != nil {
			a = model.Article{Entry: l.glance(ctx, f)}
		} else if !lasting(f.ref) && !fetch.IsAddress(f.ref) && f.ref != fetch.Stdin {
			o.known[len(o.known)-1].once = true
		}
		o.bytes += len(a.Source)
		o.add(place, f, a)
	}
	return o
}

// add makes an article ready for the store. One that cannot be written is left as it was.
func (o *load) add(place int, f listed, a model.Article) {
	a.ID, a.Ref, a.Source, a.Format = f.row, f.ref, "", ""
	if ready, err := draft.PrepareAt(place, a); err == nil {
		o.ready = append(o.ready, ready)
	}
}
