package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"lede/model"
)

// PageOf is equal for addresses of the same page, and "" for what is no address of one.
func PageOf(address string) string { return addressKey(address) }

// Held tells which of the addresses lead to articles of the library, in the order of the addresses. Two addresses of
// the same page (tracking parameters, www.) are one. What is in the trash is not held.
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

// at returns the articles at hashed addresses, of which an article may have several.
func (s *Store) at(ctx context.Context, addresses []int64) (map[int64]model.Held, error) {
	asked, err := json.Marshal(addresses)
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, heldQuery, string(asked))
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

// heldQuery finds the articles at the addresses of a JSON array; one at its own address goes before one that a link
// has led to.
const heldQuery = `WITH asked AS (SELECT value AS address FROM json_each(?)),
	there AS (SELECT address, id, 1 AS own FROM article WHERE address IN asked
		UNION ALL SELECT address, id, 0 FROM alias WHERE address IN asked)
	SELECT t.address, a.id, a.title, coalesce(s.read, 0) FROM there t JOIN article a ON a.id = t.id LEFT
		JOIN status s ON s.id = a.id
	WHERE coalesce(s.removed, 0) = 0 ORDER BY t.own, a.n DESC`

// Lead notes that an address leads to an article, which has another one of its own. It does nothing when the two are
// the same page.
func (s *Store) Lead(ctx context.Context, address string, id model.ID) error {
	key := addressKey(address)
	if key == "" {
		return nil
	}
	return s.change(ctx, func(c *change) error {
		c.keep = true
		return c.lead(hashed(key), id)
	})
}

// lead notes that a hashed address leads to an article, unless it is the article's own.
func (c *change) lead(address sql.NullInt64, id model.ID) error {
	if !address.Valid {
		return nil
	}
	return c.exec(`INSERT INTO alias (address, id) SELECT ?1, id FROM article WHERE id = ?2 AND address IS NOT ?1
		ON CONFLICT (address) DO UPDATE SET id = excluded.id`, address, id)
}
