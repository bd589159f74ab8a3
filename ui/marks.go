package ui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// PlaceKeptMsg says that a place has been kept.
type PlaceKeptMsg struct {
	ID      model.ID
	Place   model.Place
	Percent int
	Read    bool // the article counts as read now
	Err     error
}

// tell reports once that places cannot be kept.
func (msg PlaceKeptMsg) tell(a *App) tea.Cmd {
	if msg.Err == nil || a.unkept {
		return nil
	}
	a.unkept = true
	return a.Fail("keep your place", msg.Err)
}

// Marking is a change of statuses and how it is told: before what is changed, to be done and done, and after it; and
// what is so then of the article that is read.
type Marking struct {
	does, Did, As string // "mark", "Marked", " read"
	Here          string
	To            model.StatusChange
}

// Starring is a star that is given, or taken off.
func Starring(on bool) Marking {
	if on {
		return Marking{"star", "Starred", "", "Starred.", model.StatusChange{Starred: &on}}
	}
	return Marking{"take the star off", "Took the star off", "", "The star is off.", model.StatusChange{Starred: &on}}
}

// Reading is the mark of what has been read, or its removal.
func Reading(on bool) Marking {
	if on {
		return Marking{"mark", "Marked", " read", "Marked read.", model.StatusChange{Read: &on}}
	}
	return Marking{"mark", "Marked", " unread", "Marked unread.", model.StatusChange{Read: &on}}
}

// Removing puts articles into the trash.
func Removing() Marking {
	on := true
	return Marking{"remove", "Removed", "", "Removed.", model.StatusChange{Removed: &on}}
}

// Title says what is done to what.
func (m Marking) Title(what string) string { return m.does + " " + what + m.As }

// Apply changes a status as the library will.
func (m Marking) Apply(s *model.Status) {
	if m.To.Starred != nil {
		s.Starred = *m.To.Starred
	}
	if m.To.Read != nil {
		s.Read = *m.To.Read
	}
}

// Make marks articles. What is read or removed goes for all that tell the same, since they are one row; a star is for
// the one that has it.
func (m Marking) Make(ctx context.Context, store Store, title string, ids []model.ID) error {
	all := ids
	if m.To.Starred == nil {
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
	_, err := store.Mark(ctx, title, all, m.To)
	return err
}

// tell reports what the change came to.
func (msg StoreChangedMsg) tell(a *App) tea.Cmd {
	switch {
	case msg.err != nil:
		return a.Fail(msg.task, msg.err)
	case msg.done != "":
		return a.Notify(msg.done)
	}
	return nil
}

// tell reports what has been undone.
func (msg UndoneMsg) tell(a *App) tea.Cmd {
	switch {
	case msg.err != nil:
		return a.Fail("undo", msg.err)
	case msg.title == "":
		return a.Notify("There is nothing to undo.")
	}
	return a.Notify("Undone: " + msg.title + ".")
}

// RowTitle is the title of a row, or what opens it when it has none.
func RowTitle(r *model.Row) string {
	if r.Title == "" {
		return r.Ref
	}
	return r.Title
}
