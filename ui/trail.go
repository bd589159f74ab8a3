package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// stop is an article on a trail, and where it was left.
type stop struct {
	ref   string
	place model.Place
}

// trail is the articles that were read one after another, to go back and forward in. It has at least one stop.
type trail struct {
	stops []stop
	at    int
}

func (t *trail) here() *stop { return &t.stops[t.at] }

// add goes on to ref. What was ahead on the trail is forgotten.
func (t *trail) add(ref string) {
	t.stops = append(t.stops[:t.at+1:t.at+1], stop{ref: ref})
	t.at++
}

// move goes along the trail and tells whether it could.
func (t *trail) move(step int) bool {
	to := t.at + step
	if to < 0 || to >= len(t.stops) {
		return false
	}
	t.at = to
	return true
}

// follow opens another article in the reader's place.
func (r *reader) follow(ref string) tea.Cmd {
	r.leave()
	r.trail.add(ref)
	return r.open()
}

// along goes back or forward to an article that has been open.
func (r *reader) along(step int) tea.Cmd {
	r.leave()
	if r.trail.move(step) {
		return r.open()
	}
	if step < 0 {
		return r.app.notify("This is where the trail begins.")
	}
	return r.app.notify("This is the end of the trail.")
}

// nextArticle opens the next article of the list below.
func (r *reader) nextArticle(step int) tea.Cmd {
	list := r.app.siblingsOf(r)
	if list == nil {
		return r.app.notify("There is no list to go on in.")
	}
	ref, ok := list.sibling(step)
	switch {
	case ok:
		return r.follow(ref)
	case step < 0:
		return r.app.notify("This is the first article.")
	}
	return r.app.notify("This is the last article.")
}

// leave keeps the place of the article that is shown.
func (r *reader) leave() {
	if r.doc != nil && r.view != rawView && r.wanted == nil {
		r.trail.here().place = r.place()
	}
}
