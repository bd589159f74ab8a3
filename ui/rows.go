package ui

import "lede/ui/action"

// rows is the arithmetic of a list that scrolls: which row is selected, and which are on screen. The drawing is the
// caller's. Rows are counted from 0 and all have the same height. The zero value is an empty list.
type rows struct {
	n    int // how many there are
	at   int // the selected one; 0 when there is none
	top  int // the first one on screen
	page int // how many whole ones fit, at least 1 once it has been set
}

// margin is how many rows stay visible above and below the selected one, where there are more.
const margin = 1

// fit sets how many rows there are and how many fit, and keeps the selected one on screen.
func (r *rows) fit(n, page int) {
	r.n, r.page = n, max(1, page)
	r.to(r.at)
}

// move goes delta rows down, or up when it is negative.
func (r *rows) move(delta int) { r.to(r.at + delta) }

// to selects row i, or the nearest there is, and scrolls no more than it must.
func (r *rows) to(i int) {
	r.at = clamp(i, 0, r.n-1)
	m := min(margin, (r.page-1)/2)
	r.top = clamp(r.top, r.at+m-r.page+1, r.at-m)
	r.top = clamp(r.top, 0, r.n-r.page)
}

// put selects row i at the same height on screen that the selected one had: for lists that change around it.
func (r *rows) put(i int) {
	r.top += i - r.at
	r.to(i)
}

// scroll moves the view by delta rows; the selection moves only when it would leave the screen.
func (r *rows) scroll(delta int) {
	r.top = clamp(r.top+delta, 0, r.n-r.page)
	m := min(margin, (r.page-1)/2)
	low, high := r.top+m, r.top+r.page-1-m
	if r.top == 0 {
		low = 0
	}
	if r.top >= r.n-r.page {
		high = r.n - 1
	}
	r.at = clamp(r.at, low, high)
}

// by moves as an action says.
func (r *rows) by(m action.Motion) {
	switch m {
	case action.Down:
		r.move(1)
	case action.Up:
		r.move(-1)
	case action.HalfDown:
		r.move(max(1, r.page/2))
	case action.HalfUp:
		r.move(-max(1, r.page/2))
	case action.PageDown:
		r.move(r.page)
	case action.PageUp:
		r.move(-r.page)
	case action.Top:
		r.to(0)
	case action.Bottom:
		r.to(r.n - 1)
	}
}

// visible returns the rows on screen: from, up to but not including to.
func (r *rows) visible() (from, to int) { return r.top, min(r.n, r.top+r.page) }

// clamp returns i, or the bound that it is beyond; low when the bounds cross.
func clamp(i, low, high int) int { return max(low, min(i, high)) }
