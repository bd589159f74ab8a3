package library

import "lede/ui/widget"

// libraryLayout says where the parts of the library screen stand, in cells.
type libraryLayout struct {
	w, h    int
	column  widget.Rect // w is 0 when it is not shown
	head    int         // lines above the rows
	row     int         // lines of a row
	oneLine bool        // all that is told of an article is on one line
	blocks  bool        // those to go on with are a block under a title
	snippet bool        // one of them is for a passage
	rows    widget.Rect
	preview widget.Rect // w is 0 when there is no room beside the rows
}

// From these heights on there is a line for hints and a block to go on with, and a second line of a row.
const (
	headFrom = 18
	twoFrom  = 8
)

// From these widths on there is a column beside the rows, and a preview.
const (
	columnFrom      = 100
	wideFrom        = 140
	columnWidth     = 30 // where the column stands only while it has the keys
	minRowsBesideIt = 30
)

func (l *library) layout() libraryLayout { return l.layoutIn(l.app.W, l.app.H-1, len(l.words) > 0) }

// layoutIn is the layout in an area of the terminal. words says that a row has a line for the passage that was found.
func (l *library) layoutIn(w, h int, words bool) libraryLayout {
	measure, focus := l.app.Measure, l.column.focus
	out := libraryLayout{w: w, h: h, head: 3, row: 2, blocks: h >= headFrom, oneLine: l.oneLine || h < twoFrom}
	switch {
	case h < twoFrom:
		out.head = 1
	case h < headFrom:
		out.head = 2
	}
	if out.oneLine {
		out.row = 1
	}
	if words && h >= headFrom {
		out.snippet, out.row = true, out.row+1
	}
	x := 0
	switch {
	case w >= columnFrom:
		out.column = widget.Rect{X: 0, Y: 0, W: min(max(w/5, 24), 32), H: h}
	case focus && w >= columnWidth+minRowsBesideIt:
		out.column = widget.Rect{X: 0, Y: 0, W: columnWidth, H: h}
	case focus:
		out.column = widget.Rect{X: 0, Y: 0, W: w, H: h}
	}
	if out.column.W > 0 {
		x = min(w, out.column.W+2)
	}
	out.rows = widget.Rect{X: x, Y: out.head, W: w - x, H: h - out.head}
	if w >= wideFrom {
		out.rows.W = max(46, min((w-x)/2, 70))
		px := x + out.rows.W + 3
		out.preview = widget.Rect{X: px, Y: out.head, W: min(w-px-2, measure), H: h - out.head}
	}
	return out
}

// page is how many rows fit, of which some are to go on with.
func (o libraryLayout) page(head int) int {
	lines := o.rows.H
	if head > 0 && o.blocks {
		lines -= 2 // the titles of the blocks
	}
	return max(1, lines/o.row)
}

// filterY is the line that shows what is asked for.
func (o libraryLayout) filterY() int { return min(1, o.head-1) }
