package reader

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

// outline draws the sections beside the text. Its lines are kept until the present section or the size is another
// one.
type outline struct {
	made     outlineOf
	kept     []string
	sections []int // the section on each line that has one
}

// outlineOf is what the lines of an outline depend on.
type outlineOf struct {
	items   *items
	present int
	r       widget.Rect
	theme   *theme.Theme
}

// lines returns r.h lines of r.w cells: the sections round the present one, and below them how many posts and related
// links there are.
func (o *outline) lines(e *widget.Env, it *items, present int, r widget.Rect) []string {
	of := outlineOf{it, present, r, e.Theme}
	if o.kept != nil && o.made == of {
		return o.kept
	}
	o.made, o.kept, o.sections = of, make([]string, 0, r.H), o.sections[:0]
	room, tally := r.H, it.tally()
	if tally != "" && r.H >= 6 {
		room -= 2
	}
	names := it.outlined(present, r.W-outlineMargins, room)
	for _, n := range names {
		o.add(n)
	}
	if tally != "" && len(o.kept)+2 <= r.H {
		o.kept = append(o.kept, render.Spaces(r.W), render.Pad("  "+e.Theme.Dim.Render(tally), r.W))
	}
	for len(o.kept) < r.H {
		o.kept = append(o.kept, render.Spaces(r.W))
	}
	return o.kept
}

// outlineMargins is the cells of an outline beside the names: the mark before them, and a space before the rule.
const outlineMargins = 3

// outlinedName is a section's name in lines of the outline.
type outlinedName struct {
	section int
	lines   []string
}

// outlined are the names of all sections, long ones on two lines, when they fit in a height; else those round the
// present section, each on one line.
func (it *items) outlined(present, w, h int) []outlinedName {
	if len(it.sections) <= h {
		names, used := make([]outlinedName, len(it.sections)), 0
		for i := range names {
			names[i] = outlinedName{i, foldName(it.sectionName(i), w)}
			used += len(names[i].lines)
		}
		if used <= h {
			return names
		}
	}
	n := min(h, len(it.sections))
	first := max(0, min(present-n/2, len(it.sections)-n))
	names := make([]outlinedName, n)
	for i := range names {
		names[i] = outlinedName{first + i, []string{render.Truncate(it.sectionName(first+i), w)}}
	}
	return names
}

// foldName breaks a name into at most two lines; the second is set in.
func foldName(name string, w int) []string {
	words := strings.TrimLeft(name, " ")
	indent := len(name) - len(words)
	lines := render.Wrap(words, max(8, w-indent-2))
	if len(lines) == 1 || render.Width(name) <= w {
		return []string{name}
	}
	rest := strings.TrimSpace(strings.TrimPrefix(words, lines[0]))
	return []string{
		render.Spaces(indent) + lines[0],
		render.Spaces(indent+2) + render.Truncate(rest, w-indent-2),
	}
}

// add draws a name; the present one is marked.
func (o *outline) add(n outlinedName) {
	t, mark := o.made.theme, "  "
	style := t.Dim
	if n.section == o.made.present {
		mark, style = t.Accent.Render("▸ "), t.Strong
	}
	for _, line := range n.lines {
		o.kept = append(o.kept, render.Pad(mark+style.Render(line), o.made.r.W))
		o.sections = append(o.sections, n.section)
		mark = "  "
	}
}

// sectionAt is the section on a line of the outline, -1 for none.
func (o *outline) sectionAt(line int) int {
	if line < 0 || line >= len(o.sections) {
		return -1
	}
	return o.sections[line]
}

// sectionName is a section or a post as the outline names it, indented by its level.
func (it *items) sectionName(i int) string {
	e := it.entries[i]
	s := it.article.Sections[e.section]
	if e.post != nil {
		return render.Spaces(2*min(max(0, e.post.Depth), 4)) + e.post.Name()
	}
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
func newOutlineMenu(r *reader) *widget.Menu {
	it := r.text.items
	rows := make([]widget.MenuRow, len(it.sections))
	for i := range rows {
		rows[i] = widget.MenuRow{
			Label:  it.sectionName(i),
			Detail: fmt.Sprintf("§ %d", i+1),
			Take:   func() tea.Cmd { return r.toSection(i) },
		}
	}
	m := widget.NewMenu(&r.app.Env, "Outline", "type to find a section", rows)
	m.Rows.To(r.text.section())
	return m
}
