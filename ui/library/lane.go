package library

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
)

// lane lets one request of a kind be under way at a time. The zero value is free.
type lane struct {
	busy   bool
	made   int // what the request that is under way is for
	since  time.Time
	cancel context.CancelFunc
}

// run starts a request. The lane must be free, and f must return a message whatever happens: its receiver calls done.
func (l *lane) run(parent context.Context, made int, now time.Time, f func(ctx context.Context) tea.Msg) tea.Cmd {
	ctx, cancel := context.WithCancel(parent)
	l.busy, l.made, l.since, l.cancel = true, made, now, cancel
	return func() tea.Msg { return f(ctx) }
}

// done notes that the request has been answered.
func (l *lane) done() {
	if l.cancel != nil {
		l.cancel()
	}
	l.busy = false
}

// drop ends a request that is no longer wanted, when it has been under way for some time: one that is nearly done
// brings something to look at.
func (l *lane) drop(made int, now time.Time, patience time.Duration) {
	if l.busy && l.made != made && now.Sub(l.since) >= patience {
		l.cancel()
	}
}
