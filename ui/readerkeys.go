package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// press takes a key.
func (r *reader) press(msg tea.KeyPressMsg) tea.Cmd {
	if r.hints != nil {
		return r.hintKey(msg)
	}
	k := &r.app.keys.reader
	switch {
	case key.Matches(msg, r.app.keys.move.Back):
		return r.back(msg)
	case key.Matches(msg, k.NextArticle):
		return r.nextArticle(1)
	case key.Matches(msg, k.PrevArticle):
		return r.nextArticle(-1)
	case key.Matches(msg, k.TrailBack):
		return r.along(-1)
	case key.Matches(msg, k.TrailForward):
		return r.along(1)
	case key.Matches(msg, k.Trail):
		return r.app.push(newTrailMenu(r))
	case r.err != nil && key.Matches(msg, k.Retry):
		return r.open()
	case r.err != nil && key.Matches(msg, k.Browse) && r.canBrowse():
		return r.app.browse(r.trail.here().ref)
	case r.doc == nil:
		return nil
	}
	r.wanted, r.toEnd = nil, false
	if r.moved(msg) {
		return nil
	}
	return r.act(msg)
}

// canBrowse tells whether what could not be opened is a page that the browser may show.
func (r *reader) canBrowse() bool { return checkURL(r.trail.here().ref) == nil }

// back ends the search, or the view of a part, or else the reader.
func (r *reader) back(msg tea.KeyPressMsg) tea.Cmd {
	escape := msg.Code == tea.KeyEscape
	switch {
	case r.stay():
		return r.app.notify("Stopped.")
	case escape && r.search != nil:
		r.endSearch()
		return nil
	case escape && r.doc != nil && r.opening:
		return r.stopReading()
	case r.doc != nil && r.everything:
		return r.showEverything(false)
	case r.doc != nil && r.view != wholeView:
		r.setView(wholeView)
		return nil
	case escape && r.doc != nil && r.app.isFirst(r):
		return r.app.stay()
	}
	return r.app.pop()
}

// moved scrolls, if the key is one of those that do.
func (r *reader) moved(msg tea.KeyPressMsg) bool {
	m, d := &r.app.keys.move, r.doc
	switch {
	case key.Matches(msg, m.Down):
		d.scroll(1)
	case key.Matches(msg, m.Up):
		d.scroll(-1)
	case key.Matches(msg, m.HalfDown):
		d.scroll(max(1, d.h/2))
	case key.Matches(msg, m.HalfUp):
		d.scroll(-max(1, d.h/2))
	case key.Matches(msg, m.PageDown):
		d.scroll(max(1, d.h-2))
	case key.Matches(msg, m.PageUp):
		d.scroll(-max(1, d.h-2))
	case key.Matches(msg, m.Top):
		d.to(spot{})
	case key.Matches(msg, m.Bottom):
		d.end()
		r.toEnd = r.opening
	default:
		return false
	}
	return true
}

// act does what the keys of an article do.
func (r *reader) act(msg tea.KeyPressMsg) tea.Cmd {
	k := &r.app.keys.reader
	switch {
	case key.Matches(msg, k.NextSection):
		return r.nextSection(1)
	case key.Matches(msg, k.PrevSection):
		return r.nextSection(-1)
	case key.Matches(msg, k.NextPost):
		return r.nextPost(1)
	case key.Matches(msg, k.PrevPost):
		return r.nextPost(-1)
	case key.Matches(msg, k.Jump):
		return r.toSection(digit(msg))
	case key.Matches(msg, k.Find):
		return r.app.push(newFinder(r))
	case key.Matches(msg, k.NextMatch):
		return r.nextMatchOrSection(1)
	case key.Matches(msg, k.PrevMatch):
		return r.nextMatchOrSection(-1)
	}
	return r.showMore(msg)
}

// nextMatchOrSection goes to the next match of the search, or without one to the next section.
func (r *reader) nextMatchOrSection(step int) tea.Cmd {
	if r.search == nil {
		return r.nextSection(step)
	}
	r.nextMatch(step)
	return nil
}

// showMore opens what floats above the text, or shows the text another way.
func (r *reader) showMore(msg tea.KeyPressMsg) tea.Cmd {
	k := &r.app.keys.reader
	switch {
	case key.Matches(msg, k.Outline):
		return r.app.push(newOutlineMenu(r))
	case key.Matches(msg, k.Related):
		if len(r.items.related) == 0 {
			return r.app.notify("This article has no related links.")
		}
		return r.app.push(newShelf(r))
	case key.Matches(msg, k.Follow):
		return r.startHints(none)
	case key.Matches(msg, r.app.keys.move.Open):
		return r.startHints(0)
	case key.Matches(msg, k.Browse):
		return r.browseArticle()
	case key.Matches(msg, k.Copy):
		return r.app.push(newCopyMenu(r))
	case key.Matches(msg, k.Wider):
		return r.setMeasure(measureStep)
	case key.Matches(msg, k.Narrower):
		return r.setMeasure(-measureStep)
	case key.Matches(msg, k.Raw):
		return r.toggle(rawView)
	case key.Matches(msg, k.Posts):
		return r.toggle(postsView)
	case r.everything && key.Matches(msg, k.Pack, k.Star):
		return r.app.notify("This is everything on the page. Go back to the article with q, then keep that.")
	case key.Matches(msg, k.Pack):
		return r.startPack()
	case key.Matches(msg, k.Why):
		return r.whyHere()
	case key.Matches(msg, k.Undo):
		return r.undoHere()
	case r.app.Store == nil:
	case key.Matches(msg, k.Star):
		return r.star()
	case key.Matches(msg, k.Read):
		return r.toggleRead()
	}
	return nil
}

// nextSection goes to the next section, or when step is -1 to the start of this one, then to the one before.
func (r *reader) nextSection(step int) tea.Cmd {
	f, ok := r.doc.flow.(*articleFlow)
	if !ok {
		return r.app.notify("The source text has no sections.")
	}
	if last := r.section(); f.only == nil && r.atEnd() && (step > 0 || r.doc.top.before(spot{r.items.sections[last], 0})) {
		return r.fromEnd(step)
	}
	if !r.jump(f, r.items.sections, step) {
		return r.app.notify(ends("section", step))
	}
	return nil
}

// nextPost goes to the next quoted post, or the one before.
func (r *reader) nextPost(step int) tea.Cmd {
	f, ok := r.doc.flow.(*articleFlow)
	switch {
	case !ok || len(r.items.posts) == 0:
		return r.app.notify("This article has no posts.")
	case !r.jump(f, r.items.posts, step):
		return r.app.notify(ends("post", step))
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
	f, ok := r.doc.flow.(*articleFlow)
	if !ok || n >= len(r.items.sections) {
		return r.app.notify("There is no such section.")
	}
	r.toItem(f.shown(r.items.sections[n]))
	return nil
}

// toItem puts an item at the top of the view, without the gap above it.
func (r *reader) toItem(i int) {
	r.doc.to(spot{i, r.doc.item(i).gap})
	r.aimed = r.doc.top
}

// jump goes to the nearest of the article's items after the top of the view, or before it when step is -1.
func (r *reader) jump(f *articleFlow, to []int, step int) bool {
	n := f.nearest(to, r.doc.top, step, func(i int) int { return r.doc.item(i).gap })
	if n < 0 {
		return false
	}
	r.toItem(f.shown(to[n]))
	return true
}

// fromEnd is nextSection where the text ends and its last sections are all in view.
func (r *reader) fromEnd(step int) tea.Cmd {
	if step > 0 {
		return r.app.notify(ends("section", step))
	}
	r.toItem(r.items.sections[r.section()])
	return nil
}

// setMeasure makes the text wider or narrower, as far as the terminal goes.
func (r *reader) setMeasure(by int) tea.Cmd {
	w := r.layout.text.w
	to := min(max(w+by, minMeasure), maxMeasure)
	switch {
	case r.view == rawView:
		return r.app.notify("The source text takes the whole width.")
	case by > 0 && (to == w || r.app.Measure > w):
		return r.app.notify("The text is as wide as it can be.")
	case by < 0 && to >= w:
		return r.app.notify("The text is as narrow as it can be.")
	}
	r.app.Measure = to
	r.relay()
	return nil
}

// toggle shows a view, or the whole article again.
func (r *reader) toggle(v readerView) tea.Cmd {
	switch {
	case r.view == v:
		v = wholeView
	case v == postsView && len(r.items.posts) == 0:
		return r.app.notify("This article has no posts.")
	case v == rawView && r.items.article.Source == "":
		return r.app.notify("This article has no source text.")
	}
	kept := r.keep(r.keeping.moved) // none is kept of the source text
	r.setView(v)
	return kept
}
