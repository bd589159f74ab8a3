package ui

// libraryLayout says where the parts of the library screen stand, in cells.
type libraryLayout struct {
	w, h    int
	column  rect // w is 0 when it is not shown
	head    int  // lines above the rows
	row     int  // lines of a row
	snippet bool // one of them is for a passage
	rows    rect
	preview rect // w is 0 when there is no room beside the rows
}

// From these widths on there is a column beside the rows, and a preview.
const (
	columnFrom      = 100
	wideFrom        = 140
	columnWidth     = 30 // where the column stands only while it has the keys
	minRowsBesideIt = 30
)

func (l *library) layout() libraryLayout {
	return layoutLibrary(l.app.w, l.app.h-1, l.app.Measure, l.column.focus, len(l.words) > 0)
}

func layoutLibrary(w, h, measure int, focus, words bool) libraryLayout {
	out := libraryLayout{w: w, h: h, head: 3, row: 2}
	air := 0
	switch {
	case h >= airFrom:
		air = 1
	case h < twoFrom:
		out.head, out.row = 1, 1
	case h < headFrom:
		out.head = 2
	}
	if words && h >= headFrom {
		out.snippet, out.row = true, out.row+1
	}
	out.row += air
	x := 0
	switch {
	case w >= columnFrom:
		out.column = rect{0, 0, min(max(w/5, 24), 32), h}
	case focus && w >= columnWidth+minRowsBesideIt:
		out.column = rect{0, 0, columnWidth, h}
	case focus:
		out.column = rect{0, 0, w, h}
	}
	if out.column.w > 0 {
		x = min(w, out.column.w+2)
	}
	out.rows = rect{x, out.head, w - x, h - out.head}
	if w >= wideFrom {
		out.rows.w = max(46, min((w-x)/2, 70))
		px := x + out.rows.w + 3
		out.preview = rect{px, out.head, min(w-px-2, measure), h - out.head}
	}
	return out
}

// page is how many rows fit.
func (o libraryLayout) page() int { return max(1, (o.rows.h+o.air())/o.row) }

// air is the blank lines at the end of a row.
func (o libraryLayout) air() int {
	if o.h >= airFrom {
		return 1
	}
	return 0
}

// filterY is the line that tells what is asked for.
func (o libraryLayout) filterY() int { return min(1, o.head-1) }
