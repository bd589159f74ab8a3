package store

import (
	"context"

	"lede/content/store/index"
	"lede/model"
	"lede/model/query"
)

// Facets returns the topics and sites of the rows that the query asks for, with their counts; the 5,000 most frequent
// at most. A query that folds counts those that tell the same once, as Find shows them. Its first call loads what
// later ones are answered from.
func (s *Store) Facets(ctx context.Context, q query.Query) (model.Facets, error) {
	var f model.Facets
	_, err := s.ask(ctx, true, q.Expr, func(a index.Asked) error {
		found, err := a.Matching(q.Expr)
		if err == nil {
			f = a.Facets(found, q.Fold, s.db.Now().Unix())
			f.Feeds, f.Folders, err = index.FeedNames(a.Ctx, a.Tx)
		}
		return err
	})
	return f, err
}
