package ui

import (
	"charm.land/bubbles/v2/key"

	"lede/ui/action"
)

// rowOf is a binding as a row of a group.
func rowOf(group string, b key.Binding) action.Row {
	return action.Row{
		Name: b.Help().Desc, Words: b.Help().Desc, Brief: inShort(b.Help().Desc), Keys: b.Keys(), Where: group,
		Numbered: b.Keys()[0] == "1",
	}
}

// bare are bindings as actions that their screen takes as keys.
func bare(bindings []key.Binding) []action.Set {
	return []action.Set{func(yield func(action.Bound) bool) {
		for _, b := range bindings {
			row := rowOf("", b)
			if d := b.Help().Desc; d == "quit" || d == "back" {
				row.Name = backAction
			}
			if b.Enabled() && !yield(action.Bound{Row: row}) {
				return
			}
		}
	}}
}

func (l *library) actions() []action.Set { return bare(l.bindings()) }

func (l *list) actions() []action.Set { return bare(l.bindings()) }

// tables are the actions of all screens, in the order of the help.
func (a *App) tables() []action.Row {
	var rows []action.Row
	for _, g := range a.keys.groups() {
		switch g.name {
		case "move":
			rows = append(rows, rowsOf(g)...)
			rows = append(rows, readerRows()...)
		default:
			rows = append(rows, rowsOf(g)...)
		}
	}
	return append(rows, appTable().Rows()...)
}

func rowsOf(g keyGroup) []action.Row {
	rows := make([]action.Row, len(g.bindings))
	for i, b := range g.bindings {
		rows[i] = rowOf(g.name, b)
	}
	return rows
}

// backKey is the key that leaves s, named for what it does there.
func (a *App) backKey(s screen) key.Binding {
	k := a.keys.move.Back
	k.SetHelp(k.Help().Key, a.backWords(s))
	return k
}
