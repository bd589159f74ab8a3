package ui

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

// namer is the overlay that asks for the name of a topic: a new one, or one of those that there are.
type namer struct {
	picker
	all   []nameRow
	shown []nameRow
	fresh bool                     // a new name may be given
	note  func(name string) string // what is to be known of a new name, or ""; nil tells nothing
	does  string
	take  func(name string, has bool) tea.Cmd
}

// nameRow is a topic to choose.
type nameRow struct {
	name string
	has  bool   // the articles have it
	note string // stands behind the name
}

// newNamer asks for a name and gives it to take.
func newNamer(e *env, head, does string, all []nameRow, fresh bool, take func(name string, has bool) tea.Cmd) *namer {
	hint := "type to find a topic"
	if fresh {
		hint = "type a topic"
	}
	n := &namer{picker: picker{env: e, head: head, hint: hint, size: min(len(all), 12) + 1}, all: all, fresh: fresh, does: does, take: take}
	n.over = n
	n.narrow()
	return n
}

// narrow gathers the names that the typed words match: those that begin with them, what is typed itself unless it is one of them, the others.
func (n *namer) narrow() {
	typed := newPattern(n.prompt.text)
	var byRank [unmatched][]nameRow
	name, known := clean.Line(strings.TrimSpace(n.prompt.text)), false
	for _, row := range n.all {
		if r := typed.match(newHaystack(row.name)); r < unmatched {
			byRank[r] = append(byRank[r], row)
		}
		known = known || model.TopicKey(row.name) == model.TopicKey(name)
	}
	if n.fresh && model.TopicKey(name) != "" && !known {
		row := nameRow{name: name}
		if n.note != nil {
			row.note = n.note(name)
		}
		byRank[atStart] = append(byRank[atStart], row)
	}
	n.shown = slices.Concat(byRank[:]...)
	n.fit(len(n.shown))
}

func (n *namer) choose() tea.Cmd {
	if len(n.shown) == 0 {
		return nil
	}
	row := n.shown[n.rows.at]
	cmd := n.env.pop()
	return tea.Batch(cmd, n.take(row.name, row.has))
}

func (n *namer) lines(r rect) []string {
	t := n.env.theme
	return n.draw(r, func(i, w int) string {
		row, sign := n.shown[i], "  "
		if row.has {
			sign = t.Accent.Render("✓ ")
		}
		name := render.Truncate(row.name, w-4)
		return spread(n.mark(i)+sign+litText(name, newPattern(n.prompt.text), theme.Style{}, t.Match), t.Dim.Render(row.note), w)
	})
}

func (n *namer) actions() []action.Set {
	table := action.Table[*namer]{choosing[*namer](n.does), closing[*namer]("cancel")}
	if len(n.shown) > 1 {
		table = append(table, stepping[*namer]()...)
	}
	return overlayActions(n, table)
}
