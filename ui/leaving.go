package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
)

// backAction is the name of the action that leaves a screen.
const backAction = "back"

// backWords is what the back key does in s, for the footer.
func (a *App) backWords(s screen) string {
	if a.isFirst(s) {
		return "quit"
	}
	return "back"
}

// stay answers escape on the lowest screen. It is easily pressed once too often, so it does not end the program.
func (a *App) stay() tea.Cmd {
	return a.notify("Press " + action.Back[screen](nil).Keys[0] + " to quit.")
}
