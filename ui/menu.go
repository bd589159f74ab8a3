package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
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

// menuKey is an action with the row that is selected.
type menuKey struct {
	row action.Row
	do  func(row int) tea.Cmd
}

// menu is an overlay of rows to choose one from. With a prompt, typing leaves the rows that hold the words typed.
type menu struct {
	picker
	all   []menuRow
	shown []int // the rows that the prompt leaves
	extra []menuKey
}

// newMenu returns a menu without a prompt, or with one when there is a hint to stand in it.
func newMenu(e *env, head, hint string, all []menuRow) *menu {
	m := &menu{picker: picker{env: e, head: head, hint: hint, still: hint == "", size: len(all)}, all: all}
	m.over = m
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

func (m *menu) choose() tea.Cmd {
	if len(m.shown) == 0 {
		return nil
	}
	return m.take(m.shown[m.rows.at])
}

// take closes the menu and does what a row says.
func (m *menu) take(row int) tea.Cmd { return tea.Batch(m.env.pop(), m.all[row].take()) }

func (m *menu) lines(r rect) []string {
	t, column := m.env.theme, m.leadWidth(r.w)
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

func (m *menu) actions() []action.Set {
	sets := overlayActions(m, append(stepping[*menu](), closing[*menu]("cancel")))
	sets[0] = action.Join(action.Table[*menu]{choosing[*menu]("choose")}.For(m), m.withRow, sets[0])
	return slices.Insert(sets, 1, m.shortcuts)
}

// withRow are the actions with the selected row.
func (m *menu) withRow(yield func(action.Bound) bool) {
	for _, k := range m.extra {
		do := func() tea.Cmd {
			if len(m.shown) == 0 {
				return nil
			}
			return k.do(m.shown[m.rows.at])
		}
		if !yield(action.New(k.row, do)) {
			return
		}
	}
}

// shortcuts are the rows that have a key.
func (m *menu) shortcuts(yield func(action.Bound) bool) {
	for i, row := range m.all {
		if row.key == "" || !m.still {
			continue
		}
		if !yield(action.New(action.Row{Keys: []string{row.key}}, func() tea.Cmd { return m.take(i) })) {
			return
		}
	}
}
