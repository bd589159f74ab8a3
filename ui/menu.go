package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// menuRow is one choice of a menu.
type menuRow struct {
	key    string // the key that takes it at once, or ""
	label  string // clean, one line
	detail string // dimmed, at the right end
	take   func() tea.Cmd
}

// menu is an overlay of rows to choose from. In one that filters, typing leaves the rows that hold the words
// typed.
type menu struct {
	app     *App
	head    string
	rows    []menuRow
	shown   []int // the rows that the filter leaves
	at      int   // of shown
	first   int   // of shown, the first one in view
	filters bool
	input   prompt
	extra   []menuKey
}

// menuKey is a key that does something with the row that the cursor is on.
type menuKey struct {
	binding key.Binding
	do      func(row int) tea.Cmd
}

func newMenu(a *App, head string, rows []menuRow) *menu {
	m := &menu{app: a, head: head, rows: rows}
	m.filter()
	return m
}

// filter leaves the rows that hold every word of the input, in any case.
func (m *menu) filter() {
	words := strings.Fields(strings.ToLower(m.input.text))
	m.shown = m.shown[:0]
	for i, row := range m.rows {
		if holdsAll(strings.ToLower(row.label), words) {
			m.shown = append(m.shown, i)
		}
	}
	m.at, m.first = 0, 0
}

func holdsAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

func (m *menu) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		m.typed(msg)
	case tea.MouseWheelMsg:
		m.wheel(msg)
	case tea.MouseClickMsg:
		return m.click(msg)
	}
	return nil
}

func (m *menu) press(msg tea.KeyPressMsg) tea.Cmd {
	p, mv := &m.app.keys.prompt, &m.app.keys.move
	switch {
	case key.Matches(msg, p.Cancel), !m.filters && key.Matches(msg, mv.Back):
		return m.app.pop()
	case key.Matches(msg, p.Accept):
		return m.take(m.at)
	case key.Matches(msg, p.Next), !m.filters && key.Matches(msg, mv.Down):
		m.step(1)
	case key.Matches(msg, p.Prev), !m.filters && key.Matches(msg, mv.Up):
		m.step(-1)
	case key.Matches(msg, mv.PageDown) && !m.filters:
		m.step(10)
	case key.Matches(msg, mv.PageUp) && !m.filters:
		m.step(-10)
	case m.filters:
		m.typed(msg)
	default:
		return m.shortcut(msg)
	}
	return nil
}

// typed gives a message to the filter's input.
func (m *menu) typed(msg tea.Msg) {
	if changed, _ := m.input.update(&m.app.keys.prompt, msg); changed {
		m.filter()
	}
}

func (m *menu) shortcut(msg tea.KeyPressMsg) tea.Cmd {
	for _, k := range m.extra {
		if key.Matches(msg, k.binding) && m.at < len(m.shown) {
			return k.do(m.shown[m.at])
		}
	}
	for i, row := range m.rows {
		if row.key != "" && row.key == msg.String() {
			return m.take(i)
		}
	}
	return nil
}

// take closes the menu and does what the row says.
func (m *menu) take(at int) tea.Cmd {
	if at >= len(m.shown) {
		return nil
	}
	row := m.rows[m.shown[at]]
	closed := m.app.pop()
	return tea.Batch(closed, row.take())
}

func (m *menu) step(n int) {
	m.at = max(0, min(m.at+n, len(m.shown)-1))
}

func (m *menu) wheel(msg tea.MouseWheelMsg) {
	switch msg.Button {
	case tea.MouseWheelDown:
		m.step(1)
	case tea.MouseWheelUp:
		m.step(-1)
	}
}

// click takes the row under the pointer; outside the box it closes the menu.
func (m *menu) click(msg tea.MouseClickMsg) tea.Cmd {
	box := m.box(rect{0, 0, m.app.w, m.app.h})
	if !box.contains(msg.X, msg.Y) {
		return m.app.pop()
	}
	row := msg.Y - box.y - m.headLines() + m.first
	if msg.Y < box.y+m.headLines() || row >= len(m.shown) {
		return nil
	}
	return m.take(row)
}

// headLines is the lines above the rows: the border, and the input.
func (m *menu) headLines() int {
	if m.filters {
		return 2
	}
	return 1
}

func (m *menu) box(terminal rect) rect {
	return center(terminal, min(72, terminal.w-2), min(len(m.rows)+m.headLines()+1, terminal.h-2))
}

func (m *menu) lines(r rect) []string {
	t := m.app.theme
	inner := r.w - 4
	lines := []string{frameTop(t.Border, t.Strong.Render(render.Truncate(m.head, inner-2)), r.w)}
	side := t.Border.Render("│")
	if m.filters {
		text, _ := m.input.line(inner - 2)
		lines = append(lines, side+" "+render.Pad(t.Accent.Render("›")+" "+text, inner)+" "+side)
	}
	height := r.h - m.headLines() - 1
	m.first = max(min(m.first, m.at), m.at-height+1)
	for i := m.first; i < m.first+height; i++ {
		lines = append(lines, side+m.line(i, inner+2)+side)
	}
	return append(lines, t.Border.Render("╰"+strings.Repeat("─", max(0, r.w-2))+"╯"))
}

// line draws one row of the menu in w cells.
func (m *menu) line(i, w int) string {
	if i >= len(m.shown) {
		return render.Spaces(w)
	}
	t, row := m.app.theme, m.rows[m.shown[i]]
	label, mark := row.label, "  "
	if row.key != "" {
		label = row.key + "  " + label
	}
	if i == m.at {
		mark = "▸ "
		return t.Selected.Render(render.Pad(spread(mark+label, row.detail, w-1), w))
	}
	return render.Pad(spread(mark+label, t.Dim.Render(row.detail), w-1), w)
}

func (m *menu) cursor() (x, y int, shown bool) {
	_, at := m.input.line(m.box(rect{0, 0, m.app.w, m.app.h}).w - 6)
	return at + 4, 1, m.filters
}

func (m *menu) takesText() bool { return m.filters }

func (m *menu) bindings() []key.Binding {
	p := m.app.keys.prompt
	keys := []key.Binding{p.Choose}
	for _, k := range m.extra {
		keys = append(keys, k.binding)
	}
	return append(keys, p.Next, p.Cancel)
}

func (m *menu) title() string { return "" }

func (m *menu) close() {}
