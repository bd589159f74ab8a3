package text

import (
	"fmt"
	"strings"

	"lede/model/figure"
	"lede/ui/render"
	"lede/ui/theme"
	"lede/ui/widget"
)

// outline draws the sections beside the text. Its lines are kept until the present section, what has been read or the
// size is another.
type outline struct {
	made     outlineOf
	kept     []string
	sections []int // the section on each line that has one
}

// outlineOf is what the lines of an outline depend on.
type outlineOf struct {
	items         *Items
	counted       bool // the words of the sections are known
	present, read int
	r             widget.Rect
	theme         *theme.Theme
}

// maxOutline is how many lines an outline takes at most. What scrolls beside it is moved by the terminal with all
// that is on the same lines, so that each line of the outline is written anew for each line scrolled: 40 of them are
// 1,300 to 2,400 bytes, seven with the line that is new less than 400. All sections are a key away.
const maxOutline = 7

// lines returns r.h lines of r.w cells: the sections round the present one.
func (o *outline) lines(p *Pane) []string {
	r := p.Layout.Outline
	of := outlineOf{p.Items, p.Sums != nil, p.Section(), len(p.Passed.read), r, p.App.Theme}
	if o.kept != nil && o.made == of {
		return o.kept
	}
	o.made, o.kept, o.sections = of, make([]string, 0, r.H), o.sections[:0]
	for _, n := range p.Items.outlined(of.present, r.W-outlineMargins, min(r.H, maxOutline)) {
		o.add(p, n)
	}
	for len(o.kept) < r.H {
		o.kept = append(o.kept, render.Spaces(r.W))
	}
	return o.kept
}

// outlineMargins is the cells of an outline beside the names: the mark before them, the minutes behind them, and a
// space before the rule.
const outlineMargins = 3 + outlineMinutes

// outlineMinutes is the cells that the minutes of a section take.
const outlineMinutes = len(" 12 min")

// outlinedName is a section's name in lines of the outline.
type outlinedName struct {
	section int
	lines   []string
}

// outlined are the names of all sections, long ones on two lines, when they fit in a height; else those round the
// present section, each on one line.
func (it *Items) outlined(present, w, h int) []outlinedName {
	if len(it.Sections) <= h {
		names, used := make([]outlinedName, len(it.Sections)), 0
		for i := range names {
			names[i] = outlinedName{i, foldName(it.SectionName(i), w)}
			used += len(names[i].lines)
		}
		if used <= h {
			return names
		}
	}
	n := min(h, len(it.Sections))
	first := max(0, min(present-n/2, len(it.Sections)-n))
	names := make([]outlinedName, n)
	for i := range names {
		names[i] = outlinedName{first + i, []string{render.Truncate(it.SectionName(first+i), w)}}
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

// add draws a name and the minutes of its section. The present one and those that are read are marked.
func (o *outline) add(p *Pane, n outlinedName) {
	t, mark, style := o.made.theme, "  ", theme.Style{}
	switch {
	case n.section == o.made.present:
		mark, style = t.Accent.Render("▸ "), t.Strong
	case p.Passed.read[n.section]:
		mark = "✓ "
	}
	time := ""
	if m := p.Sums.minutesOf(p.Items, n.section); m > 0 {
		time = figure.Minutes(m)
	}
	for _, line := range n.lines {
		text := widget.Spread(mark+style.Render(line), time, o.made.r.W-1)
		o.kept = append(o.kept, render.Pad(text, o.made.r.W))
		o.sections = append(o.sections, n.section)
		mark, time = "  ", ""
	}
}

// sectionAt is the section on a line of the outline, -1 for none.
func (o *outline) sectionAt(line int) int {
	if line < 0 || line >= len(o.sections) {
		return -1
	}
	return o.sections[line]
}

// SectionName is a section or a post as the outline names it, indented by its level.
func (it *Items) SectionName(i int) string {
	e := it.entries[i]
	s := it.Article.Sections[e.section]
	if e.post != nil {
		return render.Spaces(2*min(max(0, e.post.Depth), 4)) + e.post.Name()
	}
	if s.Title == "" {
		return "Lead"
	}
	return render.Spaces(2*min(max(0, s.Level-it.level), 4)) + s.Title
}

// SectionDetail says of a section whether it is read, how long it takes, and its number.
func (p *Pane) SectionDetail(i int) string {
	detail := fmt.Sprintf("§ %d", i+1)
	if m := p.Sums.minutesOf(p.Items, i); m > 0 {
		detail = figure.Minutes(m) + " · " + detail
	}
	if p.Passed.read[i] {
		detail = "read · " + detail
	}
	return detail
}
