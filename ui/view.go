package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// The smallest terminal that a screen is drawn in.
const (
	minWidth  = 20
	minHeight = 5
)

// maxTitle is the longest window title, in cells.
const maxTitle = 120

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
	v.WindowTitle = windowTitle(a.title())
	v.Cursor = a.cursor()
	return v
}

// screenLines draws the lowest screen that is seen, and the overlays above it.
func (a *App) screenLines() []string {
	if a.foot.forget(); len(a.stack) == 0 {
		return nil
	}
	if a.w < minWidth || a.h < minHeight {
		return []string{render.Truncate("lede needs 20×5", a.w)}
	}
	page := a.page()
	lines := a.stack[page].lines(rect{0, 0, a.w, a.h - 1})
	lines = append(lines[:len(lines):len(lines)], a.footerLine())
	if a.notice.text != "" && a.question == nil {
		above := a.notice.lines(&a.env)
		copy(lines[len(lines)-len(above):], above)
	}
	for _, s := range a.stack[page+1:] {
		o := s.(overlay)
		box := o.box(a.terminal())
		lay(lines, o.lines(rect{0, 0, box.w, box.h}), box)
	}
	return lines
}

// lay draws a box of lines over base, in place, with a blank cell on each side where there is room.
func lay(base, box []string, r rect) {
	for i, line := range box {
		y := r.y + i
		if y < 0 || y >= len(base) || i >= r.h {
			continue
		}
		line = render.Pad(line, r.w)
		if r.x > 0 {
			base[y] = render.Overlay(base[y], r.x-1, " "+line+" ")
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
	return render.Truncate(title, maxTitle-render.Width(" — "+name)) + " — " + name
}

func (a *App) cursor() *tea.Cursor {
	if len(a.stack) == 0 || a.w < minWidth || a.h < minHeight {
		return nil
	}
	p, ok := a.top().(pointing)
	if !ok {
		return nil
	}
	x, y, shown := p.cursor()
	if !shown {
		return nil
	}
	if o, ok := p.(overlay); ok {
		box := o.box(a.terminal())
		x, y = x+box.x, y+box.y
	}
	return tea.NewCursor(x, y)
}
