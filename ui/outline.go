package ui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// outline draws the sections beside the text. Its lines are kept until the present section or the size is another
// one.
type outline struct {
	made  outlineOf
	kept  []string
	first int // the section on the first line
	rows  int // the sections shown
}

// outlineOf is what the lines of an outline depend on.
type outlineOf struct {
	items   *items
	present int
	r       rect
	dark    bool
}

// lines returns r.h lines of r.w cells: the sections round the present one, and below them how many posts and related links
// there are.
func (o *outline) lines(a *App, it *items, present int, r rect) []string {
	of := outlineOf{it, present, r, a.theme.Dark}
	if o.kept != nil && o.made == of {
		return o.kept
	}
	o.made, o.kept = of, make([]string, 0, r.h)
	tally := it.tally()
	o.rows = min(len(it.sections), r.h)
	if tally != "" && r.h >= 6 {
		o.rows = min(len(it.sections), r.h-2)
	}
	o.first = max(0, min(present-o.rows/2, len(it.sections)-o.rows))
	for i := o.first; i < o.first+o.rows; i++ {
		o.kept = append(o.kept, o.line(a, it, i, r.w))
	}
	if len(o.kept)+2 <= r.h && tally != "" {
		o.kept = append(o.kept, render.Spaces(r.w), render.Pad("  "+a.theme.Dim.Render(tally), r.w))
	}
	for len(o.kept) < r.h {
		o.kept = append(o.kept, render.Spaces(r.w))
	}
	return o.kept
}

func (o *outline) line(a *App, it *items, i, w int) string {
	name := it.sectionName(i)
	if i == o.made.present {
		return render.Pad(a.theme.Accent.Render("▸ ")+a.theme.Strong.Render(render.Truncate(name, w-2)), w)
	}
	return render.Pad("  "+a.theme.Dim.Render(render.Truncate(name, w-2)), w)
}

// sectionAt is the section on a line of the outline, -1 for none.
func (o *outline) sectionAt(line int) int {
	if line < 0 || line >= o.rows {
		return -1
	}
	return o.first + line
}

// sectionName is a section as the outline names it, indented by its level.
func (it *items) sectionName(i int) string {
	s := it.article.Sections[i]
	if s.Title == "" {
		return "Lead"
	}
	return render.Spaces(2*min(max(0, s.Level-it.level), 4)) + s.Title
}

// tally says how many posts and related links the article has: "posts 1 · also read 2".
func (it *items) tally() string {
	text := ""
	if n := len(it.posts); n > 0 {
		text = "posts " + strconv.Itoa(n)
	}
	if n := len(it.related); n > 0 {
		if text != "" {
			text += " · "
		}
		text += "also read " + strconv.Itoa(n)
	}
	return text
}

// newOutlineMenu is the outline as an overlay: typing filters, enter jumps.
func newOutlineMenu(r *reader) *menu {
	rows := make([]menuRow, len(r.items.sections))
	for i := range rows {
		rows[i] = menuRow{
			label:  r.items.sectionName(i),
			detail: fmt.Sprintf("§ %d", i+1),
			take:   func() tea.Cmd { return r.toSection(i) },
		}
	}
	m := newMenu(r.app, "Outline", "type to find a section", rows)
	m.rows.to(r.section())
	return m
}
