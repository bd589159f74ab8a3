package text

import (
	"lede/ui"
	"lede/ui/widget"
)

// outlineFrom is the width of a terminal from which the outline stands beside the text.
const outlineFrom = 110

// The widths that the reader of a terminal may choose for the text, and the step between them.
const (
	MinMeasure  = ui.MinMeasure
	MaxMeasure  = ui.MaxMeasure
	MeasureStep = 6
)

// Layout is where the parts of the reader stand.
type Layout struct {
	Header  widget.Rect
	Outline widget.Rect // empty when there is no room or no need for it
	Text    widget.Rect // the lines that the document scrolls in, as wide as they may be
}

// layReader divides a terminal's area for a reader. measure is the width that the text should have; outlined is
// set when there is an outline to show.
func layReader(area widget.Rect, measure int, outlined bool) Layout {
	margin := 2
	if area.W < 50 {
		margin = 1
	}
	top := 2 // the header and a blank line
	if area.H < 12 {
		top = 1
	}
	l := Layout{Header: widget.Rect{X: margin, Y: 0, W: area.W - 2*margin, H: 1}}
	body := widget.Rect{X: margin, Y: top, W: area.W - 2*margin, H: max(1, area.H-top)}
	const ruleAndRoom = 4
	if outlined && area.W >= outlineFrom {
		w := min(max(area.W/4, 24), 36)
		group := w + ruleAndRoom + min(measure, body.W-w-ruleAndRoom)
		l.Outline = widget.Rect{X: body.X + (body.W-group)/2, Y: body.Y, W: w, H: body.H}
		left := l.Outline.X + w + ruleAndRoom
		l.Text = widget.Rect{X: left, Y: body.Y, W: group - w - ruleAndRoom, H: body.H}
		return l
	}
	w := min(measure, body.W)
	l.Text = widget.Rect{X: body.X + (body.W-w)/2, Y: body.Y, W: w, H: body.H}
	return l
}
