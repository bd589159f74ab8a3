package store

import (
	"context"
	"database/sql"

	"lede/content/store/change"
	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/content/store/row"
	"lede/model"
	"lede/model/query"
)

// PageOf is equal for addresses of the same page, and "" for what is no address of one.
func PageOf(address string) string { return draft.AddressKey(address) }

// Held returns the articles of the library that the addresses lead to, in the order of the addresses. Two addresses of
// the same page (tracking parameters, www.) are one. What is in the trash is not held.
func (s *Store) Held(ctx context.Context, addresses []string) ([]model.Held, error) {
	keys := make([]sql.NullInt64, len(addresses))
	var asked []int64
	for i, address := range addresses {
		if key := draft.AddressKey(address); key != "" {
			keys[i] = draft.Hashed(key)
			asked = append(asked, keys[i].Int64)
		}
	}
	if len(asked) == 0 {
		return nil, nil
	}
	found, err := row.At(ctx, s.db.DB, asked)
	if err != nil {
		return nil, err
	}
	var held []model.Held
	for i, address := range addresses {
		if h, ok := found[keys[i].Int64]; ok && keys[i].Valid {
			h.URL = address
			held = append(held, h)
		}
	}
	return held, nil
}

// Lead notes that an address leads to an article, which has another one of its own. It does nothing when the two are
// the same page.
func (s *Store) Lead(ctx context.Context, address string, id model.ID) error {
	key := draft.AddressKey(address)
	if key == "" {
		return nil
	}
	return s.db.Change(ctx, func(c *change.Change) error {
		c.Keep = true
		return c.Lead(draft.Hashed(key), id)
	})
}

// Bare returns the articles that the query asks for and of which only the address is kept, in the order of the query.
func (s *Store) Bare(ctx context.Context, q query.Query) ([]model.Held, error) {
	ids, err := s.IDs(ctx, q)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	rows, err := s.db.Read.QueryContext(
		ctx,
		`SELECT a.id, a.url, a.title FROM json_each(?) v JOIN article a ON a.id = v.value
		LEFT JOIN source o USING (n) WHERE a.words = 0 AND a.url <> '' AND o.n IS NULL ORDER BY v.key`,
		db.List(ids),
	)
	if err != nil {
		return nil, db.Explain(err)
	}
	var bare []model.Held
	err = db.Each(rows, func(rows *sql.Rows) error {
		var h model.Held
		err := rows.Scan(&h.ID, &h.URL, &h.Title)
		bare = append(bare, h)
		return err
	})
	return bare, db.Explain(err)
}
