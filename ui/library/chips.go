package library

import (
	"strings"

	"lede/model/clean"
	"lede/ui/render"
	"lede/ui/widget"
)

// filterLine is the line of what is asked for, and the prompt while it is typed.
func (l *library) filterLine(o libraryLayout) string {
	a, w := l.ask, o.w-o.rows.X
	if l.typing.on {
		a.words = ""
		line := l.chips.Draw(l.app.Theme, a.parts(), w-widget.PromptLeft)
		return line + l.chips.Typed(l.app.Theme, &l.typing.prompt, "words, topic:ferries, is:unread, since:2w", w)
	}
	if a.empty() {
		return l.idleLine(o, w)
	}
	return l.chips.Draw(l.app.Theme, a.parts(), w)
}

// idleLine stands in the line of the filter while nothing is asked for: how to begin, or the topics at hand where there is no
// column.
func (l *library) idleLine(o libraryLayout, w int) string {
	t := l.app.Theme
	if l.first() {
		welcome := "These are samples. Add your own: lede add FILE or URL, or s in an article."
		if render.Width(welcome) > w-4 {
			welcome = "Add your own: lede add FILE or URL"
		}
		return "  " + t.Dim.Render(render.Truncate(welcome, w-4))
	}
	if o.column.W > 0 {
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
		b.WriteString(t.Strong.Render(widget.Number(i.number)) + " " + t.Dim.Render(i.name) + "   ")
	}
	return "  " + b.String()
}

// Cursor implements pointing.
func (l *library) Cursor() (x, y int, shown bool) {
	if !l.typing.on {
		return 0, 0, false
	}
	o := l.layout()
	return o.rows.X + l.chips.Cursor(&l.typing.prompt, o.w-o.rows.X), o.filterY(), true
}

// hintLine stands under the prompt: what the word at the cursor may become, or what is wrong with the query and where.
func (l *library) hintLine(o libraryLayout) string {
	if !l.typing.on {
		return ""
	}
	return l.hint(l.chips.TypedAt(), o.w-o.rows.X)
}

// Footer implements footed: where there is no room for it under the prompt, what is wrong with the query takes the place of the
// keys.
func (l *library) Footer() string {
	o := l.layout()
	switch {
	case !l.typing.on:
		return ""
	case len(l.typing.more.Texts) > 0 && o.head < 3:
		return strings.TrimLeft(l.completions(0, l.app.W-2), " ")
	case len(l.typing.more.Texts) > 0 || l.typing.err == nil:
		return ""
	case o.head > 2 && strings.Contains(l.hintLine(o), l.problemOfQuery()):
		return ""
	}
	return l.app.Theme.Error.Render(l.problemOfQuery())
}

// hint is a line of w cells that belongs to the prompt whose text begins at cell x.
func (l *library) hint(x, w int) string {
	switch {
	case l.typing.err != nil && !l.typing.on:
		return ""
	case len(l.typing.more.Texts) > 0:
		return l.completions(x, w)
	case l.typing.err != nil:
		return l.pointed(x, w)
	}
	return ""
}

// pointed points at what is wrong with the query and says it, where there is room: before the place, or else in the footer.
func (l *library) pointed(x, w int) string {
	style, text := l.app.Theme.Error, l.problemOfQuery()
	at := min(x+render.Width(l.typing.prompt.Text[:min(l.typing.err.At, len(l.typing.prompt.Text))]), w-1)
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
	t := l.app.Theme
	room := w - x
	var b strings.Builder
	for i, text := range l.typing.more.Texts {
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
