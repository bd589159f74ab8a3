package ui

// outlineFrom is the width of a terminal from which the outline stands beside the text.
const outlineFrom = 110

// The widths that the reader of a terminal may choose for the text, and the step between them.
const (
	minMeasure  = 30
	maxMeasure  = 160
	measureStep = 6
)

// readerLayout is where the parts of the reader stand.
type readerLayout struct {
	header  rect
	outline rect // empty when there is no room or no need for it
	text    rect // the lines that the document scrolls in, as wide as they may be
}

// layReader divides a terminal's area for a reader. measure is the width that the text should have; outlined tells
// that there is an outline to show.
func layReader(area rect, measure int, outlined bool) readerLayout {
	margin := 2
	if area.w < 50 {
		margin = 1
	}
	top := 2 // the header and a blank line
	if area.h < 12 {
		top = 1
	}
	l := readerLayout{header: rect{margin, 0, area.w - 2*margin, 1}}
	body := rect{margin, top, area.w - 2*margin, max(1, area.h-top)}
	const ruleAndRoom = 4
	if outlined && area.w >= outlineFrom {
		w := min(max(area.w/4, 24), 36)
		group := w + ruleAndRoom + min(measure, body.w-w-ruleAndRoom)
		l.outline = rect{body.x + (body.w-group)/2, body.y, w, body.h}
		left := l.outline.x + w + ruleAndRoom
		l.text = rect{left, body.y, group - w - ruleAndRoom, body.h}
		return l
	}
	w := min(measure, body.w)
	l.text = rect{body.x + (body.w-w)/2, body.y, w, body.h}
	return l
}
