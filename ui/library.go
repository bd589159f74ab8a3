package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui/action"
)

// library is the screen of all that lede keeps. Its rows come from the Store in pages, and what is asked for is in ask.go. Its keys
// are in librarykeys.go and librarymarks.go, its lines in libraryview.go and columnview.go, and what it asks of the Store in
// libraryrequests.go.
//
// Nothing is asked of the Store in a key: update notes what is wanted, and request asks for what is missing, one thing of a kind
// at a time. So the latest wish is answered next, however fast the keys come.
type library struct {
	app    *App
	tables libraryTables
	ctx    context.Context
	cancel context.CancelFunc

	ask     ask
	made    int  // the number of the latest wish
	again   bool // it is for the rows that are shown, which may have changed
	pages   pages
	rows    rows
	at      model.ID           // the article that the reader is on
	places  map[string]listPos // where the reader was in what was asked for before
	stale   bool               // the library has changed while another page covered this one
	err     error              // why there are no rows
	finding lane

	counting lane
	turned   int  // the latest wish for other rows
	waiting  int  // the wish whose counts wait until no key has come for a while
	rested   int  // the wish whose counts have waited
	putOff   bool // the first facets have been dropped once
	tallied  bool // the rows of a search have been counted before the first facets
	counted  int  // the wish that the rows have been counted for
	faceted  int  // the wish that the facets are of
	facets   model.Facets
	all      model.Facets // of the whole library, for completion
	viewed   bool         // the counts of the views are right
	counts   [scopes]int

	quoting  lane
	snippets map[model.ID]model.Snippet // one without text where there is no passage
	quoted   string                     // the key of what they are for
	words    []model.Phrase             // what the words of the query are, for lighting

	typing asking
	column column
	chosen choice
	chips  chips[ask]

	samples []model.Row // what an empty library shows
	reading int         // the request that lists them
	preview preview
	shown   *model.Entry // the row that the preview is of
}

// listPos is a place in a list.
type listPos struct{ at, top int }

// countsRest is how long what is asked for stays as it is before it is counted. With the counts the column at the left is drawn anew: not at
// each letter, in a frame of its own behind that of the rows.
const countsRest = 200 * time.Millisecond

// headRows is how many articles to go on with stand above everything else.
const headRows = 3

// staleAfter is how long a request that is no longer wanted may go on.
const staleAfter = 40 * time.Millisecond

func newLibrary(a *App) *library {
	ctx, cancel := context.WithCancel(context.Background())
	l := &library{app: a, tables: newLibraryTables(), ctx: ctx, cancel: cancel, places: map[string]listPos{}, preview: preview{app: a}}
	l.column.library = l
	return l
}

func (l *library) start() tea.Cmd {
	l.made++
	l.fit()
	l.column.build()
	return tea.Batch(l.request(), awaitChange(l.ctx, l.app.Store.Changes(l.ctx)))
}

// update implements screen. Whatever happened, what is wanted now is asked for, and the preview follows the selection.
func (l *library) update(msg tea.Msg) tea.Cmd {
	cmd := l.take(msg)
	return tea.Batch(cmd, l.request(), l.follow())
}

func (l *library) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case action.Bound:
		return msg.Do()
	case tea.KeyPressMsg, tea.PasteMsg:
		if l.typing.on {
			l.typed(msg)
		}
	case tea.MouseMsg:
		return l.mouse(msg)
	case rowsFoundMsg:
		return l.found(msg)
	case rowsCountedMsg, facetsCountedMsg, viewsCountedMsg:
		return l.haveCounted(msg)
	case askRestedMsg:
		l.rested = max(l.rested, msg.made)
	case snippetsMadeMsg:
		l.quote(msg)
	case libraryChangedMsg:
		l.changed()
		return awaitChange(l.ctx, msg.more)
	case storeChangedMsg, undoneMsg:
		l.changed()
	case placeKeptMsg:
		l.placeKept(msg)
	case entriesListedMsg:
		return l.sampled(msg)
	case storyToldMsg:
		return l.told(msg)
	case tea.WindowSizeMsg:
		l.fit()
		l.column.build()
		l.preview.forget()
	case themeChangedMsg:
		l.preview.forget()
	case previewRestedMsg, articleOpenedMsg:
		return l.preview.update(msg)
	}
	return nil
}

// resume implements resuming: what has changed behind an article is shown now, with the reader on the same row.
func (l *library) resume() tea.Cmd {
	if l.stale {
		l.reload()
	}
	return tea.Batch(l.request(), l.follow())
}

// changed notes that the rows may be others. Behind an article they stay as they are, so that the next one is the next one.
func (l *library) changed() {
	l.viewed = false
	if l.app.covered(l) {
		l.stale = true
		return
	}
	l.reload()
}

// placeKept shows how far an article has been read.
func (l *library) placeKept(msg placeKeptMsg) {
	l.pages.each(func(r *model.Row) {
		if r.ID == msg.id {
			r.Status.Place, r.Status.Percent, r.Status.Read = msg.place, msg.percent, r.Status.Read || msg.read
		}
	})
	l.changed()
}

// reload wants the same rows again.
func (l *library) reload() {
	l.stale = false
	l.again = l.again || l.pages.made == l.made
	l.made++
}

// turn wants other rows, unless a asks for the same.
func (l *library) turn(a ask) {
	if a.same(l.ask) {
		l.ask = a // it may say how topics that are yet to come belong together
		return
	}
	if l.pages.ask.same(l.ask) {
		l.places[l.ask.key()] = listPos{l.rows.at, l.rows.top}
	}
	l.ask, l.again = a, false
	l.chosen = choice{}
	l.made++
	l.turned = l.made
}

// fit tells the rows how many there are and how many fit.
func (l *library) fit() { l.rows.fit(l.pages.len(), l.layout().page()) }

// moved makes the selected row the one that the reader is on.
func (l *library) moved() {
	if row := l.selected(); row != nil {
		l.at = row.ID
	}
}

// selected is the row that the cursor is on; nil when there is none, or it has not come yet.
func (l *library) selected() *model.Row { return l.pages.row(l.rows.at) }

// follow makes the preview show the selected article, when there is room for one and nothing covers it.
func (l *library) follow() tea.Cmd {
	if l.app.covered(l) {
		return nil
	}
	o, row := l.layout(), l.selected()
	switch {
	case row == nil || o.preview.w == 0:
		l.shown = nil
	case l.shown == nil || l.shown.Ref != row.Ref:
		entry := row.Entry
		l.shown = &entry
	}
	cmd := l.preview.show(l.shown, o.preview)
	l.preview.draw()
	return cmd
}

// sibling implements siblings: the reader goes on through the rows as they are filtered.
func (l *library) sibling(step int) (string, bool) {
	to := l.rows.at + step
	row := l.pages.row(to)
	if row == nil {
		return "", false
	}
	l.rows.to(to)
	l.moved()
	return row.Ref, true
}

// about implements informed.
func (l *library) about(ref string) (model.Status, []model.Phrase, bool) {
	row := l.selected()
	if row == nil || row.Ref != ref || row.ID == "" {
		return model.Status{}, nil, false
	}
	return row.Status, l.words, true
}

func (l *library) title() string { return "" }

func (l *library) close() {
	l.preview.close()
	l.cancel()
}

// problem is what went wrong with reading the library, in a sentence.
func (l *library) problem() string { return clean.Line(problem("read the library", l.err)) }
