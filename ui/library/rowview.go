package library

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"lede/model"
	"lede/model/figure"
	"lede/ui"
	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

// The cells of the columns at the right end of a row: its date, a star, and in rows of one line the site.
const (
	dateCells = 12 // "added 30 Nov"
	starCells = 2
	siteCells = 20
)

// From these widths of the rows on a date stands beside the title, and a site too in rows of one line.
const (
	datedFrom = 56
	sitedFrom = 80
)

// rowTopics is how many topics a row shows at most.
const rowTopics = 3

// margins is the cells of a row beside its words: the bar and the sign before them, and two at the end.
const margins = 6

// rowLines draws the rows that are seen, in their blocks.
func (d drawing) rowLines() []string {
	if d.pages.len() == 0 {
		return d.emptyLines()
	}
	var lines []string
	from, to := d.rows.Visible()
	for i := from; i < to; i++ {
		if title := d.blockTitle(d.o, i); title != "" {
			lines = append(lines, "  "+d.app.Theme.Strong.Render(title))
		}
		lines = append(lines, d.row(i)...)
	}
	return lines
}

// blockTitle is the title above row i: the rows to go on with are a block of their own. It is "" for most.
func (l *library) blockTitle(o libraryLayout, i int) string {
	switch n := len(l.pages.head); {
	case n == 0 || !o.blocks:
		return ""
	case i == 0:
		return unfinished.String()
	case i == n:
		name := orderName(l.pages.ask.sort, l.files.session != nil)
		first, size := utf8.DecodeRuneInString(name)
		return string(unicode.ToUpper(first)) + name[size:]
	}
	return ""
}

// rowAt is the row on a line of the screen, -1 for none.
func (l *library) rowAt(o libraryLayout, y int) int {
	from, to := l.rows.Visible()
	end := o.rows.Y
	for i := from; i < to; i++ {
		if l.blockTitle(o, i) != "" {
			end++
		}
		if end += o.row; y < end {
			return i
		}
	}
	return -1
}

// row draws row i.
func (d drawing) row(i int) []string {
	row, t, w := d.pages.row(i), d.app.Theme, d.o.rows.W-margins
	bar, style, here := "  ", theme.Style{}, i == d.rows.At
	switch {
	case here && !d.column.focus:
		bar, style = t.Accent.Render("▌")+" ", t.Title
	case here:
		bar = t.Border.Render("▌") + " "
	case row != nil && row.Status.Read:
		style = t.Dim
	}
	lines := make([]string, d.o.row)
	switch {
	case row == nil:
		lines[0] = bar + t.Dim.Render("…")
		return lines
	case d.o.oneLine:
		lines[0] = bar + d.sign(row) + d.single(row, style, w)
	default:
		lines[0] = bar + d.sign(row) + d.headed(row, style, w)
		if d.o.row > 1 {
			lines[1] = bar + "  " + d.detail(row, i, w)
		}
	}
	if d.o.snippet {
		lines[d.o.row-1] = bar + "  " + d.snippet(row, w)
	}
	if here && !d.column.focus {
		for n := range lines {
			lines[n] = grounded(t, lines[n], d.o.rows.W-1)
		}
	}
	return lines
}

// grounded lays the ground of the selected row under a line of w cells; none where the theme has none.
func grounded(t *theme.Theme, line string, w int) string {
	if t.Ground == (theme.Style{}) {
		return line
	}
	return render.Highlight(render.Line{Styled: render.Pad(line, w)}, 0, w, t.Ground).Styled
}

// headed is the first line of a row: its title, a star, and its date where there is room.
func (d drawing) headed(row *model.Row, style theme.Style, w int) string {
	if w < datedFrom {
		return d.title(row, style, w-starCells) + d.star(row)
	}
	return d.title(row, style, w-starCells-dateCells) + d.star(row) + d.date(row)
}

// single is all of a row on one line.
func (d drawing) single(row *model.Row, style theme.Style, w int) string {
	if w < sitedFrom || row.Problem != "" {
		return d.headed(row, style, w)
	}
	site := render.Pad(d.app.Theme.Site.Render(render.Truncate(row.Site, siteCells)), siteCells)
	title := d.title(row, style, w-starCells-dateCells-siteCells-2)
	return title + "  " + site + d.star(row) + d.date(row)
}

// title is the title in w cells, with what was looked for lit.
func (d drawing) title(row *model.Row, style theme.Style, w int) string {
	title := render.Truncate(ui.RowTitle(row), w)
	return render.Pad(widget.LitSpans(title, widget.PhraseSpans(title, d.words), style, d.app.Theme.Match), w)
}

func (d drawing) star(row *model.Row) string {
	if row.Status.Starred {
		return " " + d.app.Theme.Accent.Render("★")
	}
	return "  "
}

// date is the date at the right end of its column.
func (d drawing) date(row *model.Row) string {
	day := d.day(row)
	return render.Spaces(dateCells-render.Width(day)) + d.app.Theme.Dim.Render(day)
}

// day is when an article was published, or else when it was added; "" for a file that does not say.
func (d drawing) day(row *model.Row) string {
	if row.Published.IsZero() {
		return figure.Added(row.Status.Arrived, d.app.Now())
	}
	return figure.Day(row.Published, d.app.Now())
}

// sign stands before a title, two cells: selected, unread, begun, or nothing.
func (d drawing) sign(row *model.Row) string {
	t := d.app.Theme
	switch {
	case row.Problem != "":
		return t.Error.Render("!") + " "
	case d.chosen.has(row.ID):
		return t.Accent.Render("✓") + " "
	case row.Status.Read:
		return "  "
	case row.Status.Percent > 0:
		return t.Accent.Render("◐") + " "
	}
	return t.Accent.Render("●") + " "
}

// detail is the second line of a row: where from, by whom where that was looked for or there is much room, how long,
// how far it has been read, how many tell the same, and what it is about as far as there is room.
func (d drawing) detail(row *model.Row, i, w int) string {
	t := d.app.Theme
	if row.Problem != "" {
		return t.Error.Render(render.Truncate("Not read: "+row.Problem+".", w))
	}
	day := ""
	if w < datedFrom {
		day = d.day(row)
	}
	line := widget.DetailLine{Room: w - render.Width(day) - 2*min(1, len(day))}
	if i < len(d.pages.head) && !d.o.blocks {
		line.Add("", unfinished.String(), t.Accent)
	}
	line.Add(" · ", row.Site, t.Site)
	for _, name := range row.Byline {
		if spans := widget.PhraseSpans(name, d.words); len(spans) > 0 || w >= 90 {
			line.AddLit(" · ", name, spans, t.Dim, t.Match)
		}
	}
	if m := row.Minutes(); m > 0 {
		line.Add(" · ", figure.Minutes(m), t.Dim)
	}
	if row.Status.Percent > 0 && !row.Status.Read {
		line.Add(" · ", fmt.Sprintf("%d %%", row.Status.Percent), t.Accent)
	}
	if row.Sources > 1 {
		line.Add(" · ", figure.Number(row.Sources)+" sources", t.Accent)
	}
	gap := " · "
	for _, topic := range row.Topics[:min(rowTopics, len(row.Topics))] {
		if line.Add(gap, d.spelled(topic), t.Dim) {
			gap = ", "
		}
	}
	return widget.Spread(line.Out.String(), t.Dim.Render(day), w)
}

// spelled is a topic as the whole library spells it.
func (l *library) spelled(t model.Topic) string {
	if name := l.spelling[t.Key]; name != "" {
		return name
	}
	return t.NameIn(l.app.Language)
}

// spell notes how the library spells topics.
func (l *library) spell(topics []model.TopicCount) {
	if l.spelling == nil {
		l.spelling = make(map[string]string, len(topics))
	}
	for _, t := range topics {
		l.spelling[t.Key] = t.Name
	}
}
