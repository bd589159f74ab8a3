package render

import (
	"strconv"
	"strings"
	"time"

	"github.com/yuin/goldmark/ast"

	"lede/model"
)

// maxLevel is the deepest level of headings.
const maxLevel = 6

// Heading draws a section's heading; none for the lead.
func (r *Renderer) Heading(s model.Section) []Line {
	if s.Title == "" {
		return nil
	}
	w := writer{d: &drawing{Renderer: r}}
	runs := w.heading(min(max(s.Level, 1), maxLevel), place{}, func(to ast.Node) { w.leaf(to, s.Title) })
	return layout(runs, r.width)
}

// TitleBlock draws the head of an article: title, site, byline, date, minutes and topics.
func (r *Renderer) TitleBlock(e model.Entry) []Line {
	var lines []Line
	if e.Title != "" {
		lines = layout([]run{styled(e.Title, r.theme.Title)}, r.width)
	}
	lines = append(lines, r.parts(facts(e), r.width)...)
	names := make([]string, len(e.Topics))
	for i, t := range e.Topics {
		names[i] = t.NameIn(r.language)
	}
	return append(lines, r.parts(names, r.width)...)
}

// facts are the words under a title.
func facts(e model.Entry) []string {
	var date, minutes string
	if !e.Published.IsZero() {
		date = model.Day(e.Published, time.Local).Format("2 January 2006")
	}
	if m := e.Minutes(); m > 0 {
		minutes = strconv.Itoa(m) + " min"
	}
	return []string{e.Site, strings.Join(e.Byline, ", "), date, minutes}
}

// parts draws words that belong beside each other, dimmed, with dots between. A line ends between two of them when it
// can.
func (r *Renderer) parts(all []string, width int) []Line {
	var lines []Line
	line := ""
	for _, part := range all {
		switch {
		case part == "":
		case line == "":
			line = part
		case Width(line)+3+Width(part) <= width:
			line += " · " + part
		default:
			lines = append(lines, r.dimmed(line, width)...)
			line = part
		}
	}
	if line == "" {
		return lines
	}
	return append(lines, r.dimmed(line, width)...)
}

func (r *Renderer) dimmed(s string, width int) []Line {
	return layout([]run{styled(s, r.theme.Dim)}, width)
}

// rule draws a thematic break as Glamour does, in the middle.
func (r *Renderer) rule(width int) []Line {
	sign := r.press.rule()
	wide := min(Width(sign.text), width)
	if wide == 0 {
		return nil
	}
	var p painter
	p.put(Slice(sign.text, 0, wide), sign.pen, "")
	return []Line{{Styled: Spaces((width-wide)/2) + p.end()}}
}
