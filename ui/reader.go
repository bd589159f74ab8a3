package ui

import (
	"context"
	"errors"
	"fmt"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// slowAfter is how long an opening may take before the reader tells how far it is.
const slowAfter = 300 * time.Millisecond

// errEmpty says that a source gave no article and no error.
var errEmpty = errors.New("there is nothing in it")

// reader is the screen of one article. Its keys are in readerkeys.go, its lines in readerview.go.
type reader struct {
	app     *App
	ctx     context.Context // ends when the article is left
	cancel  context.CancelFunc
	request int
	trail   trail

	slow    bool // the opening takes long
	opening bool // more of the text is to come
	read    int64
	size    int64
	err     error // nothing could be opened

	items  *items     // the article, nil before its first text has come
	sums   wordSums   // of items, nil while they are counted
	doc    *document  // what is shown of it
	view   readerView // which flow that is
	spots  [3]spot    // where the other views were left
	wanted *model.Place
	search *search
	layout readerLayout
	drawn  chrome
	hints  *hints
}

// readerView is what a reader shows of an article.
type readerView int

const (
	wholeView readerView = iota
	postsView
	rawView
)

// slowMsg says that the time after which an opening is slow is over.
type slowMsg struct{ request int }

func newReader(a *App, ref string) *reader {
	return &reader{app: a, trail: trail{stops: []stop{{ref: ref}}}}
}

func (r *reader) start() tea.Cmd { return r.open() }

// open opens the article that the trail is at.
func (r *reader) open() tea.Cmd {
	r.close()
	r.ctx, r.cancel = context.WithCancel(context.Background())
	r.request = r.app.nextRequest()
	r.slow, r.opening, r.err, r.read, r.size = false, true, nil, 0, 0
	r.items, r.sums, r.doc, r.view, r.spots, r.search, r.hints = nil, nil, nil, wholeView, [3]spot{}, nil, nil
	at := r.trail.here()
	r.wanted = &at.place
	request := r.request
	return tea.Batch(
		openArticle(r.ctx, r.app.Library, request, at.ref),
		r.app.after(slowAfter, slowMsg{request}),
	)
}

func (r *reader) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return r.press(msg)
	case tea.MouseWheelMsg:
		r.wheel(msg)
	case tea.MouseClickMsg:
		return r.click(msg)
	case articleOpenedMsg:
		return r.opened(msg)
	case slowMsg:
		r.slow = r.slow || msg.request == r.request
	case wordsCountedMsg:
		if msg.items == r.items && msg.sums != nil {
			r.sums = msg.sums
		}
	case foundMsg:
		r.found(msg)
	case tea.WindowSizeMsg:
		r.relay()
	case themeChangedMsg:
		r.redraw()
	}
	return nil
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
	if len(o.Article.Sections) > 0 || o.Article.Source != "" || o.Article.Title != "" {
		cmd = r.show(&o.Article)
	}
	if !msg.done {
		return tea.Batch(cmd, awaitArticle(r.ctx, r.request, msg.steps))
	}
	r.opening = false
	return tea.Batch(cmd, r.ended(o.Err))
}

// ended tells what went wrong at the end of an opening: in the page's place, or in the notice line when there is text.
func (r *reader) ended(err error) tea.Cmd {
	switch {
	case err == nil && r.items != nil:
		return nil
	case err == nil:
		err = errEmpty
	}
	task := "open " + r.trail.here().ref
	if r.items != nil {
		return r.app.fail(task, err)
	}
	r.app.Log.Error(task, "err", err)
	r.err = err
	return nil
}

// show takes an article, or a longer part of the one that is shown.
func (r *reader) show(a *model.Article) tea.Cmd {
	var place model.Place
	if r.items != nil {
		place = r.place()
	}
	first := r.items == nil
	r.items, r.sums = newItems(a), nil
	cmd := r.count()
	switch {
	case first:
		r.layout = r.lay()
		r.doc = newDocument(r.newFlow(), r.layout.text.h)
	case r.view == rawView:
		r.redraw()
		return tea.Batch(cmd, r.searchAgain())
	default:
		r.redraw()
		r.toPlace(place)
	}
	r.toWanted()
	return tea.Batch(cmd, r.searchAgain())
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

// newFlow is the flow of the present view at the present width.
func (r *reader) newFlow() flow {
	switch r.view {
	case rawView:
		return newRawFlow(r.items.article.Source, r.layout.text.w)
	case postsView:
		return &articleFlow{r.items, render.New(r.app.theme, r.layout.text.w), r.items.postsOnly()}
	case wholeView:
	}
	return &articleFlow{r.items, render.New(r.app.theme, r.layout.text.w), nil}
}

// relay lays the reader out for the terminal's present size and text width.
func (r *reader) relay() {
	if r.doc == nil {
		return
	}
	before := r.layout
	r.hints = nil
	r.layout = r.lay()
	r.doc.resize(r.layout.text.h)
	if r.layout.text.w != before.text.w {
		r.redraw()
	}
}

func (r *reader) lay() readerLayout {
	outlined := r.items != nil && r.view == wholeView && len(r.items.sections) > 1
	measure := r.app.Measure
	if r.view == rawView {
		measure = maxMeasure
	}
	return layReader(rect{0, 0, r.app.w, r.app.h - 1}, measure, outlined)
}

// redraw draws the text anew, with the place kept.
func (r *reader) redraw() {
	if r.doc == nil {
		return
	}
	r.layout = r.lay()
	r.drawn = chrome{}
	r.doc.resize(r.layout.text.h)
	if raw, ok := r.doc.flow.(*rawFlow); ok && r.view == rawView && raw.source == r.items.article.Source {
		r.doc.redraw(&rawFlow{raw.source, raw.starts, r.layout.text.w})
		return
	}
	r.doc.redraw(r.newFlow())
}

// setView shows another flow of the article, where it was left.
func (r *reader) setView(v readerView) {
	r.endSearch()
	article, isArticle := r.doc.flow.(*articleFlow)
	here := -1
	if isArticle {
		here = article.real(r.doc.top.item)
	}
	r.spots[r.view] = r.doc.top
	r.view = v
	r.layout = r.lay()
	r.drawn = chrome{}
	f := r.newFlow()
	r.doc = newDocument(f, r.layout.text.h)
	to := r.spots[v]
	if article, ok := f.(*articleFlow); ok && isArticle && v == postsView {
		to = spot{article.shown(here), 0}
	}
	r.doc.to(to)
}

// place is where the reader is, in a form that outlives layout and view.
func (r *reader) place() model.Place {
	f, ok := r.doc.flow.(*articleFlow)
	if !ok || r.doc.flow.len() == 0 {
		return model.Place{}
	}
	it := r.doc.item(r.doc.top.item)
	return r.items.place(spot{f.real(r.doc.top.item), r.doc.top.line}, it.gap, it.height())
}

// toPlace is the reverse of place.
func (r *reader) toPlace(p model.Place) {
	f, ok := r.doc.flow.(*articleFlow)
	if !ok {
		return
	}
	at := f.shown(r.items.itemOf(p.Block))
	it := r.doc.item(at)
	s := spot{at, p.Line + it.gap}
	if s.line < 0 {
		s = r.doc.back(spot{at, 0}, -s.line)
	}
	s.line = min(s.line, max(0, r.doc.item(s.item).height()-1))
	r.doc.move(s)
}

// section is the section at the top of the view; 0 above the first.
func (r *reader) section() int {
	f, ok := r.doc.flow.(*articleFlow)
	if !ok || f.len() == 0 {
		return 0
	}
	top, line := r.doc.top.item, r.doc.top.line
	if line >= r.doc.item(top).height()-1 && top+1 < f.len() {
		top++ // the gap below the section before is not worth a mention
	}
	return max(0, r.items.section(f.real(top)))
}

func (r *reader) title() string {
	if r.items == nil {
		return ""
	}
	return r.items.article.Title
}

func (r *reader) status() string {
	switch {
	case r.hints != nil:
		return ""
	case r.search != nil:
		return r.search.String()
	case r.items == nil || len(r.items.sections) < 2 || r.view == rawView:
		return ""
	}
	return fmt.Sprintf("§ %d of %d", r.section()+1, len(r.items.sections))
}

func (r *reader) bindings() []key.Binding { return r.footerBindings() }

func (r *reader) close() {
	if r.cancel != nil {
		r.cancel()
	}
}
