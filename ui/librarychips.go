package ui

import (
	"strings"

	"lede/model/clean"
	"lede/ui/render"
)

// libraryChip is a part of what is asked for on screen: the cells from up to, but not including, to take it off when clicked.
type libraryChip struct {
	from, to int
	without  ask
}

// filterLine is the line of what is asked for: a chip a part, or the prompt after them while it is typed.
func (l *library) filterLine(o libraryLayout) string {
	l.chips = l.chips[:0]
	t, a, w := l.app.theme, l.ask, o.w-o.rows.x
	if l.typing.on {
		a.words = ""
	}
	if a.empty() && !l.typing.on {
		return l.idleLine(o, w)
	}
	var b strings.Builder
	used := 0
	for _, p := range a.parts() {
		lead, not := "  ", ""
		if p.joint != "" {
			lead = " " + p.joint + "  "
		}
		if p.not {
			not = "not "
		}
		name := render.Truncate(p.name, min(30, w-used-len(lead)-len(not)-4))
		if name == "" {
			break
		}
		from := used + len(lead)
		used = from + len(not) + render.Width(name) + 2
		b.WriteString(t.Dim.Render(lead+not) + t.Accent.Render(name) + t.Dim.Render(" ×"))
		l.chips = append(l.chips, libraryChip{o.rows.x + from, o.rows.x + used, p.without})
	}
	if l.typing.on {
		b.WriteString(l.promptText(used, w))
	}
	return b.String()
}

// idleLine stands in the line of the filter while nothing is asked for: how to begin, or the topics at hand where there is no
// column.
func (l *library) idleLine(o libraryLayout, w int) string {
	t := l.app.theme
	if l.first() {
		welcome := "These are samples. Add your own: lede add FILE or URL, or s in an article."
		if render.Width(welcome) > w-4 {
			welcome = "Add your own: lede add FILE or URL"
		}
		return "  " + t.Dim.Render(render.Truncate(welcome, w-4))
	}
	if o.column.w > 0 {
		return ""
	}
	var b strings.Builder
	used := 2
	for _, i := range l.column.items {
		if i.kind != topicItem || i.number == 0 {
			continue
		}
		n := render.Width(i.name) + 5
		if used+n > w {
			break
		}
		used += n
		b.WriteString(t.Strong.Render(number(i.number)) + " " + t.Dim.Render(i.name) + "   ")
	}
	return "  " + b.String()
}

func (l *library) promptText(used, w int) string {
	t, room := l.app.theme, l.promptRoom(used, w)
	text, _ := l.typing.prompt.line(room)
	if l.typing.prompt.text == "" {
		text = t.Dim.Render(render.Truncate("words, topic:ferries, is:unread, since:2w", room))
	}
	return "  " + t.Accent.Render(filterSign) + text
}

func (l *library) promptRoom(used, w int) int { return max(1, w-used-2-len(filterSign)-1) }

// promptX is where the prompt's text begins on its line, in cells of the screen.
func (l *library) promptX(o libraryLayout) int {
	x := o.rows.x
	if n := len(l.chips); n > 0 {
		x = l.chips[n-1].to
	}
	return x + 2 + len(filterSign)
}

// cursor implements pointing.
func (l *library) cursor() (x, y int, shown bool) {
	if !l.typing.on {
		return 0, 0, false
	}
	o := l.layout()
	x = l.promptX(o)
	_, at := l.typing.prompt.line(max(1, o.w-x-1))
	return x + at, o.filterY(), true
}

// hintLine stands under the prompt: what the word at the cursor may become, or what is wrong with the query and where.
func (l *library) hintLine(o libraryLayout) string {
	if !l.typing.on {
		return ""
	}
	x := l.promptX(o) - o.rows.x
	return l.hint(x, o.w-o.rows.x)
}

// footer implements footed: where there is no room for it under the prompt, what is wrong with the query takes the place of the
// keys.
func (l *library) footer() string {
	o := l.layout()
	switch {
	case !l.typing.on:
		return ""
	case len(l.typing.more.texts) > 0 && o.head < 3:
		return strings.TrimLeft(l.completions(0, l.app.w-2), " ")
	case len(l.typing.more.texts) > 0 || l.typing.err == nil:
		return ""
	case o.head > 2 && strings.Contains(l.hintLine(o), l.problemOfQuery()):
		return ""
	}
	return l.app.theme.Error.Render(l.problemOfQuery())
}

// hint is a line of w cells that belongs to the prompt whose text begins at cell x.
func (l *library) hint(x, w int) string {
	switch {
	case l.typing.err != nil && !l.typing.on:
		return ""
	case len(l.typing.more.texts) > 0:
		return l.completions(x, w)
	case l.typing.err != nil:
		return l.pointed(x, w)
	}
	return ""
}

// pointed points at what is wrong with the query and says it, where there is room: before the place, or else in the footer.
func (l *library) pointed(x, w int) string {
	style, text := l.app.theme.Error, l.problemOfQuery()
	at := min(x+render.Width(l.typing.prompt.text[:min(l.typing.err.At, len(l.typing.prompt.text))]), w-1)
	switch n := render.Width(text); {
	case at+2+n <= w:
		return render.Spaces(at) + style.Render("^ "+text)
	case n+4 <= at:
		return "  " + style.Render(text) + render.Spaces(at-n-2) + style.Render("^")
	}
	return render.Spaces(at) + style.Render("^")
}

// problemOfQuery is the sentence on what is wrong with the query, and what would be right.
func (l *library) problemOfQuery() string {
	return strings.TrimRight(clean.Line(l.typing.err.Text), ".") + "."
}

func (l *library) completions(x, w int) string {
	t := l.app.theme
	room := w - x
	var b strings.Builder
	for i, text := range l.typing.more.texts {
		style, gap := t.Dim, "  "
		if i == 0 {
			style, gap = t.Accent, ""
		}
		if n := render.Width(gap + text); n > room-5 {
			break
		} else {
			room -= n
		}
		b.WriteString(gap + style.Render(text))
	}
	if b.Len() == 0 {
		return ""
	}
	return render.Spaces(x) + b.String() + "  " + t.Dim.Render("tab")
}
