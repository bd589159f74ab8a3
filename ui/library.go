package ui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
)

// library is the screen of all that lede keeps. Its rows come from the Store in pages, and what is asked for is in ask.go. Its keys
// are in librarykeys.go and librarymarks.go, its lines in libraryview.go and column.go.
//
// Nothing is asked of the Store in a key: update notes what is wanted, and request asks for what is missing, one thing of a kind
// at a time. So the latest wish is answered next, however fast the keys come.
type library struct {
	app    *App
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
	counted  int // the wish that the rows have been counted for
	faceted  int // the wish that the facets are of
	facets   model.Facets
	all      model.Facets // of the whole library, for completion
	viewed   bool         // the counts of the views are right
	counts   [scopes]int

	quoting  lane
	snippets map[model.ID]model.Snippet // one without text where there is no passage
	quoted   string                     // the key of what they are for
	words    []wordSeq                  // what the words of the query are, for lighting

	typing asking
	column column
	chosen choice
	chips  []libraryChip

	samples []model.Row // what an empty library shows
	reading int         // the request that lists them
	preview preview
	shown   *listed // the row that the preview is of
}

// listPos is a place in a list.
type listPos struct{ at, top int }

// headRows is how many articles to go on with stand above everything else.
const headRows = 3

// staleAfter is how long a request that is no longer wanted may go on.
const staleAfter = 40 * time.Millisecond

func newLibrary(a *App) *library {
	ctx, cancel := context.WithCancel(context.Background())
	l := &library{app: a, ctx: ctx, cancel: cancel, places: map[string]listPos{}, preview: preview{app: a}}
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
	case tea.KeyPressMsg:
		return l.press(msg)
	case tea.PasteMsg:
		l.typed(msg)
	case tea.MouseMsg:
		return l.mouse(msg)
	case rowsFoundMsg:
		return l.found(msg)
	case rowsCountedMsg, facetsCountedMsg, viewsCountedMsg:
		return l.haveCounted(msg)
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

// turn wants other rows.
func (l *library) turn(a ask) {
	if a.same(l.ask) && a.words == l.ask.words {
		return
	}
	if l.pages.ask.same(l.ask) {
		l.places[l.ask.key()] = listPos{l.rows.at, l.rows.top}
	}
	l.ask, l.again = a, false
	l.chosen = choice{}
	l.made++
}

// request asks for what is wanted and not there: rows first, then their number, what they are about, and passages.
func (l *library) request() tea.Cmd {
	now := l.app.Now()
	q, err := l.ask.query(now)
	if err != nil {
		return nil // the prompt tells what is wrong, and the rows stay
	}
	l.finding.drop(l.made, now, staleAfter)
	l.counting.drop(l.made, now, 0)
	l.quoting.drop(l.pages.made, now, 0)
	return tea.Batch(l.requestRows(q), l.requestCounts(q), l.requestSnippets(q))
}

func (l *library) requestRows(q model.Query) tea.Cmd {
	if l.finding.busy {
		return nil
	}
	if l.pages.made != l.made {
		page := 0
		if l.again {
			page = l.pages.pageOf(l.rows.at)
		} else if p, been := l.places[l.ask.key()]; been && !l.typing.on {
			page = p.at / pageRows
		}
		return l.findRows(q, page, l.ask.empty())
	}
	from, to := l.rows.visible()
	if page, ok := l.pages.missing(from-l.rows.page, to+l.rows.page); ok && l.err == nil {
		return l.findRows(q, page, false)
	}
	return nil
}

func (l *library) requestCounts(q model.Query) tea.Cmd {
	switch {
	case l.counting.busy, l.pages.made != l.made, l.err != nil:
		return nil
	case l.counted != l.made && l.pages.whole:
		l.counted = l.made
	case l.counted != l.made:
		return l.countRows(q)
	}
	if l.faceted != l.made {
		return l.countFacets(q)
	}
	if !l.viewed {
		return l.countViews()
	}
	return nil
}

func (l *library) requestSnippets(q model.Query) tea.Cmd {
	if l.quoting.busy || len(l.words) == 0 || l.pages.made != l.made || l.app.covered(l) {
		return nil
	}
	if key := l.pages.ask.key(); key != l.quoted || l.snippets == nil {
		l.snippets, l.quoted = map[model.ID]model.Snippet{}, key
	}
	var ids []model.ID
	from, to := l.rows.visible()
	for i := from; i < to; i++ {
		if row := l.pages.row(i); row != nil && row.ID != "" {
			if _, known := l.snippets[row.ID]; !known {
				ids = append(ids, row.ID)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return l.makeSnippets(q, ids)
}

// found takes a page in. Rows of an older wish are shown too, until those of the latest come.
func (l *library) found(msg rowsFoundMsg) tea.Cmd {
	l.finding.done()
	switch {
	case errors.Is(msg.err, context.Canceled):
		return nil
	case msg.err != nil:
		return l.failed(msg)
	case msg.made < l.pages.made:
		return nil
	case msg.made == l.pages.made:
		l.pages.put(msg.page, msg.rows)
		l.pages.trim(l.pages.pageOf(l.rows.at))
		l.settle()
		return nil
	}
	return l.adopt(msg)
}

// failed shows why there are no rows in their place, and with rows in the notice line.
func (l *library) failed(msg rowsFoundMsg) tea.Cmd {
	const task = "read the library"
	if msg.made > l.pages.made {
		l.pages.made = msg.made
		l.counted, l.faceted, l.viewed = msg.made, msg.made, true
	}
	l.err = msg.err
	if l.pages.len() > 0 {
		return l.app.fail(task, msg.err)
	}
	l.app.Log.Error(task, "err", msg.err)
	return nil
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
	l.words = querySeqs(msg.ask, l.app.Now())
	l.fit()
	switch p, been := l.places[msg.ask.key()]; {
	case same:
		l.settle()
	case been && !l.typing.on:
		l.rows.top = p.top
		l.rows.to(p.at)
		l.moved()
	default:
		l.rows.to(0)
		l.moved()
	}
	return l.firstStart()
}

// settle puts the selection on its article again after rows have come. One that has gone leaves its place to the next.
func (l *library) settle() {
	l.fit()
	if row := l.selected(); l.at == "" || row != nil && row.ID == l.at {
		return
	}
	if i := l.pages.find(l.at, l.rows.at); i >= 0 {
		l.rows.put(i)
		return
	}
	l.moved()
}

// haveCounted takes numbers in.
func (l *library) haveCounted(msg tea.Msg) tea.Cmd {
	l.counting.done()
	var err error
	switch msg := msg.(type) {
	case rowsCountedMsg:
		if err = msg.err; msg.made == l.pages.made && err == nil {
			l.pages.count(msg.n)
			l.counted = msg.made
			l.settle()
		}
	case facetsCountedMsg:
		if err = msg.err; err == nil {
			l.facets, l.faceted = msg.facets, msg.made
			if l.ask.empty() && msg.made == l.made {
				l.all = msg.facets
			}
		}
	case viewsCountedMsg:
		if err = msg.err; err == nil {
			l.counts, l.viewed = msg.counts, true
		}
	}
	l.column.build()
	if err == nil || errors.Is(err, context.Canceled) {
		return nil
	}
	l.counted, l.faceted, l.viewed = l.made, l.made, true
	return l.app.fail("count the library", err)
}

// quote takes passages in.
func (l *library) quote(msg snippetsMadeMsg) {
	l.quoting.done()
	if msg.key != l.quoted || errors.Is(msg.err, context.Canceled) {
		return
	}
	for _, id := range msg.ids {
		l.snippets[id] = model.Snippet{}
	}
	for _, s := range msg.snippets {
		l.snippets[s.ID] = s
	}
	if msg.err != nil {
		l.app.Log.Error("find passages", "err", msg.err)
	}
}

// firstStart lists the samples when the library is empty.
func (l *library) firstStart() tea.Cmd {
	if !l.ask.empty() || l.pages.len() > 0 {
		l.samples = nil
		return nil
	}
	if l.reading != 0 {
		l.useSamples()
		return nil
	}
	l.reading = l.app.nextRequest()
	return listEntries(l.ctx, l.app.Library, l.reading)
}

// sampled takes the built-in pages in.
func (l *library) sampled(msg entriesListedMsg) tea.Cmd {
	if msg.request != l.reading {
		return nil
	}
	for _, e := range msg.batch.Entries {
		l.addSample(e)
	}
	if l.pages.len() == 0 || l.first() {
		l.useSamples()
	}
	if msg.done {
		return nil
	}
	return awaitEntries(l.ctx, l.reading, msg.steps)
}

// addSample keeps a sample once.
func (l *library) addSample(e model.Entry) {
	e.ID = ""
	for i, s := range l.samples {
		if s.Ref == e.Ref {
			l.samples[i].Entry = e
			return
		}
	}
	l.samples = append(l.samples, model.Row{Entry: e})
}

func (l *library) useSamples() {
	if !l.ask.empty() {
		return
	}
	l.pages.head = l.samples
	l.fit()
}

// first tells that the library is empty, so that samples stand in its place.
func (l *library) first() bool {
	return l.pages.n == 0 && l.pages.ask.empty() && l.pages.made > 0 && len(l.samples) > 0
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
		l.shown = &listed{Entry: row.Entry}
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
func (l *library) about(ref string) (model.Status, []wordSeq, bool) {
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

// problemOf is what went wrong with reading the library, as lines of text.
func (l *library) problem() string { return clean.Line(problem("read the library", l.err)) }
