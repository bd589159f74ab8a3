package reader

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/reader/text"
)

// keeping is what a reader knows of the status of its article, and what has been kept of it.
type keeping struct {
	reader  *reader
	id      model.ID // "" until the whole article is there, and where there is no library
	known   bool     // status has come
	status  model.Status
	words   []query.Phrase // what the article was found by
	waiting bool           // the place is kept soon
	moved   bool           // the reader has pressed a key
	marked  bool           // read or unread has been said already
}

const (
	keepEvery = 2 * time.Second // the place is kept at most so often while the reader moves
	keepLimit = time.Second     // how long the program waits for it at its end
)

// statusKnownMsg brings what the reader did with an article before.
type statusKnownMsg struct {
	request int
	status  model.Status
	err     error
}

// ask looks the article's status up.
func (k *keeping) ask() tea.Cmd {
	if k.id == "" {
		return nil
	}
	l := &k.reader.loading
	store, ctx, request, id := k.reader.app.Store, l.ctx, l.request, k.id
	return func() tea.Msg {
		s, err := store.Status(ctx, id)
		return statusKnownMsg{request, s, err}
	}
}

// take takes the status. A reader who is still at the top goes to where they stopped.
func (k *keeping) take(msg statusKnownMsg) {
	r, first := k.reader, !k.known
	if msg.err != nil {
		r.app.Log.Error("look up the status", "err", msg.err)
	}
	if msg.request != r.loading.request || msg.err != nil {
		return
	}
	k.status, k.known = msg.status, true
	if first && r.text.Items != nil {
		r.text.Passed.UpTo(r.text.Items, k.status.Place)
	}
	if from := &r.text.Leap.From; first && !k.status.Read && from.Place == (model.Place{}) {
		from.Place, from.Percent = k.status.Place, k.status.Percent // a search was faster
	}
	if !first || k.moved || k.status.Read || r.text.Search != nil || r.trip.trail.Here().Place != (model.Place{}) {
		return
	}
	if place := k.status.Place; place != (model.Place{}) && r.text.View == text.WholeView {
		r.loading.wanted = &place
		r.loading.toWanted()
	}
}

// keepDueMsg says that the place is to be kept now.
type keepDueMsg struct{ request int }

// soon has the place kept after the reader has moved.
func (k *keeping) soon() tea.Cmd {
	k.moved = true
	return k.later()
}

func (k *keeping) later() tea.Cmd {
	if k.id == "" || k.waiting {
		return nil
	}
	k.waiting = true
	return k.reader.app.After(keepEvery, keepDueMsg{k.reader.loading.request})
}

func (k *keeping) due(msg keepDueMsg) tea.Cmd {
	if msg.request != k.reader.loading.request {
		return nil
	}
	k.waiting = false
	return k.keep(true)
}

// keep keeps the place, when it is another one and no other is still to be reached, and that the article has been
// read: when the user went to its end, or the view has rested on its end. A glance at what was searched for is
// neither.
func (k *keeping) keep(rested bool) tea.Cmd {
	shown := &k.reader.text
	if k.id == "" || !k.known || shown.Doc == nil || shown.View == text.RawView || k.reader.loading.wanted != nil ||
		k.reader.changed.now != nil {
		return nil
	}
	if a := k.reader.article(); a.IsBare() {
		return nil // there is nothing to read yet: its page has not been fetched
	}
	place, percent, ended := k.now(rested)
	moved := place != k.status.Place || percent != k.status.Percent
	read := ended && !k.status.Read && !k.marked
	if !moved && !read {
		return nil
	}
	k.status.Place, k.status.Percent = place, percent
	k.status.Read = k.status.Read || read
	k.marked = k.marked || read
	return keepPlace(k.reader.app, k.id, place, percent, moved, read)
}

// now returns where the user is, how much of the article they have read, and whether they have come to its end.
func (k *keeping) now(rested bool) (place model.Place, percent int, ended bool) {
	shown := &k.reader.text
	here := shown.Stance()
	if here.Glance {
		if here = shown.Leap.From; here.Place == k.status.Place {
			here.Percent = k.status.Percent
		}
		return here.Place, here.Percent, false
	}
	if shown.View != text.WholeView || shown.Sums == nil {
		here.Percent = k.status.Percent
	}
	atEnd := shown.ShowsEnd()
	ended = atEnd && (rested || k.moved && !shown.AtTop()) // what merely fits has to be seen for a while
	if atEnd && !ended {
		here.Percent = k.status.Percent
	}
	return here.Place, here.Percent, ended
}

// keepPlace writes a place down, and that an article has been read.
func keepPlace(a *ui.App, id model.ID, place model.Place, percent int, moved, read bool) tea.Cmd {
	store := a.Store
	msg := ui.PlaceKeptMsg{ID: id, Place: place, Percent: percent, Read: read}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), keepLimit)
		defer cancel()
		if moved {
			msg.Err = store.KeepPlace(ctx, id, place, percent)
		}
		if read && msg.Err == nil {
			msg.Err = ui.Reading(true).Make(ctx, store, "", []model.ID{id})
		}
		return msg
	}
}

// star keeps an article that is not in the library, and stars one that is, or no longer.
func (k *keeping) star() tea.Cmd {
	app, article := k.reader.app, k.reader.article()
	name, store := "“"+article.Title+"”", app.Store
	if !k.status.Arrived.IsZero() {
		k.status.Starred = !k.status.Starred
		return k.mark(ui.Starring(k.status.Starred), name)
	}
	k.status.Arrived, k.status.Saved = app.Now(), true
	done := "Kept in your library. " + k.reader.app.KeyOf(articleGroup, "star") + " again stars it."
	return app.Change("keep "+name, done, func(ctx context.Context) error { return store.Keep(ctx, *article) })
}

// toggleRead marks the article as read, or as unread.
func (k *keeping) toggleRead() tea.Cmd {
	k.status.Read, k.marked = !k.status.Read, true
	return k.mark(ui.Reading(k.status.Read), "“"+k.reader.article().Title+"”")
}

// mark changes a mark of the article, as a step that can be taken back.
func (k *keeping) mark(m ui.Marking, name string) tea.Cmd {
	r := k.reader
	r.fixes.Marked++
	store, id, title := r.app.Store, k.id, m.Title(name)
	return r.app.Change(title, m.Here+" "+r.fixes.UndoHint(), func(ctx context.Context) error {
		return m.Make(ctx, store, title, []model.ID{id})
	})
}

// marks writes the article's marks before how far it has been read.
func (k *keeping) marks(progress string) string {
	s := k.status
	for _, m := range []struct {
		text string
		on   bool
	}{{"read", s.Read}, {"★", s.Starred}} {
		switch {
		case m.on && progress == "":
			progress = m.text
		case m.on:
			progress = m.text + " · " + progress
		}
	}
	return progress
}
