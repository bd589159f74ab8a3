package store

import (
	"context"
	"database/sql"

	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/row"
	"lede/model"
)

// Records returns the articles with those IDs and what the reader did with them, in the order of the IDs. Those that
// the library does not have, or has in the trash, are left out. It is the quick way to many.
func (s *Store) Records(ctx context.Context, ids []model.ID) ([]model.Record, error) {
	const query = `SELECT ` + row.Columns + row.Joined + ` WHERE a.id IN (SELECT value FROM json_each(?))`
	rows, err := s.list(ctx, query, db.List(ids))
	if err != nil {
		return nil, err
	}
	sections, err := s.sectionsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	at := make(map[model.ID]int, len(rows))
	for i, r := range rows {
		at[r.ID] = i
	}
	records := make([]model.Record, 0, len(rows))
	for _, id := range ids {
		if i, ok := at[id]; ok {
			r := rows[i]
			records = append(records,
				model.Record{Article: model.Article{Entry: r.Entry, Sections: sections[id]}, Status: r.Status})
		}
	}
	return records, nil
}

func (s *Store) sectionsOf(ctx context.Context, ids []model.ID) (map[model.ID][]model.Section, error) {
	rows, err := s.db.Read.QueryContext(ctx, `SELECT a.id, b.version, b.blocks FROM article a JOIN body b USING (n)
		WHERE a.id IN (SELECT value FROM json_each(?))`, db.List(ids))
	if err != nil {
		return nil, db.Explain(err)
	}
	all := make(map[model.ID][]model.Section, len(ids))
	err = db.Each(rows, func(rows *sql.Rows) error {
		var id model.ID
		var version int
		var data []byte
		if err := rows.Scan(&id, &version, &data); err != nil {
			return err
		}
		sections, err := codec.DecodeSections(version, data)
		all[id] = sections
		return err
	})
	return all, db.Explain(err)
}
