package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"lede/ui/render"
)

// footerLine is the last line: the notice, or the keys that are most useful now and the screen's status.
func (a *App) footerLine() string {
	if a.question != nil {
		return " " + a.question.line(a, a.w-2)
	}
	if a.notice.text != "" {
		all := a.notice.lines(a)
		return all[len(all)-1]
	}
	if f, ok := a.top().(footed); ok {
		if line := f.footer(); line != "" {
			return render.Truncate(" "+line, a.w)
		}
	}
	status := ""
	if t, ok := a.top().(telling); ok {
		status = t.status()
	}
	if under := a.packing.String(); under != "" && status != "" {
		status = under + " · " + status
	} else if under != "" {
		status = under
	}
	room := a.w - 1
	if status != "" {
		room -= render.Width(status) + 2
	}
	keys := a.footerKeys(room)
	return " " + spread(keys, a.theme.Dim.Render(status), a.w-2)
}

// maxFooterKeys is how many keys the footer names at most, however wide it is.
const maxFooterKeys = 8

// footerKeys joins as many of the top screen's keys as fit in w cells, whole ones only. Help stays.
func (a *App) footerKeys(w int) string {
	const gap = "  "
	last := ""
	if !a.takesText() {
		last = a.footerKey(a.keys.common.Help.Help())
		w -= render.Width(gap + last)
	}
	var b strings.Builder
	for i, k := range a.top().bindings() {
		part := a.footerKey(k.Help()) + gap
		cells := render.Width(part)
		if i == maxFooterKeys || cells > w || !k.Enabled() {
			break
		}
		w -= cells
		b.WriteString(part)
	}
	return b.String() + last
}

func (a *App) footerKey(h key.Help) string {
	return a.theme.Strong.Render(h.Key) + " " + a.theme.Dim.Render(h.Desc)
}
