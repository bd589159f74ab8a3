package ui

import (
	"strings"

	"lede/ui/render"
	"lede/ui/theme"
)

// detailLine is a line of parts that is being written.
type detailLine struct {
	out  strings.Builder
	room int // cells that are left
}

// add adds a part when it fits; the first one is cut instead.
func (d *detailLine) add(gap, text string, style theme.Style) bool {
	return d.addLit(gap, text, nil, style, style)
}

// addLit is add for a part of which some bytes are lit.
func (d *detailLine) addLit(gap, text string, spans []span, style, match theme.Style) bool {
	if text == "" {
		return false
	}
	if d.out.Len() == 0 {
		gap, text = "", render.Truncate(text, d.room)
	}
	w := render.Width(gap) + render.Width(text)
	if w > d.room {
		return false
	}
	d.room -= w
	d.out.WriteString(style.Render(gap) + litSpans(text, spans, style, match))
	return true
}
