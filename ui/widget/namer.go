package widget

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/theme"
)

// Namer is the overlay that asks for the name of a topic: a new one, or one of those that there are.
type Namer struct {
	Picker
	all   []NameRow
	shown []NameRow
	fresh bool                     // a new name may be given
	Note  func(name string) string // what there is to know about a new name, or ""; nil says nothing
	does  string
	take  func(name string, has bool) tea.Cmd
}

// NameRow is a topic to choose.
type NameRow struct {
	Name string
	Has  bool   // the articles have it
	note string // stands behind the name
}

// NewNamer asks for a name and gives it to take.
func NewNamer(e *Env, head, does string, all []NameRow, fresh bool, take func(name string, has bool) tea.Cmd) *Namer {
	hint := "type to find a topic"
	if fresh {
		hint = "type a topic"
	}
	n := &Namer{
		Picker: Picker{Env: e, Head: head, Hint: hint, Size: min(len(all), 12) + 1}, all: all, fresh: fresh,
		does: does, take: take,
	}
	n.Over = n
	n.Narrow()
	return n
}

// Narrow gathers the names that the typed words match: those that begin with them, what is typed itself unless it is
// one of them, the others.
func (n *Namer) Narrow() {
	typed := NewPattern(n.Prompt.Text)
	var byRank [Unmatched][]NameRow
	name, known := clean.Line(strings.TrimSpace(n.Prompt.Text)), false
	for _, row := range n.all {
		if r := typed.Match(NewHaystack(row.Name)); r < Unmatched {
			byRank[r] = append(byRank[r], row)
		}
		known = known || model.TopicKey(row.Name) == model.TopicKey(name)
	}
	if n.fresh && model.TopicKey(name) != "" && !known {
		row := NameRow{Name: name}
		if n.Note != nil {
			row.note = n.Note(name)
		}
		byRank[AtStart] = append(byRank[AtStart], row)
	}
	n.shown = slices.Concat(byRank[:]...)
	n.Fit(len(n.shown))
}

// Choose takes the selected row.
func (n *Namer) Choose() tea.Cmd {
	if len(n.shown) == 0 {
		return nil
	}
	row := n.shown[n.Rows.At]
	cmd := n.Env.Pop()
	return tea.Batch(cmd, n.take(row.Name, row.Has))
}

// Lines draws the box.
func (n *Namer) Lines(r Rect) []string {
	t := n.Env.Theme
	return n.Draw(r, func(i, w int) string {
		row, sign := n.shown[i], "  "
		if row.Has {
			sign = t.Accent.Render("✓ ")
		}
		name := render.Truncate(row.Name, w-4)
		return Spread(n.Mark(i)+sign+LitText(name, NewPattern(n.Prompt.Text), theme.Style{}, t.Match),
			t.Dim.Render(row.note), w)
	})
}

// Actions returns what can be done in the box.
func (n *Namer) Actions() []action.Set {
	table := action.Table[*Namer]{Choosing[*Namer](n.does), Closing[*Namer]("cancel")}
	if len(n.shown) > 1 {
		table = append(table, Stepping[*Namer]()...)
	}
	return OverlayActions(n, table)
}
