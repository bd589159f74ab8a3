package session

import (
	"context"
	"slices"
	"sync"

	"lede/content/shelf"
	"lede/content/store"
	"lede/model"
	"lede/model/query"
)

// undoSteps are what the user did in a session and may take back, by where it was done.
type undoSteps struct {
	mu   sync.Mutex
	here []bool // in the session alone; otherwise in the library
}

func (s *undoSteps) add(here bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.here = append(s.here, here)
}

// last takes off the last step, and reports whether it was one of the session alone.
func (s *undoSteps) last() (here bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.here); n > 0 {
		here, s.here = s.here[n-1], s.here[:n-1]
	}
	return here
}

// follow takes over what has changed in the library since it last did. A library that is not open yet, or that cannot
// be read, is left alone: the list shows without it.
func (s *Session) follow(ctx context.Context, st *store.Store) error {
	lib := s.IfOpen()
	if lib == nil {
		return nil
	}
	s.following.Lock()
	defer s.following.Unlock()
	latest, ids, all, err := lib.Changed(ctx, s.seen)
	if err != nil || latest == s.seen {
		return s.leave(ctx, err)
	}
	rows := s.files.rowsOf(ids, all)
	if err := s.takeOver(ctx, lib, st, rows, s.seen > 0); err != nil {
		return s.leave(ctx, err)
	}
	s.seen = latest
	return nil
}

// leave makes nothing of what went wrong with the library; that nobody waits any more is told.
func (s *Session) leave(ctx context.Context, err error) error {
	if err != nil && ctx.Err() == nil && s.Log != nil {
		s.Log.Error("take over the marks of the library", "err", err)
	}
	return ctx.Err()
}

// takeOver gives rows the marks that their articles have in the library. Rows that have none there lose theirs when
// anew is set.
func (s *Session) takeOver(ctx context.Context, lib, st *store.Store, rows map[model.ID][]model.ID, anew bool) error {
	articles := make([]model.ID, 0, len(rows))
	for id := range rows {
		articles = append(articles, id)
	}
	marks, err := lib.Marks(ctx, articles)
	if err != nil {
		return err
	}
	set := make(map[model.ID]store.Marks)
	for article, its := range rows {
		m, marked := marks[article]
		for _, row := range its {
			if marked || anew {
				set[row] = m
			}
		}
	}
	if len(set) == 0 {
		return nil
	}
	return st.SetMarks(ctx, set)
}

// know notes what the whole texts of the batch have told, and gives their rows the marks of the library.
func (l *intake) know(ctx context.Context) {
	l.following.Lock()
	defer l.following.Unlock()
	var articles []model.ID
	for _, k := range l.known {
		l.files.know(k.place, k.article, k.err)
		l.Fail(k.err)
		if k.once {
			l.files.keepOnce(k.place)
		}
		if k.article != "" {
			articles = append(articles, k.article)
		}
	}
	if lib := l.IfOpen(); lib != nil && l.seen > 0 && len(articles) > 0 {
		_ = l.leave(ctx, l.takeOver(ctx, lib, l.store, l.files.rowsOf(articles, false), false))
	}
}

// Mark changes what the user did with some articles, in one step that Undo takes back. Removed rows are gone from
// this session alone; all else is kept in the library, which also gets the articles that are starred. ids are rows,
// or articles of the library.
func (s *Session) Mark(ctx context.Context, title string, ids []model.ID, to model.StatusChange) (int, error) {
	if to.Removed != nil {
		return s.here(ctx, func(st *store.Store) (int, error) { return st.Mark(ctx, title, ids, to) })
	}
	articles, err := s.articles(ctx, ids, to.Starred != nil && *to.Starred)
	if err != nil {
		return 0, err
	}
	return s.there(title, func() (int, error) { return s.Library.Mark(ctx, title, articles, to) })
}

// MarkQuery is Mark for all rows that the query asks for.
func (s *Session) MarkQuery(ctx context.Context, title string, q query.Query, to model.StatusChange) (int, error) {
	ids, err := s.IDs(ctx, q)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return s.Mark(ctx, title, ids, to)
}

// Tag adds topics to articles and takes others from them, in one step that Undo takes back. The articles go into the
// library.
func (s *Session) Tag(ctx context.Context, title string, ids []model.ID, add, remove []string) (int, error) {
	articles, err := s.articles(ctx, ids, true)
	if err != nil {
		return 0, err
	}
	return s.there(title, func() (int, error) { return s.Library.Tag(ctx, title, articles, add, remove) })
}

// RenameTopic gives a topic another name in this session. Undo takes it back.
func (s *Session) RenameTopic(ctx context.Context, title, from, to string) error {
	_, err := s.here(ctx, func(st *store.Store) (int, error) { return 1, st.RenameTopic(ctx, title, from, to) })
	return err
}

// MergeTopics makes topics one in this session. Undo takes it back.
func (s *Session) MergeTopics(ctx context.Context, title string, from []string, into string) error {
	_, err := s.here(ctx, func(st *store.Store) (int, error) { return 1, st.MergeTopics(ctx, title, from, into) })
	return err
}

// HideTopic leaves a topic out of the lists of topics of this session, or shows it again. Undo takes it back.
func (s *Session) HideTopic(ctx context.Context, title, name string, hidden bool) error {
	_, err := s.here(ctx, func(st *store.Store) (int, error) { return 1, st.HideTopic(ctx, title, name, hidden) })
	return err
}

// Undo takes back the last step that was done in this session, else the last of the library. The title is "" when
// there is none.
func (s *Session) Undo(ctx context.Context) (title string, n int, err error) {
	if !s.steps.last() {
		return s.Library.Undo(ctx)
	}
	_, err = inSession(ctx, s, func(st *store.Store) (int, error) {
		title, n, err = st.Undo(ctx)
		return n, err
	})
	return title, n, err
}

// here makes a change that is for the session alone.
func (s *Session) here(ctx context.Context, change func(*store.Store) (int, error)) (int, error) {
	n, err := inSession(ctx, s, change)
	if err == nil && n > 0 {
		s.steps.add(true)
	}
	return n, err
}

// there makes a change of the library.
func (s *Session) there(title string, change func() (int, error)) (int, error) {
	n, err := change()
	if err == nil && n > 0 && title != "" {
		s.steps.add(false)
	}
	return n, err
}

// keptAtOnce is how many articles go into the library in one transaction.
const keptAtOnce = 100

// articles are those that rows are of. keep puts those that the library does not have into it, as saved.
func (s *Session) articles(ctx context.Context, ids []model.ID, keep bool) ([]model.ID, error) {
	var all []model.ID
	for some := range slices.Chunk(ids, keptAtOnce) {
		if err := s.read(ctx, some, keep); err != nil {
			return nil, err
		}
		for _, id := range some {
			if f, _, row := s.files.of(id); row && f.article == "" {
				continue // it is not an article
			}
			if article := s.files.article(id); !slices.Contains(all, article) {
				all = append(all, article)
			}
		}
	}
	return all, nil
}

// read reads the files of rows whose articles are not known yet, or are to be kept and are not in the library.
func (s *Session) read(ctx context.Context, rows []model.ID, keep bool) error {
	var places []int
	var articles []model.Article
	for _, id := range rows {
		f, place, row := s.files.of(id)
		if !row || f.err != nil && len(rows) > 1 || f.article != "" && (!keep || s.holds(ctx, f.article)) {
			continue
		}
		a, err := s.whole(ctx, f)
		if err != nil && len(rows) == 1 {
			return err
		}
		if err == nil {
			s.files.know(place, a.ID, nil)
			places, articles = append(places, place), append(articles, a)
		}
	}
	if !keep || len(articles) == 0 {
		return nil
	}
	kept, err := s.KeepAll(ctx, articles...)
	for i, id := range kept {
		s.files.know(places[i], id, nil) // the library may have the same under another ID
	}
	return err
}

// whole is the article of a file.
func (s *Session) whole(ctx context.Context, f listed) (model.Article, error) {
	if id, once := s.files.once(f.ref); once {
		return s.onceRead(ctx, id)
	}
	if f.err != nil {
		return model.Article{}, f.err
	}
	return s.Read(ctx, f.ref)
}

// holds reports whether the library has an article.
func (s *Session) holds(ctx context.Context, id model.ID) bool {
	if !s.Exists() {
		return false
	}
	_, err := shelf.Ask(ctx, s.Shelf, func(st *store.Store) (model.Status, error) {
		_, status, err := st.Get(ctx, id)
		return status, err
	})
	return err == nil
}
