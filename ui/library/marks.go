package library

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
	"lede/ui"
)

// choice is the articles that a mark goes to: those selected, or all that are shown. The zero value is the one under
// the cursor.
type choice struct {
	ids []model.ID
	all bool
}

func (c choice) empty() bool { return !c.all && len(c.ids) == 0 }

func (c choice) has(id model.ID) bool { return c.all || slices.Contains(c.ids, id) }

// chosen is what marks go to in a library: the choice, or else the article under the cursor.
type chosen struct {
	library *library
	choice
}

// clear goes back to the article under the cursor.
func (c *chosen) clear() { c.choice = choice{} }

// lacks reports whether the article, or one of those that are chosen, has not got a mark: then a key gives it to all.
func (c *chosen) lacks(row *model.Row, has func(model.Status) bool) bool {
	if c.empty() {
		return !has(row.Status)
	}
	lacking := false
	c.library.pages.each(func(r *model.Row) { lacking = lacking || c.has(r.ID) && !has(r.Status) })
	return lacking
}

// turn chooses the article under the cursor, or no longer, and goes to the next row.
func (c *chosen) turn() tea.Cmd {
	l := c.library
	id := l.selected().ID
	if c.all {
		c.clear()
	}
	if i := slices.Index(c.ids, id); i >= 0 {
		c.ids = slices.Delete(slices.Clone(c.ids), i, i+1)
	} else {
		c.ids = append(slices.Clone(c.ids), id)
	}
	l.rows.Move(1)
	l.moved()
	return nil
}

// turnAll chooses all that are shown, or none.
func (c *chosen) turnAll() tea.Cmd {
	c.choice = choice{all: !c.all}
	return nil
}

// count is how many articles have been chosen; 0 when a mark goes to the one under the cursor.
func (c *chosen) count() int {
	if c.all {
		return c.library.pages.n
	}
	return len(c.ids)
}

// mark marks the selected article, or those that have been chosen. The rows show it at once.
func (c *chosen) mark(row *model.Row, m ui.Marking) tea.Cmd {
	l := c.library
	store, chosen, what, ids := l.store, c.choice, c.text(row), c.ids
	if chosen.empty() {
		ids = []model.ID{row.ID}
	}
	c.clear()
	l.pages.each(func(r *model.Row) {
		if chosen.all || slices.Contains(ids, r.ID) {
			m.Apply(&r.Status)
		}
	})
	title, done := m.Title(what), c.told(m, what, !chosen.empty())
	q, err := l.pages.ask.query(l.app.Now())
	if err != nil {
		return l.app.Fail(title, err)
	}
	fold := l.folds(l.pages.ask)
	return l.app.Change(title, done, func(ctx context.Context) error {
		if chosen.all {
			_, err := store.MarkQuery(ctx, title, q, m.To)
			return err
		}
		if !fold {
			_, err := store.Mark(ctx, title, ids, m.To)
			return err
		}
		return m.Make(ctx, store, title, ids)
	})
}

// told is what a notice says of a mark; "" where the row shows it.
func (c *chosen) told(m ui.Marking, what string, many bool) string {
	where := ""
	switch files := c.library.files.session != nil; {
	case files && m.To.Starred != nil && *m.To.Starred: // undoing the star leaves it there
		undo := c.library.app.KeyOf(libraryGroup, "undo")
		return fmt.Sprintf("%s %s. Kept in your library. %s takes the star off.", m.Did, what, undo)
	case files && m.To.Removed != nil:
		where = " Only from this list."
	case !many && m.To.Removed == nil:
		return ""
	}
	return fmt.Sprintf("%s %s%s.%s %s", m.Did, what, m.As, where, c.library.undoHint())
}

// text names what a mark goes to.
func (c *chosen) text(row *model.Row) string {
	switch {
	case c.empty():
		return "“" + ui.RowTitle(row) + "”"
	case !c.all:
		return figure.Articles(len(c.ids))
	case !c.library.pages.whole:
		return "all that are shown" // how many there are is being counted
	}
	return figure.Articles(c.library.pages.n)
}
