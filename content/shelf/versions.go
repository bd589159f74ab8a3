package shelf

import (
	"context"
	"errors"
	"fmt"

	"lede/content/fetch"
	"lede/content/store"
	"lede/content/store/db"
	"lede/model"
	"lede/model/diff"
)

// Versions returns the texts that an article of the library has had, the oldest first.
func (l *Shelf) Versions(ctx context.Context, id model.ID) ([]model.Version, error) {
	return Ask(ctx, l, func(s *store.Store) ([]model.Version, error) { return s.Versions(ctx, id) })
}

// Version returns a text that an article of the library has had. Its error is a sentence when there is none of that
// number.
func (l *Shelf) Version(ctx context.Context, id model.ID, revision int) (model.Article, error) {
	return Ask(ctx, l, func(s *store.Store) (model.Article, error) {
		a, err := s.GetVersion(ctx, id, revision)
		if errors.Is(err, db.ErrNotFound) {
			return a, fetch.NewError(string(id), fmt.Sprintf("it has no version %d", revision),
				"To see those it has: lede versions "+string(id), err)
		}
		a.Ref = string(a.ID)
		return a, err
	})
}

// Revert makes an earlier text of an article its newest one; the one that was stays among the earlier ones.
func (l *Shelf) Revert(ctx context.Context, id model.ID, revision int) error {
	return l.Tell(ctx, func(s *store.Store) error { return s.Revert(ctx, id, revision) })
}

// Changed returns the text of an article that the user has read last, and what has changed since; nothing when that
// is the newest one, and for an article that has not been read.
func (l *Shelf) Changed(ctx context.Context, id model.ID) (before model.Article, changes []diff.Change, err error) {
	if !l.Exists() {
		return before, nil, nil
	}
	s, err := l.Store(ctx)
	if err != nil {
		return before, nil, err
	}
	seen, newest, err := s.Seen(ctx, id)
	if err != nil || seen == 0 || seen == newest {
		return before, nil, l.Sentence(err)
	}
	before, err = s.GetVersion(ctx, id, seen)
	if errors.Is(err, db.ErrNotFound) {
		return before, nil, nil // it has been thinned out
	}
	if err != nil {
		return before, nil, l.Sentence(err)
	}
	now, _, err := s.Get(ctx, id)
	if err != nil {
		return before, nil, l.Sentence(err)
	}
	return before, diff.Between(before, now), nil
}

// Revision reads a text that an article of the library has had; ref names the article as it does for Read.
func (l *Shelf) Revision(ctx context.Context, ref string, revision int) (model.Article, error) {
	id, err := l.Resolve(ctx, ref)
	if errors.Is(err, db.ErrNotFound) {
		return model.Article{},
			fetch.NewError(ref, "no article of the library has such an ID", "To see the IDs: lede list", err)
	}
	if err != nil {
		return model.Article{}, err
	}
	return l.Version(ctx, id, revision)
}
