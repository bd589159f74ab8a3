package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

func (r *reader) wheel(msg tea.MouseWheelMsg) {
	if r.doc != nil {
		r.hints, r.wanted, r.toEnd = nil, nil, false
		r.doc.scroll(wheel(msg))
	}
}

// click follows a link, or goes to a section of the outline.
func (r *reader) click(msg tea.MouseClickMsg) tea.Cmd {
	if r.doc == nil || msg.Button != tea.MouseLeft {
		return nil
	}
	if o := r.layout.outline; o.contains(msg.X, msg.Y) {
		if n := r.drawn.outline.sectionAt(msg.Y - o.y); n >= 0 {
			return r.toSection(n)
		}
		return nil
	}
	for _, l := range r.visibleLinks() {
		if l.row == msg.Y-r.layout.text.y && l.From <= msg.X-r.layout.text.x && msg.X-r.layout.text.x < l.To {
			return r.takeLink(l)
		}
	}
	return nil
}

// visibleLink is a link on a row of the view.
type visibleLink struct {
	render.LinkSpan
	row  int
	text string // its words on the row
}

// visibleLinks are the links in the view, each by its first row.
func (r *reader) visibleLinks() []visibleLink {
	var links []visibleLink
	r.doc.rows(func(row int, s spot, it *drawn) bool {
		if s.line < it.gap {
			return true
		}
		line := it.lines[s.line-it.gap]
		for _, l := range render.Links(line) {
			links = append(links, visibleLink{l, row, render.Plain(render.Slice(line.Styled, l.From, l.To))})
		}
		return true
	})
	return links
}
