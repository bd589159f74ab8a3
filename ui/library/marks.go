package library

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/widget"
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
	l.rows.Move(1)
	l.moved()
	return nil
}

// selectAll chooses all that are shown, or none.
func (l *library) selectAll() tea.Cmd {
	l.chosen = choice{all: !l.chosen.all}
	return nil
}

// mark marks the selected article, or those that have been chosen. The rows show it at once.
func (l *library) mark(row *model.Row, m ui.Marking) tea.Cmd {
	store, chosen, what, ids := l.app.Store, l.chosen, l.chosenText(row), l.chosen.ids
	if chosen.empty() {
		ids = []model.ID{row.ID}
	}
	l.chosen = choice{}
	l.pages.each(func(r *model.Row) {
		if chosen.all || slices.Contains(ids, r.ID) {
			m.Apply(&r.Status)
		}
	})
	title := m.Title(what)
	done := ""
	if !chosen.empty() || m.To.Removed != nil {
		done = fmt.Sprintf("%s %s%s. %s", m.Did, what, m.As, l.undoHint())
	}
	q, err := l.pages.ask.query(l.app.Now())
	if err != nil {
		return l.app.Fail(title, err)
	}
	return l.app.Change(title, done, func(ctx context.Context) error {
		if chosen.all {
			_, err := store.MarkQuery(ctx, title, q, m.To)
			return err
		}
		return m.Make(ctx, store, title, ids)
	})
}

// chosenText names what a mark goes to.
func (l *library) chosenText(row *model.Row) string {
	switch {
	case l.chosen.empty():
		return "“" + ui.RowTitle(row) + "”"
	case !l.chosen.all:
		return widget.Articles(len(l.chosen.ids))
	case !l.pages.whole:
		return "all that are shown" // how many there are is being counted
	}
	return widget.Articles(l.pages.n)
}
