package box

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/reader/trail"
	"lede/ui/widget"
)

// Trail is the overlay of the trail: every article that was read on the way, the last one at the end; enter
// goes there.
func Trail(env *widget.Env, t *trail.Trail, along func(step int) tea.Cmd) *widget.Menu {
	rows := make([]widget.MenuRow, len(t.Stops))
	for i := range rows {
		s := &t.Stops[i]
		step := i - t.At
		rows[i] = widget.MenuRow{Label: s.Name(), Detail: whereStop(s, step), Take: func() tea.Cmd {
			return along(step)
		}}
	}
	m := widget.NewMenu(env, "Trail", "", rows)
	m.Rows.To(t.At)
	return m
}

// whereStop is where a stop is from, or that the reader is there.
func whereStop(s *trail.Stop, step int) string {
	from := s.From()
	if step != 0 {
		return from
	}
	if from == "" {
		return "here"
	}
	return from + " · here"
}
