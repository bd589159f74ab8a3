package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui/action"
	"lede/ui/widget"
)

// Screen is a page of the program, or an overlay above one. The app keeps a stack of them: keys, mouse and
// paste go to the top one, every other message to all.
//
// Every screen is a pointer, so that two can be compared.
type Screen interface {
	// update takes a message. A key, a click, a paste or an action.Bound comes only while the screen is on top. A key
	// comes when it stands for no action; an action of the screen's own comes when it was chosen, to be done.
	Update(msg tea.Msg) tea.Cmd
	// lines draws the screen: exactly r.h lines of at most r.w cells, joined from lines that exist already. The
	// footer below them is the app's.
	Lines(r widget.Rect) []string
	// actions are what can be done now, at least one set. A key means the first action that has it; the footer names
	// those of the first set, the most useful ones first.
	Actions() []action.Set
	// title names the screen in the terminal's title: an article's title, or "".
	Title() string
	// close ends what the screen has under way.
	Close()
}

// overlay is a screen that floats above the one below it, which stays visible.
type overlay interface {
	Screen
	// box is the part of the terminal that the overlay covers, in the terminal's cells; its lines are drawn there.
	// It may cover the footer.
	Box(terminal widget.Rect) widget.Rect
}

// starting is a screen that has something to do when it is pushed.
type starting interface {
	Start() tea.Cmd
}

// resuming is a screen that has something to do when the one above it has gone.
type resuming interface {
	Resume() tea.Cmd
}

// parting is a screen that has something to keep when it is left. The command returns no message.
type parting interface {
	Part() tea.Cmd
}

// Informed is a screen that knows articles: their statuses, and the words that they were found by.
type Informed interface {
	About(ref string) (s model.Status, words []query.Phrase, ok bool)
}

// typing is a screen that takes text: while takesText is true, every key but ctrl+c and ctrl+z is its own.
type typing interface {
	TakesText() bool
}

// pasted is a screen that takes pasted text, one clean line, also while it takes no keys as text.
type pasted interface {
	Pasted(text string) tea.Cmd
}

// pointing is a screen that shows the terminal's cursor, at a cell of its own rectangle.
type pointing interface {
	Cursor() (x, y int, shown bool)
}

// telling is a screen that has something to say at the right end of the footer: "§ 2 of 4".
type telling interface {
	Status() string
}

// footed is a screen that may put a line of its own in the footer's place; "" leaves the keys there.
type footed interface {
	Footer() string
}

// reporting is a message that says itself, whatever screen is on top by then, what a command has done.
type reporting interface {
	Report(*App) tea.Cmd
}

// siblings is a screen with a list of articles, from which the reader goes on to the next one.
type siblings interface {
	// sibling moves the list's cursor by step entries and returns what opens the one it is on then; false
	// when there is none.
	Sibling(step int) (ref string, ok bool)
	// NextUnread moves the list's cursor to the next unread entry, after the last one from the first, and returns what
	// opens it; false when there is none.
	NextUnread() (ref string, ok bool)
	// NextFeed closes what is above the list, goes on to the next feed with something unread, and opens the first
	// unread article; ok is false when the list is not that of a feed or folder, or no other has anything unread.
	NextFeed() (cmd tea.Cmd, ok bool)
}
