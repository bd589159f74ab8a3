package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/theme"
)

// Question waits in the last line for an answer: enter, or the key that it came from, does it; any other key drops
// it.
type Question struct {
	Text string // a sentence, clean
	Host string // where it leads to, which is shown at any width
	Says string // the text of the link, when it names another host: something is wrong
	Yes  string // what enter does
	Also string // the name of the action that it came from, whose key does it too
	Do   func() tea.Cmd
}

// BrowseAction is the name of the action that shows something in the browser, on every screen that has one.
const BrowseAction = "browse"

// Ask shows a question.
func (a *App) Ask(q Question) tea.Cmd {
	a.question = &q
	return nil
}

// AskBrowse shows the host that an address leads to, and then the address in the browser.
func (a *App) AskBrowse(address string) tea.Cmd {
	if err := CheckURL(address); err != nil {
		return a.Fail("open the link", err)
	}
	return a.Ask(Question{
		Text: "Show " + HostEnd(address, MaxHost) + " in the browser?", Host: Host(address), Yes: "show", Also: BrowseAction,
		Do: func() tea.Cmd { return a.Browse(address) },
	})
}

// questionTable is what can be done while a question waits.
func questionTable() action.Table[*App] {
	drop := func(a *App) *Question {
		q := a.question
		a.question = nil
		return q
	}
	return action.Table[*App]{
		{
			Name: "yes", Words: "yes", Keys: []string{"enter"},
			Now: func(a *App) string { return a.question.Yes }, Do: func(a *App) tea.Cmd { return drop(a).Do() },
		},
		{Name: "cancel", Words: "cancel", Keys: []string{"esc"}, Do: func(a *App) tea.Cmd { drop(a); return nil }},
	}
}

// answer takes a key while a question waits. Any other key drops the question, and ok is false: it means something
// else.
func (a *App) answer(key string) (cmd tea.Cmd, ok bool) {
	q := a.question
	if q == nil {
		return nil, false
	}
	if b, found := action.Find([]action.Set{questionTable().For(a)}, key); found {
		return b.Do(), true
	}
	a.question = nil
	if b, found := action.Find(a.actions(), key); found && q.Also != "" && b.Name == q.Also {
		return q.Do(), true
	}
	return nil, false
}

// line is the question in w cells, with what the keys do.
func (q *Question) line(a *App, w int) string {
	var keys []string
	for b := range questionTable().For(a) {
		keys = append(keys, a.HintText(b.Key(), b.Words))
	}
	if q.Says != "" {
		return Leading(a.Theme.Error, Misleading(q.Text, q.Says, w, keys), LeadSign, q.Host, w, keys)
	}
	return Leading(a.Theme.Strong, q.Text, "browser: ", q.Host, w, keys)
}

// Leading writes a sentence about where something leads, and keys behind it, in w cells. Where they have no room, the
// last keys give way, then the sentence to a short one before the host, and then to the host alone, of which the end
// is shown.
func Leading(style theme.Style, text, short, host string, w int, keys []string) string {
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

// LeadSign stands before the host that a link leads to, where there is no room for a sentence.
const LeadSign = "→ "

// shortHost is the least of a host that is worth showing, in cells.
const shortHost = 12

// Misleading adds to a sentence what the text of a link says that leads elsewhere, as much of it as there is room for
// beside the first key.
func Misleading(leads, says string, w int, keys []string) string {
	const between = ", its text says "
	room := w - render.Width(leads+between+".  "+keys[0])
	if room < shortHost {
		return leads + ", and not where it says."
	}
	return leads + between + render.Truncate(says, room) + "."
}
