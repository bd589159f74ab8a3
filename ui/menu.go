package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// menuRow is one choice of a menu.
type menuRow struct {
	key    string // the key that takes it at once in a menu without a prompt, or ""
	lead   string // what the row and those below it stand under, "" for the same as above
	label  string // clean, one line
	detail string // dimmed, at the right end
	take   func() tea.Cmd
}

// menuKey is a key that does something with the row that is selected.
type menuKey struct {
	binding key.Binding
	do      func(row int) tea.Cmd
}

// menu is an overlay of rows to choose one from. With a prompt, typing leaves the rows that hold the words typed.
type menu struct {
	picker
	all   []menuRow
	shown []int // the rows that the prompt leaves
	extra []menuKey
}

// newMenu returns a menu without a prompt, or with one when there is a hint to stand in it.
func newMenu(a *App, head, hint string, all []menuRow) *menu {
	m := &menu{picker: picker{app: a, head: head, hint: hint, still: hint == "", size: len(all)}, all: all}
	m.narrow()
	return m
}

// narrow keeps the rows that the typed words match, in their order.
func (m *menu) narrow() {
	typed := newPattern(m.prompt.text)
	m.shown = m.shown[:0]
	for i, row := range m.all {
		if typed.match(newHaystack(row.label)) < unmatched {
			m.shown = append(m.shown, i)
		}
	}
	m.fit(len(m.shown))
}

func (m *menu) update(msg tea.Msg) tea.Cmd {
	if press, ok := msg.(tea.KeyPressMsg); ok && m.still {
		if do := m.shortcut(press); do != nil {
			return do()
		}
	}
	return m.picker.update(msg, m)
}

// shortcut is what a key does that belongs to a row, or to whichever is selected; nil when it is no such key.
func (m *menu) shortcut(msg tea.KeyPressMsg) func() tea.Cmd {
	for _, k := range m.extra {
		if key.Matches(msg, k.binding) && len(m.shown) > 0 {
			return func() tea.Cmd { return k.do(m.shown[m.rows.at]) }
		}
	}
	for i, row := range m.all {
		if row.key != "" && row.key == msg.String() {
			return func() tea.Cmd { return m.take(i) }
		}
	}
	return nil
}

func (m *menu) choose() tea.Cmd {
	if len(m.shown) == 0 {
		return nil
	}
	return m.take(m.shown[m.rows.at])
}

// take closes the menu and does what a row says.
func (m *menu) take(row int) tea.Cmd { return tea.Batch(m.app.pop(), m.all[row].take()) }

func (m *menu) lines(r rect) []string {
	t, column := m.app.theme, m.leadWidth(r.w)
	return m.draw(r, func(i, w int) string {
		row := m.all[m.shown[i]]
		label := row.label
		if row.key != "" {
			label = t.Accent.Render(row.key) + "  " + label
		}
		lead := ""
		if column > 0 {
			lead = t.Dim.Render(render.Pad(row.lead, column)) + "  "
		}
		detail := render.Truncate(row.detail, max(w/2, w-4-render.Width(lead+label))) // of two long ones each has half
		return m.mark(i) + spread(lead+label, t.Dim.Render(detail), w-2)
	})
}

// maxLead is the widest column of leads, in cells.
const maxLead = 18

// leadWidth is how wide the column of leads is in a box, 0 for none: a narrow box has no room for it.
func (m *menu) leadWidth(w int) int {
	if w < fullWidth {
		return 0
	}
	column := 0
	for _, row := range m.all {
		column = max(column, render.Width(row.lead))
	}
	return min(column, maxLead)
}

func (m *menu) bindings() []key.Binding {
	k := m.app.keys.prompt
	keys := []key.Binding{k.Choose}
	for _, x := range m.extra {
		keys = append(keys, x.binding)
	}
	return append(keys, k.Next, k.Prev, k.Cancel)
}
