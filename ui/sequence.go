package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
)

// sequenceTime is how long a key that begins a sequence waits for the next one.
const sequenceTime = 500 * time.Millisecond

// sequence is the keys that have been pressed of one that is not whole yet. The zero value has none.
type sequence struct {
	keys   string // with blanks between them
	last   tea.KeyPressMsg
	number int // of the last key that waited, so that only its own time ends the waiting
}

// sequenceOverMsg says that the time of a key that began a sequence is over.
type sequenceOverMsg struct{ number int }

// press takes a key. One that begins a sequence waits for the next; what was pressed before does what it does by
// itself when no sequence comes of it.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	if len(a.Keys) == 0 || a.TakesText() {
		a.waiting.keys = ""
		return a.key(msg.String(), msg)
	}
	sets := append(a.actions(), a.always()...)
	pressed := strings.TrimSpace(a.waiting.keys + " " + msg.String())
	if action.Begins(sets, pressed) {
		a.waiting = sequence{pressed, msg, a.waiting.number + 1}
		return a.After(sequenceTime, sequenceOverMsg{a.waiting.number})
	}
	if a.waiting.keys == "" {
		return a.key(pressed, msg)
	}
	if _, whole := action.Find(sets, pressed); whole {
		a.waiting.keys = ""
		return a.key(pressed, msg)
	}
	before := a.endSequence(a.waiting.number)
	if len(a.Stack) == 0 {
		return before
	}
	return tea.Batch(before, a.press(msg))
}

// endSequence does what the keys that wait do by themselves.
func (a *App) endSequence(number int) tea.Cmd {
	w := a.waiting
	if number != w.number || w.keys == "" {
		return nil
	}
	a.waiting.keys = ""
	return a.key(w.keys, w.last)
}
