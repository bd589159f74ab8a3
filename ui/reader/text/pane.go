// Package text is an article on the screen: what is drawn of it, what is in view, and the search in it. It knows no
// keys.
//
// Start with Pane. Items are an article laid out in one row, a flow draws them, and a document scrolls through what a
// flow draws.
package text

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/render"
	"lede/ui/widget"
)

// Pane is the text of an article on the screen: the document that shows one of its views, where the parts stand, and
// the search in it. What it draws is in view.go, how one moves in it in moves.go.
type Pane struct {
	App  *ui.App
	Held func() Holdings // what the library has of the article's links

	Items  *Items      // the article, nil before its first text has come
	Sums   wordSums    // of items, nil while they are counted
	Doc    *document   // what is shown of it, nil before the first text
	View   View        // which flow that is
	spots  [views]Spot // where the other views were left
	aimed  Spot        // the top of the view after the last jump to an item
	Search *search     // or nil
	Leap   Leap        // where the last search led, and from where
	Passed readSections
	Layout Layout
	drawn  chrome
	ahead  bool // what comes below the view is being drawn
}

// View is what a pane shows of an article.
type View int

// The views: the whole article, its posts alone, and its source as it came.
const (
	WholeView View = iota
	PostsView
	RawView
	views // how many there are
)

// chrome is the lines round the text that are kept from one frame to the next.
type chrome struct {
	rule    string // how far the view has come, as a line
	ruled   ruleOf
	outline outline
}

// Flow returns the article as it is shown, or nil where its source text is.
func (p *Pane) Flow() *ArticleFlow {
	f, _ := p.Doc.Flow.(*ArticleFlow)
	return f
}

// newFlow is the flow of the present view at the present width.
func (p *Pane) newFlow() flow {
	draws := render.New(p.App.Theme, p.Layout.Text.W).In(p.App.Language).Mark(p.Held().Of)
	switch p.View {
	case RawView:
		return p.rawFlow()
	case PostsView:
		return &ArticleFlow{p.Items, draws, p.Items.postsOnly()}
	case WholeView:
	}
	return &ArticleFlow{p.Items, draws, nil}
}

// rawFlow is the source text. What is known of its lines is kept while it is the same.
func (p *Pane) rawFlow() flow {
	source, w := p.Items.Article.Source, p.Layout.Text.W
	if raw, ok := p.Doc.Flow.(*rawFlow); ok && raw.source == source {
		return &rawFlow{source, raw.starts, w}
	}
	return newRawFlow(source, w)
}

// SetView shows another flow of the article, where it was left.
func (p *Pane) SetView(v View) {
	p.EndSearch()
	article, isArticle := p.Doc.Flow.(*ArticleFlow)
	here := -1
	if isArticle {
		here = article.Real(p.Doc.Top.Item)
	}
	p.spots[p.View] = p.Doc.Top
	p.View = v
	p.Layout = p.lay()
	p.drawn = chrome{}
	f := p.newFlow()
	p.Doc = newDocument(f, p.Layout.Text.H)
	to := p.spots[v]
	if article, ok := f.(*ArticleFlow); ok && isArticle && v == PostsView {
		to = Spot{article.Shown(here), 0}
	}
	p.Doc.To(to)
}

func (p *Pane) lay() Layout {
	outlined := p.Items != nil && p.View == WholeView && len(p.Items.Sections) > 1
	measure := p.App.Measure
	if p.View == RawView {
		measure = MaxMeasure
	}
	return layReader(widget.Rect{X: 0, Y: 0, W: p.App.W, H: p.App.H - 1}, measure, outlined)
}

// Relay lays the reader out for the terminal's present size and text width.
func (p *Pane) Relay() {
	if p.Doc == nil {
		return
	}
	before := p.Layout
	p.Layout = p.lay()
	p.Doc.resize(p.Layout.Text.H)
	if p.Layout.Text.W != before.Text.W {
		p.DrawnAnew(p.Redraw)
	}
}

// Redraw draws the text anew, with the place kept.
func (p *Pane) Redraw() {
	if p.Doc == nil {
		return
	}
	p.Layout = p.lay()
	p.drawn = chrome{}
	p.Doc.resize(p.Layout.Text.H)
	p.Doc.redraw(p.newFlow())
}

// Show takes an article, or a longer part of the one that is shown: the place stays.
func (p *Pane) Show(ctx context.Context, a *model.Article) tea.Cmd {
	stay := p.staying()
	p.Items, p.Sums = NewItems(a), nil
	cmd := p.Count(ctx)
	switch {
	case stay == nil:
		p.Layout = p.lay()
		p.Doc = newDocument(p.newFlow(), p.Layout.Text.H)
	case p.View == RawView:
		p.Redraw()
	default:
		p.DrawnAnew(stay)
	}
	return cmd
}

// staying notes the place and returns what draws another text and goes back there; nil when there is no text yet.
func (p *Pane) staying() func() {
	if p.Items == nil {
		return nil
	}
	before, place, top := p.Items, p.Place(), p.Doc.Top
	return func() {
		p.Redraw()
		if f := p.Flow(); f == nil || f.only != nil || !p.Items.sameAt(before, top.Item) {
			p.ToPlace(place)
		}
	}
}

// Count adds up the words, in a command when there are many.
func (p *Pane) Count(ctx context.Context) tea.Cmd {
	if !p.Items.Large() {
		p.Sums = countWords(p.Items, func() bool { return false })
		return nil
	}
	return countWordsLater(ctx, p.Items)
}

// Take takes what was made for the text in a command.
func (p *Pane) Take(msg tea.Msg) {
	switch msg := msg.(type) {
	case wordsCountedMsg:
		p.counted(msg)
	case ItemsDrawnMsg:
		p.drawnAhead(msg)
	case foundMsg:
		p.found(msg)
	}
}

// counted takes the words of the article that is shown.
func (p *Pane) counted(msg wordsCountedMsg) {
	if msg.items == p.Items && msg.sums != nil {
		p.Sums = msg.sums
	}
}
