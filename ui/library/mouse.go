package library

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"lede/ui/widget"
)

// mouse takes the wheel and clicks: a click selects, a click on the selected row or on the preview opens, one on a
// part of what is asked for takes it off, one in the column shows what it says.
func (l *library) mouse(msg tea.MouseMsg) tea.Cmd {
	o := l.layout()
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		if o.column.Contains(msg.X, msg.Y) {
			if step := widget.Wheel(msg); step != 0 {
				l.column.rows.Scroll(step)
				l.column.stand(cmp.Compare(step, 0))
			}
			return nil
		}
		at := l.rows.At
		if l.rows.Scroll(widget.Wheel(msg)); l.rows.At != at {
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
	case o.column.Contains(x, y):
		return l.column.click(y)
	case l.preview.Of != nil && o.preview.Contains(x, y):
		return l.open()
	case y == o.filterY() && !o.rows.Contains(x, y):
		if without, ok := l.chips.At(x - o.rows.X); ok {
			l.typing.end()
			l.turn(without)
			l.column.build()
		}
	case o.rows.Contains(x, y):
		return l.clickRow(l.rowAt(o, y))
	}
	return nil
}

func (l *library) clickRow(i int) tea.Cmd {
	l.column.focus = false
	if from, to := l.rows.Visible(); i < from || i >= to {
		return nil
	}
	if row := l.pages.row(i); i == l.rows.At && row != nil && !l.typing.on {
		return l.open()
	}
	l.rows.To(i)
	l.moved()
	return nil
}

func (c *column) click(y int) tea.Cmd {
	i := c.rows.Top + y
	if i >= len(c.items) || !c.items[i].can() {
		return nil
	}
	c.rows.To(i)
	return c.choose(true)
}
