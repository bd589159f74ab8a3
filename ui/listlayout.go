package ui

// listLayout says where the parts of the list screen stand, in cells.
type listLayout struct {
	w, h    int
	head    int  // lines above the rows
	row     int  // lines of a row
	rows    rect // where the rows are
	preview rect // w is 0 when there is no room beside the rows
}

// From this width on there is a preview, and from these heights on there is air.
const (
	previewFrom = 110
	airFrom     = 30
	headFrom    = 18
	twoFrom     = 8
)

func (l *list) layout() listLayout { return layoutList(l.app.w, l.app.h-1, l.app.Measure) }

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
	out.rows = rect{0, out.head, w, h - out.head}
	if w >= previewFrom {
		out.rows.w = max(46, min(w*9/20, 66))
		x := out.rows.w + 3
		out.preview = rect{x, out.head, min(w-x-2, measure), h - out.head}
	}
	return out
}

// besideRows is the part of the terminal that a picker for the list may cover: not the line of the filter, which tells what
// its marks come to, nor the rows when there is a preview to cover instead.
func (l *list) besideRows(t rect) rect {
	o := layoutList(t.w, t.h-1, l.app.Measure)
	area := rect{0, 0, t.w, t.h - 1}
	if o.h >= headFrom {
		area = rect{0, 2, t.w, t.h - 3}
	}
	if o.preview.w > 0 { // from the rule to where the picker's box hides the ends of all lines
		area.x, area.w = o.rows.w, o.preview.x+o.preview.w+2-o.rows.w
	}
	return area
}

// filterY is the line that the filter stands on.
func (o listLayout) filterY() int { return min(1, o.head-1) }

// page is how many rows fit.
func (o listLayout) page() int { return max(1, (o.rows.h+o.air())/o.row) }

// air is the blank lines at the end of a row.
func (o listLayout) air() int { return max(0, o.row-2) }
