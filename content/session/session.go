// Package session lists the files of one run: those of a command line, of a folder, or the built-in pages.
//
// Start with Session.List. What a session does not answer itself the library answers that it is of.
package session

import (
	"context"
	"errors"
	"path"
	"path/filepath"
	"sync"

	"lede/content"
	"lede/content/fetch"
	"lede/content/store"
	"lede/content/store/db"
	"lede/content/watch"
	"lede/model"
	"lede/model/query"
)

// Session is what one run of the program lists: the files of a command line, the files below a folder, or the
// built-in pages. It answers what a Library answers, about these files, each of which is a row; until List is called
// it has none. Start with List.
//
// What it holds is in the temporary folder and goes with Close. What the user does with the articles goes into the
// library, by the ID of the article, and shows here; to star or to tag one keeps it. Only removing rows, and changing
// the names of topics, is for the session alone.
type Session struct {
	*content.Library
	refs []string // as they were given; none for the built-in pages

	shelf   sync.Mutex // guards what follows
	scratch *scratch   // nil until it is needed
	store   *store.Store
	closed  bool

	files    catalog
	moved    chan struct{} // something comes when files have changed
	watching watch.Options // how they are followed

	following sync.Mutex // held while marks are taken over
	seen      int64      // the change of the library that the marks are of

	steps undoSteps
}

// New returns a session, over a library, of what refs name; none means the built-in pages.
func New(l *content.Library, refs ...string) *Session {
	return &Session{Library: l, refs: refs, moved: make(chan struct{}, 1)}
}

// errClosed says that a session is over.
var errClosed = errors.New("the list is closed")

// opened returns the session's store, made when it is first asked for.
func (s *Session) opened(ctx context.Context) (*store.Store, error) {
	s.shelf.Lock()
	defer s.shelf.Unlock()
	switch {
	case s.closed:
		return nil, errClosed
	case s.store != nil:
		return s.store, nil
	}
	if s.scratch == nil {
		made, err := newScratch()
		if err != nil {
			return nil, unlisted(err)
		}
		s.scratch = made
		s.Pool.Start("remove what killed runs left", sweep)
	}
	o := store.Options{Session: true, Now: s.Now}
	opened, err := store.Open(context.WithoutCancel(ctx), s.scratch.path("session.db"), o)
	if err != nil {
		return nil, unlisted(err)
	}
	s.store = opened
	return s.store, nil
}

// unlisted is the sentence for a temporary folder that cannot be used; nil when err is.
func unlisted(err error) error {
	if err == nil {
		return nil
	}
	return &fetch.Error{
		Ref: "the list", Problem: "the folder for temporary files cannot be used: " + fetch.Cause(err),
		Advice: "Make room there, or name another one in TMPDIR", Err: err,
	}
}

// Close removes what the session holds. The library stays open.
func (s *Session) Close() error {
	s.shelf.Lock()
	defer s.shelf.Unlock()
	s.closed = true
	var errs []error
	if s.store != nil {
		errs = append(errs, s.store.Close())
	}
	if s.scratch != nil {
		errs = append(errs, s.scratch.remove())
	}
	s.store, s.scratch = nil, nil
	return errors.Join(errs...)
}

// Name says what is listed: the folder, when it is one; "" otherwise.
func (s *Session) Name() string {
	if len(s.refs) != 1 {
		return ""
	}
	return fetch.Shown(path.Base(filepath.ToSlash(filepath.Clean(s.refs[0]))))
}

// Open is that of the library, but for what can be read only once, a pipe: there it is the text that the list has
// read.
func (s *Session) Open(ctx context.Context, ref string) <-chan model.Opening {
	id, listed := s.files.once(ref)
	if !listed {
		return s.Library.Open(ctx, ref)
	}
	out := make(chan model.Opening, 1)
	defer close(out)
	a, err := s.onceRead(ctx, id)
	out <- model.Opening{Article: a, Err: err}
	return out
}

// onceRead is the article of a row whose source could be read only once.
func (s *Session) onceRead(ctx context.Context, row model.ID) (model.Article, error) {
	a, err := inSession(ctx, s, func(st *store.Store) (model.Article, error) {
		a, _, err := st.Get(ctx, row)
		return a, err
	})
	a.ID, a.Source = s.files.article(row), a.Markdown()
	return a, err
}

// inSession asks the session's store, when the marks of the library are in it.
func inSession[T any](ctx context.Context, s *Session, f func(*store.Store) (T, error)) (T, error) {
	st, err := s.opened(ctx)
	if err == nil {
		err = s.follow(ctx, st)
	}
	if err != nil {
		var none T
		return none, err
	}
	v, err := f(st)
	if errors.Is(err, context.Canceled) || errors.Is(err, db.ErrNotFound) {
		return v, err
	}
	return v, unlisted(err)
}

// rowsIn is inSession for rows, which say why there is no article where there is none.
func rowsIn(ctx context.Context, s *Session, f func(*store.Store) ([]model.Row, error)) ([]model.Row, error) {
	rows, err := inSession(ctx, s, f)
	s.files.explain(rows)
	return rows, err
}

// Find returns up to limit rows that the query asks for, after the first offset ones. Without an order they come as
// the files do.
func (s *Session) Find(ctx context.Context, q query.Query, offset, limit int) ([]model.Row, error) {
	return rowsIn(ctx, s, func(st *store.Store) ([]model.Row, error) { return st.Find(ctx, q, offset, limit) })
}

// Count returns how many rows the query asks for.
func (s *Session) Count(ctx context.Context, q query.Query) (int, error) {
	return inSession(ctx, s, func(st *store.Store) (int, error) { return st.Count(ctx, q) })
}

// IDs returns the IDs of all rows that the query asks for, in its order.
func (s *Session) IDs(ctx context.Context, q query.Query) ([]model.ID, error) {
	return inSession(ctx, s, func(st *store.Store) ([]model.ID, error) { return st.IDs(ctx, q) })
}

// Facets counts the topics and the sites of the rows that the query asks for.
func (s *Session) Facets(ctx context.Context, q query.Query) (model.Facets, error) {
	return inSession(ctx, s, func(st *store.Store) (model.Facets, error) { return st.Facets(ctx, q) })
}

// Snippets returns the passage round the first match of the query for each of the rows that has one.
func (s *Session) Snippets(ctx context.Context, q query.Query, ids []model.ID) ([]model.Snippet, error) {
	return inSession(ctx, s, func(st *store.Store) ([]model.Snippet, error) { return st.Snippets(ctx, q, ids) })
}

// Continue returns up to limit rows that the user has begun and not finished, the one read last first.
func (s *Session) Continue(ctx context.Context, limit int) ([]model.Row, error) {
	return rowsIn(ctx, s, func(st *store.Store) ([]model.Row, error) { return st.Continue(ctx, limit) })
}

// Story returns what belongs together with a row, oldest first, the row among them.
func (s *Session) Story(ctx context.Context, id model.ID) ([]model.Row, error) {
	return rowsIn(ctx, s, func(st *store.Store) ([]model.Row, error) { return st.Story(ctx, id) })
}

// Sources returns the rows that tell the same as this one, itself first; none for what is no row.
func (s *Session) Sources(ctx context.Context, id model.ID) ([]model.Row, error) {
	return rowsIn(ctx, s, func(st *store.Store) ([]model.Row, error) { return st.Sources(ctx, id) })
}
