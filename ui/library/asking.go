package library

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/action"
	"lede/ui/widget"
)

// asking is the typing of a query.
type asking struct {
	on     bool
	prompt widget.Prompt
	before ask
	err    *model.QueryError // what is wrong with the query, nil when nothing is
	more   widget.Completion
}

// startTyping gives the keys to the prompt, with the words that are asked for.
func (l *library) startTyping() tea.Cmd {
	words := l.ask.words
	l.typing = asking{on: true, before: l.ask, prompt: widget.Prompt{Text: words, At: len(words)}}
	l.complete()
	l.fit()
	return nil
}

// endTyping gives the keys back to the rows.
func (l *library) endTyping() {
	l.typing = asking{}
	l.fit()
}

// searchingTable is what can be done while a query is typed.
func searchingTable() action.Table[*library] {
	by := func(m action.Motion) func(*library) tea.Cmd {
		return func(l *library) tea.Cmd { return l.move(m) }
	}
	const in = widget.TypingGroup
	return append(action.Table[*library]{
		{
			Name: "complete", Words: "complete", Keys: []string{"tab"}, Where: searchGroup,
			Do: (*library).completeTerm,
		},
		{Name: "accept", Words: "keep", Keys: []string{"enter"}, Where: in, Do: (*library).accept},
		{Name: "cancel", Words: "drop", Keys: []string{"esc"}, Where: in, Do: (*library).dropTyping},
		{Name: "next", Words: "next", Keys: []string{"down", "ctrl+n"}, Where: in, Do: by(action.Down)},
		{Name: "previous", Words: "previous", Keys: []string{"up", "ctrl+p"}, Where: in, Do: by(action.Up)},
		{Name: "page-down", Keys: []string{"pgdown", "ctrl+f"}, Do: by(action.PageDown)},
		{Name: "page-up", Keys: []string{"pgup", "ctrl+b"}, Do: by(action.PageUp)},
	}, widget.Editing[*library]()...)
}

// dropTyping ends the typing with what was asked for before.
func (l *library) dropTyping() tea.Cmd {
	before := l.typing.before
	l.endTyping()
	l.turn(before)
	return nil
}

// completeTerm takes the first completion.
func (l *library) completeTerm() tea.Cmd {
	if l.typing.prompt.CompleteTerm(l.typing.more) {
		l.reask()
	}
	return nil
}

// accept ends the typing. A query that cannot be read is told of, and stays to be put right.
func (l *library) accept() tea.Cmd {
	if l.typing.more.Needed {
		l.typing.prompt.Complete(l.typing.more)
		l.reask()
	}
	if l.typing.err != nil {
		return nil // it is told under the prompt
	}
	l.endTyping()
	l.moved()
	return nil
}

// typed changes what is typed.
func (l *library) typed(msg tea.Msg) {
	if l.typing.prompt.Update(msg) {
		l.reask()
	} else {
		l.complete()
	}
}

// reask asks for what is typed now: with the end of a term that is not whole yet taken from its first completion.
// What cannot be
// read leaves the rows as they are, and a term that has no value yet those of the others.
func (l *library) reask() {
	l.complete()
	p, more := l.typing.prompt, l.typing.more
	if more.Needed {
		p.Complete(more)
	}
	a := l.typing.before
	a.words = p.Text
	_, err := a.query(l.app.Now())
	l.typing.err = nil
	if errors.As(err, &l.typing.err) {
		rest, open := withoutOpenTerm(p)
		if a.words = rest; !open {
			return
		}
		if _, err := a.query(l.app.Now()); err != nil {
			return
		}
	}
	l.turn(a)
}

// withoutOpenTerm is a query without the term before the cursor; open tells that it is a field whose value is to
// come: "topic:".
func withoutOpenTerm(p widget.Prompt) (rest string, open bool) {
	typed := p.Text[:p.At]
	from := lastTerm(typed)
	return strings.TrimSpace(typed[:from] + p.Text[p.At:]), strings.IndexByte(typed[from:], ':') == len(typed)-from-1 && len(typed) > from
}

// complete finds what the word at the cursor may become.
func (l *library) complete() {
	l.typing.more = complete(l.typing.prompt.Text, l.typing.prompt.At, l.names())
}

// names are the topics and sites of the whole library, or of as much of it as has been counted.
func (l *library) names() model.Facets {
	if l.all.Total == 0 && len(l.all.Topics) == 0 {
		return l.facets
	}
	return l.all
}
