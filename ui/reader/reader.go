// Package reader is the screen of one article, and what floats above it: outline, find, link labels, related links,
// the trail, and why a part is what it is.
//
// Start with reader, whose parts have types of their own, then table.go, which lists what can be done.
package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader/text"
	"lede/ui/reader/trail"
	"lede/ui/reader/why"
	"lede/ui/widget"
)

// reader is the screen of one article. Its parts have types of their own: the text on the screen (text.Pane), the
// links (links), what is kept of the article (keeping), corrections (why.Corrections), the way in the text (jumps) and
// the one from article to article (journey). The reader joins them: what it does when an article is opened is in
// opening.go, its actions are in actions.go and table.go, its lines in view.go.
type reader struct {
	app  *ui.App
	trip journey
	page
	tables readerTables
	jumps  jumps
}

// page is the article that a reader is at: begun anew with each one.
type page struct {
	loading loading
	text    text.Pane
	head    header
	links   links
	keeping keeping
	fixes   why.Corrections
	changed changed
}

// NewReader returns the screen of the article that ref names.
func NewReader(a *ui.App, ref string) *reader {
	r := &reader{app: a, tables: newReaderTables()}
	r.jumps = jumps{r}
	r.trip = journey{reader: r, trail: trail.Trail{Stops: []trail.Stop{{Ref: ref}}}}
	r.page = r.blank()
	return r
}

// blank is the page of an article of which nothing has come yet.
func (r *reader) blank() page {
	return page{
		loading: loading{reader: r},
		text:    text.Pane{App: r.app, Held: func() text.Holdings { return r.links.held }},
		head:    header{reader: r},
		links:   links{reader: r},
		keeping: keeping{reader: r},
		fixes:   why.New(r.app, &r.text, &r.loading, r.keyOf),
		changed: changed{reader: r},
	}
}

func (r *reader) Start() tea.Cmd { return r.loading.open() }

// Update implements screen. Whatever moved the text, the place is kept soon.
func (r *reader) Update(msg tea.Msg) tea.Cmd {
	request := r.loading.request
	cmd := r.take(msg)
	if r.text.Doc != nil {
		r.text.Passed.See(&r.text)
	}
	switch msg.(type) {
	case action.Bound, tea.KeyPressMsg, tea.MouseMsg:
		if r.loading.request == request { // not another article by now
			return tea.Batch(cmd, r.keeping.soon(), r.drawAhead())
		}
	case ui.ArticleOpenedMsg, linksHeldMsg, tea.WindowSizeMsg, widget.ThemeChangedMsg:
		return tea.Batch(cmd, r.app.After(text.AheadRest, text.AheadDueMsg{}))
	case text.AheadDueMsg:
		return tea.Batch(cmd, r.drawAhead())
	}
	return cmd
}

// drawAhead draws what comes below the view, unless the text will be drawn anew when more of it has come.
func (r *reader) drawAhead() tea.Cmd {
	if r.loading.more {
		return nil
	}
	return r.text.DrawAhead()
}

func (r *reader) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case action.Bound:
		return r.do(msg)
	case tea.KeyPressMsg:
		return r.links.letter(msg)
	case tea.MouseWheelMsg:
		r.wheel(msg)
	case tea.MouseClickMsg:
		return r.click(msg)
	case ui.ArticleOpenedMsg:
		if r.trip.awaits(msg.Request) {
			return r.trip.comes(msg)
		}
		return r.loading.opened(msg)
	case ui.EditedMsg:
		return r.loading.edited(msg)
	case slowMsg:
		r.loading.slow = r.loading.slow || msg.request == r.loading.request
		r.trip.isSlow(msg.request)
	case statusKnownMsg:
		r.keeping.take(msg)
	case keepDueMsg:
		return r.keeping.due(msg)
	case titleFoundMsg:
		return r.links.titleFound(msg)
	case linksHeldMsg:
		r.links.known(msg)
	case changesKnownMsg:
		return r.changed.take(msg)
	case why.CorrectedMsg:
		return r.fixes.Corrected(msg)
	case ui.UndoneMsg, ui.LibraryChangedMsg, ui.StoreChangedMsg:
		return tea.Batch(r.keeping.ask(), r.links.ask())
	case tea.WindowSizeMsg:
		r.relay()
		return r.keeping.later() // the end may be in view now
	case widget.ThemeChangedMsg:
		r.redraw()
	default:
		r.text.Take(msg)
	}
	return nil
}

// do does an action. What was to be done next is forgotten, unless the action leaves the text: then the place is
// still to be reached.
func (r *reader) do(b action.Bound) tea.Cmd {
	if r.text.Doc != nil && !leavesText(b.Name) && r.links.hints == nil {
		r.loading.letGo()
	}
	return b.Do()
}

func (r *reader) Title() string {
	if r.text.Items == nil {
		return ""
	}
	return r.text.Items.Article.Title
}

func (r *reader) Status() string {
	switch {
	case r.links.hints != nil:
		return ""
	case r.text.Search != nil:
		return r.text.Search.String()
	case r.text.Items == nil || len(r.text.Items.Sections) < 2 || r.text.View == text.RawView:
		return ""
	}
	return "§ " + figure.Number(r.text.Section()+1) + " of " + figure.Number(len(r.text.Items.Sections))
}

// Footer implements footed: while links are labelled, or another article is on its way.
func (r *reader) Footer() string {
	if r.links.hints == nil {
		return r.trip.underway()
	}
	return strings.TrimRight(r.links.hints.Footer(), " ")
}

// Resume implements resuming.
func (r *reader) Resume() tea.Cmd { return r.trip.resume() }

// Part implements parting.
func (r *reader) Part() tea.Cmd {
	r.toArticle()
	kept := r.keeping.keep(false)
	r.changed.toNow()
	return kept
}

func (r *reader) Close() {
	r.trip.stay()
	r.loading.end()
}

// article is the one that is shown. There must be one.
func (r *reader) article() *model.Article { return r.text.Items.Article }
