package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"lede/ui/action"
	"lede/ui/render"
)

// footerLine is the last line: the notice, or the keys that are most useful now and the screen's status.
func (a *App) footerLine() string {
	if a.question != nil {
		return " " + a.question.line(a, a.w-2)
	}
	if a.notice.text != "" {
		all := a.notice.lines(&a.env)
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

// maxFooterKeys is how many actions the footer names at most, beside the way out and help, however wide it is;
// wantedFooterKeys is how many
// of them it names in fewer words rather than not at all.
const (
	maxFooterKeys    = 8
	wantedFooterKeys = 6
)

// footerGap stands between two hints of the footer.
const footerGap = "  "

// hint is a key that the footer names, and the cells where.
type hint struct {
	key      string
	from, to int
}

// footerKeys joins as many of the top screen's actions as fit in w cells, whole ones only, and notes where they
// stand. The way out and help
// stay at the end.
func (a *App) footerKeys(w int) string {
	first, last := a.offered()
	for _, b := range last {
		w -= render.Width(footerGap + a.hintText(b.Key(), b.Words))
	}
	wanted := 0 // cells
	for _, b := range first[:min(len(first), wantedFooterKeys)] {
		wanted += render.Width(a.hintText(b.Key(), b.Words) + footerGap)
	}
	var line strings.Builder
	at := 1
	put := func(b action.Bound, words string) {
		text := a.hintText(b.Key(), words)
		a.hints = append(a.hints, hint{b.Keys[0], at, at + render.Width(text)})
		line.WriteString(text + footerGap)
		at += render.Width(text + footerGap)
	}
	for _, b := range first {
		words := b.Words
		if wanted > w {
			words = b.Brief
		}
		if at-1+render.Width(a.hintText(b.Key(), words)+footerGap) > w {
			break
		}
		put(b, words)
	}
	for _, b := range last {
		put(b, b.Words)
	}
	return strings.TrimSuffix(line.String(), footerGap)
}

// offered returns the actions for the footer: the first ones of the top screen, and those that end it.
func (a *App) offered() (first, last []action.Bound) {
	for b := range a.top().actions()[0] {
		switch {
		case !b.Offered():
		case b.Name == backAction:
			last = append(last, b)
		case len(first) < maxFooterKeys:
			first = append(first, b)
		}
	}
	if !a.takesText() {
		if b, ok := action.Named([]action.Set{a.always()}, helpAction); ok {
			last = append(last, b)
		}
	}
	return first, last
}

// hintText is a key and what it does.
func (e *env) hintText(key, words string) string {
	return e.theme.Strong.Render(key) + " " + e.theme.Dim.Render(words)
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
