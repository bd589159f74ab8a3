package row

import (
	"context"
	"database/sql"
	"encoding/json"

	"lede/content/store/db"
	"lede/model"
)

// At returns the articles at hashed addresses, of which an article may have several.
func At(ctx context.Context, d *db.DB, addresses []int64) (map[int64]model.Held, error) {
	asked, err := json.Marshal(addresses)
	if err != nil {
		return nil, err
	}
	rows, err := d.Read.QueryContext(ctx, HeldQuery, string(asked))
	if err != nil {
		return nil, db.Explain(err)
	}
	found := make(map[int64]model.Held)
	err = db.Each(rows, func(rows *sql.Rows) error {
		var address int64
		var h model.Held
		err := rows.Scan(&address, &h.ID, &h.Title, &h.Read)
		found[address] = h // the older one last: it is the one that a second copy is folded into
		return err
	})
	return found, db.Explain(err)
}

// HeldQuery finds the articles at the addresses of a JSON array; one at its own address goes before one that a link
// has led to.
const HeldQuery = `WITH asked AS (SELECT value AS address FROM json_each(?)),
	there AS (SELECT address, id, 1 AS own FROM article WHERE address IN asked
		UNION ALL SELECT address, id, 0 FROM alias WHERE address IN asked)
	SELECT t.address, a.id, a.title, coalesce(s.read, 0) FROM there t JOIN article a ON a.id = t.id LEFT
		JOIN status s ON s.id = a.id
	WHERE coalesce(s.removed, 0) = 0 ORDER BY t.own, a.n DESC`
