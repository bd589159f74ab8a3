package library

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"lede/model"
	"lede/ui"
	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

func (l *library) Lines(r widget.Rect) []string {
	o := layoutLibrary(r.W, r.H, l.app.Measure, l.column.focus, len(l.words) > 0)
	lines := make([]string, 0, r.H)
	l.chips.Clear()
	if o.rows.W > 0 {
		lines = l.centre(lines, o)
	}
	for len(lines) < r.H {
		lines = append(lines, "")
	}
	lines = lines[:r.H]
	if o.column.W > 0 {
		l.column.beside(lines, o)
	}
	if o.preview.W > 0 {
		l.preview.Beside(lines)
	}
	return lines
}

// centre draws the head and the rows.
func (l *library) centre(lines []string, o libraryLayout) []string {
	lines = append(lines, l.headLine(o))
	if o.head > 1 {
		lines = append(lines, l.filterLine(o))
	}
	if o.head > 2 {
		lines = append(lines, l.hintLine(o))
	}
	return append(lines, l.rowLines(o)...)
}

// headLine tells how many articles there are, how many are selected, and the order.
func (l *library) headLine(o libraryLayout) string {
	if o.head == 1 && (l.typing.on || !l.ask.empty()) {
		return l.filterLine(o)
	}
	t := l.app.Theme
	right := []string{orderName(l.pages.ask.sort)}
	switch {
	case l.chosen.all:
		right = append([]string{"all selected"}, right...)
	case len(l.chosen.ids) > 0:
		right = append([]string{widget.Number(len(l.chosen.ids)) + " selected"}, right...)
	}
	w := o.w - o.rows.X
	if o.preview.W > 0 {
		w = o.rows.W
	}
	return widget.Beside("  "+t.Strong.Render(l.countText()), right, t.Dim, w)
}

// countText is how many articles there are.
func (l *library) countText() string {
	switch {
	case l.err != nil && l.pages.len() == 0, l.pages.made == 0:
		return "Library"
	case l.first():
		return "Your library is empty"
	case !l.pages.whole && l.pages.n == 0:
		return "Library"
	case !l.pages.whole:
		return widget.Articles(l.pages.n) + " or more"
	}
	return widget.Articles(l.pages.n)
}

func (l *library) rowLines(o libraryLayout) []string {
	if l.pages.len() == 0 {
		return l.emptyLines(o)
	}
	var lines []string
	from, to := l.rows.Visible()
	for i := from; i < to; i++ {
		row := l.pages.row(i)
		bar, style := "  ", theme.Style{}
		if i == l.rows.At && !l.column.focus {
			bar, style = l.app.Theme.Accent.Render("▌")+" ", l.app.Theme.Title
		} else if i == l.rows.At {
			bar = l.app.Theme.Border.Render("▌") + " "
		}
		if row == nil {
			lines = append(lines, bar+l.app.Theme.Dim.Render("…"))
			for range o.row - 1 {
				lines = append(lines, "")
			}
			continue
		}
		lines = l.row(lines, o, row, i, bar, style)
	}
	return lines
}

// row draws one row.
func (l *library) row(lines []string, o libraryLayout, row *model.Row, i int, bar string, style theme.Style) []string {
	t, w := l.app.Theme, o.rows.W-6
	right := ""
	if row.Status.Starred {
		right = t.Accent.Render("★")
	}
	if row.Status.Read && i != l.rows.At {
		style = t.Dim
	}
	room := w
	if right != "" {
		room -= 2
	}
	title := render.Truncate(ui.RowTitle(row), room)
	text := widget.LitSpans(title, widget.PhraseSpans(title, l.words), style, t.Match)
	if right != "" {
		text = render.Pad(text, w-1) + right
	}
	lines = append(lines, bar+l.sign(row)+text)
	body := o.row - o.air()
	if body > 1 {
		lines = append(lines, bar+"  "+l.detail(row, i, w))
	}
	if o.snippet {
		lines = append(lines, bar+"  "+l.snippet(row, w))
	}
	if o.air() > 0 {
		lines = append(lines, "")
	}
	return lines
}

// sign stands before a title, two cells: selected, unread, begun, or nothing.
func (l *library) sign(row *model.Row) string {
	t := l.app.Theme
	switch {
	case row.ID == "":
		return "  "
	case l.chosen.has(row.ID):
		return t.Accent.Render("✓") + " "
	case row.Status.Read:
		return "  "
	case row.Status.Percent > 0:
		return t.Accent.Render("◐") + " "
	}
	return t.Accent.Render("●") + " "
}

// detail is the second line of a row: how far it has been read, where from, when, how long, and what it is about as far as there is
// room.
func (l *library) detail(row *model.Row, i, w int) string {
	t := l.app.Theme
	d := widget.DetailLine{Room: w}
	if i < len(l.pages.head) && row.ID != "" {
		d.Add("", "Continue", t.Accent)
	}
	if row.Status.Percent > 0 && !row.Status.Read {
		d.Add(" · ", fmt.Sprintf("%d %%", row.Status.Percent), t.Accent)
	}
	d.Add(" · ", row.Site, t.Dim)
	for _, name := range row.Byline {
		if spans := widget.PhraseSpans(name, l.words); len(spans) > 0 || w >= 90 {
			d.AddLit(" · ", name, spans, t.Dim, t.Match)
		}
	}
	d.Add(" · ", widget.DayOf(row.Published, l.app.Now()), t.Dim)
	if m := row.Minutes(); m > 0 {
		d.Add(" · ", widget.Number(m)+" min", t.Dim)
	}
	if row.Sources > 1 {
		d.Add(" · ", widget.Number(row.Sources)+" sources", t.Accent)
	}
	gap := " · "
	for _, topic := range row.Topics {
		if d.Add(gap, topic.Name, t.Dim) {
			gap = ", "
		}
	}
	return d.Out.String()
}

// snippet is the line of the passage that the search is about, begun so that its first match is seen.
func (l *library) snippet(row *model.Row, w int) string {
	lead := min(26, w/2)
	s := l.snippets[row.ID]
	from := 0
	if len(s.Marks) > 0 && render.Width(s.Text[:s.Marks[0][1]]) > w-12 {
		from = wordBetween(s.Text, s.Marks[0][0]-lead, s.Marks[0][0])
	}
	spans := make([]widget.Span, len(s.Marks))
	for i, m := range s.Marks {
		spans[i] = widget.Span{From: m[0] - from, To: m[1] - from}
	}
	text := widget.LitSpans(s.Text[from:], spans, theme.Style{}, l.app.Theme.Match)
	if from > 0 {
		text = "… " + text
	}
	return render.Truncate(text, w)
}

// wordBetween is where the first word begins between two bytes of a text, or, where none does, the first character.
func wordBetween(text string, from, to int) int {
	if from <= 0 {
		return 0
	}
	if i := strings.IndexByte(text[from-1:to], ' '); i >= 0 {
		return from + i
	}
	for from < to && !utf8.RuneStart(text[from]) {
		from++
	}
	return from
}

// emptyLines says why there is nothing, and what can be done.
func (l *library) emptyLines(o libraryLayout) []string {
	say := func(strong string, more ...string) []string { return l.app.Say(o.rows.W, strong, more...) }
	switch {
	case l.err != nil:
		return say(l.problem(), "Press r to try again.")
	case l.pages.made == 0 || o.rows.W < 8:
		return nil
	case !l.pages.ask.empty():
		return say("Nothing matches.", "Press esc or "+l.tables.row("clear").Key()+" to take the last part off.")
	}
	return say("Your library is empty.", "Add your first article: lede add FILE, FOLDER or URL, or press s in one that you read.")
}
