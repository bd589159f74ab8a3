package library

import (
	"strings"

	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/render"
	"lede/ui/widget"
)

// filterLine is the line of what is asked for, and the prompt while it is typed.
func (d drawing) filterLine() string {
	a, w := d.ask, d.o.w-d.o.rows.X
	if d.typing.on {
		a.words = ""
		line := d.chips.Draw(d.app.Theme, a.parts(), w-widget.PromptLeft)
		return line + d.chips.Typed(d.app.Theme, &d.typing.prompt, "words, topic:ferries, is:unread, since:2w", w)
	}
	if a.empty() {
		return d.idleLine(w)
	}
	return d.chips.Draw(d.app.Theme, a.parts(), w)
}

// idleLine stands in the line of the filter while nothing is asked for: how to begin, or the topics at hand where
// there is no column.
func (d drawing) idleLine(w int) string {
	t := d.app.Theme
	if welcome := d.welcome(w - 4); welcome != "" {
		return "  " + t.Dim.Render(render.Truncate(welcome, w-4))
	}
	if d.o.column.W > 0 {
		return ""
	}
	var b strings.Builder
	used := 2
	for _, i := range d.column.items {
		if i.kind != topicItem || i.number == 0 {
			continue
		}
		n := render.Width(i.name) + 5
		if used+n > w {
			break
		}
		used += n
		b.WriteString(t.Strong.Render(figure.Number(i.number)) + " " + t.Dim.Render(i.name) + "   ")
	}
	return "  " + b.String()
}

// welcome is how to begin, in at most w cells if it can be; "" where that is known.
func (l *library) welcome(w int) string {
	if !l.sampling() {
		return l.app.Welcome
	}
	welcome := "These are samples. Paste an address here to keep its page."
	if render.Width(welcome) > w {
		return "Paste an address to keep its page."
	}
	return welcome
}

// Cursor implements pointing.
func (l *library) Cursor() (x, y int, shown bool) {
	if !l.typing.on {
		return 0, 0, false
	}
	o := l.layout()
	return o.rows.X + l.chips.Cursor(&l.typing.prompt, o.w-o.rows.X), o.filterY(), true
}

// hintLine stands under the prompt: what the word at the cursor may become, or what is wrong with the query and
// where.
func (d drawing) hintLine() string {
	if !d.typing.on {
		return ""
	}
	return d.hint(d.chips.TypedAt(), d.o.w-d.o.rows.X)
}

// Footer implements ui.Footed.
func (l *library) Footer() string {
	if under := l.refresh.Progress(); under != "" && !l.typing.on {
		return l.app.HintText("esc", "stops") + " · " + under
	}
	return drawing{l, l.layout()}.footer()
}

// footer is what is wrong with the query, or how it may go on, where there is no room for it under the prompt.
func (d drawing) footer() string {
	switch {
	case !d.typing.on:
		return ""
	case len(d.typing.more.Texts) > 0 && d.o.head < 3:
		return strings.TrimLeft(d.completions(0, d.app.W-2), " ")
	case len(d.typing.more.Texts) > 0 || d.typing.err == nil:
		return ""
	case d.o.head > 2 && strings.Contains(d.hintLine(), d.problemOfQuery()):
		return ""
	}
	return d.app.Theme.Error.Render(d.problemOfQuery())
}

// hint is a line of w cells that belongs to the prompt whose text begins at cell x.
func (d drawing) hint(x, w int) string {
	switch {
	case d.typing.err != nil && !d.typing.on:
		return ""
	case len(d.typing.more.Texts) > 0:
		return d.completions(x, w)
	case d.typing.err != nil:
		return d.pointed(x, w)
	}
	return ""
}

// pointed points at what is wrong with the query and says it, where there is room: before the place, or else in the
// footer.
func (d drawing) pointed(x, w int) string {
	style, text := d.app.Theme.Error, d.problemOfQuery()
	at := min(x+render.Width(d.typing.prompt.Text[:min(d.typing.err.At, len(d.typing.prompt.Text))]), w-1)
	switch n := render.Width(text); {
	case at+2+n <= w:
		return render.Spaces(at) + style.Render("^ "+text)
	case n+4 <= at:
		return "  " + style.Render(text) + render.Spaces(at-n-2) + style.Render("^")
	}
	return render.Spaces(at) + style.Render("^")
}

// problemOfQuery is the sentence on what is wrong with the query, and what would be right.
func (d drawing) problemOfQuery() string {
	return strings.TrimRight(clean.Line(d.typing.err.Text), ".") + "."
}

func (d drawing) completions(x, w int) string {
	t := d.app.Theme
	room := w - x
	var b strings.Builder
	for i, text := range d.typing.more.Texts {
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
