package library

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/model/query"
	"lede/ui"
	"lede/ui/feed"
)

// maxProblems is how many sentences about what could not be read are kept.
const maxProblems = 1000

// listing is how far a session has been read. The zero value belongs to the user's library, where there is nothing to
// read.
type listing struct {
	session     ui.Session // nil for the library
	begun       bool
	done, total int
	stage       string   // what is being done; "" at the end
	problems    []string // what could not be read, a sentence each
}

// filesListedMsg reports how far the listing of a session is. done is set on the last step.
type filesListedMsg struct {
	session ui.Session
	steps   <-chan model.Progress
	step    model.Progress
	done    bool
}

// listFiles starts to list a session and waits for the first step; awaitFiles waits for each one after it.
func listFiles(ctx context.Context, s ui.Session) tea.Cmd {
	return func() tea.Msg { return awaitFiles(ctx, s, s.List(ctx))() }
}

// awaitFiles returns no message when ctx has ended.
func awaitFiles(ctx context.Context, s ui.Session, steps <-chan model.Progress) tea.Cmd {
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return nil
		case step, more := <-steps:
			return filesListedMsg{s, steps, step, !more || step.Last}
		}
	}
}

// use turns to another store, and starts to list it when it is a session. Rows of the one before are taken off at
// once: what is done to a row goes to the store that it is of.
func (l *library) use(s ui.Store) tea.Cmd {
	l.store, l.pages = s, pages{}
	l.chosen.clear()
	l.asks.want.want()
	l.asks.want.viewed = false
	l.fit()
	l.first = l.asks.want.made
	session, ok := s.(ui.Session)
	if ok && session == l.app.Samples && l.ask.sort == "" {
		l.ask.sort = query.ByDate // the built-in pages are dated in the order to read them in, the first one newest
	}
	if l.files.session = session; !ok || l.files.begun {
		return nil
	}
	l.files.begun, l.files.stage = true, "reading"
	return listFiles(l.ctx, session)
}

// listed takes a step of a listing in: there may be more to show.
func (l *library) listed(msg filesListedMsg) tea.Cmd {
	f := &l.files
	f.done, f.total, f.stage = msg.step.Done, msg.step.Total, clean.Line(msg.step.Stage)
	for _, err := range msg.step.Errs {
		if len(f.problems) < maxProblems {
			f.problems = append(f.problems, clean.Line(err.Error()))
		}
	}
	if f.session != nil {
		l.changed()
	}
	if msg.done {
		f.stage = ""
		if msg.step.Note != "" {
			return l.app.Notify(clean.Line(msg.step.Note))
		}
		return nil
	}
	return awaitFiles(l.ctx, msg.session, msg.steps)
}

// sampling reports whether the samples stand in the place of an empty library.
func (l *library) sampling() bool { return l.files.session != nil && l.store != l.app.Store }

// lacksAll reports whether a page says that the user's library has nothing of the user's own, neither articles nor
// feeds nor accounts, so that the samples are to be shown instead.
func (l *library) lacksAll(msg rowsFoundMsg) bool {
	return l.app.Samples != nil && l.files.session == nil && msg.ask.empty() && msg.page == 0 && !msg.own
}

// libraryFilledMsg says that a library that was empty holds an article of the user's own, or a feed or an account that
// will bring some.
type libraryFilledMsg struct{}

// lookForKept finds out whether the library is empty no longer, when samples are shown in its place.
func (l *library) lookForKept() tea.Cmd {
	if !l.sampling() {
		return nil
	}
	ctx, store, feeds := l.ctx, l.app.Store, l.app.Feeds
	return func() tea.Msg {
		if rows, err := store.Find(ctx, query.Query{}, 0, pageRows); err != nil {
			return nil
		} else if hasOwn(rows) {
			return libraryFilledMsg{}
		}
		if shelf, err := feed.Ask(ctx, feeds); err != nil || shelf.IsEmpty() {
			return nil // the samples stay, marked or not
		}
		return libraryFilledMsg{}
	}
}

// filled turns from the samples to the library. Behind an article they stay, so that the next one is the next one.
func (l *library) filled() tea.Cmd {
	if !l.sampling() || l.app.Covered(l) {
		return nil
	}
	return l.use(l.app.Store)
}

// progress says what is being done: "reading 1,200 of 10,000"; "" for nothing.
func (f *listing) progress() string {
	switch {
	case f.session == nil || f.stage == "":
		return ""
	case f.total == 0:
		return f.stage + " …"
	}
	return fmt.Sprintf("%s %s of %s", f.stage, figure.Number(f.done), figure.Number(f.total))
}

// folds reports whether near-duplicates are one row: in a library they are, files are not, unless the user asks for
// the other.
func (l *library) folds(a ask) bool { return a.other != (l.files.session == nil) }
