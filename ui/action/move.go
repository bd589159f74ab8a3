package action

import tea "charm.land/bubbletea/v2"

// Motion is a way to move through something that scrolls.
type Motion int

// The motions.
const (
	Down Motion = iota
	Up
	HalfDown
	HalfUp
	PageDown
	PageUp
	Top
	Bottom
)

// Moving is the group of what is the same on every screen that scrolls.
const Moving = "move"

// Moves returns the actions that move through a screen.
func Moves[S any](move func(S, Motion) tea.Cmd) Table[S] {
	to := func(m Motion, name, words string, keys ...string) Action[S] {
		return Action[S]{
			Name: name, Words: words, Keys: keys, Where: Moving, Under: Move,
			Do: func(s S) tea.Cmd { return move(s, m) },
		}
	}
	return Table[S]{
		to(Down, "down", "down", "j", "down", "ctrl+n"),
		to(Up, "up", "up", "k", "up", "ctrl+p"),
		to(HalfDown, "half-down", "half a page down", "d", "ctrl+d"),
		to(HalfUp, "half-up", "half a page up", "u", "ctrl+u"),
		to(PageDown, "page-down", "page down", "space", "pgdown", "ctrl+f"),
		to(PageUp, "page-up", "page up", "b", "pgup", "ctrl+b", "shift+space"),
		to(Top, "top", "to the top", "g", "home"),
		to(Bottom, "bottom", "to the end", "G", "end"),
	}
}

// Open returns the action that opens what is selected.
func Open[S any](do func(S) tea.Cmd) Action[S] {
	return Action[S]{Name: "open", Words: "open", Keys: []string{"enter"}, Where: Moving, Under: Move, Do: do}
}

// Back returns the action that leaves a screen, or one of its modes.
func Back[S any](do func(S) tea.Cmd) Action[S] {
	return Action[S]{Name: "back", Words: "back", Keys: []string{"q", "esc"}, Where: Moving, Under: Move, Do: do}
}
