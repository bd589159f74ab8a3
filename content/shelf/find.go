package shelf

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"lede/content/fetch"
	"lede/content/store"
	"lede/content/store/db"
	"lede/model"
	"lede/model/query"
)

// Find returns up to limit rows that the query asks for, after the first offset ones.
func (l *Shelf) Find(ctx context.Context, q query.Query, offset, limit int) ([]model.Row, error) {
	return askShown(ctx, l, q, func(s *store.Store, q query.Query) ([]model.Row, error) {
		return s.Find(ctx, q, offset, limit)
	})
}

// Count returns how many articles the query asks for.
func (l *Shelf) Count(ctx context.Context, q query.Query) (int, error) {
	return askShown(ctx, l, q, func(s *store.Store, q query.Query) (int, error) { return s.Count(ctx, q) })
}

// IDs returns the IDs of all articles that the query asks for, in its order.
func (l *Shelf) IDs(ctx context.Context, q query.Query) ([]model.ID, error) {
	return askShown(ctx, l, q, func(s *store.Store, q query.Query) ([]model.ID, error) { return s.IDs(ctx, q) })
}

// Facets counts the topics and the sites of the articles that the query asks for.
func (l *Shelf) Facets(ctx context.Context, q query.Query) (model.Facets, error) {
	return askShown(ctx, l, q, func(s *store.Store, q query.Query) (model.Facets, error) { return s.Facets(ctx, q) })
}

// Topics counts the topics of all articles, at most limit of them, and the articles, more quickly than Facets when it
// is the first to ask.
func (l *Shelf) Topics(ctx context.Context, limit int) (topics []model.TopicCount, articles int, err error) {
	topics, err = Ask(ctx, l, func(s *store.Store) ([]model.TopicCount, error) {
		topics, n, err := s.Topics(ctx, limit)
		articles = n
		return topics, err
	})
	return topics, articles, err
}

// Snippets returns the passage round the first match of the query for each of the articles that has one.
func (l *Shelf) Snippets(ctx context.Context, q query.Query, ids []model.ID) ([]model.Snippet, error) {
	return Ask(ctx, l, func(s *store.Store) ([]model.Snippet, error) { return s.Snippets(ctx, q, ids) })
}

// Story returns what belongs together with an article, oldest first, the article among them.
func (l *Shelf) Story(ctx context.Context, id model.ID) ([]model.Row, error) {
	return Ask(ctx, l, func(s *store.Store) ([]model.Row, error) { return s.Story(ctx, id) })
}

// Sources returns the rows that are folded into the one of this article, itself first.
func (l *Shelf) Sources(ctx context.Context, id model.ID) ([]model.Row, error) {
	return Ask(ctx, l, func(s *store.Store) ([]model.Row, error) { return s.Sources(ctx, id) })
}

// Continue returns up to limit rows that the reader has begun and not finished, the one read last first.
func (l *Shelf) Continue(ctx context.Context, limit int) ([]model.Row, error) {
	return Ask(ctx, l, func(s *store.Store) ([]model.Row, error) { return s.Continue(ctx, limit) })
}

// Trash returns up to limit removed articles after the first offset ones, the last removed first.
func (l *Shelf) Trash(ctx context.Context, offset, limit int) ([]model.Row, error) {
	return Ask(ctx, l, func(s *store.Store) ([]model.Row, error) { return s.Trash(ctx, offset, limit) })
}

// Status returns what the reader did with an article, in the library or not; the zero Status when that is nothing.
func (l *Shelf) Status(ctx context.Context, id model.ID) (model.Status, error) {
	if !l.Exists() {
		return model.Status{}, nil
	}
	return Ask(ctx, l, func(s *store.Store) (model.Status, error) { return s.Status(ctx, id) })
}

// Held tells which of the addresses lead to articles of the library, in the order of the addresses.
func (l *Shelf) Held(ctx context.Context, addresses []string) ([]model.Held, error) {
	if len(addresses) == 0 || !l.Exists() {
		return nil, nil
	}
	return Ask(ctx, l, func(s *store.Store) ([]model.Held, error) { return s.Held(ctx, addresses) })
}

// Resolve returns the ID that begins with a prefix of at least model.MinIDPrefix digits.
func (l *Shelf) Resolve(ctx context.Context, prefix string) (model.ID, error) {
	return Ask(ctx, l, func(s *store.Store) (model.ID, error) { return s.Resolve(ctx, prefix) })
}

// Ask asks the store and turns its errors into sentences.
func Ask[T any](ctx context.Context, l *Shelf, f func(*store.Store) (T, error)) (T, error) {
	s, err := l.Store(ctx)
	if err != nil {
		var none T
		return none, err
	}
	v, err := f(s)
	return v, l.Sentence(err)
}

// askShown is ask for a query, of which what is hidden is left out.
func askShown[T any](
	ctx context.Context, l *Shelf, q query.Query, f func(*store.Store, query.Query) (T, error),
) (T, error) {
	return Ask(ctx, l, func(s *store.Store) (T, error) {
		q, err := l.shown(ctx, s, q)
		if err != nil {
			var none T
			return none, err
		}
		return f(s, q)
	})
}

// Exists reports whether there is a library yet.
func (l *Shelf) Exists() bool {
	if l.o.Path == "" {
		return false
	}
	_, err := os.Stat(l.o.Path)
	return err == nil
}

// Names reports whether ref names an article of the library: it looks like an ID, and no file has that name.
func (l *Shelf) Names(ref string) bool {
	if !model.IsIDPrefix(ref) || !l.Exists() {
		return false
	}
	_, err := os.Lstat(ref)
	return errors.Is(err, fs.ErrNotExist)
}

// Kept returns an article of the library, with its source where that is kept.
func (l *Shelf) Kept(ctx context.Context, ref string) (model.Article, error) {
	return Ask(ctx, l, func(s *store.Store) (model.Article, error) {
		var a model.Article
		id, err := s.Resolve(ctx, ref)
		if err == nil {
			a, _, err = s.Get(ctx, id)
		}
		switch {
		case errors.Is(err, db.ErrNotFound):
			return a,
				fetch.NewError(ref, "there is no such file, and no article has such an ID", "To see the IDs: lede list", err)
		case errors.Is(err, db.ErrMany):
			return a, fetch.NewError(ref, "several articles have such an ID", "Write more of its digits", err)
		case err != nil:
			return a, err
		}
		a.Ref = string(a.ID)
		return a, nil
	})
}

// KeptAt returns the article that the library holds of the page at an address.
func (l *Shelf) KeptAt(ctx context.Context, address string) (model.Article, bool) {
	if fetch.HostOf(address) == "" {
		return model.Article{}, false
	}
	held, err := l.Held(ctx, []string{address})
	if err != nil || len(held) == 0 {
		return model.Article{}, false // the page itself is asked; what is wrong with the library is told where it is used
	}
	a, err := l.Kept(ctx, string(held[0].ID))
	return a, err == nil
}
