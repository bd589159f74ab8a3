package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// press takes a key.
func (l *library) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case l.typing.on:
		return l.typeKey(msg)
	case l.column.focus:
		return l.column.press(msg)
	}
	k, m := &l.app.keys.lib, &l.app.keys.move
	switch {
	case key.Matches(msg, m.Open):
		return l.open()
	case key.Matches(msg, k.Topics):
		return l.pickTopics()
	case key.Matches(msg, k.Search):
		l.startTyping()
	case key.Matches(msg, k.Column):
		l.column.enter()
	case key.Matches(msg, k.Number):
		return l.column.number(digit(msg))
	case key.Matches(msg, k.Sort):
		l.turn(l.ask.nextOrder())
	case key.Matches(msg, k.Retry) && l.err != nil:
		l.err = nil
		l.made++
	case key.Matches(msg, m.Back), key.Matches(msg, k.Clear):
		return l.back(msg)
	case l.rows.moves(m, msg):
		l.rows.press(m, msg)
		l.moved()
	default:
		return l.act(msg)
	}
	return nil
}

// moves tells whether a key is one that press takes.
func (r *rows) moves(m *moveKeys, msg tea.KeyPressMsg) bool {
	return key.Matches(msg, m.Down, m.Up, m.HalfDown, m.HalfUp, m.PageDown, m.PageUp, m.Top, m.Bottom)
}

// back takes off the marks of a selection, then the last part of what is asked for; q ends the program.
func (l *library) back(msg tea.KeyPressMsg) tea.Cmd {
	m := &l.app.keys.move
	if msg.Code != tea.KeyEscape && key.Matches(msg, m.Back) {
		return l.app.pop()
	}
	switch {
	case !l.chosen.empty():
		l.chosen = choice{}
	case !l.ask.empty():
		l.turn(l.ask.back())
		l.column.build()
	case msg.Code == tea.KeyEscape:
		return l.app.notify("Press " + m.Back.Help().Key + " to quit.")
	}
	return nil
}

// open reads the selected article.
func (l *library) open() tea.Cmd {
	row := l.selected()
	if row == nil {
		return nil
	}
	l.moved()
	return l.app.push(newReader(l.app, row.Ref))
}

func (l *library) takesText() bool { return l.typing.on }

func (l *library) bindings() []key.Binding {
	k, m, p := l.app.keys.lib, l.app.keys.move, l.app.keys.prompt
	switch {
	case l.typing.on:
		p.Accept.SetHelp(p.Accept.Help().Key, "keep")
		p.Cancel.SetHelp(p.Cancel.Help().Key, "drop")
		return []key.Binding{k.Complete, p.Accept, p.Cancel, p.Next, p.Prev, p.Erase, p.EraseWord, p.EraseAll, p.Left, p.Right, p.Home, p.End}
	case l.column.focus:
		return l.column.bindings()
	}
	m.Back.SetHelp(m.Back.Help().Key, "quit")
	m.Open.SetHelp(m.Open.Help().Key, "read")
	row, first := l.selected(), l.first()
	if row != nil && l.chosen.empty() {
		k.Read.SetHelp(k.Read.Help().Key, readLabel(row.Status))
		if row.Status.Starred {
			k.Star.SetHelp(k.Star.Help().Key, "unstar")
		}
	}
	kept := l.real(row)
	return keysThat(
		when(row != nil, m.Open), when(l.err != nil, k.Retry), when(!first, k.Topics, k.Search), when(!l.ask.empty() || !l.chosen.empty(), k.Clear),
		when(kept, k.Star, k.Read, k.Tag, k.Remove), when(!first, k.Column, k.Undo, k.Sort), when(kept, k.Select, k.SelectAll, k.Story),
		when(kept && row.Sources > 1, k.Sources), when(row != nil && row.URL != "", k.Browse), when(!first, k.Number),
		when(true, m.Back, m.Down, m.Up, m.HalfDown, m.HalfUp, m.PageDown, m.PageUp, m.Top, m.Bottom),
	)
}

// readLabel is what the key for it does with an article of that status.
func readLabel(s model.Status) string {
	if s.Read {
		return "mark unread"
	}
	return "mark read"
}

// real tells whether a row is an article of the library, not a sample.
func (l *library) real(row *model.Row) bool { return row != nil && row.ID != "" }

// status implements telling: where the selected article is among those shown.
func (l *library) status() string {
	at := l.rows.at - len(l.pages.head)
	if l.column.focus || l.pages.len() <= l.rows.page || !l.pages.whole || at < 0 {
		return ""
	}
	return number(at+1) + " of " + number(l.pages.n)
}
