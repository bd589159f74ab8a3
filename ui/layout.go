package ui

import (
	"strings"

	"lede/ui/render"
	"lede/ui/theme"
)

// rect is a part of the terminal in cells.
type rect struct{ x, y, w, h int }

// contains tells whether a cell of the terminal lies in r.
func (r rect) contains(x, y int) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// center returns a box of at most w×h cells in the middle of a terminal, a little above it.
func center(terminal rect, w, h int) rect {
	w, h = min(w, terminal.w), min(h, terminal.h)
	return rect{(terminal.w - w) / 2, (terminal.h - h) / 3, w, h}
}

// beside writes left at the start of a line of w cells, and as many of the parts at its end as leave it whole, the first ones first.
func beside(left string, parts []string, style theme.Style, w int) string {
	for n := len(parts); n > 0; n-- {
		if right := strings.Join(parts[:n], " · "); render.Width(left)+render.Width(right)+4 <= w {
			return spread(left, style.Render(right)+"  ", w)
		}
	}
	return render.Truncate(left, w)
}

// spread writes left at the start of a line of w cells and right at its end; left gives way.
func spread(left, right string, w int) string {
	if right == "" {
		return render.Truncate(left, w)
	}
	rw := render.Width(right)
	if rw >= w {
		return render.Truncate(right, w)
	}
	return render.Pad(left, max(0, w-rw-2)) + render.Spaces(min(2, w-rw)) + right
}
