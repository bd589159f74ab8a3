package library

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/feed"
)

// crossing is a step from a feed with nothing unread to the next one that has something.
type crossing struct {
	to    feed.Term         // zero when none is under way
	opens bool              // the first unread article is opened, not only selected
	been  map[model.ID]bool // the articles of the feed that have been left in the reader, as the rows do not show yet
}

// NextUnread implements siblings. It looks through the rows that have been fetched. In a feed, each is gone to once.
func (l *library) NextUnread() (string, bool) {
	n, at := l.pages.len(), l.rows.At
	if l.ask.feed != (feed.Term{}) && l.app.Covered(l) {
		l.crossing.leave(l.at)
	}
	for i := range n {
		to := (at + 1 + i) % n
		row := l.pages.row(to)
		if row == nil || row.Status.Read || row.Problem != "" || to == at || l.crossing.been[row.ID] {
			continue
		}
		l.rows.To(to)
		l.moved()
		return row.Ref, true
	}
	return "", false
}

// leave notes that an article has been left.
func (c *crossing) leave(id model.ID) {
	if c.been == nil {
		c.been = map[model.ID]bool{}
	}
	c.been[id] = true
}

// toNextUnread moves the cursor to the next unread row, or to that of the next feed.
func (l *library) toNextUnread() tea.Cmd {
	if _, ok := l.NextUnread(); ok || l.cross(false) {
		return nil
	}
	return l.app.Notify("There is no other unread article here.")
}

// NextFeed implements siblings.
func (l *library) NextFeed() (tea.Cmd, bool) {
	if !l.cross(true) {
		return nil, false
	}
	return l.app.Pop(), true
}

// cross turns to the next feed with something unread, and reports whether there is one.
func (l *library) cross(opens bool) bool {
	next, ok := l.shelf.NextUnread(l.ask.feed)
	if !ok || l.files.session != nil {
		return false
	}
	l.crossing = crossing{to: next, opens: opens}
	l.turn(l.ask.by(next))
	l.column.build()
	return true
}

// crossed goes to the first unread row of the feed that has been crossed to, once its rows are here.
func (l *library) crossed() tea.Cmd {
	c := l.crossing
	l.crossing.been = nil
	if c.to == (feed.Term{}) || l.pages.ask.feed != c.to {
		return nil
	}
	l.crossing = crossing{}
	if row := l.selected(); row == nil || row.Status.Read || row.Problem != "" {
		if _, ok := l.NextUnread(); !ok {
			return nil
		}
	}
	if c.opens && !l.app.Covered(l) {
		return l.open()
	}
	return nil
}

// readAll marks all that are shown as read.
func (l *library) readAll() tea.Cmd {
	l.chosen.choice = choice{all: true}
	return l.chosen.mark(l.selected(), ui.Reading(true))
}
