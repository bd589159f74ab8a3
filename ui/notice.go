package ui

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"lede/model/clean"
	"lede/ui/render"
	"lede/ui/widget"
)

// noticeTime is how long a notice stays when no key is pressed.
const noticeTime = 6 * time.Second

// notice is the line in the footer's place that says something and goes away: with the next key, or
// by itself.
type notice struct {
	Text   string // clean, one line; "" when there is none
	bad    bool   // something went wrong
	number int    // of the last notice, so that only its own time takes it away
}

// noticeFadedMsg says that the time of a notice is over.
type noticeFadedMsg struct{ number int }

// Notify shows a sentence in the footer's place.
func (a *App) Notify(sentence string) tea.Cmd { return a.announce(sentence, false) }

// Fail shows what went wrong with a task, named as verb and object ("open FILE"), and logs the whole of it.
func (a *App) Fail(task string, err error) tea.Cmd {
	a.Log.Error(task, "err", err)
	return a.announce(Problem(task, err), true)
}

// Problem says in a sentence what went wrong with a task. An error that is a sentence already is shown as it is.
func Problem(task string, err error) string {
	text := strings.TrimRight(clean.Line(err.Error()), ".") + "."
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsUpper(first) {
		return text
	}
	return "Cannot " + clean.Line(task) + ": " + text
}

func (a *App) announce(sentence string, bad bool) tea.Cmd {
	n := &a.Notice
	n.Text, n.bad = clean.Line(sentence), bad
	n.number++
	return a.After(noticeTime, noticeFadedMsg{n.number})
}

// maxNotice is how many lines a notice takes at most, and maxBad one of what went wrong, which may be several things.
const maxNotice, maxBad = 3, 6

// lines is the notice as it is shown. It is told to its end, with what to do, which takes more than one line in a
// narrow terminal.
func (n *notice) lines(e *widget.Env) []string {
	style, most, all := e.Theme.Accent, maxNotice, render.Wrap(n.Text, e.W-2)
	if n.bad {
		style, most = e.Theme.Error, maxBad
	}
	if n := min(most, max(1, e.H/4)); len(all) > n {
		all[n-1] = strings.Join(all[n-1:], " ")
		all = all[:n]
	}
	for i, line := range all {
		all[i] = " " + style.Render(render.Truncate(line, e.W-2))
	}
	return all
}

func (n *notice) clear() { n.Text = "" }

func (n *notice) fade(msg noticeFadedMsg) {
	if msg.number == n.number {
		n.clear()
	}
}
