package ui

import (
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/action"
)

// busy is a screen that may have to wait before anything can be done on it.
type busy interface {
	// Busy reports whether what the screen shows is still on its way.
	Busy() bool
}

// OwnRows are the actions that the user has made, for the help and the keys.
func OwnRows(c model.Config) []action.Row {
	return slices.Concat(macroTable(c.Macros).Rows(), commandTable(c.Commands).Rows())
}

// own returns what the user has made, as it can be done on the screen that is seen; nothing while an overlay is open.
func (a *App) own() []action.Set {
	if _, floats := a.Top().(overlay); floats {
		return nil
	}
	return []action.Set{macroTable(a.Macros).For(a), commandTable(a.Commands).For(a)}
}

// macroTable is the user's macros as actions, by their names.
func macroTable(macros map[string]model.Macro) action.Table[*App] {
	var t action.Table[*App]
	for _, name := range slices.Sorted(maps.Keys(macros)) {
		m := macros[name]
		t = append(t, action.Action[*App]{
			Name: name, Words: name + ": " + strings.Join(m.Do, ", "), Brief: name, Where: action.Macros, Under: action.Own,
			Do: func(a *App) tea.Cmd { return a.startMacro(m) },
		})
	}
	return t
}

// startMacro does the first action of a macro, and the others after it.
func (a *App) startMacro(m model.Macro) tea.Cmd {
	a.steps = slices.Clone(m.Do)
	return a.goOn()
}

// goOn does what is left of a macro, as far as nothing has to be waited for. It stops at the first action that is of
// no use, and says why; and at a question, which is the user's to answer.
func (a *App) goOn() tea.Cmd {
	var cmds []tea.Cmd
	for len(a.steps) > 0 && len(a.Stack) > 0 && !a.waits() {
		name := a.steps[0]
		a.steps = a.steps[1:]
		b, ok := action.Named(append(a.actions(), a.always()...), name)
		if !ok {
			b.Refusal = "“" + name + "” is of no use here."
		}
		if b.Refusal != "" {
			a.steps = nil
		}
		cmds = append(cmds, a.do(b))
		if a.question != nil {
			a.steps = nil
		}
	}
	return tea.Batch(cmds...)
}

// waits reports whether the next action of a macro has to wait: for an article that is on its way, or for a command.
func (a *App) waits() bool {
	s, ok := a.Top().(busy)
	return a.piping != nil || ok && s.Busy()
}
