package reading

import (
	"context"
	"errors"
	"io"
	"os"
	"sync"
	"time"

	"lede/content/fetch"
)

// spool keeps what a slow source has brought so far, so that it can be looked at while it grows, and read again. The
// zero value is ready.
type spool struct {
	once sync.Once
	mu   sync.Mutex
	data []byte // only ever appended to: a slice of it stays good
	done bool
	err  error
	grew chan struct{} // closed, and made anew, when something has changed
}

// start lets the spool read from r until it ends or limit bytes have come; a second start does nothing.
func (s *spool) start(r io.Reader, limit int, run func(string, func())) {
	s.once.Do(func() {
		s.grew = make(chan struct{})
		run("read a pipe", func() { s.pump(r, limit) })
	})
}

func (s *spool) pump(r io.Reader, limit int) {
	buf := make([]byte, 64<<10)
	for {
		n, err := r.Read(buf)
		s.mu.Lock()
		s.data = append(s.data, buf[:min(n, limit-len(s.data))]...)
		s.done = err != nil || len(s.data) >= limit
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, os.ErrClosed) {
			s.err = err
		}
		done := s.done
		close(s.grew)
		s.grew = make(chan struct{})
		s.mu.Unlock()
		if done {
			return
		}
	}
}

// look returns what has come so far and a channel that is closed when there is more to see.
func (s *spool) look() (data []byte, done bool, grew <-chan struct{}, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.data, s.done, s.grew, s.err
}

// wait returns all that a source brings, or what has come when ctx ends.
func (s *spool) wait(ctx context.Context) ([]byte, error) {
	for {
		data, done, grew, err := s.look()
		if done {
			return data, err
		}
		select {
		case <-grew:
		case <-ctx.Done():
			return data, ctx.Err()
		}
	}
}

const (
	// pageTicks is for how many moments a page is waited for before a first part of it is shown: which of it is the
	// article is best told from the whole.
	pageTicks = 5
	// bigPage is the longest part of a page that is shown while more of it comes.
	bigPage = 2 << 20
)

// follow sends what a pipe has brought after a moment or when a first part is there, again when that has
// doubled, and the whole at the end. A short text is sent again whenever it grows, since that costs nothing. Of a page
// it reports how much has come, and sends a part when it is slow.
func (o *opening) follow(src *fetch.Source) error {
	s := o.spool(o.ref)
	s.start(src, o.limit, o.Pool.Start)
	tick := time.NewTicker(patience)
	defer tick.Stop()
	shown, ticks := -1, 0
	for {
		data, done, grew, err := s.look()
		o.read = int64(len(data))
		if shown < firstBytes && len(data) > wholeBytes && !o.isPage(data) {
			shown = firstBytes
			if _, err := o.first(data[:firstBytes]); err != nil {
				return err
			}
		}
		if done && err != nil {
			return err
		}
		if done {
			return o.last(data, len(data) >= o.limit)
		}
		select {
		case <-o.ctx.Done():
			return o.ctx.Err()
		case <-grew:
		case <-tick.C:
			ticks++
			var err error
			switch page := o.isPage(data); {
			case page && (ticks < pageTicks || len(data) > bigPage || len(data) < max(2*shown, firstBytes/2)):
				err = o.progress()
			case page || due(len(data), shown):
				shown = len(data)
				_, err = o.first(data)
			}
			if err != nil {
				return err
			}
		}
	}
}

// due reports whether n bytes are worth a step after one of shown bytes.
func due(n, shown int) bool {
	return n > shown && (n >= 2*shown || n <= firstBytes)
}
