package ui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// slowAfter is how long an opening may take before the reader tells how far it is.
const slowAfter = 300 * time.Millisecond

// errEmpty says that a source gave no article and no error.
var errEmpty = errors.New("there is nothing in it")

// slowMsg says that the time after which an opening is slow is over.
type slowMsg struct{ request int }

// open opens the article that the trail is at. One that is remembered is there at once.
func (r *reader) open() tea.Cmd {
	kept := r.begin()
	r.ctx, r.cancel = context.WithCancel(context.Background())
	r.request = r.app.nextRequest()
	at, request := r.trail.here(), r.request
	if at.article != nil {
		r.opening, r.keeping.words = false, nil
		return tea.Batch(kept, r.show(at.article), r.arrived())
	}
	return tea.Batch(
		kept,
		openArticle(r.ctx, r.app.Library, request, at.ref),
		r.app.after(slowAfter, slowMsg{request}),
	)
}

// begin takes leave of the article that was shown and makes room for the one that the trail is at.
func (r *reader) begin() tea.Cmd {
	kept := r.part()
	r.close()
	r.page = page{opening: true, wanted: &r.trail.here().place}
	r.inform()
	return kept
}

// opened takes a step of the opening. A longer part of the text takes the place of the shorter one, and the reader stays
// where they are.
func (r *reader) opened(msg articleOpenedMsg) tea.Cmd {
	if msg.request != r.request {
		return nil // the reader has moved on
	}
	o := msg.opening
	r.read, r.size = max(r.read, o.Read), max(r.size, o.Size)
	var cmd tea.Cmd
	if tells(&o.Article) {
		cmd = r.show(&o.Article)
	}
	if o.Note != "" {
		cmd = tea.Batch(cmd, r.app.notify(o.Note))
	}
	if !msg.done {
		return tea.Batch(cmd, r.keptCame(o), awaitArticle(r.ctx, r.request, msg.steps))
	}
	if !r.opening { // the kept text was whole already
		return tea.Batch(cmd, r.ended(o.Err))
	}
	r.opening = false
	return tea.Batch(cmd, r.ended(o.Err), r.arrived())
}

// keptCame is for when a step brings the text that the library holds: the article is whole, and what may come after it is another one.
func (r *reader) keptCame(o model.Opening) tea.Cmd {
	if !o.Kept {
		return nil
	}
	r.opening = false
	return r.arrived()
}

// ended tells what went wrong at the end of an opening: in the page's place, or in the notice line when there is text.
func (r *reader) ended(err error) tea.Cmd {
	switch {
	case err == nil && r.items != nil:
		return nil
	case err == nil:
		err = errEmpty
	}
	task := "open " + r.trail.here().name()
	if r.items != nil {
		return r.app.fail(task, err)
	}
	r.app.Log.Error(task, "err", err)
	r.err = err
	return nil
}

// stopReading gives up the rest of a text that is still coming. What has come stays.
func (r *reader) stopReading() tea.Cmd {
	r.cancel()
	r.ctx, r.cancel = context.WithCancel(context.Background())
	r.opening, r.stopped = false, true
	return tea.Batch(r.count(), r.app.notify("Stopped. What has come of it stays."))
}

// unfinished says why nothing can be done yet with an article that is not whole.
func (r *reader) unfinished() tea.Cmd {
	if r.stopped {
		return r.app.notify("Only a part of the article has come, since you stopped it. Open it again for that.")
	}
	return r.app.notify("The article is still being read.")
}

// show takes an article, or a longer part of the one that is shown.
func (r *reader) show(a *model.Article) tea.Cmd {
	stay := r.staying()
	r.items, r.sums = newItems(a), nil
	r.trail.here().learn(a)
	cmd := r.count()
	switch {
	case stay == nil:
		r.layout = r.lay()
		r.doc = newDocument(r.newFlow(), r.layout.text.h)
	case r.view == rawView:
		r.redraw()
		return tea.Batch(cmd, r.searchAgain())
	default:
		stay()
	}
	r.toWanted()
	if r.toEnd {
		r.doc.end()
	}
	return tea.Batch(cmd, r.searchAgain())
}

// staying notes the place and returns what draws another text and goes back there; nil when there is no text yet.
func (r *reader) staying() func() {
	if r.items == nil {
		return nil
	}
	before, place, top := r.items, r.place(), r.doc.top
	return func() {
		r.redraw()
		if f, ok := r.doc.flow.(*articleFlow); !ok || f.only != nil || !r.items.sameAt(before, top.item) {
			r.toPlace(place)
		}
	}
}

// count adds up the words, in a command when there are many.
func (r *reader) count() tea.Cmd {
	if r.items.size < largeText {
		r.sums = countWords(r.items, func() bool { return false })
		return nil
	}
	return countWordsLater(r.ctx, r.items)
}

// toWanted goes to the place at which the article was left, once that much of it is there.
func (r *reader) toWanted() {
	if r.wanted == nil || r.opening && r.wanted.Block >= r.items.blocks() {
		return
	}
	if *r.wanted != (model.Place{}) {
		r.toPlace(*r.wanted)
	}
	r.wanted = nil
}
