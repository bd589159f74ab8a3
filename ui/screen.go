package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// screen is a page of the program, or an overlay above one. The app keeps a stack of them: keys, mouse and
// paste go to the top one, every other message to all.
type screen interface {
	// update takes a message. A key, a click or a paste comes only while the screen is on top.
	update(msg tea.Msg) tea.Cmd
	// lines draws the screen: exactly r.h lines of at most r.w cells, joined from lines that exist already.
	lines(r rect) []string
	// bindings are the keys that the screen takes now, the ones for the footer first.
	bindings() []key.Binding
	// title names the screen in the terminal's title: an article's title, or "".
	title() string
	// close ends what the screen has under way.
	close()
}

// rect is a part of the terminal in cells.
type rect struct{ x, y, w, h int }
