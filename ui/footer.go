package ui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// footerLine is the last line: the notice, or the keys that are most useful now and the screen's status.
func (a *App) footerLine() string {
	if a.notice.text != "" {
		return ansi.Truncate(" "+a.notice.text, a.w, "…")
	}
	status := ""
	if t, ok := a.top().(telling); ok {
		status = t.status()
	}
	room := a.w - 1
	if status != "" {
		room -= ansi.StringWidth(status) + 2
	}
	keys := a.footerKeys(room)
	return " " + pad(keys, room) + strings.Repeat(" ", min(2, len(status))) + status
}

// footerKeys joins as many of the top screen's keys as fit in w cells, whole ones only. Help stays.
func (a *App) footerKeys(w int) string {
	const gap = "  "
	help := a.keys.common.Help.Help()
	last := help.Key + " " + help.Desc
	w -= ansi.StringWidth(gap + last)
	var b strings.Builder
	for _, k := range a.top().bindings() {
		part := k.Help().Key + " " + k.Help().Desc + gap
		cells := ansi.StringWidth(part)
		if cells > w || !k.Enabled() {
			break
		}
		w -= cells
		b.WriteString(part)
	}
	return b.String() + last
}
