package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
	"lede/ui/theme"
)

// env is what a widget draws with, and how it closes. The app keeps it up to date.
type env struct {
	theme *theme.Theme
	w, h  int            // the terminal, in cells
	pop   func() tea.Cmd // closes the overlay that is on top
}

// terminal is the whole of the terminal.
func (e *env) terminal() rect { return rect{0, 0, e.w, e.h} }

// say returns the lines in the place of rows, w cells wide: a strong sentence, and more.
func (e *env) say(w int, strong string, more ...string) []string {
	lines := []string{""}
	for _, line := range render.Wrap(strong, w-4) {
		lines = append(lines, "  "+e.theme.Strong.Render(line))
	}
	for _, m := range more {
		for _, line := range render.Wrap(m, w-4) {
			lines = append(lines, "  "+line)
		}
	}
	return lines
}

// hintText is a key and what it does.
func (e *env) hintText(key, words string) string {
	return e.theme.Strong.Render(key) + " " + e.theme.Dim.Render(words)
}

// themeChangedMsg tells every screen that the app's theme is another one.
type themeChangedMsg struct{}
