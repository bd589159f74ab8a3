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

// maxFooterKeys is how many keys the footer names at most, beside help, however wide it is; wantedFooterKeys is how many of them it names
// in fewer words rather than not at all.
const (
	maxFooterKeys    = 8
	wantedFooterKeys = 6
)

// footerKeys joins as many of the top screen's keys as fit in w cells, whole ones only. Help stays.
func (a *App) footerKeys(w int) string {
	const gap = "  "
	last := ""
	if !a.takesText() {
		last = a.footerKey(a.keys.common.Help.Help())
		w -= render.Width(gap + last)
	}
	var keys []key.Help
	wanted := 0 // cells
	for _, k := range a.top().bindings() {
		if len(keys) == maxFooterKeys || !k.Enabled() {
			break
		}
		if len(keys) < wantedFooterKeys {
			wanted += render.Width(a.footerKey(k.Help()) + gap)
		}
		keys = append(keys, k.Help())
	}
	brief := wanted > w
	var b strings.Builder
	for _, h := range keys {
		if brief {
			h.Desc = inShort(h.Desc)
		}
		part := a.footerKey(h) + gap
		cells := render.Width(part)
		if cells > w {
			break
		}
		w -= cells
		b.WriteString(part)
	}
	return b.String() + last
}

// inShort says what a key does where there is no room for all of it.
func inShort(does string) string {
	switch does {
	case "next section":
		return "section"
	case "next post":
		return "post"
	case "also read":
		return "also"
	case "follow a link":
		return "link"
	case "why is this so?":
		return "why"
	case "open in the browser":
		return "browser"
	case "topics, queries, sites":
		return "column"
	case "only the topic of that number":
		return "topic"
	case "order of topics":
		return "order"
	case "only this":
		return "only"
	case "leave out":
		return "out"
	}
	return does
}

func (a *App) footerKey(h key.Help) string {
	return a.theme.Strong.Render(h.Key) + " " + a.theme.Dim.Render(h.Desc)
}

// keysWhen are keys that are of use in some state.
type keysWhen struct {
	useful bool
	keys   []key.Binding
}

func when(useful bool, keys ...key.Binding) keysWhen { return keysWhen{useful, keys} }

// keysThat joins the keys that are of use.
func keysThat(are ...keysWhen) []key.Binding {
	keys := make([]key.Binding, 0, 2*len(are))
	for _, k := range are {
		if k.useful {
			keys = append(keys, k.keys...)
		}
	}
	return keys
}
