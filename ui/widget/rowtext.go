package widget

import (
	"strings"

	"lede/ui/render"
	"lede/ui/theme"
)

// DetailLine is a line of parts that is being written.
type DetailLine struct {
	Out  strings.Builder
	Room int // cells that are left
}

// Add adds a part when it fits; the first one is cut instead.
func (d *DetailLine) Add(gap, text string, style theme.Style) bool {
	return d.AddLit(gap, text, nil, style, style)
}

// AddLit is add for a part of which some bytes are lit.
func (d *DetailLine) AddLit(gap, text string, spans []Span, style, match theme.Style) bool {
	if text == "" {
		return false
	}
	if d.Out.Len() == 0 {
		gap, text = "", render.Truncate(text, d.Room)
	}
	w := render.Width(gap) + render.Width(text)
	if w > d.Room {
		return false
	}
	d.Room -= w
	d.Out.WriteString(style.Render(gap) + LitSpans(text, spans, style, match))
	return true
}
