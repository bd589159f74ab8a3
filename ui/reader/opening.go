package reader

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
)

// slowAfter is how long an opening may take before the reader shows how far it is.
const slowAfter = 300 * time.Millisecond

// errEmpty says that a source gave no article and no error.
var errEmpty = errors.New("there is nothing in it")

// slowMsg says that the time after which an opening is slow is over.
type slowMsg struct{ request int }

// loading is the reading of an article: how far it is, and the context in which everything about the article is asked
// for.
type loading struct {
	reader  *reader
	ctx     context.Context // ends when the article is left
	cancel  context.CancelFunc
	request int
	slow    bool // it takes long
	more    bool // more of the text is to come
	stopped bool // the reader wanted no more of it
	read    int64
	size    int64
	err     error        // nothing could be opened
	wanted  *model.Place // where to go once that much of the text has come, or nil
	toEnd   bool         // the reader went to the end of a text that was still coming
}

// renew makes a context for what is asked from now on.
func (l *loading) renew() { l.ctx, l.cancel = context.WithCancel(context.Background()) }

// end ends what is under way.
func (l *loading) end() {
	if l.cancel != nil {
		l.cancel()
	}
}

// letGo forgets where to go once more of the text has come.
func (l *loading) letGo() { l.wanted, l.toEnd = nil, false }

// open opens the article that the trail is at. One that is remembered is there at once.
func (l *loading) open() tea.Cmd {
	kept, r := l.begin(), l.reader
	at := r.trip.trail.Here()
	l.renew()
	l.request = r.app.NextRequest()
	if at.Article != nil {
		l.more, r.keeping.words = false, nil
		return tea.Batch(kept, l.Show(at.Article), l.arrived())
	}
	return tea.Batch(
		kept,
		ui.OpenArticle(l.ctx, r.app.Library, l.request, at.Ref),
		r.app.After(slowAfter, slowMsg{l.request}),
	)
}

// begin takes leave of the article that was shown and makes room for the one that the trail is at.
func (l *loading) begin() tea.Cmd {
	r := l.reader
	kept := r.Part()
	r.Close()
	r.page = r.blank() // and this loading with it
	l.more, l.wanted = true, &r.trip.trail.Here().Place
	l.inform()
	return kept
}

// inform takes what the screen below knows of the article: where it was left, and what it was found by.
func (l *loading) inform() {
	r := l.reader
	below, ok := r.app.SiblingsOf(r).(ui.Informed)
	if !ok {
		return
	}
	at, k := r.trip.trail.Here(), &r.keeping
	if k.status, k.words, k.known = below.About(at.Ref); k.known && !k.status.Read && at.Place == (model.Place{}) {
		at.Place = k.status.Place
	}
}

// opened takes a step of the opening. A longer part of the text takes the place of the shorter one, and the reader
// stays where they are.
func (l *loading) opened(msg ui.ArticleOpenedMsg) tea.Cmd {
	r := l.reader
	if msg.Request != l.request {
		return nil // the reader has moved on
	}
	o := msg.Opening
	l.read, l.size = max(l.read, o.Read), max(l.size, o.Size)
	var cmd tea.Cmd
	if text.HasText(&o.Article) {
		r.changed.now = nil
		if cmd = l.Show(&o.Article); r.keeping.id == o.Article.ID && r.keeping.id != "" {
			cmd = tea.Batch(cmd, r.changed.ask(l.ctx, o.Article.ID)) // a newer text than the kept one
		}
	}
	if o.Note != "" {
		cmd = tea.Batch(cmd, r.app.Notify(o.Note))
	}
	if !msg.Done {
		return tea.Batch(cmd, l.keptCame(o), ui.AwaitArticle(l.ctx, l.request, msg.Steps))
	}
	if !l.more { // the kept text was whole already
		return tea.Batch(cmd, l.ended(o.Err))
	}
	l.more = false
	return tea.Batch(cmd, l.ended(o.Err), l.arrived())
}

// keptCame is for when a step brings the text that the library holds: the article is whole, and what may come after
// it is another one.
func (l *loading) keptCame(o model.Opening) tea.Cmd {
	if !o.Kept {
		return nil
	}
	l.more = false
	return l.arrived()
}

// arrived is for when the whole article is there.
func (l *loading) arrived() tea.Cmd {
	r := l.reader
	if r.text.Items == nil {
		return nil
	}
	cmd, k := r.links.ask(), &r.keeping
	if k.words != nil {
		cmd = tea.Batch(cmd, r.text.Seek(l.ctx, text.NewWordMatcher(k.words), text.Spot{}, false))
	}
	if r.article().ID == "" {
		return cmd
	}
	k.id = r.article().ID
	if !k.known {
		cmd = tea.Batch(cmd, k.ask())
	}
	return tea.Batch(cmd, k.later(), r.changed.ask(l.ctx, k.id))
}

// ended shows what went wrong at the end of an opening: in the page's place, or in the notice line when there is
// text.
func (l *loading) ended(err error) tea.Cmd {
	r := l.reader
	switch {
	case err == nil && r.text.Items != nil:
		return nil
	case err == nil:
		err = errEmpty
	}
	task := "open " + r.trip.trail.Here().Name()
	if r.text.Items != nil {
		return r.app.Fail(task, err)
	}
	r.app.Log.Error(task, "err", err)
	l.err = err
	return nil
}

// stopReading gives up the rest of a text that is still coming. What has come stays.
func (l *loading) stopReading() tea.Cmd {
	r := l.reader
	l.end()
	l.renew()
	l.more, l.stopped = false, true
	return tea.Batch(r.text.Count(l.ctx), r.app.Notify("Stopped. The part that is loaded stays."))
}

// unfinished says why nothing can be done yet with an article that is not whole.
func (l *loading) unfinished() string {
	if l.stopped {
		return "Only part is loaded because you stopped it. Reopen it to load the rest."
	}
	return "The article is still being read."
}

// Asked implements why.Page.
func (l *loading) Asked() (ctx context.Context, request int) { return l.ctx, l.request }

// Show takes an article, or a longer part of the one that is shown.
func (l *loading) Show(a *model.Article) tea.Cmd {
	r := l.reader
	r.trip.trail.Here().Learn(a)
	ctx := l.ctx
	cmd := r.text.Show(ctx, a)
	r.links.relabel()
	if r.text.View != text.RawView {
		l.toWanted()
		if l.toEnd {
			r.text.Doc.End()
		}
	}
	return tea.Batch(cmd, r.text.SearchAgain(ctx))
}

// toWanted goes to the place at which the article was left, once that much of it is there.
func (l *loading) toWanted() {
	r := l.reader
	if l.wanted == nil || l.more && l.wanted.Block >= r.text.Items.Blocks() {
		return
	}
	if *l.wanted != (model.Place{}) {
		r.text.ToPlace(*l.wanted)
	}
	r.text.LeapIs(r.trip.trail.Here().Leap)
	l.wanted = nil
}
