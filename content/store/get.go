package store

import (
	"context"
	"database/sql"
	"errors"

	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/row"
	"lede/model"
)

// Get returns the article with that ID and its source, in the trash or not, and what the user did with it. It returns
// ErrNotFound when the library has none.
func (s *Store) Get(ctx context.Context, id model.ID) (model.Article, model.Status, error) {
	rows, err := s.list(ctx, `SELECT `+row.Columns+row.Joined+` WHERE a.id = ?`, id)
	if err != nil {
		return model.Article{}, model.Status{}, err
	}
	if len(rows) == 0 {
		return model.Article{}, model.Status{}, db.ErrNotFound
	}
	a := model.Article{Entry: rows[0].Entry}
	if a.Sections, err = s.sections(ctx, id); err == nil {
		err = s.addSource(ctx, &a)
	}
	return a, rows[0].Status, err
}

// Resolve returns the ID of the one article whose ID begins with prefix, the trash included. It returns ErrNotFound
// when there is none, and ErrMany when there are several.
func (s *Store) Resolve(ctx context.Context, prefix string) (model.ID, error) {
	for i := range len(prefix) {
		if c := prefix[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return "", db.ErrNotFound
		}
	}
	if prefix == "" {
		return "", db.ErrNotFound
	}
	var found []model.ID
	const query = `SELECT id FROM article WHERE id >= ? AND id < ? LIMIT 2`
	rows, err := s.db.Read.QueryContext(ctx, query, prefix, prefix+"g")
	if err != nil {
		return "", db.Explain(err)
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		var id model.ID
		err := rows.Scan(&id)
		found = append(found, id)
		return err
	})
	switch {
	case err != nil:
		return "", db.Explain(err)
	case len(found) == 0:
		return "", db.ErrNotFound
	case len(found) > 1:
		return "", db.ErrMany
	}
	return found[0], nil
}

func (s *Store) sections(ctx context.Context, id model.ID) ([]model.Section, error) {
	var version int
	var data []byte
	const query = `SELECT b.version, b.blocks FROM body b JOIN article a USING (n) WHERE a.id = ?`
	err := s.db.Read.QueryRowContext(ctx, query, id).Scan(&version, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, db.ErrNotFound
	}
	if err != nil {
		return nil, db.Explain(err)
	}
	return codec.DecodeSections(version, data)
}
