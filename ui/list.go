package ui

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model/clean"
)

// list is the screen of entries. What it shows is in listing.go, how it is filtered in listfilter.go, how it looks in
// listview.go.
type list struct {
	app     *App
	ctx     context.Context
	cancel  context.CancelFunc
	request int

	listing *listing
	rows    rows
	on      rowID // the row that the reader is on; it may be out of sight while a filter hides it
	touched bool  // the reader has moved: from then on the selection stays on its entry while others come in

	typing bool   // the prompt of the filter has the keys
	best   bool   // the cursor is on the best match of what is typed, whichever that is
	prompt prompt // while typing
	before string // what the filter's words were before the typing

	done, total int // entries read, entries in all
	stage       string
	loading     bool
	problems    []string // what could not be read, a sentence each

	preview preview
	picking *topicPicker // the picker above this screen, or nil
	chips   chips[filter]
}

// maxProblems is how many sentences about what could not be read are kept.
const maxProblems = 1000

func newList(a *App) *list {
	ctx, cancel := context.WithCancel(context.Background())
	l := &list{app: a, ctx: ctx, cancel: cancel, listing: newListing(), on: noRow, preview: preview{app: a}}
	if a.Given {
		l.listing.sort = given
	}
	return l
}

func (l *list) start() tea.Cmd {
	l.request = l.app.nextRequest()
	l.loading = true
	l.fit()
	return listEntries(l.ctx, l.app.Library, l.request)
}

// update implements screen. Whatever happened, the preview follows the selection.
func (l *list) update(msg tea.Msg) tea.Cmd {
	cmd := l.take(msg)
	return tea.Batch(cmd, l.follow())
}

// follow makes the preview show the selected entry, when there is room for one and nothing covers it.
func (l *list) follow() tea.Cmd {
	if l.app.covered(l) {
		return nil
	}
	o, e := l.layout(), l.selected()
	if o.preview.w == 0 {
		e = nil
	}
	cmd := l.preview.show(e, o.preview)
	l.preview.draw()
	return cmd
}

func (l *list) resume() tea.Cmd { return l.follow() }

func (l *list) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case entriesListedMsg:
		return l.listed(msg)
	case tea.KeyPressMsg:
		if l.typing {
			return l.typeKey(msg)
		}
		return l.press(msg)
	case tea.PasteMsg:
		l.typed(msg)
	case tea.MouseMsg:
		return l.mouse(msg)
	case tea.WindowSizeMsg:
		l.fit()
		l.preview.forget()
	case themeChangedMsg:
		l.preview.forget()
	case previewRestedMsg, articleOpenedMsg:
		return l.preview.update(msg)
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
		l.rows.to(0)
		return
	}
	l.rows.put(at)
}

// fit tells the rows how many there are and how many fit.
func (l *list) fit() { l.rows.fit(len(l.listing.shown), l.layout().page()) }

// moved makes the selected row the one that the reader is on.
func (l *list) moved() {
	if len(l.listing.shown) == 0 {
		return
	}
	l.on, l.touched, l.best = l.listing.shown[l.rows.at], true, false
}

// selected is the entry that the cursor is on, nil when there is none.
func (l *list) selected() *listed {
	if len(l.listing.shown) == 0 {
		return nil
	}
	return l.listing.entry(l.rows.at)
}

func (l *list) press(msg tea.KeyPressMsg) tea.Cmd {
	k, m := &l.app.keys.list, &l.app.keys.move
	switch {
	case key.Matches(msg, m.Open):
		return l.open()
	case key.Matches(msg, k.Topics):
		return l.app.push(newTopicPicker(l))
	case key.Matches(msg, k.Filter):
		l.startTyping()
	case key.Matches(msg, k.Sort):
		l.sortBy(l.nextSort())
	case key.Matches(msg, k.Browse) && l.address() != "":
		return l.app.askBrowse(l.address())
	case key.Matches(msg, k.Problems) && len(l.problems) > 0:
		return l.app.push(newProblems(&l.app.env, l.problems))
	case key.Matches(msg, k.Clear) && !l.listing.filter.empty(), msg.Code == tea.KeyEscape && !l.listing.filter.empty():
		l.narrow(l.listing.filter.back())
	case msg.Code == tea.KeyEscape && l.app.isFirst(l):
		return l.app.stay()
	case key.Matches(msg, m.Back):
		return l.app.pop()
	default:
		l.rows.press(m, msg)
		l.moved()
	}
	return nil
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
	return l.app.push(newReader(l.app, e.Ref))
}

// sibling implements siblings: the reader goes on through the list as it is filtered.
func (l *list) sibling(step int) (string, bool) {
	to := l.rows.at + step
	if to < 0 || to >= len(l.listing.shown) {
		return "", false
	}
	l.rows.to(to)
	l.moved()
	return l.selected().Ref, true
}

func (l *list) takesText() bool { return l.typing }

func (l *list) bindings() []key.Binding {
	k, m, p := l.app.keys.list, l.app.keys.move, l.app.keys.prompt
	if l.typing {
		p.Accept.SetHelp(p.Accept.Help().Key, "keep")
		p.Cancel.SetHelp(p.Cancel.Help().Key, "drop")
		return []key.Binding{p.Accept, p.Cancel, p.Next, p.Prev, p.Erase, p.EraseWord, p.EraseAll, p.Left, p.Right, p.Home, p.End}
	}
	m.Back = l.app.backKey(l)
	m.Open.SetHelp(m.Open.Help().Key, "read")
	some, filtered := len(l.listing.shown) > 0, !l.listing.filter.empty()
	return keysThat(
		when(some, m.Open), when(some || filtered, k.Topics, k.Filter), when(filtered, k.Clear), when(some, k.Sort),
		when(len(l.problems) > 0, k.Problems), when(true, m.Back), when(l.address() != "", k.Browse),
		when(some, m.Down, m.Up, m.HalfDown, m.HalfUp, m.PageDown, m.PageUp, m.Top, m.Bottom),
	)
}

// status implements telling: where the selected article is among those shown.
func (l *list) status() string {
	if len(l.listing.shown) <= l.rows.page {
		return ""
	}
	return number(l.rows.at+1) + " of " + number(len(l.listing.shown))
}

func (l *list) title() string { return "" }

func (l *list) close() {
	l.preview.close()
	l.cancel()
}
