package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"lede/model"
)

// PageOf is equal for addresses of the same page, and "" for what is no address of one.
func PageOf(address string) string { return addressKey(address) }

// Held tells which of the addresses lead to articles of the library, in the order of the addresses. Two addresses of the same page
// (tracking parameters, www.) are one. What is in the trash is not held.
func (s *Store) Held(ctx context.Context, addresses []string) ([]model.Held, error) {
	keys := make([]sql.NullInt64, len(addresses))
	var asked []int64
	for i, address := range addresses {
		if key := addressKey(address); key != "" {
			keys[i] = hashed(key)
			asked = append(asked, keys[i].Int64)
		}
	}
	if len(asked) == 0 {
		return nil, nil
	}
	found, err := s.at(ctx, asked)
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

// at returns the articles at hashed addresses.
func (s *Store) at(ctx context.Context, addresses []int64) (map[int64]model.Held, error) {
	asked, err := json.Marshal(addresses)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT a.address, a.id, a.title, coalesce(s.read, 0)`+from+
		` AND a.address IN (SELECT value FROM json_each(?)) ORDER BY a.n DESC`, string(asked))
	if err != nil {
		return nil, explain(err)
	}
	found := make(map[int64]model.Held)
	err = each(rows, func(rows *sql.Rows) error {
		var address int64
		var h model.Held
		err := rows.Scan(&address, &h.ID, &h.Title, &h.Read)
		found[address] = h // the older one last: it is the one that a second copy is folded into
		return err
	})
	return found, explain(err)
}
