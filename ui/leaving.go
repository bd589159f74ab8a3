package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
)

// BackAction is the name of the action that leaves a screen.
const BackAction = "back"

// BackWords is what the back key does in s, for the footer.
func (a *App) BackWords(s Screen) string {
	if a.IsFirst(s) {
		return "quit"
	}
	return "back"
}

// Stay answers escape on the lowest screen. It is easily pressed once too often, so it does not end the program.
func (a *App) Stay() tea.Cmd {
	return a.Notify("Press " + action.Back[Screen](nil).Keys[0] + " to quit.")
}
