package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
	"lede/ui/widget"
)

// The smallest terminal that a screen is drawn in.
const (
	MinWidth  = 20
	MinHeight = 5
)

// MaxTitle is the longest window title, in cells.
const MaxTitle = 120

// View implements tea.Model.
func (a *App) View() tea.View {
	var v tea.View
	a.Guard("view", func() { v = a.view() })
	return v
}

func (a *App) view() tea.View {
	content := a.gate.Screen(strings.Join(a.screenLines(), "\n"))
	if a.NoLinks {
		content = withoutLinks(content)
	}
	v := tea.NewView(content)
	v.AltScreen = true
	if !a.NoMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.ReportFocus = !a.Fixed // its colours may be others by then
	v.WindowTitle = windowTitle(a.title())
	v.Cursor = a.cursor()
	return v
}

// screenLines draws the lowest screen that is seen, and the overlays above it.
func (a *App) screenLines() []string {
	if a.foot.forget(); len(a.Stack) == 0 {
		return nil
	}
	if a.W < MinWidth || a.H < MinHeight {
		return []string{render.Truncate("lede needs 20×5", a.W)}
	}
	page := a.page()
	lines := a.Stack[page].Lines(widget.Rect{X: 0, Y: 0, W: a.W, H: a.H - 1})
	lines = append(lines[:len(lines):len(lines)], a.footerLine())
	if a.Notice.Text != "" && a.question == nil {
		above := a.Notice.lines(&a.Env)
		copy(lines[len(lines)-len(above):], above)
	}
	for _, s := range a.Stack[page+1:] {
		o := s.(overlay)
		box := o.Box(a.Terminal())
		lay(lines, o.Lines(widget.Rect{X: 0, Y: 0, W: box.W, H: box.H}), box)
	}
	return lines
}

// lay draws a box of lines over base, in place, with a blank cell on each side where there is room.
func lay(base, box []string, r widget.Rect) {
	for i, line := range box {
		y := r.Y + i
		if y < 0 || y >= len(base) || i >= r.H {
			continue
		}
		line = render.Pad(line, r.W)
		if r.X > 0 {
			base[y] = render.Overlay(base[y], r.X-1, " "+line+" ")
			continue
		}
		base[y] = line
	}
}

// withoutLinks leaves out the hyperlinks of a text that has passed the gate; their words stay.
func withoutLinks(s string) string {
	const begin, end = "\x1b]8;", "\x1b\\"
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, begin)
		if !ok && b.Len() == 0 {
			return s
		}
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, s, _ = strings.Cut(rest, end)
	}
}

// windowTitle is the title of what is on the screen, and the program's name.
func windowTitle(title string) string {
	const name = "lede"
	if title == "" {
		return name
	}
	return render.Truncate(title, MaxTitle-render.Width(" — "+name)) + " — " + name
}

func (a *App) cursor() *tea.Cursor {
	if len(a.Stack) == 0 || a.W < MinWidth || a.H < MinHeight {
		return nil
	}
	p, ok := a.Top().(pointing)
	if !ok {
		return nil
	}
	x, y, shown := p.Cursor()
	if !shown {
		return nil
	}
	if o, ok := p.(overlay); ok {
		box := o.Box(a.Terminal())
		x, y = x+box.X, y+box.Y
	}
	return tea.NewCursor(x, y)
}
