package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader/box"
	"lede/ui/reader/why"
)

const articleGroup = "article"

const linksGroup = "links"

// readerTables are the actions of a reader and of its modes.
type readerTables struct {
	article, search, coming, loading, failed action.Table[*reader]
	hints, moves                             action.Table[*reader]
}

func newReaderTables() readerTables {
	back := action.Back((*reader).back)
	stop := action.Action[*reader]{Name: "stop", Words: "stop", Keys: []string{"esc"}}
	stopComing, stopLoading, endSearch := stop, stop, stop
	stopComing.Keys, stopComing.Do = stopKeys(), func(r *reader) tea.Cmd { return r.trip.stop() }
	stopLoading.Do = (*reader).back
	endSearch.Name, endSearch.Words, endSearch.Do = "end-search", "end the search", func(r *reader) tea.Cmd {
		return r.text.EndSearch()
	}
	back.Now = backWords
	return readerTables{
		article: articleTable(back).Under(action.Sections),
		search:  append(searchTable(), endSearch).Under(action.Sections),
		coming:  action.Table[*reader]{stopComing}.Under(action.Move),
		loading: append(action.Table[*reader]{stopLoading, back}, travelTable()...).Under(action.Move),
		failed:  append(failedTable(back), travelTable()...).Under(action.Move),
		hints:   hintTable().Under(action.Links),
		moves:   action.Moves((*reader).move),
	}
}

// ReaderRows are the reader's actions for the help.
func ReaderRows() []action.Row {
	t := newReaderTables()
	var rows []action.Row
	for _, r := range append(t.article, t.search[:2]...).Rows() {
		if r.Where == articleGroup {
			rows = append(rows, r)
		}
	}
	rows = append(rows, why.Rows()...)
	for _, r := range t.hints.Rows() {
		if r.Where == linksGroup {
			rows = append(rows, r)
		}
	}
	return rows
}

func (r *reader) Actions() []action.Set {
	t := &r.tables
	switch {
	case r.links.hints != nil:
		return []action.Set{t.hints.For(r)}
	case r.trip.coming != nil && r.text.Doc != nil:
		return []action.Set{t.coming.For(r), t.article.For(r), t.moves.For(r)}
	case r.loading.err != nil:
		return []action.Set{t.failed.For(r)}
	case r.text.Doc == nil:
		return []action.Set{t.loading.For(r)}
	case r.text.Search != nil:
		return []action.Set{t.search.For(r), t.article.For(r), t.moves.For(r)}
	}
	return []action.Set{t.article.For(r), t.moves.For(r)}
}

// leavesText reports whether an action leaves the text, or only stands in a row with such.
func leavesText(name string) bool {
	switch name {
	case ui.BackAction, "stay", "stop", "next-article", "previous-article", "next-unread", "trail-back",
		"trail-forward", "trail":
		return true
	}
	return false
}

// step does what goes a step on, or one back.
func step(do func(r *reader, step int) tea.Cmd, by int) func(*reader) tea.Cmd {
	return func(r *reader) tea.Cmd { return do(r, by) }
}

// travelTable leads to other articles.
func travelTable() action.Table[*reader] {
	along := func(r *reader, step int) tea.Cmd { return r.trip.along(step) }
	next := func(r *reader, step int) tea.Cmd { return r.trip.nextArticle(step) }
	return action.Table[*reader]{
		{
			Name: "next-article", Words: "next article", Keys: []string{"J"}, Where: articleGroup, Under: action.Move,
			Refuse: noList, Do: step(next, 1),
		},
		{
			Name: "previous-article", Words: "previous article", Keys: []string{"K"},
			Where: articleGroup, Under: action.Move,
			Refuse: noList, Do: step(next, -1),
		},
		{
			Name: "next-unread", Words: "next unread article", Brief: "next unread", Keys: []string{">"},
			Where: articleGroup, Under: action.Move,
			Refuse: noList, Do: func(r *reader) tea.Cmd { return r.trip.nextUnread() },
		},
		{
			Name: "trail-back", Words: "back in the trail", Keys: []string{"H", "alt+left"},
			Where: articleGroup, Under: action.Links,
			Now:    func(*reader) string { return "back a link" },
			Refuse: func(r *reader) string { return r.trip.refuse(-1) }, Do: step(along, -1),
		},
		{
			Name: "trail-forward", Words: "forward in the trail", Keys: []string{"L", "alt+right"},
			Where: articleGroup, Under: action.Links,
			Refuse: func(r *reader) string { return r.trip.refuse(1) }, Do: step(along, 1),
		},
		{
			Name: "trail", Words: "the trail of links", Keys: []string{"h"}, Where: articleGroup, Under: action.Links,
			Refuse: noTrail, Do: func(r *reader) tea.Cmd {
				return r.app.Push(box.Trail(&r.app.Env, &r.trip.trail, r.trip.alongTo))
			},
		},
	}
}

// failedTable is for an article that could not be opened.
func failedTable(back action.Action[*reader]) action.Table[*reader] {
	return action.Table[*reader]{
		{
			Name: "retry", Words: "try again", Keys: []string{"r", "enter"},
			Do: func(r *reader) tea.Cmd { return r.loading.open() },
		},
		{
			Name: ui.BrowseAction, Words: "open in the browser", Brief: "browser", Keys: []string{"o"},
			Refuse: noPage, Do: func(r *reader) tea.Cmd { return r.app.Browse(r.trip.trail.Here().Ref) },
		},
		back,
	}
}

// searchTable is for while matches are lit, before what else can be done.
func searchTable() action.Table[*reader] {
	next := func(r *reader, step int) tea.Cmd { return r.text.Search.Next(step) }
	return action.Table[*reader]{
		{
			Name: "next-match", Words: "next match", Keys: []string{"n"}, Where: articleGroup, Under: action.Move,
			Do: step(next, 1),
		},
		{
			Name: "previous-match", Words: "previous match", Keys: []string{"N"}, Where: articleGroup, Under: action.Move,
			Do: step(next, -1),
		},
		findAction(),
	}
}

func findAction() action.Action[*reader] {
	return action.Action[*reader]{
		Name: "find", Words: "find", Keys: []string{"/"}, Where: articleGroup, Under: action.Move,
		Do: func(r *reader) tea.Cmd { return r.app.Push(newFinder(r)) },
	}
}

// hintTable is for while links are labelled. Other keys are letters of labels, or take the labels away.
func hintTable() action.Table[*reader] {
	to := func(r *reader, step int) tea.Cmd { return r.links.choose(step) }
	return action.Table[*reader]{
		{
			Name: "open", Words: "open", Keys: []string{"enter"},
			Do: func(r *reader) tea.Cmd { return r.links.takeSelected() },
		},
		{
			Name: "next-link", Words: "next link", Keys: []string{"tab", "down", "ctrl+n"}, Where: linksGroup,
			Do: step(to, 1),
		},
		{
			Name: "previous-link", Words: "previous link", Keys: []string{"shift+tab", "up", "ctrl+p"}, Where: linksGroup,
			Do: step(to, -1),
		},
		{
			Name: "cancel", Words: "cancel", Keys: []string{"esc"},
			Do: func(r *reader) tea.Cmd { return r.links.drop() },
		},
	}
}

// row is an action of an article as the help names it.
func (t *readerTables) row(name string) action.Row {
	for _, r := range t.article.Rows() {
		if r.Name == name {
			return r
		}
	}
	return action.Row{}
}

// keyOf is the key of an action of an article.
func (r *reader) keyOf(name string) string { return r.app.KeyOf(articleGroup, name) }
