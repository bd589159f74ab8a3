package ui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"
)

// mouse takes the wheel and clicks: a click selects, a click on the selected row or on the preview opens, one on a part of what
// is asked for takes it off, one in the column shows what it says.
func (l *library) mouse(msg tea.MouseMsg) tea.Cmd {
	o := l.layout()
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		if o.column.contains(msg.X, msg.Y) {
			if step := wheel(msg); step != 0 {
				l.column.rows.scroll(step)
				l.column.stand(cmp.Compare(step, 0))
			}
			return nil
		}
		at := l.rows.at
		if l.rows.scroll(wheel(msg)); l.rows.at != at {
			l.moved()
		}
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft {
			return l.click(o, msg.X, msg.Y)
		}
	}
	return nil
}

func (l *library) click(o libraryLayout, x, y int) tea.Cmd {
	switch {
	case o.column.contains(x, y):
		return l.column.click(y)
	case l.preview.of != nil && o.preview.contains(x, y):
		return l.open()
	case y == o.filterY() && !o.rows.contains(x, y):
		if without, ok := l.chips.at(x - o.rows.x); ok {
			l.endTyping()
			l.turn(without)
			l.column.build()
		}
	case o.rows.contains(x, y):
		return l.clickRow(l.rows.top + (y-o.rows.y)/o.row)
	}
	return nil
}

func (l *library) clickRow(i int) tea.Cmd {
	l.column.focus = false
	if from, to := l.rows.visible(); i < from || i >= to {
		return nil
	}
	if row := l.pages.row(i); i == l.rows.at && row != nil && !l.typing.on {
		return l.open()
	}
	l.rows.to(i)
	l.moved()
	return nil
}

func (c *column) click(y int) tea.Cmd {
	i := c.rows.top + y
	if i >= len(c.items) || !c.items[i].can() {
		return nil
	}
	c.rows.to(i)
	return c.choose(true)
}
