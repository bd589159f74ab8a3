package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

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
