package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui"
	"lede/ui/action"
)

// editAction opens the source of the article in the user's editor.
func editAction() action.Action[*reader] {
	return action.Action[*reader]{
		Name: "edit", Words: "source in your editor", Keys: []string{"O"}, Where: articleGroup, Under: action.Look,
		Refuse: noText, Do: func(r *reader) tea.Cmd { return r.loading.edit() },
	}
}

// noText says that there is nothing that an editor could open.
func noText(r *reader) string {
	if r.article().Source == "" {
		return "The original text isn't kept. Reopen its link to edit it."
	}
	return ""
}

// edit opens the source of the article in the editor.
func (l *loading) edit() tea.Cmd {
	r := l.reader
	return r.app.Edit(l.request, r.trip.trail.Here().Ref, *r.article())
}

// edited shows what has become of a file in the editor; a copy is forgotten.
func (l *loading) edited(msg ui.EditedMsg) tea.Cmd {
	r := l.reader
	switch {
	case msg.Request != l.request:
		return nil // the reader has moved on
	case msg.Err != nil:
		return r.app.Fail("open the editor", msg.Err)
	case !msg.Own:
		return r.app.Notify("That was a copy of the text; lede keeps no change to it.")
	}
	r.trip.trail.Here().Article = nil
	return l.open()
}
