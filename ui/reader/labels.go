package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model/clean"
	"lede/ui/reader/hint"
	"lede/ui/reader/text"
)

// label labels the links in view, with one of them selected, or none.
func (l *links) label(selected int) tea.Cmd {
	r := l.reader
	visible, a := text.JoinRows(r.text.VisibleLinks()), r.article()
	if len(visible) == 0 {
		if a.Loose > 0 {
			return r.app.Notify("The links of this page lead nowhere: lede does not know where it is from. " +
				"Name it with --base-url " + clean.ShellOr(a.URL, "ADDRESS") + ".")
		}
		return r.app.Notify("There is no link on the screen.")
	}
	l.hints = hint.New(&r.app.Env, visible, selected, l.where, l.of, hintTable().Rows())
	return nil
}

// relabel lays the labels over text that has been drawn anew. They go when other links are in view.
func (l *links) relabel() {
	if l.hints != nil && !l.hints.Relabel(l.reader.text.VisibleLinks()) {
		l.hints = nil
	}
}

// letter takes a letter of a label. A key that is none, or begins no label, takes the labels away.
func (l *links) letter(msg tea.KeyPressMsg) tea.Cmd {
	h, letter := l.hints, strings.ToLower(msg.Text)
	if h == nil {
		return nil
	}
	if h.Asked() || !h.Takes(letter) {
		return l.drop()
	}
	if i := h.Add(letter, letter != msg.Text); i >= 0 {
		return l.takeHint(i)
	}
	if !h.Begins() {
		l.hints = nil
	}
	return nil
}

// drop takes the labels away.
func (l *links) drop() tea.Cmd {
	l.hints = nil
	return nil
}

// takeSelected follows the link that is selected.
func (l *links) takeSelected() tea.Cmd {
	if l.hints.Selected < 0 {
		return l.drop()
	}
	return l.takeHint(l.hints.Selected)
}

// choose selects the next link, or the one before.
func (l *links) choose(step int) tea.Cmd {
	if l.hints.Asked() {
		return l.drop()
	}
	l.hints.Step(step)
	return nil
}

// takeHint follows a link whose host has been shown.
func (l *links) takeHint(i int) tea.Cmd {
	link, browse := l.hints.Links[i], l.hints.Browse
	l.hints = nil
	if browse || link.Outside {
		return l.browse(link.Link())
	}
	return l.follow(link.Link())
}
