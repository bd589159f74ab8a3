package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// Editing is a run of the user's editor.
type Editing struct {
	tea.ExecCommand
	Own bool // it is on the file that was named, not on a copy of its text
}

// Editor prepares the user's editor for what ref names: for the file itself where it is one, else for a copy of the
// text, which came in a format.
type Editor func(ref, text string, format model.Format) (Editing, error)

// EditedMsg says that the user has left the editor.
type EditedMsg struct {
	Request int // the one that Edit was called with
	Own     bool
	Err     error
}

// Edit lends the terminal to the user's editor until they leave it.
func (a *App) Edit(request int, ref string, of model.Article) tea.Cmd {
	if a.Editor == nil {
		return a.Notify("There is no editor here.")
	}
	e, err := a.Editor(ref, of.Source, of.Format)
	if err != nil {
		return a.Fail("open the editor", err)
	}
	return tea.Exec(e, func(err error) tea.Msg { return EditedMsg{request, e.Own, err} })
}
