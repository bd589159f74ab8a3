package library

import "lede/ui/widget"

// listLayout says where the parts of the list screen stand, in cells.
type listLayout struct {
	w, h    int
	head    int         // lines above the rows
	row     int         // lines of a row
	rows    widget.Rect // where the rows are
	preview widget.Rect // w is 0 when there is no room beside the rows
}

// From this width on there is a preview, and from these heights on there is air.
const (
	previewFrom = 110
	airFrom     = 30
	headFrom    = 18
	twoFrom     = 8
)

func (l *list) layout() listLayout { return layoutList(l.app.W, l.app.H-1, l.app.Measure) }

func layoutList(w, h, measure int) listLayout {
	out := listLayout{w: w, h: h, head: 2, row: 2}
	switch {
	case h >= airFrom:
		out.head, out.row = 3, 3
	case h >= headFrom:
		out.head = 3
	case h < twoFrom:
		out.head, out.row = 1, 1
	}
	out.rows = widget.Rect{X: 0, Y: out.head, W: w, H: h - out.head}
	if w >= previewFrom {
		out.rows.W = max(46, min(w*9/20, 66))
		x := out.rows.W + 3
		out.preview = widget.Rect{X: x, Y: out.head, W: min(w-x-2, measure), H: h - out.head}
	}
	return out
}

// besideRows is the part of the terminal that a picker for the list may cover: not the line of the filter, which
// tells what its marks come to, nor the rows when there is a preview to cover instead.
func (l *list) besideRows(t widget.Rect) widget.Rect {
	o := layoutList(t.W, t.H-1, l.app.Measure)
	area := widget.Rect{X: 0, Y: 0, W: t.W, H: t.H - 1}
	if o.h >= headFrom {
		area = widget.Rect{X: 0, Y: 2, W: t.W, H: t.H - 3}
	}
	if o.preview.W > 0 { // from the rule to where the picker's box hides the ends of all lines
		area.X, area.W = o.rows.W, o.preview.X+o.preview.W+2-o.rows.W
	}
	return area
}

// filterY is the line that the filter stands on.
func (o listLayout) filterY() int { return min(1, o.head-1) }

// page is how many rows fit.
func (o listLayout) page() int { return max(1, (o.rows.H+o.air())/o.row) }

// air is the blank lines at the end of a row.
func (o listLayout) air() int { return max(0, o.row-2) }
