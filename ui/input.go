package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui/action"
	"lede/ui/widget"
)

// MaxPaste is how many bytes of a paste are taken.
const MaxPaste = 64 << 10

// key takes a key, or a sequence of them that ended with msg: the ones that mean the same everywhere here, all others
// in the top screen.
func (a *App) key(name string, msg tea.KeyPressMsg) tea.Cmd {
	own, isOwn := action.Find(a.always(), name)
	if isOwn && own.Name != helpAction && own.Name != paletteAction {
		return own.Do()
	}
	if !a.TakesText() {
		a.Notice.clear()
		if cmd, ok := a.stopKey(name); ok {
			return cmd
		}
		if cmd, ok := a.answer(name); ok {
			return cmd
		}
		if isOwn {
			return own.Do()
		}
	}
	b, ok := action.Find(a.actions(), name)
	if !ok || b.Bare() && b.Refusal == "" {
		return a.Top().Update(msg)
	}
	return a.do(b)
}

// do does an action of the top screen, however it was chosen, or says why it is of no use now.
func (a *App) do(b action.Bound) tea.Cmd {
	switch {
	case b.Refusal != "":
		return a.Notify(b.Refusal)
	case b.Bare():
		return nil // only its key does it
	case action.IsOwn(b.Where):
		return b.Do()
	}
	return a.Top().Update(b)
}

// The names of the app's own actions that a screen with a text field leaves to the field.
const (
	helpAction    = "help"
	paletteAction = "commands"
)

// quitAction is the name of the action that ends the program.
const quitAction = "quit"

// Always returns the app's own actions.
func (a *App) Always() action.Set { return appTable().For(a) }

// always returns the app's own actions, with the user's keys.
func (a *App) always() []action.Set { return a.Keys.Over([]action.Set{a.Always()}) }

// actions returns what can be done on the top screen, with the user's keys.
func (a *App) actions() []action.Set { return a.Keys.Over(append(a.Top().Actions(), a.own()...)) }

// everywhere is the group of the help of what means the same on every screen.
const everywhere = "everywhere"

func appTable() action.Table[*App] {
	return action.Table[*App]{
		{
			Name: helpAction, Words: "help", Keys: []string{"?", "f1"}, Where: everywhere,
			Do: func(a *App) tea.Cmd { return a.Push(newHelp(a)) },
		},
		{
			Name: paletteAction, Words: "commands", Keys: []string{":"}, Where: everywhere,
			Do: func(a *App) tea.Cmd { return a.Push(newPalette(a)) },
		},
		{
			Name: "suspend", Words: "suspend", Keys: []string{"ctrl+z"}, Where: everywhere,
			Do: func(*App) tea.Cmd { return tea.Suspend },
		},
		{Name: quitAction, Words: "quit", Keys: []string{"ctrl+c"}, Where: everywhere, Do: (*App).quit},
	}.Under(action.Program)
}

// click takes a click: one on an action that the footer names here, all others in the top screen.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	a.question = nil
	if b, ok := a.hinted(msg); ok {
		return a.do(b)
	}
	return a.Top().Update(msg)
}

// hinted returns the action whose hint stands in the footer where the left button was pressed.
func (a *App) hinted(msg tea.MouseClickMsg) (action.Bound, bool) {
	o, floats := a.Top().(overlay)
	key := a.foot.at(msg.X)
	if key == "" || msg.Button != tea.MouseLeft || msg.Y != a.H-1 ||
		floats && o.Box(a.Terminal()).Contains(msg.X, msg.Y) {
		return action.Bound{}, false
	}
	return action.Find(append(a.actions(), a.always()...), key) // it may mean something else by now
}

// paste gives pasted text, clean and cut to MaxPaste, to a screen that takes text or what is pasted, and to no other.
func (a *App) paste(msg tea.PasteMsg) tea.Cmd {
	text := msg.Content
	if len(text) > MaxPaste {
		text = strings.ToValidUTF8(text[:MaxPaste], "")
	}
	text = clean.Line(text)
	if a.TakesText() {
		return a.Top().Update(tea.PasteMsg{Content: text})
	}
	if top, ok := a.Top().(pasted); ok {
		return top.Pasted(text)
	}
	return nil
}

// Rows returns the actions of all screens, in the order of the help, with lede's own keys. screens are those of the
// screens that the app does not name.
func Rows(screens []action.Row) []action.Row {
	moves := append(action.Moves[*App](nil), action.Open[*App](nil), action.Back[*App](nil))
	return slices.Concat(moves.Rows(), screens, widget.WidgetRows(), paletteRows(), appTable().Rows())
}

// Tables returns the actions of all screens, in the order of the help, with the user's keys.
func (a *App) Tables() []action.Row {
	rows := append(Rows(a.Screens), OwnRows(model.Config{Macros: a.Macros, Commands: a.Commands})...)
	for i, r := range rows {
		rows[i] = a.Keys.Row(r)
	}
	return rows
}

// KeyOf returns how the key of an action of a group is written.
func (a *App) KeyOf(group, name string) string {
	for _, r := range a.Tables() {
		if r.Where == group && r.Name == name {
			return r.Key()
		}
	}
	return ""
}
