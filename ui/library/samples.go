package library

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// firstStart lists the samples when the library is empty.
func (l *library) firstStart() tea.Cmd {
	if !l.ask.empty() || l.pages.len() > 0 {
		l.samples = nil
		return nil
	}
	if l.reading != 0 {
		l.useSamples()
		return nil
	}
	l.reading = l.app.NextRequest()
	return listEntries(l.ctx, l.app.Library, l.reading)
}

// sampled takes the built-in pages in.
func (l *library) sampled(msg entriesListedMsg) tea.Cmd {
	if msg.request != l.reading {
		return nil
	}
	for _, e := range msg.batch.Entries {
		l.addSample(e)
	}
	slices.SortStableFunc(l.samples, func(a, b model.Row) int { return b.Published.Compare(a.Published) })
	if l.pages.len() == 0 || l.first() {
		l.useSamples()
	}
	if msg.done {
		return nil
	}
	return awaitEntries(l.ctx, l.reading, msg.steps)
}

// addSample keeps a sample once.
func (l *library) addSample(e model.Entry) {
	e.ID = ""
	for i, s := range l.samples {
		if s.Ref == e.Ref {
			l.samples[i].Entry = e
			return
		}
	}
	l.samples = append(l.samples, model.Row{Entry: e})
}

func (l *library) useSamples() {
	if !l.ask.empty() {
		return
	}
	slices.SortStableFunc(l.samples, func(a, b model.Row) int { return b.Published.Compare(a.Published) })
	l.pages.head = l.samples
	l.fit()
}

// first reports whether the library is empty, so that samples stand in its place.
func (l *library) first() bool {
	return l.pages.n == 0 && l.pages.ask.empty() && l.pages.made > 0 && len(l.samples) > 0
}
