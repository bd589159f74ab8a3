package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"lede/model"
)

// heldAt returns the articles at hashed addresses, of which an article may have several.
func heldAt(ctx context.Context, d *db, addresses []int64) (map[int64]model.Held, error) {
	asked, err := json.Marshal(addresses)
	if err != nil {
		return nil, err
	}
	rows, err := d.read.QueryContext(ctx, heldQuery, string(asked))
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
