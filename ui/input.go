package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model/clean"
	"lede/ui/action"
)

// maxPaste is how many bytes of a paste are taken.
const maxPaste = 64 << 10

// press takes a key: the ones that mean the same everywhere here, all others in the top screen.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	name := msg.String()
	own, isOwn := action.Find([]action.Set{a.always()}, name)
	if isOwn && own.Name != helpAction && own.Name != paletteAction {
		return own.Do()
	}
	if !a.takesText() {
		a.notice.clear()
		if cmd, ok := a.answer(name); ok {
			return cmd
		}
		if isOwn {
			return own.Do()
		}
	}
	b, ok := action.Find(a.top().actions(), name)
	if !ok || b.Bare() && b.Refusal == "" {
		return a.top().update(msg)
	}
	return a.do(b)
}

// do does an action of the top screen, however it was chosen, or says why it is of no use now.
func (a *App) do(b action.Bound) tea.Cmd {
	switch {
	case b.Refusal != "":
		return a.notify(b.Refusal)
	case b.Bare():
		return nil // only its key does it
	}
	return a.top().update(b)
}

// The names of the app's own actions that a screen with a text field leaves to the field.
const (
	helpAction    = "help"
	paletteAction = "commands"
)

// always returns the app's own actions.
func (a *App) always() action.Set { return appTable().For(a) }

// everywhere is the group of the help of what means the same on every screen.
const everywhere = "everywhere"

func appTable() action.Table[*App] {
	return action.Table[*App]{
		{
			Name: helpAction, Words: "help", Keys: []string{"?", "f1"}, Where: everywhere,
			Do: func(a *App) tea.Cmd { return a.push(newHelp(a)) },
		},
		{
			Name: paletteAction, Words: "commands", Keys: []string{":"}, Where: everywhere,
			Do: func(a *App) tea.Cmd { return a.push(newPalette(a)) },
		},
		{
			Name: "suspend", Words: "suspend", Keys: []string{"ctrl+z"}, Where: everywhere,
			Do: func(*App) tea.Cmd { return tea.Suspend },
		},
		{Name: "quit", Words: "quit", Keys: []string{"ctrl+c"}, Where: everywhere, Do: (*App).quit},
	}
}

// click takes a click: one on an action that the footer names here, all others in the top screen.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	a.question = nil
	if b, ok := a.hinted(msg); ok {
		return a.do(b)
	}
	return a.top().update(msg)
}

// hinted returns the action whose hint stands in the footer where the left button was pressed.
func (a *App) hinted(msg tea.MouseClickMsg) (action.Bound, bool) {
	o, floats := a.top().(overlay)
	key := a.foot.at(msg.X)
	if key == "" || msg.Button != tea.MouseLeft || msg.Y != a.h-1 || floats && o.box(a.terminal()).contains(msg.X, msg.Y) {
		return action.Bound{}, false
	}
	return action.Find(append(a.top().actions(), a.always()), key) // it may mean something else by now
}

// paste gives pasted text to a screen that takes text, clean and cut to maxPaste, and to no other.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	if !a.takesText() {
		return nil
	}
	text := msg.Content
	if len(text) > maxPaste {
		text = strings.ToValidUTF8(text[:maxPaste], "")
	}
	return a.top().update(tea.PasteMsg{Content: clean.Line(text)})
}

// tables are the actions of all screens, in the order of the help.
func (a *App) tables() []action.Row {
	moves := append(action.Moves[*App](nil), action.Open[*App](nil), action.Back[*App](nil))
	return slices.Concat(moves.Rows(), a.Screens, widgetRows(), appTable().Rows())
}

// keyOf is how the key of an action of any screen is written.
func (a *App) keyOf(name string) string {
	for _, r := range a.tables() {
		if r.Name == name {
			return r.Key()
		}
	}
	return ""
}
