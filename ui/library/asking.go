package library

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui/action"
	"lede/ui/widget"
)

// asking is the typing of a query.
type asking struct {
	library *library
	on      bool
	prompt  widget.Prompt
	before  ask
	err     *query.Error // what is wrong with the query, nil when nothing is
	more    widget.Completion
}

// start gives the keys to the prompt, with the words that are asked for.
func (t *asking) start() tea.Cmd {
	l := t.library
	*t = asking{library: l, on: true, before: l.ask, prompt: widget.Prompt{Text: l.ask.words, At: len(l.ask.words)}}
	t.look()
	l.fit()
	return nil
}

// end gives the keys back to the rows.
func (t *asking) end() {
	*t = asking{library: t.library}
	t.library.fit()
}

// searchingTable is what can be done while a query is typed.
func searchingTable() action.Table[*library] {
	by := func(m action.Motion) func(*library) tea.Cmd {
		return func(l *library) tea.Cmd { return l.move(m) }
	}
	const in = action.Typing
	return append(action.Table[*library]{
		{
			Name: "complete", Words: "complete", Keys: []string{"tab"}, Where: searchGroup,
			Do: func(l *library) tea.Cmd { return l.typing.complete() },
		},
		{Name: "accept", Words: "keep", Keys: []string{"enter"}, Where: in, Do: func(l *library) tea.Cmd {
			return l.typing.accept()
		}},
		{Name: "cancel", Words: "drop", Keys: []string{"esc"}, Where: in, Do: func(l *library) tea.Cmd {
			return l.typing.drop()
		}},
		{Name: "next", Words: "next", Keys: []string{"down", "ctrl+n"}, Where: in, Do: by(action.Down)},
		{Name: "previous", Words: "previous", Keys: []string{"up", "ctrl+p"}, Where: in, Do: by(action.Up)},
		{Name: "page-down", Keys: []string{"pgdown", "ctrl+f"}, Do: by(action.PageDown)},
		{Name: "page-up", Keys: []string{"pgup", "ctrl+b"}, Do: by(action.PageUp)},
	}, widget.Editing[*library]()...)
}

// drop ends the typing with what was asked for before.
func (t *asking) drop() tea.Cmd {
	before := t.before
	t.end()
	t.library.turn(before)
	return nil
}

// complete takes the first completion.
func (t *asking) complete() tea.Cmd {
	if t.prompt.CompleteTerm(t.more) {
		t.reask()
	}
	return nil
}

// accept ends the typing. A query that cannot be read is told of, and stays to be put right.
func (t *asking) accept() tea.Cmd {
	if t.more.Needed {
		t.prompt.Complete(t.more)
		t.reask()
	}
	if t.err != nil {
		return nil // it is told under the prompt
	}
	t.end()
	t.library.moved()
	return nil
}

// typed changes what is typed.
func (t *asking) typed(msg tea.Msg) {
	if t.prompt.Update(msg) {
		t.reask()
	} else {
		t.look()
	}
}

// reask asks for what is typed now: with the end of a term that is not whole yet taken from its first completion.
// What cannot be read leaves the rows as they are, and a term that has no value yet those of the others.
func (t *asking) reask() {
	t.look()
	p, now := t.prompt, t.library.app.Now()
	if t.more.Needed {
		p.Complete(t.more)
	}
	a := t.before
	a.words = p.Text
	_, err := a.query(now)
	t.err = nil
	if errors.As(err, &t.err) {
		rest, open := withoutOpenTerm(p)
		if a.words = rest; !open {
			return
		}
		if _, err := a.query(now); err != nil {
			return
		}
	}
	t.library.turn(a)
}

// withoutOpenTerm is a query without the term before the cursor; open reports whether it is a field whose value is to
// come: "topic:".
func withoutOpenTerm(p widget.Prompt) (rest string, open bool) {
	typed := p.Text[:p.At]
	from := lastTerm(typed)
	return strings.TrimSpace(typed[:from] + p.Text[p.At:]), strings.IndexByte(typed[from:], ':') == len(typed)-from-1 &&
		len(typed) > from
}

// look finds what the word at the cursor may become.
func (t *asking) look() { t.more = complete(t.prompt.Text, t.prompt.At, t.library.names()) }

// names are the topics and sites of the whole library, or of as much of it as has been counted.
func (l *library) names() model.Facets {
	if l.all.Total == 0 && len(l.all.Topics) == 0 {
		return l.facets
	}
	return l.all
}
