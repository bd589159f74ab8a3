package content

import (
	"context"
	"slices"
	"sync/atomic"
	"time"

	"lede/content/fetch"
	"lede/content/pool"
	"lede/content/shelf"
	"lede/content/store"
	"lede/content/store/draft"
	"lede/model"
)

// The names of what Add reads.
const (
	Files     = ""      // files and folders in the formats that lede reads
	JSONLines = "jsonl" // an article a line: lede's own form or plain rows
)

// StageAdding is the stage of articles that go into the library.
const StageAdding = "adding"

// Add keeps the articles that refs name: files, folders with all that is below them, "-" for standard input. format
// is Files or JSONLines.
//
// What cannot be read is told in the steps, and the rest goes in. An article counts as added when it is on the disk.
// The last step reports how many there are, also when ctx has ended before; then the channel is closed. Steps that
// nobody has taken are made one with the next, so Add never waits for its reader.
func (l *Library) Add(ctx context.Context, refs []string, format string) <-chan model.Progress {
	a := &adding{Library: l, Reports: pool.NewReports(StageAdding), hands: pool.Hands()}
	if slices.ContainsFunc(refs, fetch.IsAddress) {
		a.hands, a.web = max(a.hands, fetch.MaxAtOnce), true // they wait for servers more than they work
	}
	l.Pool.Start("add", func() {
		defer close(a.Out)
		if format == JSONLines {
			a.run(ctx, func(deal func(parcel) bool) { a.dealLines(ctx, refs, deal) })
		} else {
			a.run(ctx, func(deal func(parcel) bool) { a.dealFiles(ctx, refs, deal) })
		}
	})
	return a.Out
}

// adding is a task of Add. Only its own goroutine touches what is not said to be shared.
type adding struct {
	*Library
	pool.Reports
	hands int  // workers
	web   bool // some articles are pages of the web: none waits for a slow one
	store *store.Store
	total atomic.Int64 // files found so far; shared
	batch []draft.Ready
	bytes int
	since time.Time // when the batch was begun
}

// parcel is a few articles on their way through a worker: references or lines go in, articles and errors come out.
type parcel struct {
	refs  []string
	lines []line
	ready []draft.Ready
	bytes int // of the sources, about
	errs  []error
	done  int
}

// run reads what source deals out in a few workers and puts it into the library in the order of the source.
func (a *adding) run(ctx context.Context, source func(deal func(parcel) bool)) {
	s, err := a.Store(ctx)
	if err != nil {
		a.Fail(err)
		a.Last()
		return
	}
	a.store = s
	working, stop := context.WithCancel(ctx)
	defer stop()
	parcels := pool.InOrder[parcel, parcel]
	if a.web {
		parcels = pool.AsTheyCome
	}
	for p := range parcels(working, a.Pool, a.hands, source, a.read) {
		if !a.take(ctx, p) {
			break
		}
	}
	if a.put(ctx) && ctx.Err() == nil {
		shelf.Purge(ctx, s)
	}
	a.Last()
}

// read makes articles of a parcel.
func (a *adding) read(ctx context.Context, p parcel) parcel {
	for _, ref := range p.refs {
		if ctx.Err() != nil {
			return p
		}
		p.done++
		article, err := a.Whole(ctx, ref)
		if err != nil {
			p.errs = append(p.errs, err)
			continue
		}
		p.bytes += len(article.Source)
		article = shelf.ForLibrary(article, ref)
		a.ApplyRules(&article)
		p.prepare(model.Record{Article: article, Status: model.Status{Saved: true}}, fetch.IsAddress(ref))
	}
	for _, l := range p.lines {
		p.done++
		r, err := a.record(l)
		if err != nil {
			p.errs = append(p.errs, err)
			continue
		}
		p.bytes += len(l.data)
		p.prepare(r, false)
	}
	p.lines = nil
	return p
}

func (p *parcel) prepare(r model.Record, fetched bool) {
	ready, err := draft.Prepare(r)
	if err != nil {
		p.errs = append(p.errs, err)
		return
	}
	if fetched {
		ready = ready.Fetched()
	}
	p.ready = append(p.ready, ready)
}

// take adds a parcel to the batch and puts the batch into the library when it is due. It returns false when that did
// not work.
func (a *adding) take(ctx context.Context, p parcel) bool {
	if len(a.batch) == 0 {
		a.since = time.Now()
	}
	a.batch = append(a.batch, p.ready...)
	a.bytes += p.bytes
	a.Step.Done += p.done
	a.Step.Total = int(a.total.Load())
	a.Fail(p.errs...)
	if len(a.batch) >= shelf.BatchArticles || a.bytes >= shelf.BatchBytes || time.Since(a.since) > shelf.BatchTime {
		return a.put(ctx)
	}
	a.Send()
	return true
}

// put puts the batch into the library. What has been read goes in even when ctx has ended.
func (a *adding) put(ctx context.Context) bool {
	if len(a.batch) == 0 {
		return true
	}
	kept, err := a.store.Restore(context.WithoutCancel(ctx), a.batch...)
	a.batch, a.bytes = a.batch[:0], 0
	if err != nil {
		a.Fail(a.Sentence(err))
		return false
	}
	for _, k := range kept {
		a.Step.Count(k.How)
	}
	a.Send()
	return true
}

// dealFiles deals out the files that refs name.
func (a *adding) dealFiles(ctx context.Context, refs []string, deal func(parcel) bool) {
	a.Fetcher.Walk(ctx, refs, func(f fetch.Found) bool {
		a.total.Add(int64(len(f.Refs)))
		if f.Err != nil && !deal(parcel{errs: []error{f.Err}}) {
			return false
		}
		for rest := f.Refs; len(rest) > 0; {
			n := min(pool.ParcelFiles, len(rest))
			if fetch.IsAddress(rest[0]) {
				n = 1
			}
			if !deal(parcel{refs: rest[:n]}) {
				return false
			}
			rest = rest[n:]
		}
		return true
	})
}
