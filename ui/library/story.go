package library

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
	"lede/ui"
	"lede/ui/reader"
	"lede/ui/widget"
)

// storyToldMsg brings articles that belong together.
type storyToldMsg struct {
	head string
	of   model.ID
	rows []model.Row
	err  error
}

// tellStory gets the related coverage of the article under the cursor.
func tellStory(l *library) tea.Cmd {
	store, ctx, id, files := l.store, l.ctx, l.selected().ID, l.files.session != nil
	return func() tea.Msg {
		rows, err := store.Story(ctx, id)
		byID(rows, files)
		return storyToldMsg{"Related coverage", id, rows, err}
	}
}

// tellSources gets the articles that are folded into the row under the cursor.
func tellSources(l *library) tea.Cmd {
	store, ctx, id, files := l.store, l.ctx, l.selected().ID, l.files.session != nil
	return func() tea.Msg {
		rows, err := store.Sources(ctx, id)
		byID(rows, files)
		return storyToldMsg{"The same by several", id, rows, err}
	}
}

// told shows articles that belong together, to choose one from. The one that they were asked for is selected.
func (msg storyToldMsg) show(l *library) tea.Cmd {
	switch {
	case msg.err != nil:
		return l.app.Fail("find related coverage", msg.err)
	case l.app.Top() != ui.Screen(l), l.typing.on, l.at != msg.of:
		return nil // the reader has gone on
	case len(msg.rows) < 2:
		return l.app.Notify("There is no related coverage here.")
	}
	all, at := make([]widget.MenuRow, len(msg.rows)), 0
	for i, row := range msg.rows {
		if row.ID == msg.of {
			at = i
		}
		detail := row.Site
		if day := figure.Day(row.Published, l.app.Now()); day != "" {
			detail += " · " + day
		}
		ref := row.Ref
		all[i] = widget.MenuRow{Label: ui.RowTitle(&msg.rows[i]), Detail: detail, Take: func() tea.Cmd {
			return l.app.Push(reader.NewReader(l.app, ref))
		}}
	}
	m := widget.NewMenu(&l.app.Env, msg.head, "", all)
	m.Rows.To(at)
	return l.app.Push(m)
}
