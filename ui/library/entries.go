package library

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
)

// entriesListedMsg is a step in the listing of entries. done is set on the last one.
type entriesListedMsg struct {
	request int
	steps   <-chan model.Batch
	batch   model.Batch
	rows    []*listed // the batch's entries, digested
	done    bool
}

// listEntries starts to list the library and waits for the first batch; awaitEntries waits for those after it.
func listEntries(ctx context.Context, l ui.Library, request int) tea.Cmd {
	return func() tea.Msg {
		return nextEntries(ctx, request, l.List(ctx), 0)
	}
}

// Batches that come close together are made one, so that a list that fills does not redraw for each.
const (
	gatherTime    = 30 * time.Millisecond
	gatherEntries = 500
)

// awaitEntries waits for the next batch of a listing, and for those that come right after it. It returns no message
// when ctx has ended.
func awaitEntries(ctx context.Context, request int, steps <-chan model.Batch) tea.Cmd {
	return func() tea.Msg { return nextEntries(ctx, request, steps, gatherTime) }
}

func nextEntries(ctx context.Context, request int, steps <-chan model.Batch, gather time.Duration) tea.Msg {
	msg := entriesListedMsg{request: request, steps: steps}
	select {
	case <-ctx.Done():
		return nil
	case b, more := <-steps:
		msg.batch, msg.done = b, !more
	}
	if gather > 0 {
		msg.gather(ctx, time.After(gather))
	}
	msg.rows = digest(msg.batch.Entries)
	return msg
}

// gather adds the batches that come until the time is over, or there are enough.
func (m *entriesListedMsg) gather(ctx context.Context, over <-chan time.Time) {
	for !m.done && len(m.batch.Entries) < gatherEntries {
		select {
		case <-ctx.Done():
			return
		case <-over:
			return
		case b, more := <-m.steps:
			if m.done = !more; m.done {
				return
			}
			b.Entries = append(m.batch.Entries[:len(m.batch.Entries):len(m.batch.Entries)], b.Entries...)
			b.Errs = append(m.batch.Errs[:len(m.batch.Errs):len(m.batch.Errs)], b.Errs...)
			b.Gone = append(m.batch.Gone[:len(m.batch.Gone):len(m.batch.Gone)], b.Gone...)
			m.batch = b
		}
	}
}
