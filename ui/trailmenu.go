package ui

import tea "charm.land/bubbletea/v2"

// newTrailMenu is the overlay of the trail: every article that was read on the way, the last one at the end; enter goes there.
func newTrailMenu(r *reader) *menu {
	rows := make([]menuRow, len(r.trail.stops))
	for i := range rows {
		s := &r.trail.stops[i]
		step := i - r.trail.at
		rows[i] = menuRow{label: s.name(), detail: whereStop(s, step), take: func() tea.Cmd { return r.alongTo(step) }}
	}
	m := newMenu(r.app, "Trail", "", rows)
	m.rows.to(r.trail.at)
	return m
}

// whereStop tells where a stop is from, or that the reader is there.
func whereStop(s *stop, step int) string {
	from := s.from()
	if step != 0 {
		return from
	}
	if from == "" {
		return "here"
	}
	return from + " · here"
}

// alongTo goes some steps along the trail; no step at all is where the reader is.
func (r *reader) alongTo(step int) tea.Cmd {
	if step == 0 {
		return nil
	}
	return r.along(step)
}
