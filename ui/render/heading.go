package render

import (
	"strconv"
	"strings"
	"time"

	"github.com/yuin/goldmark/ast"

	"lede/model"
	"lede/model/figure"
	"lede/ui/theme"
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

// TitleBlock draws the head of an article: title, byline, date and minutes, and its first topics.
func (r *Renderer) TitleBlock(e model.Entry) []Line {
	var lines []Line
	if e.Title != "" {
		lines = layout([]run{styled(e.Title, r.theme.Title)}, r.width)
	}
	if by := strings.Join(e.Byline, ", "); by != "" {
		lines = append(lines, layout([]run{styled(by, r.theme.Text)}, r.width)...)
	}
	lines = append(lines, r.parts(facts(e), r.width)...)
	return append(lines, r.topics(e.Topics)...)
}

// facts are the words under a title.
func facts(e model.Entry) []string {
	var date, minutes string
	if !e.Published.IsZero() {
		date = model.Day(e.Published, time.Local).Format("2 January 2006")
	}
	if m := e.Minutes(); m > 0 {
		minutes = figure.Minutes(m)
	}
	return []string{date, minutes}
}

// maxTopics is how many topics the head of an article shows. All others are a key away.
const maxTopics = 4

// topics draws the first topics as chips on one line, and how many there are beside those.
func (r *Renderer) topics(all []model.Topic) []Line {
	if len(all) == 0 {
		return nil
	}
	pad, between := " ", " "
	if r.theme.Ground == (theme.Style{}) {
		pad, between = "", " · "
	}
	chip := r.theme.Ground.With(r.theme.Text)
	room := r.width - len(" +99")
	var runs []run
	for i, t := range all[:min(maxTopics, len(all))] {
		name := pad + Truncate(untabbed(t.NameIn(r.language)), r.width-len(" +99")-2*len(pad)) + pad
		if i > 0 {
			if room -= Width(between + name); room < 0 {
				break
			}
			runs = append(runs, styled(between, r.theme.Dim))
		} else {
			room -= Width(name)
		}
		runs = append(runs, styled(name, chip))
	}
	if more := len(all) - (len(runs)+1)/2; more > 0 {
		runs = append(runs, styled(" +"+strconv.Itoa(more), r.theme.Dim))
	}
	return []Line{{Styled: paint(runs), Text: join(runs)}}
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
