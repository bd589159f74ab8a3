package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/render"
	"lede/ui/widget"
)

// pane is the text of an article on the screen: the document that shows one of its views, where the parts stand, and
// the search in it. What it draws is in paneview.go, how one moves in it in panemoves.go.
type pane struct {
	app  *ui.App
	held func() holdings // what the library has of the article's links

	items  *items      // the article, nil before its first text has come
	sums   wordSums    // of items, nil while they are counted
	doc    *document   // what is shown of it, nil before the first text
	view   readerView  // which flow that is
	spots  [views]spot // where the other views were left
	aimed  spot        // the top of the view after the last jump to an item
	search *search     // or nil
	leap   leap        // where the last search led, and from where
	passed readSections
	layout readerLayout
	drawn  chrome
	ahead  bool // what comes below the view is being drawn
}

// readerView is what a reader shows of an article.
type readerView int

const (
	wholeView readerView = iota
	postsView
	rawView
	views // how many there are
)

// chrome is the lines round the text that are kept from one frame to the next.
type chrome struct {
	rule    string // how far the view has come, as a line
	ruled   ruleOf
	outline outline
}

// flow returns the article as it is shown, or nil where its source text is.
func (p *pane) flow() *articleFlow {
	f, _ := p.doc.flow.(*articleFlow)
	return f
}

// newFlow is the flow of the present view at the present width.
func (p *pane) newFlow() flow {
	draws := render.New(p.app.Theme, p.layout.text.W).In(p.app.Language).Mark(p.held().of)
	switch p.view {
	case rawView:
		return p.rawFlow()
	case postsView:
		return &articleFlow{p.items, draws, p.items.postsOnly()}
	case wholeView:
	}
	return &articleFlow{p.items, draws, nil}
}

// rawFlow is the source text. What is known of its lines is kept while it is the same.
func (p *pane) rawFlow() flow {
	source, w := p.items.article.Source, p.layout.text.W
	if raw, ok := p.doc.flow.(*rawFlow); ok && raw.source == source {
		return &rawFlow{source, raw.starts, w}
	}
	return newRawFlow(source, w)
}

// setView shows another flow of the article, where it was left.
func (p *pane) setView(v readerView) {
	p.endSearch()
	article, isArticle := p.doc.flow.(*articleFlow)
	here := -1
	if isArticle {
		here = article.real(p.doc.top.item)
	}
	p.spots[p.view] = p.doc.top
	p.view = v
	p.layout = p.lay()
	p.drawn = chrome{}
	f := p.newFlow()
	p.doc = newDocument(f, p.layout.text.H)
	to := p.spots[v]
	if article, ok := f.(*articleFlow); ok && isArticle && v == postsView {
		to = spot{article.shown(here), 0}
	}
	p.doc.to(to)
}

func (p *pane) lay() readerLayout {
	outlined := p.items != nil && p.view == wholeView && len(p.items.sections) > 1
	measure := p.app.Measure
	if p.view == rawView {
		measure = maxMeasure
	}
	return layReader(widget.Rect{X: 0, Y: 0, W: p.app.W, H: p.app.H - 1}, measure, outlined)
}

// relay lays the reader out for the terminal's present size and text width.
func (p *pane) relay() {
	if p.doc == nil {
		return
	}
	before := p.layout
	p.layout = p.lay()
	p.doc.resize(p.layout.text.H)
	if p.layout.text.W != before.text.W {
		p.drawnAnew(p.redraw)
	}
}

// redraw draws the text anew, with the place kept.
func (p *pane) redraw() {
	if p.doc == nil {
		return
	}
	p.layout = p.lay()
	p.drawn = chrome{}
	p.doc.resize(p.layout.text.H)
	p.doc.redraw(p.newFlow())
}

// show takes an article, or a longer part of the one that is shown: the place stays.
func (p *pane) show(ctx context.Context, a *model.Article) tea.Cmd {
	stay := p.staying()
	p.items, p.sums = newItems(a), nil
	cmd := p.count(ctx)
	switch {
	case stay == nil:
		p.layout = p.lay()
		p.doc = newDocument(p.newFlow(), p.layout.text.H)
	case p.view == rawView:
		p.redraw()
	default:
		p.drawnAnew(stay)
	}
	return cmd
}

// staying notes the place and returns what draws another text and goes back there; nil when there is no text yet.
func (p *pane) staying() func() {
	if p.items == nil {
		return nil
	}
	before, place, top := p.items, p.place(), p.doc.top
	return func() {
		p.redraw()
		if f := p.flow(); f == nil || f.only != nil || !p.items.sameAt(before, top.item) {
			p.toPlace(place)
		}
	}
}

// count adds up the words, in a command when there are many.
func (p *pane) count(ctx context.Context) tea.Cmd {
	if !p.items.large() {
		p.sums = countWords(p.items, func() bool { return false })
		return nil
	}
	return countWordsLater(ctx, p.items)
}

// take takes what was made for the text in a command.
func (p *pane) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case wordsCountedMsg:
		p.counted(msg)
	case itemsDrawnMsg:
		p.drawnAhead(msg)
	case foundMsg:
		p.found(msg)
	}
}

// counted takes the words of the article that is shown.
func (p *pane) counted(msg wordsCountedMsg) {
	if msg.items == p.items && msg.sums != nil {
		p.sums = msg.sums
	}
}
