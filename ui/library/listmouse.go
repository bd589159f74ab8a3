package library

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/widget"
)

// mouse takes the wheel and clicks: a click selects, a click on the selected row or on the preview opens, a click on
// a part of the filter takes it off.
func (l *list) mouse(msg tea.MouseMsg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		at := l.rows.At
		if l.rows.Scroll(widget.Wheel(msg)); l.rows.At != at {
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
	case l.preview.Of != nil && o.preview.Contains(x, y):
		return l.open()
	case y == o.filterY() && !o.rows.Contains(x, y):
		if without, ok := l.chips.At(x); ok {
			l.Narrow(without)
		}
	case o.rows.Contains(x, y):
		return l.clickRow(l.rows.Top + (y-o.rows.Y)/o.row)
	}
	return nil
}

func (l *list) clickRow(i int) tea.Cmd {
	if from, to := l.rows.Visible(); i < from || i >= to {
		return nil
	}
	if i == l.rows.At && l.touched {
		return l.open()
	}
	l.rows.To(i)
	l.moved()
	return nil
}
