package cli

import (
	"context"
	"fmt"
	"time"

	"lede/ui/cli/terminal"

	"lede/model/figure"

	"lede/content"
)

// readyPatience is how long the first screen waits for a library that is neither open nor being brought up to date:
// another program may keep it locked.
const readyPatience = 300 * time.Millisecond

// ready opens the library before the screen takes the terminal, so that an update can tell how far it is. A library
// that takes its time otherwise is opened behind the screen.
func (p *program) ready(ctx context.Context, library *content.Library) {
	opened := make(chan struct{})
	p.guard.Go("open the library", func() {
		defer close(opened)
		library.Ready(ctx)
	})
	select {
	case <-opened:
		return
	case <-time.After(readyPatience):
	}
	if p.updates.Load() {
		<-opened
	}
}

// updating returns what reports the update of a library that an older lede has made, which takes a minute for 100,000
// articles: on a terminal in a line that rewrites itself, elsewhere in one line. Nothing is written over a screen
// that has begun.
func (f *frame) updating() func(done, of int) {
	const task = "Bringing the library up to date"
	b := f.newBar()
	told := false
	return func(done, of int) {
		f.updates.Store(true)
		text := task + "; first a backup of it is made"
		if of > 0 {
			text = fmt.Sprintf("%s: %s of %s articles", task, figure.Number(done), figure.Number(of))
		}
		switch {
		case f.screened.Load():
		case of > 0 && done == of:
			b.clear()
		case terminal.IsTerminal(f.stderr) && !dumb():
			b.show(text)
		case !told:
			_, _ = fmt.Fprintf(f.stderr, "lede: %s\n", task)
		}
		told = true
	}
}
