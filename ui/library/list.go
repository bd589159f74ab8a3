package library

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader"
	"lede/ui/widget"
)

// list is the screen of entries. What it shows is in listing.go, how it is filtered in listfilter.go, how it looks in
// listview.go.
type list struct {
	app     *ui.App
	tables  listTables
	ctx     context.Context
	cancel  context.CancelFunc
	request int

	listing *listing
	rows    widget.Rows
	on      rowID // the row that the reader is on; it may be out of sight while a filter hides it
	touched bool  // the reader has moved: from then on the selection stays on its entry while others come in

	typing bool          // the prompt of the filter has the keys
	best   bool          // the cursor is on the best match of what is typed, whichever that is
	prompt widget.Prompt // while typing
	before string        // what the filter's words were before the typing

	done, total int // entries read, entries in all
	stage       string
	loading     bool
	problems    []string // what could not be read, a sentence each

	preview reader.Preview
	picking *topicPicker // the picker above this screen, or nil
	chips   widget.Chips[filter]
}

// maxProblems is how many sentences about what could not be read are kept.
const maxProblems = 1000

func newList(a *ui.App) *list {
	ctx, cancel := context.WithCancel(context.Background())
	l := &list{app: a, tables: newListTables(), ctx: ctx, cancel: cancel, listing: newListing(), on: noRow, preview: reader.Preview{App: a}}
	if a.Given {
		l.listing.sort = given
	}
	return l
}

func (l *list) Start() tea.Cmd {
	l.request = l.app.NextRequest()
	l.loading = true
	l.fit()
	return listEntries(l.ctx, l.app.Library, l.request)
}

// Update implements screen. Whatever happened, the preview follows the selection.
func (l *list) Update(msg tea.Msg) tea.Cmd {
	cmd := l.take(msg)
	return tea.Batch(cmd, l.follow())
}

// follow makes the preview show the selected entry, when there is room for one and nothing covers it.
func (l *list) follow() tea.Cmd {
	if l.app.Covered(l) {
		return nil
	}
	o, row := l.layout(), l.selected()
	var e *model.Entry
	if row != nil && o.preview.W > 0 {
		e = &row.Entry
	}
	cmd := l.preview.Show(e, o.preview)
	l.preview.Draw()
	return cmd
}

func (l *list) Resume() tea.Cmd { return l.follow() }

func (l *list) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case entriesListedMsg:
		return l.listed(msg)
	case action.Bound:
		return msg.Do()
	case tea.KeyPressMsg, tea.PasteMsg:
		if l.typing {
			l.typed(msg)
		}
	case tea.MouseMsg:
		return l.mouse(msg)
	case tea.WindowSizeMsg:
		l.fit()
		l.preview.Forget()
	case widget.ThemeChangedMsg:
		l.preview.Forget()
	case reader.PreviewRestedMsg, ui.ArticleOpenedMsg:
		return l.preview.Update(msg)
	}
	return nil
}

// listed takes a batch in.
func (l *list) listed(msg entriesListedMsg) tea.Cmd {
	if msg.request != l.request {
		return nil
	}
	l.done, l.total, l.stage = msg.batch.Done, msg.batch.Total, clean.Line(msg.batch.Stage)
	for _, err := range msg.batch.Errs {
		if len(l.problems) < maxProblems {
			l.problems = append(l.problems, clean.Line(err.Error()))
		}
	}
	if len(msg.rows)+len(msg.batch.Gone) > 0 {
		l.listing.add(msg.rows)
		l.listing.drop(msg.batch.Gone)
		l.settle()
		if l.picking != nil {
			l.picking.refresh()
		}
	}
	if msg.done {
		l.loading, l.stage = false, ""
		return nil
	}
	return awaitEntries(l.ctx, l.request, msg.steps)
}

// settle finds the selected entry again after the list has changed round it. The entry keeps its height on screen.
func (l *list) settle() {
	l.fit()
	at := -1
	if l.touched && !l.best && l.on != noRow {
		at = l.listing.find(l.on)
	}
	if at < 0 {
		l.rows.To(0)
		return
	}
	l.rows.Put(at)
}

// fit sets how many rows there are and how many fit.
func (l *list) fit() { l.rows.Fit(len(l.listing.shown), l.layout().page()) }

// moved makes the selected row the one that the reader is on.
func (l *list) moved() {
	if len(l.listing.shown) == 0 {
		return
	}
	l.on, l.touched, l.best = l.listing.shown[l.rows.At], true, false
}

// selected is the entry that the cursor is on, nil when there is none.
func (l *list) selected() *listed {
	if len(l.listing.shown) == 0 {
		return nil
	}
	return l.listing.entry(l.rows.At)
}

// listGroup is the group of the help that the list's actions are listed in.
const listGroup = "list"

// listTable is what can be done in the list.
func listTable() action.Table[*list] {
	const in = listGroup
	open, back := action.Open((*list).open), action.Back(func(l *list) tea.Cmd { return l.app.Pop() })
	open.Now, open.Refuse = func(*list) string { return "read" }, (*list).noRow
	back.Now, back.Keys = func(l *list) string { return l.app.BackWords(l) }, []string{"q"}
	topics := func(l *list) tea.Cmd { return l.app.Push(newTopicPicker(l)) }
	problems := func(l *list) tea.Cmd { return l.app.Push(widget.NewProblems(&l.app.Env, l.problems)) }
	return action.Table[*list]{
		open,
		{Name: "topics", Words: "topics", Keys: []string{"T"}, Where: in, Refuse: (*list).nothing, Do: topics},
		{
			Name: "filter", Words: "filter", Keys: []string{"/"}, Where: in,
			Refuse: (*list).nothing, Do: (*list).startTyping,
		},
		{
			Name: "clear", Words: "clear", Keys: []string{"backspace"}, Where: in,
			Refuse: (*list).unfiltered, Do: (*list).back,
		},
		{Name: "sort", Words: "sort", Keys: []string{"S"}, Where: in, Refuse: (*list).noRow, Do: (*list).sortNext},
		{
			Name: "problems", Words: "what was not read", Keys: []string{"E"}, Where: in,
			Refuse: (*list).noProblems, Do: problems,
		},
		{Name: "clear", Keys: []string{"esc"}, Refuse: (*list).unfiltered, Do: (*list).back},
		{
			Name: "stay", Keys: []string{"esc"},
			Refuse: (*list).notLast, Do: func(l *list) tea.Cmd { return l.app.Stay() },
		},
		back,
		{Name: "leave", Keys: []string{"esc"}, Do: back.Do},
		{
			Name: ui.BrowseAction, Words: "open in the browser", Brief: "browser", Keys: []string{"o"}, Where: in,
			Refuse: (*list).noAddress, Do: (*list).browse,
		},
	}
}

// listTyping is what can be done while the filter is typed.
func listTyping() action.Table[*list] {
	by := func(m action.Motion) func(*list) tea.Cmd {
		return func(l *list) tea.Cmd { return l.move(m) }
	}
	const in = widget.TypingGroup
	return append(action.Table[*list]{
		{Name: "accept", Words: "keep", Keys: []string{"enter"}, Where: in, Do: (*list).accept},
		{Name: "cancel", Words: "drop", Keys: []string{"esc"}, Where: in, Do: (*list).dropTyping},
		{Name: "next", Words: "next", Keys: []string{"down", "ctrl+n"}, Where: in, Do: by(action.Down)},
		{Name: "previous", Words: "previous", Keys: []string{"up", "ctrl+p"}, Where: in, Do: by(action.Up)},
		{Name: "page-down", Keys: []string{"pgdown", "ctrl+f"}, Do: by(action.PageDown)},
		{Name: "page-up", Keys: []string{"pgup", "ctrl+b"}, Do: by(action.PageUp)},
	}, widget.Editing[*list]()...)
}

// listTables are the actions of the list and of its modes.
type listTables struct{ rows, moves, typing action.Table[*list] }

func newListTables() listTables {
	return listTables{listTable(), action.Moves((*list).move), listTyping()}
}

func (l *list) Actions() []action.Set {
	if l.typing {
		return []action.Set{l.tables.typing.For(l)}
	}
	return []action.Set{l.tables.rows.For(l), l.tables.moves.For(l)}
}

// listRows are the list's actions for the help.
func listRows() []action.Row {
	return slices.DeleteFunc(listTable().Rows(), func(r action.Row) bool { return r.Where != listGroup })
}

// key is how the key of an action is written.
func (l *list) key(name string) string {
	b, _ := action.Named([]action.Set{l.tables.rows.For(l)}, name)
	return b.Key()
}

// move moves the cursor.
func (l *list) move(m action.Motion) tea.Cmd {
	l.rows.By(m)
	l.moved()
	return nil
}

// back takes off the last part of the filter.
func (l *list) back() tea.Cmd {
	l.Narrow(l.listing.filter.back())
	return nil
}

func (l *list) sortNext() tea.Cmd {
	l.sortBy(l.nextSort())
	return nil
}

func (l *list) browse() tea.Cmd { return l.app.AskBrowse(l.address()) }

func (l *list) noRow() string {
	if l.selected() == nil {
		return "There is no article here."
	}
	return ""
}

func (l *list) nothing() string {
	if len(l.listing.shown) == 0 && l.listing.filter.empty() {
		return "There is no article yet."
	}
	return ""
}

func (l *list) unfiltered() string {
	if l.listing.filter.empty() {
		return "All articles are shown."
	}
	return ""
}

func (l *list) notLast() string {
	if !l.app.IsFirst(l) || l.unfiltered() == "" {
		return "There is something to go back to."
	}
	return ""
}

func (l *list) noProblems() string {
	if len(l.problems) == 0 {
		return "Everything was read."
	}
	return ""
}

func (l *list) noAddress() string {
	if l.address() == "" {
		return "The source gives no address for this article."
	}
	return ""
}

// address is where the selected article was published, "" when that is not known.
func (l *list) address() string {
	if e := l.selected(); e != nil {
		return e.URL
	}
	return ""
}

func (l *list) open() tea.Cmd {
	e := l.selected()
	if e == nil {
		return nil
	}
	l.moved()
	return l.app.Push(reader.NewReader(l.app, e.Ref))
}

// Sibling implements siblings: the reader goes on through the list as it is filtered.
func (l *list) Sibling(step int) (string, bool) {
	to := l.rows.At + step
	if to < 0 || to >= len(l.listing.shown) {
		return "", false
	}
	l.rows.To(to)
	l.moved()
	return l.selected().Ref, true
}

func (l *list) TakesText() bool { return l.typing }

// Status implements telling: where the selected article is among those shown.
func (l *list) Status() string {
	if len(l.listing.shown) <= l.rows.Page {
		return ""
	}
	return widget.Number(l.rows.At+1) + " of " + widget.Number(len(l.listing.shown))
}

func (l *list) Title() string { return "" }

func (l *list) Close() {
	l.preview.Close()
	l.cancel()
}
