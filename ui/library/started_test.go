package library

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

// newApp returns an app with all screens.
func newApp(o ui.Options) *ui.App {
	o.First, o.Screens = First, Rows()
	if o.Store == nil {
		o.Store = uitest.NewFakeStore(nil)
	}
	return ui.New(o)
}

// started returns an app that has been started at a size. What is asked for rests at once.
func started(o ui.Options, w, h int) *ui.App {
	o.First, o.Screens, o.After = First, Rows(), atRest
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

// shelf is an app that shows the files of a session.
func shelf(f *uitest.FakeSession, w, h int) *ui.App {
	return started(ui.Options{
		Library: uitest.Serving(uitest.Courier()), Store: f, Fixed: true,
		Now: func() time.Time { return time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC) },
	}, w, h)
}

// someEntries makes n entries that are all different, the same ones each time.
func someEntries(n int) []model.Entry {
	places := []string{"Westhaven", "Elmbridge", "the northern isles", "São Paulo", "Kirkness"}
	subjects := []string{"flooding", "coastal defence", "trade", "fishing", "rail", "schools", "energy", "housing"}
	es := make([]model.Entry, n)
	for i := range es {
		es[i] = model.Entry{
			Ref:       fmt.Sprintf("notes/%05d.md", i),
			Title:     fmt.Sprintf("%s in %s: report %d", subjects[i%len(subjects)], places[i%len(places)], i),
			Site:      []string{"North Coast Courier", "The Elmbridge Post", "notes"}[i%3],
			Byline:    []string{[]string{"Ines Okafor", "Tomás Brandt"}[i%2]},
			Published: time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC).Add(-time.Duration(i*7919%n) * time.Hour),
			Words:     200 + i*37%2000,
			Topics: []model.Topic{
				model.NewTopic(subjects[i%len(subjects)], "", ""),
				model.NewTopic(places[i%len(places)], "", ""),
			},
		}
	}
	return es
}
