package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/action"
)

// keeping is what a reader knows of the status of its article, and what has been kept of it.
type keeping struct {
	app     *App
	id      model.ID // "" until the whole article is there, and where there is no library
	known   bool     // status has come
	status  model.Status
	words   []model.Phrase // what the article was found by
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

// askStatus looks the article's status up.
func (r *reader) askStatus() tea.Cmd {
	if r.keeping.id == "" {
		return nil
	}
	store, ctx, request, id := r.app.Store, r.loading.ctx, r.loading.request, r.keeping.id
	return func() tea.Msg {
		s, err := store.Status(ctx, id)
		return statusKnownMsg{request, s, err}
	}
}

// statusKnown takes the status. A reader who is still at the top goes to where they stopped.
func (r *reader) statusKnown(msg statusKnownMsg) {
	if msg.request != r.loading.request || msg.err != nil {
		if msg.err != nil {
			r.app.Log.Error("look up the status", "err", msg.err)
		}
		return
	}
	k, first := &r.keeping, !r.keeping.known
	k.status, k.known = msg.status, true
	if !first || k.moved || k.status.Read || r.text.search != nil || r.trip.trail.here().place != (model.Place{}) {
		return
	}
	if place := k.status.Place; place != (model.Place{}) && r.text.view == wholeView {
		r.loading.wanted = &place
		r.toWanted()
	}
}

// keepDueMsg says that the place is to be kept now.
type keepDueMsg struct{ request int }

// soon has the place kept after the reader has moved. request is that of the article's opening.
func (k *keeping) soon(request int) tea.Cmd {
	k.moved = true
	return k.later(request)
}

func (k *keeping) later(request int) tea.Cmd {
	if k.id == "" || k.waiting {
		return nil
	}
	k.waiting = true
	return k.app.after(keepEvery, keepDueMsg{request})
}

func (r *reader) keepDue(msg keepDueMsg) tea.Cmd {
	if msg.request != r.loading.request {
		return nil
	}
	r.keeping.waiting = false
	return r.keep(true)
}

// keep keeps the place, unless it is still to be reached.
func (r *reader) keep(seen bool) tea.Cmd {
	if r.text.doc == nil || r.text.view == rawView || r.loading.wanted != nil {
		return nil
	}
	return r.keeping.keep(&r.text, seen)
}

// keep keeps the place in a text, when it is another one, and that the article has been read, when its end was seen
// for a while.
func (k *keeping) keep(text *pane, seen bool) tea.Cmd {
	if k.id == "" || !k.known {
		return nil
	}
	place, percent := text.place(), k.status.Percent
	if text.doc.top == (spot{}) {
		place = model.Place{}
	}
	f, whole := text.flow(), text.view == wholeView
	_, ended := text.doc.bottom()
	ended = ended && whole
	if f != nil && whole && text.sums != nil && f.len() > 0 {
		percent = progressOf(text.doc, text.sums, f.real).percent
	}
	if ended && !seen {
		percent = k.status.Percent
	}
	moved := place != k.status.Place || percent != k.status.Percent
	read := ended && seen && !k.status.Read && !k.marked
	if !moved && !read {
		return nil
	}
	k.status.Place, k.status.Percent = place, percent
	k.status.Read = k.status.Read || read
	k.marked = k.marked || read
	return keepPlace(k.app, k.id, place, percent, moved, read)
}

// keepPlace writes a place down, and that an article has been read.
func keepPlace(a *App, id model.ID, place model.Place, percent int, moved, read bool) tea.Cmd {
	store := a.Store
	msg := placeKeptMsg{id: id, place: place, percent: percent, read: read}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), keepLimit)
		defer cancel()
		if moved {
			msg.err = store.KeepPlace(ctx, id, place, percent)
		}
		if read && msg.err == nil {
			msg.err = reading(true).make(ctx, store, "", []model.ID{id})
		}
		return msg
	}
}

// star keeps an article that is not in the library, and stars one that is, or no longer.
func (r *reader) star() tea.Cmd {
	k, store := &r.keeping, r.app.Store
	article := r.article()
	name := "“" + article.Title + "”"
	if k.status.Arrived.IsZero() {
		k.status.Arrived, k.status.Saved = r.app.Now(), true
		return r.app.change("keep "+name, "Kept in your library. "+r.key("star")+" again stars it.", func(ctx context.Context) error {
			return store.Keep(ctx, *article)
		})
	}
	k.status.Starred = !k.status.Starred
	return r.markHere(starring(k.status.Starred), name)
}

// toggleRead marks the article as read, or as unread.
func (r *reader) toggleRead() tea.Cmd {
	k := &r.keeping
	k.status.Read, k.marked = !k.status.Read, true
	return r.markHere(reading(k.status.Read), "“"+r.article().Title+"”")
}

// markHere changes a mark of the article, as a step that can be taken back.
func (r *reader) markHere(m marking, name string) tea.Cmd {
	r.fixes.marked++
	store, id, title := r.app.Store, r.keeping.id, m.title(name)
	return r.app.change(title, m.here+" "+r.undoHint(), func(ctx context.Context) error {
		return m.make(ctx, store, title, []model.ID{id})
	})
}

// undoHint tells how a change is taken back.
func (r *reader) undoHint() string { return r.key("undo") + " takes it back." }

// key is how the key of an action is written.
func (r *reader) key(name string) string { return r.row(name).Key() }

// row is an action of an article as the help names it.
func (r *reader) row(name string) action.Row {
	b, _ := action.Named([]action.Set{r.tables.article.For(r)}, name)
	return b.Row
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
