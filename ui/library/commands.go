package library

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/feed"
)

// rowsFoundMsg brings a page of rows. made names the request.
type rowsFoundMsg struct {
	made int
	ask  ask
	page int
	rows []model.Row
	head []model.Row // those to go on with, above the first page of everything
	own  bool        // one of the rows is an article of the user's own, not a sample that was kept
	err  error

	shelf *feed.Shelf // of a library without articles of the user's own; or nil

	quoted   []model.ID // the rows that snippets has been made for
	snippets []model.Snippet
}

// findRows fetches a page. With head it fetches the articles to go on with too. The rows of a search that are seen
// first come with their passages: those are quickly made, and a frame later the eye would be on the rows already.
func (r *requests) findRows(q query.Query, page int, head bool) tea.Cmd {
	l := r.library
	q.Fold = l.folds(l.ask)
	store, made, a, files, feeds := l.store, r.want.made, l.ask, l.files.session != nil, l.app.Feeds
	seen := 0
	if page == 0 && !r.want.again && len(litPhrases(a, l.app.Now())) > 0 {
		seen = l.layoutIn(l.app.W, l.app.H-1, true).page(0)
	}
	return r.finding.run(l.ctx, made, l.app.Now(), func(ctx context.Context) tea.Msg {
		msg := rowsFoundMsg{made: made, ask: a, page: page}
		if head {
			msg.head, msg.err = store.Continue(ctx, headRows)
		}
		if msg.err == nil {
			msg.rows, msg.err = store.Find(ctx, q, page*pageRows, pageRows)
		}
		if msg.own = hasOwn(msg.rows); head && !msg.own && msg.err == nil {
			msg.follows(ctx, feeds)
		}
		byID(msg.head, files)
		byID(msg.rows, files)
		if seen = min(seen, len(msg.rows)); seen > 0 {
			msg.quote(ctx, store, q, seen)
		}
		return msg
	})
}

// follows looks for feeds and accounts: with any, a library without articles is not one that has never been used.
func (m *rowsFoundMsg) follows(ctx context.Context, feeds ui.Feeds) {
	if shelf, err := feed.Ask(ctx, feeds); err == nil && !shelf.IsEmpty() {
		m.own, m.shelf = true, &shelf
	}
}

// hasOwn reports whether one of the rows is not built in.
func hasOwn(rows []model.Row) bool {
	return slices.ContainsFunc(rows, func(r model.Row) bool { return !r.IsBuiltin() })
}

// byID makes rows of the library open by their IDs; files are opened by their names.
func byID(rows []model.Row, files bool) {
	for i := range rows {
		if !files {
			rows[i].Ref = string(rows[i].ID)
		}
	}
}

// quote makes the passages of the first n rows. Without them the rows are shown as well, and they are asked for
// again.
func (m *rowsFoundMsg) quote(ctx context.Context, s ui.Store, q query.Query, n int) {
	ids := make([]model.ID, n)
	for i := range ids {
		ids[i] = m.rows[i].ID
	}
	if snippets, err := s.Snippets(ctx, q, ids); err == nil {
		m.quoted, m.snippets = ids, snippets
	}
}

// rowsCountedMsg brings how many rows there are; facetsCountedMsg what they are about; viewsCountedMsg how many each
// view and each feed has.
type (
	rowsCountedMsg struct {
		made, n int
		err     error
	}
	facetsCountedMsg struct {
		made   int
		facets model.Facets
		err    error
	}
	viewsCountedMsg struct {
		made   int
		counts [scopes]int
		shelf  feed.Shelf
		err    error
	}
)

// askRestedMsg says that a wish has been the latest one for a while, if it still is.
type askRestedMsg struct{ made int }

func (r *requests) countRows(q query.Query) tea.Cmd {
	l := r.library
	q.Fold = l.folds(l.ask)
	store, made := l.store, r.want.made
	return r.counting.run(l.ctx, made, l.app.Now(), func(ctx context.Context) tea.Msg {
		n, err := store.Count(ctx, q)
		return rowsCountedMsg{made, n, err}
	})
}

func (r *requests) countFacets(q query.Query) tea.Cmd {
	l := r.library
	q.Fold = l.folds(l.ask)
	store, made, language := l.store, r.want.made, l.app.Language
	return r.counting.run(l.ctx, made, l.app.Now(), func(ctx context.Context) tea.Msg {
		f, err := store.Facets(ctx, q)
		return facetsCountedMsg{made, named(f, language), err}
	})
}

// named calls the topics as in a language.
func named(f model.Facets, language string) model.Facets {
	f.Topics = slices.Clone(f.Topics)
	for i, t := range f.Topics {
		f.Topics[i].Name = model.TopicName(t.Key, t.Name, language)
	}
	return f
}

func (r *requests) countViews() tea.Cmd {
	l := r.library
	store, made, fold, feeds, now := l.store, r.want.made, l.folds(l.ask), l.app.Feeds, l.app.Now()
	shown := views(l.files.session != nil)
	return r.counting.run(l.ctx, made, l.app.Now(), func(ctx context.Context) tea.Msg {
		msg := viewsCountedMsg{made: made}
		for _, v := range shown {
			if msg.err == nil {
				msg.counts[v], msg.err = store.Count(ctx, query.Query{Expr: v.expr(now), Fold: fold})
			}
		}
		if msg.err == nil {
			msg.shelf, msg.err = feed.Ask(ctx, feeds)
		}
		return msg
	})
}

// snippetsMadeMsg brings the passages of some rows.
type snippetsMadeMsg struct {
	key      string // of what was asked for
	ids      []model.ID
	snippets []model.Snippet
	err      error
}

func (r *requests) makeSnippets(q query.Query, ids []model.ID) tea.Cmd {
	l := r.library
	store, key := l.store, l.quotes.key
	return r.quoting.run(l.ctx, l.pages.made, l.app.Now(), func(ctx context.Context) tea.Msg {
		s, err := store.Snippets(ctx, q, ids)
		return snippetsMadeMsg{key, ids, s, err}
	})
}
