package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model/clean"
)

// maxPaste is how many bytes of a paste are taken.
const maxPaste = 64 << 10

// press takes a key: the ones that mean the same everywhere here, all others in the top screen.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	k := &a.keys.common
	switch {
	case key.Matches(msg, k.Quit):
		return a.quit()
	case key.Matches(msg, k.Suspend):
		return tea.Suspend
	case a.takesText():
		return a.top().update(msg)
	}
	a.notice.clear()
	if a.question != nil {
		if cmd, ok := a.answer(msg); ok {
			return cmd
		}
	}
	switch {
	case key.Matches(msg, k.Help):
		return a.push(newHelp(a))
	case key.Matches(msg, k.Palette):
		return a.push(newPalette(a))
	}
	return a.top().update(msg)
}

// paste gives pasted text to a screen that takes text, clean and cut to maxPaste, and to no other.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	if !a.takesText() {
		return nil
	}
	text := msg.Content
	if len(text) > maxPaste {
		text = strings.ToValidUTF8(text[:maxPaste], "")
	}
	return a.top().update(tea.PasteMsg{Content: clean.Line(text)})
}

func (a *App) takesText() bool {
	t, ok := a.top().(typing)
	return ok && t.takesText()
}
