package ui

import (
	"lede/ui/render"
)

// newFlow is the flow of the present view at the present width.
func (r *reader) newFlow() flow {
	draws := render.New(r.app.theme, r.layout.text.w).Mark(r.held.of)
	switch r.view {
	case rawView:
		return r.rawFlow()
	case postsView:
		return &articleFlow{r.items, draws, r.items.postsOnly()}
	case wholeView:
	}
	return &articleFlow{r.items, draws, nil}
}

// rawFlow is the source text. What is known of its lines is kept while it is the same.
func (r *reader) rawFlow() flow {
	source, w := r.items.article.Source, r.layout.text.w
	if raw, ok := r.doc.flow.(*rawFlow); ok && raw.source == source {
		return &rawFlow{source, raw.starts, w}
	}
	return newRawFlow(source, w)
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

// toArticle shows the article in the place of its source text, of which no place is kept.
func (r *reader) toArticle() {
	if r.doc != nil && r.view == rawView {
		r.setView(wholeView)
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

// redraw draws the text anew, with the place kept.
func (r *reader) redraw() {
	if r.doc == nil {
		return
	}
	r.layout = r.lay()
	r.drawn = chrome{}
	r.doc.resize(r.layout.text.h)
	r.doc.redraw(r.newFlow())
	if r.hints != nil {
		r.relabel()
	}
}
