package ui

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/model"
)

// list is the screen of entries.
type list struct {
	app     *App
	request int
	cancel  context.CancelFunc
	ctx     context.Context
	entries []model.Entry
	at      int // the row that the cursor is on
}

func newList(a *App) *list {
	ctx, cancel := context.WithCancel(context.Background())
	return &list{app: a, ctx: ctx, cancel: cancel}
}

func (l *list) start() tea.Cmd {
	l.request = l.app.nextRequest()
	return listEntries(l.ctx, l.app.Library, l.request)
}

func (l *list) update(msg tea.Msg) tea.Cmd {
	m := &l.app.keys.move
	switch msg := msg.(type) {
	case entriesListedMsg:
		if msg.request != l.request {
			return nil
		}
		l.entries = append(l.entries, msg.batch.Entries...)
		if msg.done {
			return nil
		}
		return awaitEntries(l.ctx, l.request, msg.steps)
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, m.Back):
			return l.app.pop()
		case key.Matches(msg, m.Down):
			l.sibling(1)
		case key.Matches(msg, m.Up):
			l.sibling(-1)
		case key.Matches(msg, m.Open) && len(l.entries) > 0:
			return l.app.push(newReader(l.app, l.entries[l.at].Ref))
		}
	}
	return nil
}

func (l *list) sibling(step int) (string, bool) {
	to := l.at + step
	if to < 0 || to >= len(l.entries) {
		return "", false
	}
	l.at = to
	return l.entries[to].Ref, true
}

func (l *list) lines(r rect) []string {
	lines := make([]string, r.h)
	first := max(0, l.at-r.h+1)
	for i := range lines {
		if n := first + i; n < len(l.entries) {
			mark := "  "
			if n == l.at {
				mark = "▸ "
			}
			lines[i] = ansi.Truncate(mark+l.entries[n].Title, r.w, "…")
		}
	}
	return lines
}

func (l *list) bindings() []key.Binding {
	m := l.app.keys.move
	return []key.Binding{m.Open, m.Down, m.Up, m.Back}
}

func (l *list) title() string { return "" }

func (l *list) close() { l.cancel() }
