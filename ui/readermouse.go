package ui

import (
	tea "charm.land/bubbletea/v2"
)

func (r *reader) wheel(msg tea.MouseWheelMsg) {
	if r.doc != nil {
		r.letGo()
		r.doc.scroll(wheel(msg))
	}
}

// letGo forgets what was to be done next: the reader goes where they want by themselves.
func (r *reader) letGo() { r.hints, r.wanted, r.toEnd = nil, nil, false }

// click follows a link, or goes to a section of the outline.
func (r *reader) click(msg tea.MouseClickMsg) tea.Cmd {
	if r.doc == nil || msg.Button != tea.MouseLeft {
		return nil
	}
	r.letGo()
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
