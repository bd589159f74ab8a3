package ui

import tea "charm.land/bubbletea/v2"

// mouse takes the wheel and clicks: a click selects, a click on the selected row or on the preview opens, a click on a
// part of the filter takes it off.
func (l *list) mouse(msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		at := l.rows.at
		if l.rows.scroll(wheel(msg)); l.rows.at != at {
			l.moved()
		}
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft {
			return l.click(msg.X, msg.Y)
		}
	}
	return nil
}

func (l *list) click(x, y int) tea.Cmd {
	o := l.layout()
	switch {
	case l.preview.of != nil && o.preview.contains(x, y):
		return l.open()
	case y == o.filterY() && !o.rows.contains(x, y):
		if without, ok := l.chips.at(x); ok {
			l.narrow(without)
		}
	case o.rows.contains(x, y):
		return l.clickRow(l.rows.top + (y-o.rows.y)/o.row)
	}
	return nil
}

func (l *list) clickRow(i int) tea.Cmd {
	if from, to := l.rows.visible(); i < from || i >= to {
		return nil
	}
	if i == l.rows.at && l.touched {
		return l.open()
	}
	l.rows.to(i)
	l.moved()
	return nil
}
