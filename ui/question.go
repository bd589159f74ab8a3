package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
	"lede/ui/theme"
)

// question waits in the last line for an answer: enter, or the key that it came from, does it; any other key drops it.
type question struct {
	text string // a sentence, clean
	host string // where it leads to, which is shown at any width
	says string // the text of the link, when it tells of another host: something is wrong
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
	return a.ask(question{
		text: "Show " + hostEnd(address, maxHost) + " in the browser?", host: host(address), yes: "show", also: a.keys.reader.Browse,
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

// line is the question in w cells, with what the keys do.
func (q *question) line(a *App, w int) string {
	keys := []string{a.footerKey(bind(q.yes, "enter").Help()), a.footerKey(bind("cancel", "esc").Help())}
	if q.says != "" {
		return leading(a.theme.Error, misleading(q.text, q.says, w, keys), leadSign, q.host, w, keys)
	}
	return leading(a.theme.Strong, q.text, "browser: ", q.host, w, keys)
}

// leading writes a sentence about where something leads, and keys behind it, in w cells. Where they have no room, the last keys give
// way, then the sentence to a short one before the host, and then to the host alone, of which the end is shown.
func leading(style theme.Style, text, short, host string, w int, keys []string) string {
	for n := len(keys); n > 0; n-- {
		behind := "  " + strings.Join(keys[:n], "  ")
		if render.Width(text)+render.Width(behind) <= w {
			return style.Render(text) + behind
		}
	}
	behind := "  " + keys[0]
	room := w - render.Width(behind)
	if room < shortHost {
		behind, room = "", w
	}
	if render.Width(short+host) > room {
		short = ""
	}
	return style.Render(short+endOf(host, room)) + behind
}

// leadSign stands before the host that a link leads to, where there is no room for a sentence.
const leadSign = "→ "

// shortHost is the least of a host that is worth showing, in cells.
const shortHost = 12

// misleading adds to a sentence what the text of a link says that leads elsewhere, as much of it as there is room for beside the first
// key.
func misleading(leads, says string, w int, keys []string) string {
	const between = ", its text says "
	room := w - render.Width(leads+between+".  "+keys[0])
	if room < shortHost {
		return leads + ", and not where it says."
	}
	return leads + between + render.Truncate(says, room) + "."
}
