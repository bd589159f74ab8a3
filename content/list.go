package content

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"time"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/page"
	"lede/model"
)

const (
	// headBytes is how much of a file its row is made from.
	headBytes = 32 << 10
	// topicBytes is how much of a file its topics are found in.
	topicBytes = 256 << 10
	// jobSize is how many files a worker takes at once.
	jobSize = 16
	// firstBatch and lastBatch are the entries of the first batch and the most of any.
	firstBatch, lastBatch = 32, 1024
	// pause is the longest time that entries wait for others to come along.
	pause = 50 * time.Millisecond
)

// The stages of a listing.
const (
	StageReading = "reading"
	StageTopics  = "finding topics"
)

// List lists the articles of the library's references, in order. First come cheap rows from the beginnings of the
// files, soon and in small batches, then the same rows again with words and topics out of the whole texts. What cannot be
// read is told in the batches, and the others go on. The channel is closed after the last batch, or when ctx ends.
func (l *Library) List(ctx context.Context) <-chan model.Batch {
	s := &listing{Library: l, ctx: ctx, out: make(chan model.Batch), size: firstBatch}
	l.o.Go("list", func() {
		defer close(s.out)
		s.run()
	})
	return s.out
}

// listing is one listing under way. Only its own goroutine changes it.
type listing struct {
	*Library
	ctx   context.Context
	out   chan model.Batch
	refs  []string // all that could be read, in order
	batch model.Batch
	total int
	size  int       // entries that the next batch waits for
	sent  time.Time // when the last batch went out
	once  sync.Map  // the rows of web pages and pipes by their references: each is read once
}

// job is a few files on their way through a worker. seq counts the jobs of a stage from 0.
type job struct {
	seq     int
	refs    []string
	entries []model.Entry
	errs    []error
	failed  []string // the references that errs are of
}

func (s *listing) run() {
	s.batch.Stage = StageReading
	s.stage(s.walk, s.head, 2)
	if s.ctx.Err() != nil || !s.flush() {
		return
	}
	s.batch = model.Batch{Stage: StageTopics}
	s.total, s.size = len(s.refs), firstBatch
	refs := s.refs
	s.refs = nil
	s.stage(func(add func(fetch.Found) bool) { add(fetch.Found{Refs: refs}) }, s.whole, workers())
	s.batch.Stage = ""
	s.flush()
}

// workers is how many read whole texts behind the screen: one processor is left to it.
func workers() int { return max(1, min(4, runtime.GOMAXPROCS(0)-1)) }

// walk hands over the references.
func (s *listing) walk(add func(fetch.Found) bool) {
	refs := s.o.Refs
	if len(refs) == 0 {
		refs = s.fetch.BuiltinRefs()
	}
	s.fetch.Walk(s.ctx, refs, add)
}

// stage sends what source finds through read in n workers and gathers the results in the order of the source.
func (s *listing) stage(source func(add func(fetch.Found) bool), read func(string) (model.Entry, error), n int) {
	jobs, results := make(chan job, 2*n), make(chan job, 2*n)
	known := make(chan int, 64)
	s.o.Go("find files", func() {
		defer close(jobs)
		s.deal(source, jobs, known)
	})
	ended := make(chan struct{}, n)
	for range n {
		s.o.Go("read files", func() {
			defer func() { ended <- struct{}{} }()
			s.work(jobs, results, read)
		})
	}
	s.o.Go("end of a stage", func() {
		for range n {
			<-ended
		}
		close(results)
	})
	s.gather(results, known)
}

// deal cuts what source finds into jobs.
func (s *listing) deal(source func(add func(fetch.Found) bool), jobs chan<- job, known chan<- int) {
	seq := 0
	source(func(f fetch.Found) bool {
		select {
		case known <- len(f.Refs):
		case <-s.ctx.Done():
			return false
		}
		j := job{refs: f.Refs}
		if f.Err != nil {
			j.errs = []error{f.Err}
		}
		for more := true; more; more = len(j.refs) > 0 {
			next := job{seq: seq, refs: j.refs[:min(jobSize, len(j.refs))], errs: j.errs}
			seq++
			j = job{refs: j.refs[len(next.refs):]}
			select {
			case jobs <- next:
			case <-s.ctx.Done():
				return false
			}
		}
		return true
	})
}

func (s *listing) work(jobs <-chan job, results chan<- job, read func(string) (model.Entry, error)) {
	for j := range jobs {
		for _, ref := range j.refs {
			runtime.Gosched() // the screen comes first
			e, err := read(ref)
			if err != nil {
				j.errs, j.failed = append(j.errs, sentence(ref, err)), append(j.failed, ref)
				continue
			}
			j.entries = append(j.entries, e)
		}
		select {
		case results <- j:
		case <-s.ctx.Done():
			return
		}
	}
}

// gather puts results back into order and sends them in batches.
func (s *listing) gather(results <-chan job, known <-chan int) {
	waiting := map[int]job{}
	next := 0
	for {
		select {
		case n := <-known:
			if s.batch.Stage == StageReading {
				s.total += n
			}
		case j, more := <-results:
			if !more {
				return
			}
			waiting[j.seq] = j
			for ; ; next++ {
				j, ok := waiting[next]
				if !ok {
					break
				}
				delete(waiting, next)
				s.add(j)
			}
			if due := len(s.batch.Entries) >= s.size || time.Since(s.sent) > pause; due && !s.flush() {
				return
			}
		case <-s.ctx.Done():
			return
		}
	}
}

func (s *listing) add(j job) {
	s.batch.Entries = append(s.batch.Entries, j.entries...)
	s.batch.Errs = append(s.batch.Errs, j.errs...)
	s.batch.Done += len(j.refs)
	if s.batch.Stage != StageReading { // they have an entry already
		s.batch.Gone = append(s.batch.Gone, j.failed...)
	}
	for _, e := range j.entries {
		s.refs = append(s.refs, e.Ref)
	}
}

// flush sends what has been gathered. It returns false when nobody wants more.
func (s *listing) flush() bool {
	s.batch.Total = max(s.total, s.batch.Done)
	select {
	case s.out <- s.batch:
	case <-s.ctx.Done():
		return false
	}
	s.batch = model.Batch{Stage: s.batch.Stage, Done: s.batch.Done}
	s.size = min(2*s.size, lastBatch)
	s.sent = time.Now()
	return true
}

// head makes the row of an article from the way its text begins. What comes only once, or should be asked for only once, is read whole.
func (s *listing) head(ref string) (model.Entry, error) {
	if fetch.IsAddress(ref) {
		a, err := s.Read(s.ctx, ref)
		return s.onlyOnce(a.Entry, ref, err)
	}
	data, src, err := s.load(ref, headBytes)
	if err != nil {
		return model.Entry{}, err
	}
	if src.Slow {
		a, err := s.article(newOrigin(ref, src), data, len(data) >= s.limit)
		return s.onlyOnce(a.Entry, ref, err)
	}
	r, err := s.begin(newOrigin(ref, src), data)
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
	return s.row(e, ref), nil
}

func (s *listing) onlyOnce(e model.Entry, ref string, err error) (model.Entry, error) {
	e = s.row(e, ref)
	if err == nil {
		s.once.Store(ref, e)
	}
	return e, err
}

// standsBefore is what wall says of a whole page of few words; of any other text it is nil, at little cost.
func standsBefore(r reading) error {
	if r.Format != parse.HTML || !page.MayBeWall(r.Source) {
		return nil
	}
	return wall(r.from, r.article())
}

// whole makes the row of an article from its text.
func (s *listing) whole(ref string) (model.Entry, error) {
	if row, ok := s.once.Load(ref); ok {
		return row.(model.Entry), nil
	}
	data, src, err := s.load(ref, topicBytes)
	if err != nil {
		return model.Entry{}, err
	}
	a, err := s.article(newOrigin(ref, src), data, false)
	if n := int64(len(data)); src.Size > n {
		a.Words = int(int64(a.Words) * src.Size / n)
	}
	return s.row(a.Entry, ref), err
}

// load reads the first bytes of a file, and all of a pipe.
func (s *listing) load(ref string, limit int) ([]byte, *fetch.Source, error) {
	src, err := s.fetch.Open(s.ctx, ref)
	if err != nil {
		return nil, nil, err
	}
	defer src.Close() //nolint:errcheck // it was only read
	var data []byte
	if src.Slow {
		data, _, err = s.all(s.ctx, ref, src)
	} else {
		data, _, err = fetch.ReadHead(src, nil, fit(src.Size, limit))
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

func (s *listing) row(e model.Entry, ref string) model.Entry {
	e.Ref = ref
	if e.Site == "" {
		e.Site = folderOf(ref)
	}
	return e
}
