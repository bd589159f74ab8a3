package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// question waits in the last line for an answer: enter, or the key that it came from, does it; any other key drops it.
type question struct {
	text string // a sentence, clean
	bad  bool   // it tells of something wrong
	yes  string // what enter does
	also key.Binding
	do   func() tea.Cmd
}

// ask shows a question.
func (a *App) ask(q question) tea.Cmd {
	a.question = &q
	return nil
}

// askBrowse shows the host that an address leads to, and then the address in the browser.
func (a *App) askBrowse(address string) tea.Cmd {
	if err := checkURL(address); err != nil {
		return a.fail("open the link", err)
	}
	const around = " Show  in the browser?  enter show  esc cancel"
	return a.ask(question{
		text: "Show " + hostEnd(address, max(8, a.w-len(around))) + " in the browser?", yes: "show", also: a.keys.reader.Browse,
		do: func() tea.Cmd { return a.browse(address) },
	})
}

// answer takes a key while a question waits. It reports false for a key that has dropped the question and means something else.
func (a *App) answer(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	q := a.question
	a.question = nil
	switch {
	case key.Matches(msg, a.keys.move.Open), key.Matches(msg, q.also):
		return q.do(), true
	case msg.Code == tea.KeyEscape:
		return nil, true
	}
	return nil, false
}

// line is the question in w cells, with what the keys do; its text gives way.
func (q *question) line(a *App, w int) string {
	style := a.theme.Strong
	if q.bad {
		style = a.theme.Error
	}
	keys := a.footerKey(bind(q.yes, "enter").Help()) + "  " + a.footerKey(bind("cancel", "esc").Help())
	return render.Truncate(style.Render(render.Truncate(q.text, max(8, w-render.Width(keys)-2)))+"  "+keys, w)
}
