package library

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/feed"
	"lede/ui/reader"
	"lede/ui/widget"
)

// The groups of the help that the library's actions are listed in.
const (
	libraryGroup = "library"
	columnGroup  = "column"
	searchGroup  = "searching"
)

// libraryTables are the actions of the library and of its modes.
type libraryTables struct {
	rows, moves, typing action.Table[*library]
	column, columnMoves action.Table[*column]
}

func newLibraryTables() libraryTables {
	return libraryTables{
		rows: libraryTable().Under(action.Library), moves: action.Moves((*library).move),
		typing: searchingTable().Under(action.Text), column: columnTable().Under(action.Library),
		columnMoves: action.Moves((*column).move),
	}
}

// libraryTable is what can be done with the rows.
func libraryTable() action.Table[*library] {
	const in = libraryGroup
	open, back := action.Open((*library).open), action.Back(func(l *library) tea.Cmd { return l.app.Pop() })
	open.Now, open.Refuse = func(*library) string { return "read" }, nothingHere
	open.Keys = []string{"enter", "l", "right"}
	back.Now, back.Keys = func(l *library) string { return l.app.BackWords(l) }, []string{"q"}
	mark := func(m func(*library, *model.Row) ui.Marking) func(*library) tea.Cmd {
		return func(l *library) tea.Cmd { return l.chosen.mark(l.selected(), m(l, l.selected())) }
	}
	return action.Table[*library]{
		open,
		{
			Name: "retry", Words: "try again", Keys: []string{"r"}, Where: in,
			Refuse: noError, Do: retry,
		},
		{
			Name: "topics", Words: "topics", Keys: []string{"T"}, Where: in,
			Do: (*library).pickTopics,
		},
		{
			Name: "search", Words: "search", Keys: []string{"/"}, Where: in,
			Do: func(l *library) tea.Cmd { return l.typing.start() },
		},
		{
			Name: "clear", Words: "clear", Keys: []string{"backspace"}, Where: in,
			Refuse: nothingAsked, Do: (*library).back,
		},
		{
			Name: "star", Words: "star", Keys: []string{"s"}, Where: in,
			Now: starWords, Refuse: noArticle, Do: mark(starMark),
		},
		{
			Name: "read", Words: "read, unread", Keys: []string{"m"}, Where: in,
			Now: readWords, Refuse: noArticle, Do: mark(readMark),
		},
		{
			Name: "tag", Words: "tag", Keys: []string{"t"}, Where: in,
			Refuse: noArticle, Do: func(l *library) tea.Cmd { return l.app.Push(newTagger(l)) },
		},
		{
			Name: "remove", Words: "remove", Keys: []string{"x", "D", "delete"}, Where: in,
			Refuse: nothingHere, Do: remove,
		},
		{
			Name: "column", Words: "queries, feeds, sites, topics", Brief: "column", Keys: []string{"tab", "h", "left"},
			Where: in, Under: action.Move,
			Do: toColumn,
		},
		{
			Name: "undo", Words: "undo", Keys: []string{"U"}, Where: in,
			Do: func(l *library) tea.Cmd { return ui.Undo(l.store) },
		},
		{
			Name: "next-unread", Words: "next unread", Keys: []string{">", "n"}, Where: in, Under: action.Move,
			Refuse: nothingHere, Do: (*library).toNextUnread,
		},
		{
			Name: "read-all", Words: "mark all shown as read", Brief: "all read", Keys: []string{"M"}, Where: in,
			Refuse: nothingHere, Do: (*library).readAll,
		},
		{
			Name: "copy", Words: "copy the link", Brief: "copy", Keys: []string{"y"}, Where: in, Under: action.Links,
			Refuse: nothingHere, Do: (*library).copyLink,
		},
		{
			Name: "sort", Words: "sort", Keys: []string{"S"}, Where: in, Under: action.Look,
			Do: nextOrder,
		},
		{
			Name: "lines", Words: "one line or two a row", Brief: "lines", Keys: []string{"z"}, Where: in,
			Do: swapLines,
		},
		{
			Name: "select", Words: "select", Keys: []string{"v"}, Where: in,
			Refuse: nothingHere, Do: func(l *library) tea.Cmd { return l.chosen.turn() },
		},
		{
			Name: "select-all", Words: "select all shown", Keys: []string{"V", "*"}, Where: in,
			Refuse: nothingHere, Do: func(l *library) tea.Cmd { return l.chosen.turnAll() },
		},
		{
			Name: "story", Words: "related coverage", Keys: []string{"a"}, Where: in,
			Refuse: noArticle, Do: tellStory,
		},
		{
			Name: "sources", Words: "its sources", Keys: []string{"e"}, Where: in,
			Refuse: noSources, Do: tellSources,
		},
		{
			Name: "fold", Words: "fold or unfold near-duplicates", Brief: "fold", Keys: []string{"Z"},
			Where: in, Under: action.Look,
			Do: swapFolding,
		},
		{
			Name: "save-query", Words: "save what is asked for as a query", Brief: "save query", Keys: []string{"Q"}, Where: in,
			Refuse: noQuery, Do: saveQuery,
		},
		{
			Name: "problems", Words: "what was not read", Keys: []string{"E"}, Where: in,
			Refuse: noProblems, Do: showProblems,
		},
		{
			Name: "refresh", Words: "refresh the feeds", Brief: "refresh", Keys: []string{"R"}, Where: in,
			Refuse: noFeeds, Do: refresh,
		},
		{
			Name: "follow-feed", Words: "follow the feed of its site", Brief: "follow feed", Keys: []string{"F"}, Where: in,
			Refuse: noFeedOf, Do: func(l *library) tea.Cmd { return feed.Follow(l.app, l.selected().URL) },
		},
		{Name: "stop", Keys: []string{"esc"}, Refuse: noRefresh, Do: stopRefresh},
		{
			Name: ui.BrowseAction, Words: "open in the browser", Brief: "browser", Keys: []string{"o"},
			Where: in, Under: action.Links,
			Refuse: noAddress, Do: func(l *library) tea.Cmd { return l.app.AskBrowse(l.selected().URL) },
		},
		{
			Name: "topic", Words: "only the topic of that number", Brief: "topic", Keys: reader.Digits(), Where: in,
			Nth: func(l *library, n int) tea.Cmd { return l.column.number(n) },
		},
		{Name: "clear", Keys: []string{"esc"}, Refuse: nothingAsked, Do: (*library).back},
		{
			Name: "stay", Keys: []string{"esc"},
			Refuse: notLast, Do: func(l *library) tea.Cmd { return l.app.Stay() },
		},
		back,
	}
}

func (l *library) Actions() []action.Set {
	t := &l.tables
	switch {
	case l.typing.on:
		return []action.Set{t.typing.For(l)}
	case l.column.focus:
		return []action.Set{t.column.For(&l.column), t.columnMoves.For(&l.column)}
	}
	return []action.Set{t.rows.For(l), t.moves.For(l)}
}

// libraryRows are the library's actions for the help.
func libraryRows() []action.Row {
	t := newLibraryTables()
	var rows []action.Row
	for _, g := range []struct {
		name string
		rows []action.Row
	}{{libraryGroup, t.rows.Rows()}, {columnGroup, t.column.Rows()}, {searchGroup, t.typing.Rows()}} {
		for _, r := range g.rows {
			if r.Where == g.name {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// undoHint says how a change is undone.
func (l *library) undoHint() string { return l.app.KeyOf(libraryGroup, "undo") + " takes it back." }

// move moves the cursor.
func (l *library) move(m action.Motion) tea.Cmd {
	l.rows.By(m)
	l.moved()
	return nil
}

// The refusals: each says why something is of no use now; "" when it is of use.

func nothingHere(l *library) string {
	if l.selected() == nil {
		return "There is no article here."
	}
	return ""
}

func noError(l *library) string {
	if l.err == nil {
		return "Nothing has gone wrong."
	}
	return ""
}

func nothingAsked(l *library) string {
	if l.ask.empty() && l.chosen.empty() {
		return "All articles are shown."
	}
	return ""
}

func notLast(l *library) string {
	if nothingAsked(l) == "" {
		return "There is something to take off."
	}
	return ""
}

// noArticle is for what goes for an article, not for a file that could not be read.
func noArticle(l *library) string {
	switch row := l.selected(); {
	case row == nil:
		return nothingHere(l)
	case row.Problem != "":
		return "There is no article in this file: " + row.Problem + "."
	}
	return ""
}

func noProblems(l *library) string {
	if len(l.files.problems) == 0 {
		return "Everything was read."
	}
	return ""
}

func noSources(l *library) string {
	if why := noArticle(l); why != "" {
		return why
	}
	if l.selected().Sources < 2 {
		return "Only one source reports this."
	}
	return ""
}

func noAddress(l *library) string {
	switch row := l.selected(); {
	case row == nil:
		return nothingHere(l)
	case row.URL == "":
		return "The source gives no address for this article."
	}
	return ""
}

// starWords and readWords are what the keys of marks do with the article under the cursor.
func starWords(l *library) string {
	if row := l.selected(); row != nil && l.chosen.empty() && row.Status.Starred {
		return "unstar"
	}
	return ""
}

func readWords(l *library) string {
	row := l.selected()
	switch {
	case row == nil || !l.chosen.empty():
		return ""
	case row.Status.Read:
		return "mark unread"
	}
	return "mark read"
}

func starMark(l *library, row *model.Row) ui.Marking {
	return ui.Starring(l.chosen.lacks(row, func(s model.Status) bool { return s.Starred }))
}

func readMark(l *library, row *model.Row) ui.Marking {
	return ui.Reading(l.chosen.lacks(row, func(s model.Status) bool { return s.Read }))
}

// remove removes the selected article; several only once that has been asked.
func remove(l *library) tea.Cmd {
	row := l.selected()
	what := l.chosen.text(row)
	switch {
	case l.chosen.empty() && row.Sources > 1:
		what = figure.Articles(row.Sources) + " that tell the same"
	case l.chosen.empty(), l.chosen.count() == 1:
		return l.chosen.mark(row, ui.Removing())
	}
	return l.app.Ask(ui.Question{Text: "Remove " + what + "?", Yes: "remove", Also: "remove", Do: func() tea.Cmd {
		if row := l.selected(); row != nil {
			return l.chosen.mark(row, ui.Removing())
		}
		return nil
	}})
}

// retry reads the library again.
func retry(l *library) tea.Cmd {
	l.err = nil
	l.asks.want.want()
	return nil
}

func toColumn(l *library) tea.Cmd {
	l.column.enter()
	return nil
}

func nextOrder(l *library) tea.Cmd {
	l.turn(l.ask.nextOrder(l.files.session != nil))
	return nil
}

// swapFolding makes near-duplicates one row, or gives each its own.
func swapFolding(l *library) tea.Cmd {
	a := l.ask
	a.other = !a.other
	l.turn(a)
	if l.folds(a) {
		return l.app.Notify("Near-duplicates share one row now.")
	}
	return l.app.Notify("Each article has its own row now.")
}

// swapLines gives rows one line, or two.
func swapLines(l *library) tea.Cmd {
	l.oneLine = !l.oneLine
	l.fit()
	return nil
}

func showProblems(l *library) tea.Cmd {
	return l.app.Push(widget.NewProblems(&l.app.Env, l.files.problems))
}

// back takes off the marks of a selection, then the last part of what is asked for.
func (l *library) back() tea.Cmd {
	if !l.chosen.empty() {
		l.chosen.clear()
		return nil
	}
	l.turn(l.ask.back())
	l.column.build()
	return nil
}

// open reads the selected article.
func (l *library) open() tea.Cmd {
	row := l.selected()
	if row == nil {
		return nil
	}
	l.moved()
	return l.app.Push(reader.NewReader(l.app, row.Ref))
}

func (l *library) TakesText() bool { return l.typing.on }

// Status implements telling: where the selected article is among those shown.
func (l *library) Status() string {
	at := l.rows.At - len(l.pages.head)
	if l.column.focus || l.pages.len() <= l.rows.Page || !l.pages.whole || at < 0 {
		return ""
	}
	return figure.Number(at+1) + " of " + figure.Number(l.pages.n)
}
