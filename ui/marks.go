package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// placeKeptMsg says that a place has been kept.
type placeKeptMsg struct {
	id      model.ID
	place   model.Place
	percent int
	read    bool // the article counts as read now
	err     error
}

// placeKept tells once that places cannot be kept.
func (a *App) placeKept(msg placeKeptMsg) tea.Cmd {
	if msg.err == nil || a.unkept {
		return nil
	}
	a.unkept = true
	return a.fail("keep your place", msg.err)
}
