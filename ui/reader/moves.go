package reader

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
)

// move scrolls. At the end of a text that is still coming the view follows it.
func (r *reader) move(m action.Motion) tea.Cmd {
	r.text.move(m)
	r.loading.toEnd = m == action.Bottom && r.loading.more
	return nil
}

// back ends the view of a part, or else the reader.
func (r *reader) back() tea.Cmd {
	switch {
	case r.text.doc != nil && r.fixes.everything:
		return r.fixes.showEverything(false)
	case r.text.doc != nil && r.text.view != wholeView:
		r.text.setView(wholeView)
		return nil
	}
	return r.app.Pop()
}

func (r *reader) nextSection(step int) tea.Cmd {
	if !r.text.nextSection(step) {
		return r.app.Notify(ends("section", step))
	}
	return nil
}

// nextPost goes to the next quoted post, or the one before.
func (r *reader) nextPost(step int) tea.Cmd {
	if !r.text.jump(r.text.items.posts, step) {
		return r.app.Notify(ends("post", step))
	}
	return nil
}

func ends(what string, step int) string {
	if step < 0 {
		return "This is the first " + what + "."
	}
	return "This is the last " + what + "."
}

// toSection goes to a section by its number, from 0.
func (r *reader) toSection(n int) tea.Cmd {
	f := r.text.flow()
	if f == nil || n >= len(r.text.items.sections) {
		return r.app.Notify("There is no such section.")
	}
	r.text.toItem(f.shown(r.text.items.sections[n]))
	return nil
}

// setMeasure makes the text wider or narrower, as far as the terminal goes.
func (r *reader) setMeasure(by int) tea.Cmd {
	r.app.Measure = min(max(r.text.layout.text.W+by, minMeasure), maxMeasure)
	r.relay()
	return r.app.Notify(fmt.Sprintf("The text is %d columns wide.", r.text.layout.text.W))
}

// toggle shows a view, or the whole article again.
func (r *reader) toggle(v readerView) tea.Cmd {
	if r.text.view == v {
		v = wholeView
	}
	kept := r.keeping.keep(false) // none is kept of the source text
	r.text.setView(v)
	return kept
}

// toArticle shows the article in the place of its source text, of which no place is kept.
func (r *reader) toArticle() {
	if r.text.doc != nil && r.text.view == rawView {
		r.text.setView(wholeView)
	}
}

// relay lays the reader out for the terminal's present size and text width.
func (r *reader) relay() {
	if r.text.doc != nil {
		r.links.hints = nil
		r.text.relay()
	}
}

// redraw draws the text anew, with the place kept.
func (r *reader) redraw() {
	if r.text.doc == nil {
		return
	}
	r.text.drawnAnew(r.text.redraw)
	r.links.relabel()
}
