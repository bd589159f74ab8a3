package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// isFirst tells whether s is the lowest screen: the program ends with it.
func (a *App) isFirst(s screen) bool { return a.stack[0] == s }

// leaves says what the back key does in s.
func (a *App) leaves(s screen) string {
	if a.isFirst(s) {
		return "quit"
	}
	return "go back"
}

// backKey is the key that leaves s, named for what it does there.
func (a *App) backKey(s screen) key.Binding {
	k := a.keys.move.Back
	if a.isFirst(s) {
		k.SetHelp(k.Help().Key, "quit")
	}
	return k
}

// stay answers escape on the lowest screen. It is easily pressed once too often, so it does not end the program.
func (a *App) stay() tea.Cmd {
	return a.notify("Press " + a.keys.move.Back.Help().Key + " to quit.")
}
