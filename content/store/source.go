package store

import (
	"context"
	"database/sql"
	"errors"

	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/model"
)

// addSource adds to an article what it was read from.
func (s *Store) addSource(ctx context.Context, a *model.Article) error {
	var kept draft.Source
	const query = `SELECT format, base, own, text FROM source JOIN article USING (n) WHERE id = ?`
	err := s.db.Read.QueryRowContext(ctx, query, a.ID).
		Scan(&kept.Format, &kept.Base, &kept.Own, &kept.Text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return db.Explain(err)
	}
	a.Format, a.Base = kept.Format, kept.Base
	a.Source, err = kept.In(*a)
	return err
}
