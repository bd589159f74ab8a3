package ui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// choice is the articles that a mark goes to: those selected, or all that are shown. The zero value is the one under the cursor.
type choice struct {
	ids []model.ID
	all bool
}

func (c choice) empty() bool { return !c.all && len(c.ids) == 0 }

func (c choice) has(id model.ID) bool { return c.all || slices.Contains(c.ids, id) }

// lacks tells whether the article, or one of those that are chosen, has not got a mark: then a key gives it to all.
func (l *library) lacks(row *model.Row, has func(model.Status) bool) bool {
	if l.chosen.empty() {
		return !has(row.Status)
	}
	lacking := false
	l.pages.each(func(r *model.Row) { lacking = lacking || l.chosen.has(r.ID) && !has(r.Status) })
	return lacking
}

// selectRow chooses the article under the cursor, or no longer, and goes to the next row.
func (l *library) selectRow() tea.Cmd {
	id := l.selected().ID
	if l.chosen.all {
		l.chosen = choice{}
	}
	if i := slices.Index(l.chosen.ids, id); i >= 0 {
		l.chosen.ids = slices.Delete(slices.Clone(l.chosen.ids), i, i+1)
	} else {
		l.chosen.ids = append(slices.Clone(l.chosen.ids), id)
	}
	l.rows.move(1)
	l.moved()
	return nil
}

// selectAll chooses all that are shown, or none.
func (l *library) selectAll() tea.Cmd {
	l.chosen = choice{all: !l.chosen.all}
	return nil
}

// marking is a change of statuses and how it is told: before what is changed, to be done and done, and after it; and what is so then of the
// article that is read.
type marking struct {
	does, did, as string // "mark", "Marked", " read"
	here          string
	to            model.StatusChange
}

func starring(on bool) marking {
	if on {
		return marking{"star", "Starred", "", "Starred.", model.StatusChange{Starred: &on}}
	}
	return marking{"take the star off", "Took the star off", "", "The star is off.", model.StatusChange{Starred: &on}}
}

func reading(on bool) marking {
	if on {
		return marking{"mark", "Marked", " read", "Marked read.", model.StatusChange{Read: &on}}
	}
	return marking{"mark", "Marked", " unread", "Marked unread.", model.StatusChange{Read: &on}}
}

func removing() marking {
	on := true
	return marking{"remove", "Removed", "", "Removed.", model.StatusChange{Removed: &on}}
}

// title says what is done to what.
func (m marking) title(what string) string { return m.does + " " + what + m.as }

// apply changes a status as the library will.
func (m marking) apply(s *model.Status) {
	if m.to.Starred != nil {
		s.Starred = *m.to.Starred
	}
	if m.to.Read != nil {
		s.Read = *m.to.Read
	}
}

// mark marks the selected article, or those that have been chosen. The rows show it at once.
func (l *library) mark(row *model.Row, m marking) tea.Cmd {
	store, chosen, what, ids := l.app.Store, l.chosen, l.chosenText(row), l.chosen.ids
	if chosen.empty() {
		ids = []model.ID{row.ID}
	}
	l.chosen = choice{}
	l.pages.each(func(r *model.Row) {
		if chosen.all || slices.Contains(ids, r.ID) {
			m.apply(&r.Status)
		}
	})
	title := m.title(what)
	done := ""
	if !chosen.empty() || m.to.Removed != nil {
		done = fmt.Sprintf("%s %s%s. %s", m.did, what, m.as, l.undoHint())
	}
	q, err := l.pages.ask.query(l.app.Now())
	if err != nil {
		return l.app.fail(title, err)
	}
	return l.app.change(title, done, func(ctx context.Context) error {
		if chosen.all {
			_, err := store.MarkQuery(ctx, title, q, m.to)
			return err
		}
		return m.make(ctx, store, title, ids)
	})
}

// chosenText names what a mark goes to.
func (l *library) chosenText(row *model.Row) string {
	switch {
	case l.chosen.empty():
		return "“" + rowTitle(row) + "”"
	case !l.chosen.all:
		return articles(len(l.chosen.ids))
	case !l.pages.whole:
		return "all that are shown" // how many there are is being counted
	}
	return articles(l.pages.n)
}

// make marks articles. What is read or removed goes for all that tell the same, since they are one row; a star is for the one that has it.
func (m marking) make(ctx context.Context, store Store, title string, ids []model.ID) error {
	all := ids
	if m.to.Starred == nil {
		for _, id := range ids {
			rows, err := store.Sources(ctx, id)
			if err != nil {
				return err
			}
			for _, r := range rows {
				if !slices.Contains(all, r.ID) {
					all = append(all[:len(all):len(all)], r.ID)
				}
			}
		}
	}
	_, err := store.Mark(ctx, title, all, m.to)
	return err
}

// changeMade tells what the reader's change came to.
func (a *App) changeMade(msg storeChangedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return a.fail(msg.task, msg.err)
	case msg.done != "":
		return a.notify(msg.done)
	}
	return nil
}

// undone tells what has been taken back.
func (a *App) undone(msg undoneMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return a.fail("undo", msg.err)
	case msg.title == "":
		return a.notify("There is nothing to undo.")
	}
	return a.notify("Undone: " + msg.title + ".")
}

// rowTitle is the title of a row, or what opens it when it has none.
func rowTitle(r *model.Row) string {
	if r.Title == "" {
		return r.Ref
	}
	return r.Title
}
