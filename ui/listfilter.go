package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// narrow sets another filter and stays on the entry as long as it passes.
func (l *list) narrow(f filter) {
	l.listing.narrow(f)
	l.best = false
	l.settle()
}

// nextSort is the order after the present one. Files of a folder were not given in any.
func (l *list) nextSort() sorting {
	next := (l.listing.sort + 1) % sortings
	if next == given && !l.app.Given {
		return newest
	}
	return next
}

func (l *list) sortBy(s sorting) {
	l.listing.sortBy(s)
	l.settle()
}

// startTyping gives the keys to the prompt of the filter, with the words that it has.
func (l *list) startTyping() {
	l.before = l.listing.filter.text.typed
	l.typing, l.prompt = true, prompt{text: l.before, at: len(l.before)}
}

// typeKey takes a key while the filter is typed.
func (l *list) typeKey(msg tea.KeyPressMsg) tea.Cmd {
	k := &l.app.keys.prompt
	switch {
	case key.Matches(msg, k.Accept):
		l.typing = false
		l.moved()
	case key.Matches(msg, k.Cancel):
		l.typing, l.best = false, false
		l.words(l.before)
		l.settle()
	case key.Matches(msg, k.Next):
		l.rows.move(1)
		l.moved()
	case key.Matches(msg, k.Prev):
		l.rows.move(-1)
		l.moved()
	case msg.Text == "" && (key.Matches(msg, l.app.keys.move.PageDown) || key.Matches(msg, l.app.keys.move.PageUp)):
		l.rows.press(&l.app.keys.move, msg)
		l.moved()
	default:
		l.typed(msg)
	}
	return nil
}

// typed changes what is typed and goes to the best match. The entry that the reader was on is not forgotten.
func (l *list) typed(msg tea.Msg) {
	if l.prompt.update(&l.app.keys.prompt, msg) {
		l.best = true
		l.words(l.prompt.text)
		l.rows.to(0)
	}
}

// words sets the words of the filter.
func (l *list) words(typed string) {
	f := l.listing.filter
	f.text = newPattern(typed)
	l.listing.narrow(f)
	l.fit()
}
