// Package widget holds the parts that screens are made of: rows that scroll, text fields, pickers and menus, chips,
// and the arithmetic of boxes. A widget is handed an Env and knows no App.
//
// Start with Env, then Picker, the common part of the overlays.
package widget

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
	"lede/ui/theme"
)

// Env is what a widget draws with, and how it closes. The app keeps it up to date.
type Env struct {
	Theme *theme.Theme
	W, H  int            // the terminal, in cells
	Pop   func() tea.Cmd // closes the overlay that is on top
}

// Terminal is the whole of the terminal.
func (e *Env) Terminal() Rect { return Rect{0, 0, e.W, e.H} }

// Say returns the lines in the place of rows, w cells wide: a strong sentence, and more.
func (e *Env) Say(w int, strong string, more ...string) []string {
	lines := []string{""}
	for _, line := range render.Wrap(strong, w-4) {
		lines = append(lines, "  "+e.Theme.Strong.Render(line))
	}
	for _, m := range more {
		for _, line := range render.Wrap(m, w-4) {
			lines = append(lines, "  "+line)
		}
	}
	return lines
}

// HintText is a key and what it does.
func (e *Env) HintText(key, words string) string {
	return e.Theme.Strong.Render(key) + " " + e.Theme.Dim.Render(words)
}

// ThemeChangedMsg says that the theme is another one.
type ThemeChangedMsg struct{}
