package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/model"
)

// reader is the screen of one article. What it does when one is opened is in opening.go, its keys are in
// readerkeys.go, its lines in readerview.go.
type reader struct {
	app     *App
	ctx     context.Context // ends when the article is left
	cancel  context.CancelFunc
	request int // of the opening
	trail   trail
	coming  *coming // another article on its way, or nil
	page
}

// page is the article that a reader is at: begun anew with each one.
type page struct {
	slow    bool // the opening takes long
	opening bool // more of the text is to come
	stopped bool // the reader wanted no more of it
	read    int64
	size    int64
	err     error // nothing could be opened

	items  *items       // the article, nil before its first text has come
	sums   wordSums     // of items, nil while they are counted
	doc    *document    // what is shown of it
	view   readerView   // which flow that is
	spots  [3]spot      // where the other views were left
	aimed  spot         // the top of the view after the last jump to an item
	wanted *model.Place // where to go once that much of the text has come, or nil
	toEnd  bool         // the reader went to the end of a text that was still coming
	search *search      // or nil
	hints  *hints       // while links are labelled, or nil
	held   holdings     // what the library has of what the links lead to
	layout readerLayout
	drawn  chrome

	keeping     keeping
	everything  bool           // the whole page is shown, with what is not in the article
	corrections []func() error // that can be taken back, the last one last
	marked      int            // changes of marks since then, which can be taken back too
}

// readerView is what a reader shows of an article.
type readerView int

const (
	wholeView readerView = iota
	postsView
	rawView
)

func newReader(a *App, ref string) *reader {
	return &reader{app: a, trail: trail{stops: []stop{{ref: ref}}}}
}

func (r *reader) start() tea.Cmd { return r.open() }

// update implements screen. Whatever moved the text, the place is kept soon.
func (r *reader) update(msg tea.Msg) tea.Cmd {
	request := r.request
	cmd := r.take(msg)
	switch msg.(type) {
	case tea.KeyPressMsg, tea.MouseMsg:
		if r.request == request { // not another article by now
			return tea.Batch(cmd, r.keepSoon())
		}
	}
	return cmd
}

func (r *reader) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return r.press(msg)
	case tea.MouseWheelMsg:
		r.wheel(msg)
	case tea.MouseClickMsg:
		return r.click(msg)
	case articleOpenedMsg:
		if c := r.coming; c != nil && c.request == msg.request {
			return r.comes(msg)
		}
		return r.opened(msg)
	case slowMsg:
		r.slow = r.slow || msg.request == r.request
		if c := r.coming; c != nil {
			c.slow = c.slow || msg.request == c.request
		}
	case wordsCountedMsg:
		if msg.items == r.items && msg.sums != nil {
			r.sums = msg.sums
		}
	case foundMsg:
		r.found(msg)
	case statusKnownMsg:
		r.statusKnown(msg)
	case keepDueMsg:
		return r.keepDue(msg)
	case titleFoundMsg:
		return r.titleFound(msg)
	case linksHeldMsg:
		r.linksHeld(msg)
	case correctedMsg:
		return r.corrected(msg)
	case undoneMsg, libraryChangedMsg, storeChangedMsg:
		return tea.Batch(r.askStatus(), r.askHeld())
	case tea.WindowSizeMsg:
		r.relay()
	case themeChangedMsg:
		r.redraw()
	}
	return nil
}

func (r *reader) title() string {
	if r.items == nil {
		return ""
	}
	return r.items.article.Title
}

func (r *reader) status() string {
	switch {
	case r.hints != nil:
		return ""
	case r.search != nil:
		return r.search.String()
	case r.items == nil || len(r.items.sections) < 2 || r.view == rawView:
		return ""
	}
	return "§ " + number(r.section()+1) + " of " + number(len(r.items.sections))
}

func (r *reader) close() {
	r.stay()
	if r.cancel != nil {
		r.cancel()
	}
}
