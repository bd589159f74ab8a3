package widget

import "lede/ui/action"

// Rows is the arithmetic of a list that scrolls: which row is selected, and which are on screen. The drawing is the
// caller's. Rows are counted from 0 and all have the same height. The zero value is an empty list.
type Rows struct {
	N    int // how many there are
	At   int // the selected one; 0 when there is none
	Top  int // the first one on screen
	Page int // how many whole ones fit, at least 1 once it has been set
}

// margin is how many rows stay visible above and below the selected one, where there are more.
const margin = 1

// Fit sets how many rows there are and how many fit, and keeps the selected one on screen.
func (r *Rows) Fit(n, page int) {
	r.N, r.Page = n, max(1, page)
	r.To(r.At)
}

// Move goes delta rows down, or up when it is negative.
func (r *Rows) Move(delta int) { r.To(r.At + delta) }

// To selects row i, or the nearest there is, and scrolls no more than it must.
func (r *Rows) To(i int) {
	r.At = Clamp(i, 0, r.N-1)
	m := min(margin, (r.Page-1)/2)
	r.Top = Clamp(r.Top, r.At+m-r.Page+1, r.At-m)
	r.Top = Clamp(r.Top, 0, r.N-r.Page)
}

// Put selects row i at the same height on screen that the selected one had: for lists that change around it.
func (r *Rows) Put(i int) {
	r.Top += i - r.At
	r.To(i)
}

// Scroll moves the view by delta rows; the selection moves only when it would leave the screen.
func (r *Rows) Scroll(delta int) {
	r.Top = Clamp(r.Top+delta, 0, r.N-r.Page)
	m := min(margin, (r.Page-1)/2)
	low, high := r.Top+m, r.Top+r.Page-1-m
	if r.Top == 0 {
		low = 0
	}
	if r.Top >= r.N-r.Page {
		high = r.N - 1
	}
	r.At = Clamp(r.At, low, high)
}

// By moves as an action says.
func (r *Rows) By(m action.Motion) {
	switch m {
	case action.Down:
		r.Move(1)
	case action.Up:
		r.Move(-1)
	case action.HalfDown:
		r.Move(max(1, r.Page/2))
	case action.HalfUp:
		r.Move(-max(1, r.Page/2))
	case action.PageDown:
		r.Move(r.Page)
	case action.PageUp:
		r.Move(-r.Page)
	case action.Top:
		r.To(0)
	case action.Bottom:
		r.To(r.N - 1)
	}
}

// Visible returns the rows on screen: from, up to but not including to.
func (r *Rows) Visible() (from, to int) { return r.Top, min(r.N, r.Top+r.Page) }

// Thumb returns which of the lines on screen a mark beside them covers, that shows where they are among all: from top
// up to but not including end. Where all rows are on screen there is none.
func (r *Rows) Thumb() (top, end int) {
	if r.N <= r.Page {
		return 0, 0
	}
	size := max(1, r.Page*r.Page/r.N)
	top = r.Top * (r.Page - size) / (r.N - r.Page)
	return top, top + size
}

// Clamp returns i, or the bound that it is beyond; low when the bounds cross.
func Clamp(i, low, high int) int { return max(low, min(i, high)) }
