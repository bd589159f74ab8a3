package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"lede/model"
)

// Get returns the article whose ID begins with id, and what the reader did with it. It returns ErrNotFound when none does, or
// more than one.
func (s *Store) Get(ctx context.Context, id model.ID) (model.Article, model.Status, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT `+columns+from+` AND a.id >= ? AND a.id < ? LIMIT 2`, id, string(id)+"g")
	if err != nil {
		return model.Article{}, model.Status{}, explain(err)
	}
	defer rows.Close()
	var found []Row
	for rows.Next() {
		row, err := scanRow(rows)
		if err != nil {
			return model.Article{}, model.Status{}, explain(err)
		}
		found = append(found, row)
	}
	if err := rows.Err(); err != nil {
		return model.Article{}, model.Status{}, explain(err)
	}
	if len(found) != 1 || strings.TrimSpace(string(id)) == "" {
		return model.Article{}, model.Status{}, ErrNotFound
	}
	sections, err := s.sections(ctx, found[0].ID)
	return model.Article{Entry: found[0].Entry, Sections: sections}, found[0].Status, err
}

func (s *Store) sections(ctx context.Context, id model.ID) ([]model.Section, error) {
	var version int
	var data []byte
	err := s.read.QueryRowContext(ctx, `SELECT b.version, b.blocks FROM body b JOIN article a USING (n) WHERE a.id = ?`, id).Scan(&version, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, explain(err)
	}
	return decodeSections(version, data)
}
