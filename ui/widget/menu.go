package widget

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
)

// MenuRow is one choice of a menu.
type MenuRow struct {
	Key    string // the key that takes it at once in a menu without a prompt, or ""
	Lead   string // what the row and those below it stand under, "" for the same as above
	Label  string // clean, one line
	Detail string // dimmed, at the right end
	Take   func() tea.Cmd
}

// MenuKey is an action with the row that is selected.
type MenuKey struct {
	Row action.Row
	Do  func(row int) tea.Cmd
}

// Menu is an overlay of rows to choose one from. With a prompt, typing leaves the rows that hold the words typed.
type Menu struct {
	Picker
	all   []MenuRow
	shown []int // the rows that the prompt leaves
	Extra []MenuKey
	Verb  string // what is done with the row that is chosen; "" means that it is chosen
}

// NewMenu returns a menu without a prompt, or with one when there is a hint to stand in it.
func NewMenu(e *Env, head, hint string, all []MenuRow) *Menu {
	m := &Menu{Picker: Picker{Env: e, Head: head, Hint: hint, Still: hint == "", Size: len(all)}, all: all}
	m.Over = m
	m.Narrow()
	return m
}

// Narrow keeps the rows that the typed words match, in their order.
func (m *Menu) Narrow() {
	typed := NewPattern(m.Prompt.Text)
	m.shown = m.shown[:0]
	for i, row := range m.all {
		if typed.Match(NewHaystack(row.Label)) < Unmatched {
			m.shown = append(m.shown, i)
		}
	}
	m.Fit(len(m.shown))
}

// Choose takes the selected row.
func (m *Menu) Choose() tea.Cmd {
	if len(m.shown) == 0 {
		return nil
	}
	return m.Take(m.shown[m.Rows.At])
}

// Take closes the menu and does what a row says.
func (m *Menu) Take(row int) tea.Cmd { return tea.Batch(m.Env.Pop(), m.all[row].Take()) }

// Lines draws the box.
func (m *Menu) Lines(r Rect) []string {
	t, column := m.Env.Theme, m.leadWidth(r.W)
	return m.Draw(r, func(i, w int) string {
		row := m.all[m.shown[i]]
		label := row.Label
		if row.Key != "" {
			label = t.Accent.Render(row.Key) + "  " + label
		}
		lead := ""
		if column > 0 {
			lead = t.Dim.Render(render.Pad(row.Lead, column)) + "  "
		}
		detail := render.Truncate(row.Detail, max(w/2, w-4-render.Width(lead+label))) // of two long ones each has half
		return m.Mark(i) + Spread(lead+label, t.Dim.Render(detail), w-2)
	})
}

// maxLead is the widest column of leads, in cells.
const maxLead = 18

// leadWidth is how wide the column of leads is in a box, 0 for none: a narrow box has no room for it.
func (m *Menu) leadWidth(w int) int {
	if w < FullWidth {
		return 0
	}
	column := 0
	for _, row := range m.all {
		column = max(column, render.Width(row.Lead))
	}
	return min(column, maxLead)
}

// Actions returns what can be done in the box.
func (m *Menu) Actions() []action.Set {
	sets := OverlayActions(m, append(Stepping[*Menu](), Closing[*Menu]("cancel")))
	sets[0] = action.Join(action.Table[*Menu]{Choosing[*Menu](cmp.Or(m.Verb, "choose"))}.For(m), m.withRow, sets[0])
	return slices.Insert(sets, 1, m.shortcuts)
}

// withRow are the actions with the selected row.
func (m *Menu) withRow(yield func(action.Bound) bool) {
	for _, k := range m.Extra {
		do := func() tea.Cmd {
			if len(m.shown) == 0 {
				return nil
			}
			return k.Do(m.shown[m.Rows.At])
		}
		if !yield(action.New(k.Row, do)) {
			return
		}
	}
}

// shortcuts are the rows that have a key.
func (m *Menu) shortcuts(yield func(action.Bound) bool) {
	for i, row := range m.all {
		if row.Key == "" || !m.Still {
			continue
		}
		if !yield(action.New(action.Row{Keys: []string{row.Key}}, func() tea.Cmd { return m.Take(i) })) {
			return
		}
	}
}
