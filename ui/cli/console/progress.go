package console

import (
	"errors"
	"fmt"
	"time"

	"lede/content/fetch"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/terminal"
)

// shownErrors is how many errors of a long task are written one by one.
const shownErrors = 20

// Result is how a long task has ended.
type Result struct {
	Last   model.Progress
	Failed int
	worst  error // the first error
}

// Status is the exit status.
func (r Result) Status() int {
	if errors.Is(r.worst, fetch.ErrNoArticles) {
		return NothingFound
	}
	return Failed
}

// Err is the exit status as an error, nil when nothing failed.
func (r Result) Err() error {
	if r.Failed > 0 {
		return Exit(Failed)
	}
	return nil
}

// Follow reports a long task while it goes on: on a terminal in a line that rewrites itself, and of errors in lines
// of their own. It returns when the task has ended.
func (c *Console) Follow(steps <-chan model.Progress, text func(model.Progress) string) Result {
	var r Result
	b := c.NewBar()
	for s := range steps {
		r.Last = s
		for _, err := range s.Errs {
			if r.Failed++; r.Failed == 1 {
				r.worst = err
			}
			if r.Failed <= shownErrors {
				b.Clear()
				c.Report(err)
			}
		}
		if !s.Last {
			b.Show(text(s))
		}
	}
	b.Clear()
	if more := r.Failed - shownErrors; more > 0 {
		_, _ = fmt.Fprintf(c.Stderr, "lede: and %s more errors\n", figure.Number(more))
	}
	return r
}

// Bar is a line on standard error that rewrites itself; nothing when that is no terminal.
type Bar struct {
	c     *Console
	shown time.Time
}

// NewBar returns a line that is not shown yet.
func (c *Console) NewBar() *Bar { return &Bar{c: c} }

// often is how long a line stays at least.
const often = 100 * time.Millisecond

// Show shows a text, unless the one before has been there for too short a time.
func (b *Bar) Show(text string) {
	if !terminal.IsTerminal(b.c.Stderr) || Dumb() || time.Since(b.shown) < often {
		return
	}
	b.shown = time.Now()
	_, _ = fmt.Fprint(b.c.Stderr, "\r\x1b[K"+clean.Line(text))
}

// Clear takes the line away.
func (b *Bar) Clear() {
	if !b.shown.IsZero() {
		_, _ = fmt.Fprint(b.c.Stderr, "\r\x1b[K")
	}
}
