package render

import (
	"strconv"
	"strings"

	"lede/model"
)

// Heading draws a section's heading; none for the lead.
func (r *Renderer) Heading(s model.Section) []Line {
	if s.Title == "" {
		return nil
	}
	return layout([]run{styled(s.Title, r.theme.Heading(s.Level))}, r.width)
}

// TitleBlock draws what stands above an article: title, site, byline, date, minutes and topics.
func (r *Renderer) TitleBlock(e model.Entry) []Line {
	var lines []Line
	if e.Title != "" {
		lines = layout([]run{styled(e.Title, r.theme.Title)}, r.width)
	}
	lines = append(lines, r.parts(facts(e), r.width)...)
	names := make([]string, len(e.Topics))
	for i, t := range e.Topics {
		names[i] = t.Name
	}
	return append(lines, r.parts(names, r.width)...)
}

// facts are the words under a title.
func facts(e model.Entry) []string {
	var date, minutes string
	if !e.Published.IsZero() {
		date = e.Published.Format("2 January 2006")
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

// rule draws a thematic break.
func (r *Renderer) rule(width int) []Line {
	const sign = "─────────"
	wide := min(Width(sign), width)
	return []Line{{Styled: Spaces((width-wide)/2) + r.theme.Border.Render(Slice(sign, 0, wide))}}
}
