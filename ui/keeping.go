package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// keeping is what a reader knows of the status of its article, and what has been kept of it.
type keeping struct {
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

// inform takes what the screen below knows of the article: where it was left, and what it was found by.
func (r *reader) inform() {
	below, ok := r.app.siblingsOf(r).(informed)
	if !ok {
		return
	}
	at, k := r.trail.here(), &r.keeping
	if k.status, k.words, k.known = below.about(at.ref); k.known && !k.status.Read && at.place == (model.Place{}) {
		at.place = k.status.Place
	}
}

// arrived is for when the whole article is there.
func (r *reader) arrived() tea.Cmd {
	if r.items == nil {
		return nil
	}
	cmd := r.askHeld()
	if r.keeping.words != nil {
		cmd = tea.Batch(cmd, r.seek(newWordMatcher(r.keeping.words), spot{}, false))
	}
	if r.app.Store == nil || r.items.article.ID == "" {
		return cmd
	}
	r.keeping.id = r.items.article.ID
	if !r.keeping.known {
		cmd = tea.Batch(cmd, r.askStatus())
	}
	return tea.Batch(cmd, r.keepLater())
}

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
	store, ctx, request, id := r.app.Store, r.ctx, r.request, r.keeping.id
	return func() tea.Msg {
		s, err := store.Status(ctx, id)
		return statusKnownMsg{request, s, err}
	}
}

// statusKnown takes the status. A reader who is still at the top goes to where they stopped.
func (r *reader) statusKnown(msg statusKnownMsg) {
	if msg.request != r.request || msg.err != nil {
		if msg.err != nil {
			r.app.Log.Error("look up the status", "err", msg.err)
		}
		return
	}
	k, first := &r.keeping, !r.keeping.known
	k.status, k.known = msg.status, true
	if !first || k.moved || k.status.Read || r.search != nil || r.trail.here().place != (model.Place{}) {
		return
	}
	if place := k.status.Place; place != (model.Place{}) && r.view == wholeView {
		r.wanted = &place
		r.toWanted()
	}
}

// keepDueMsg says that the place is to be kept now.
type keepDueMsg struct{ request int }

// keepSoon has the place kept after the reader has moved.
func (r *reader) keepSoon() tea.Cmd {
	r.keeping.moved = true
	return r.keepLater()
}

func (r *reader) keepLater() tea.Cmd {
	if r.keeping.id == "" || r.keeping.waiting {
		return nil
	}
	r.keeping.waiting = true
	return r.app.after(keepEvery, keepDueMsg{r.request})
}

func (r *reader) keepDue(msg keepDueMsg) tea.Cmd {
	if msg.request != r.request {
		return nil
	}
	r.keeping.waiting = false
	return r.keep(true)
}

// part implements parting.
func (r *reader) part() tea.Cmd {
	r.toArticle()
	return r.keep(r.keeping.moved)
}

// keep keeps the place, when it is another one, and that the article has been read, when its end was seen for a while.
func (r *reader) keep(seen bool) tea.Cmd {
	k := &r.keeping
	if k.id == "" || !k.known || r.doc == nil || r.view == rawView || r.wanted != nil {
		return nil
	}
	place, percent := r.place(), k.status.Percent
	if r.doc.top == (spot{}) {
		place = model.Place{}
	}
	f, ok := r.doc.flow.(*articleFlow)
	_, ended := r.doc.bottom()
	ended = ended && r.view == wholeView
	if ok && r.view == wholeView && r.sums != nil && f.len() > 0 {
		percent = progressOf(r.doc, r.sums, f.real).percent
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
	return keepPlace(r.app, k.id, place, percent, moved, read)
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

// placeKeptMsg says that a place has been kept.
type placeKeptMsg struct {
	id      model.ID
	place   model.Place
	percent int
	read    bool // the article counts as read now
	err     error
}

// placeKept tells once that places cannot be kept.
func (a *App) placeKept(msg placeKeptMsg) tea.Cmd {
	if msg.err == nil || a.unkept {
		return nil
	}
	a.unkept = true
	return a.fail("keep your place", msg.err)
}

// star keeps an article that is not in the library, and stars one that is, or no longer.
func (r *reader) star() tea.Cmd {
	k, store := &r.keeping, r.app.Store
	if k.id == "" || !k.known {
		return r.unfinished()
	}
	article := r.items.article
	name := "“" + article.Title + "”"
	if k.status.Arrived.IsZero() {
		k.status.Arrived, k.status.Saved = r.app.Now(), true
		return r.app.change("keep "+name, "Kept in your library. "+r.app.keys.reader.Star.Help().Key+" again stars it.", func(ctx context.Context) error {
			return store.Keep(ctx, *article)
		})
	}
	k.status.Starred = !k.status.Starred
	return r.markHere(starring(k.status.Starred), name)
}

// toggleRead marks the article as read, or as unread.
func (r *reader) toggleRead() tea.Cmd {
	k := &r.keeping
	if k.id == "" || !k.known {
		return r.unfinished()
	}
	k.status.Read, k.marked = !k.status.Read, true
	return r.markHere(reading(k.status.Read), "“"+r.items.article.Title+"”")
}

// markHere changes a mark of the article, as a step that can be taken back.
func (r *reader) markHere(m marking, name string) tea.Cmd {
	r.marked++
	store, id, title := r.app.Store, r.keeping.id, m.title(name)
	return r.app.change(title, m.here+" "+r.app.keys.reader.Undo.Help().Key+" takes it back.", func(ctx context.Context) error {
		return m.make(ctx, store, title, []model.ID{id})
	})
}

// marks writes the article's marks before how far it has been read.
func (r *reader) marks(progress string) string {
	s := r.keeping.status
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
