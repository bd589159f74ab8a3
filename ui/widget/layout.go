package widget

import (
	"strings"

	"lede/ui/render"
	"lede/ui/theme"
)

// Rect is a part of the terminal in cells.
type Rect struct{ X, Y, W, H int }

// Contains reports whether a cell of the terminal lies in r.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// center returns a box of at most w×h cells in the middle of a terminal, a little above it.
func center(terminal Rect, w, h int) Rect {
	w, h = min(w, terminal.W), min(h, terminal.H)
	return Rect{(terminal.W - w) / 2, (terminal.H - h) / 3, w, h}
}

// Beside writes left at the start of a line of w cells, and as many of the parts at its end as leave it whole, the
// first ones first.
func Beside(left string, parts []string, style theme.Style, w int) string {
	for n := len(parts); n > 0; n-- {
		if right := strings.Join(parts[:n], " · "); render.Width(left)+render.Width(right)+4 <= w {
			return Spread(left, style.Render(right)+"  ", w)
		}
	}
	return render.Truncate(left, w)
}

// Spread writes left at the start of a line of w cells and right at its end; left gives way.
func Spread(left, right string, w int) string {
	if right == "" {
		return render.Truncate(left, w)
	}
	rw := render.Width(right)
	if rw >= w {
		return render.Truncate(right, w)
	}
	return render.Pad(left, max(0, w-rw-2)) + render.Spaces(min(2, w-rw)) + right
}
