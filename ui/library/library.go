// Package library holds the screens that list articles: the library that lede keeps, and the files that were named.
//
// Start with First, then library, then actions.go, which lists what can be done.
package library

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/model/query"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/feed"
	"lede/ui/preview"
	"lede/ui/widget"
)

// library is the screen of articles: of all that lede keeps, of the files that were named, or of the samples. Its rows
// come from a Store in pages, and what is asked for is in ask.go. Its parts have types of their own: how files are
// read in (listing), what is asked of the Store (requests), typing a query (asking), what marks go to (chosen), the
// column, and how it is drawn (drawing).
//
// Nothing is asked of the Store in a key: Update notes what is wanted, and requests asks for what is missing, one
// thing of a kind at a time. So the latest wish is answered next, however fast the keys come.
type library struct {
	app    *ui.App
	store  ui.Store // what is shown: the user's library, a session of files, or the samples
	files  listing
	first  int // the wish that the store was first asked for
	tables libraryTables
	ctx    context.Context
	cancel context.CancelFunc

	ask    ask
	asks   requests
	pages  pages
	rows   widget.Rows
	at     model.ID           // the article that the reader is on
	places map[string]listPos // where the reader was in what was asked for before
	stale  bool               // the library has changed while another page covered this one
	err    error              // why there are no rows

	facets model.Facets
	all    model.Facets // of the whole library, for completion
	counts [scopes]int

	spelling map[string]string // of topics, by their keys, as far as they have been counted
	oneLine  bool              // rows take one line

	quotes passages
	words  []query.Phrase // what the words of the query are, for lighting

	typing asking
	column column
	chosen chosen
	chips  widget.Chips[ask]

	refresh  feed.Refresh
	shelf    feed.Shelf
	crossing crossing

	preview preview.Preview
	shown   *model.Entry // the row that the preview is of
}

// listPos is a place in a list.
type listPos struct{ at, top int }

// countsRest is how long what is asked for stays as it is before it is counted. With the counts the column at the
// left is drawn anew: not at each letter, in a frame of its own behind that of the rows.
const countsRest = 200 * time.Millisecond

// headRows is how many articles to go on with stand above everything else.
const headRows = 3

// staleAfter is how long a request that is no longer wanted may go on.
const staleAfter = 40 * time.Millisecond

func newLibrary(a *ui.App) *library {
	ctx, cancel := context.WithCancel(context.Background())
	l := &library{
		app: a, tables: newLibraryTables(), ctx: ctx, cancel: cancel, places: map[string]listPos{},
		preview: preview.Preview{App: a},
	}
	l.column.library, l.typing.library, l.chosen.library, l.asks.library = l, l, l, l
	return l
}

func (l *library) Start() tea.Cmd {
	listed := l.use(l.app.Store)
	l.fit()
	l.column.build()
	return tea.Batch(listed, l.asks.request(), ui.AwaitChange(l.ctx, l.app.Store.Changes(l.ctx)))
}

// Update implements screen. Whatever happened, what is wanted now is asked for, and the preview follows the
// selection.
func (l *library) Update(msg tea.Msg) tea.Cmd {
	cmd := l.take(msg)
	return tea.Batch(cmd, l.asks.request(), l.follow())
}

func (l *library) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case action.Bound:
		return msg.Do()
	case tea.KeyPressMsg, tea.PasteMsg:
		if l.typing.on {
			l.typing.typed(msg)
		}
	case tea.MouseMsg:
		return l.mouse(msg)
	case rowsFoundMsg:
		return l.asks.found(msg)
	case rowsCountedMsg, facetsCountedMsg, viewsCountedMsg:
		return l.asks.counted(msg)
	case askRestedMsg:
		l.asks.want.rest(msg.made)
	case snippetsMadeMsg:
		l.asks.quote(msg)
	case ui.LibraryChangedMsg:
		return tea.Batch(l.kept(), ui.AwaitChange(l.ctx, msg.More))
	case ui.StoreChangedMsg, ui.UndoneMsg:
		return l.kept()
	case feed.RefreshedMsg:
		return l.refreshed(msg)
	case libraryFilledMsg:
		return l.filled()
	case ui.PlaceKeptMsg:
		l.placeKept(msg)
	case filesListedMsg:
		return l.listed(msg)
	case storyToldMsg:
		return msg.show(l)
	case querySavedMsg:
		return msg.show(l)
	case tea.WindowSizeMsg:
		l.fit()
		l.column.build()
		l.preview.Forget()
	case widget.ThemeChangedMsg:
		l.preview.Forget()
	case preview.RestedMsg, ui.ArticleOpenedMsg:
		return l.preview.Update(msg)
	}
	return nil
}

// Resume implements resuming: what has changed behind an article is shown now, with the reader on the same row.
func (l *library) Resume() tea.Cmd {
	if l.stale {
		l.reload()
	}
	return tea.Batch(l.lookForKept(), l.asks.request(), l.follow())
}

// kept is for when the user's library may be another.
func (l *library) kept() tea.Cmd {
	l.changed()
	return l.lookForKept()
}

// changed notes that the rows may be others. Behind an article they stay as they are, so that the next one is the
// next one.
func (l *library) changed() {
	l.asks.want.viewed = false
	if l.app.Covered(l) {
		l.stale = true
		return
	}
	l.reload()
}

// placeKept shows how far an article has been read.
func (l *library) placeKept(msg ui.PlaceKeptMsg) {
	l.pages.each(func(r *model.Row) {
		if r.ID == msg.ID {
			r.Status.Place, r.Status.Percent, r.Status.Read = msg.Place, msg.Percent, r.Status.Read || msg.Read
		}
	})
	l.changed()
}

// reload wants the same rows again.
func (l *library) reload() {
	l.stale = false
	l.asks.want.reload(l.pages.made)
}

// turn wants other rows, unless a asks for the same.
func (l *library) turn(a ask) {
	if a.same(l.ask) {
		l.ask = a // it may say how topics that are yet to come belong together
		return
	}
	if l.pages.ask.same(l.ask) {
		l.places[l.ask.key()] = listPos{l.rows.At, l.rows.Top}
	}
	l.ask = a
	l.chosen.clear()
	l.asks.want.turn()
}

// adopt shows the first page of another wish.
func (l *library) adopt(msg rowsFoundMsg) tea.Cmd {
	before := l.pages
	same := before.ask.same(msg.ask)
	l.err = nil
	l.pages = pages{ask: msg.ask, made: msg.made, head: msg.head}
	if same {
		l.pages.n, l.pages.old = before.n, before.held
	}
	l.pages.put(msg.page, msg.rows)
	l.words = litPhrases(msg.ask, l.app.Now())
	if len(msg.quoted) > 0 {
		l.quotes.renew(l.pages.ask.key())
		l.quotes.keep(msg.quoted, msg.snippets)
	}
	l.fit()
	switch p, been := l.places[msg.ask.key()]; {
	case same:
		l.settle()
	case been && !l.typing.on:
		l.rows.Top = p.top
		l.rows.To(p.at)
		l.moved()
	default:
		l.rows.To(0)
		l.moved()
	}
	return l.crossed()
}

// settle puts the selection on its article again after rows have come. One that has gone leaves its place to the
// next.
func (l *library) settle() {
	l.fit()
	if row := l.selected(); l.at == "" || row != nil && row.ID == l.at {
		return
	}
	if i := l.pages.find(l.at, l.rows.At); i >= 0 {
		l.rows.Put(i)
		return
	}
	l.moved()
}

// fit sets how many rows there are and how many fit.
func (l *library) fit() { l.rows.Fit(l.pages.len(), l.layout().page(len(l.pages.head))) }

// moved makes the selected row the one that the reader is on.
func (l *library) moved() {
	if row := l.selected(); row != nil {
		l.at = row.ID
	}
}

// selected is the row that the cursor is on; nil when there is none, or it has not come yet.
func (l *library) selected() *model.Row { return l.pages.row(l.rows.At) }

// follow makes the preview show the selected article, when there is room for one and nothing covers it.
func (l *library) follow() tea.Cmd {
	if l.app.Covered(l) {
		return nil
	}
	o, row := l.layout(), l.selected()
	switch {
	case row == nil || o.preview.W == 0:
		l.shown = nil
	case l.shown == nil || l.shown.Ref != row.Ref:
		entry := row.Entry
		l.shown = &entry
	}
	cmd := l.preview.Show(l.shown, o.preview)
	l.preview.Draw()
	return cmd
}

// Sibling implements siblings: the reader goes on through the rows as they are filtered.
func (l *library) Sibling(step int) (string, bool) {
	to := l.rows.At + step
	row := l.pages.row(to)
	if row == nil {
		return "", false
	}
	l.rows.To(to)
	l.moved()
	return row.Ref, true
}

// copyLink copies what the selected row opens: its address, else the name of its file.
func (l *library) copyLink() tea.Cmd {
	row := l.selected()
	link := row.URL
	if link == "" {
		link = row.Ref
	}
	return l.app.CopyText("link", link)
}

// About implements informed.
func (l *library) About(ref string) (model.Status, []query.Phrase, bool) {
	row := l.selected()
	if row == nil || row.Ref != ref || row.ID == "" {
		return model.Status{}, nil, false
	}
	return row.Status, l.words, true
}

func (l *library) Title() string { return "" }

func (l *library) Close() {
	l.preview.Close()
	l.cancel()
}

// problem is what went wrong with reading the library, in a sentence.
func (l *library) problem() string { return clean.Line(ui.Problem("read the library", l.err)) }
