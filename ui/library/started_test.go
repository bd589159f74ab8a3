package library

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/ui"
	"lede/ui/uitest"
)

// newApp returns an app with all screens.
func newApp(o ui.Options) *ui.App {
	o.First, o.Screens, o.Files = First, Rows(), o.Files || o.Store == nil
	if o.Store == nil {
		o.Store = uitest.NewFakeStore(nil)
	}
	return ui.New(o)
}

// started returns an app that has been started at a size. What is asked for rests at once.
func started(o ui.Options, w, h int) *ui.App {
	o.First, o.Screens, o.After, o.Files = First, Rows(), atRest, o.Files || o.Store == nil
	return uitest.Start(o, w, h)
}

// atRest lets what is asked for rest at once; no other time passes.
func atRest(_ time.Duration, msg tea.Msg) tea.Cmd {
	if _, rested := msg.(askRestedMsg); rested {
		return func() tea.Msg { return msg }
	}
	return nil
}

// home is an app that shows the library of a store.
func home(f *uitest.FakeStore, w, h int) *ui.App {
	return started(uitest.HomeOptions(f), w, h)
}

func theLibrary(a *ui.App) *library { return a.Stack[0].(*library) }

// shelf is an app that shows the list of a library.
func shelf(l ui.Library, w, h int) *ui.App {
	now := func() time.Time { return time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC) }
	return started(ui.Options{Library: l, Now: now, Fixed: true, Welcome: "To read your own: lede FILE… or lede FOLDER. These are samples."}, w, h)
}

// theList is the list at the bottom of the stack.
func theList(a *ui.App) *list { return a.Stack[0].(*list) }
