package ui

import (
	"strings"

	"lede/ui/render"
	"lede/ui/theme"
)

// frameTop draws the upper border of a box of w cells, with a styled heading in it.
func frameTop(border theme.Style, head string, w int) string {
	if head == "" {
		return border.Render("╭" + strings.Repeat("─", max(0, w-2)) + "╮")
	}
	rest := max(0, w-render.Width(head)-5)
	return border.Render("╭─") + " " + head + " " + border.Render(strings.Repeat("─", rest)+"╮")
}
