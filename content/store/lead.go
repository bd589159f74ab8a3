package store

import (
	"database/sql"

	"lede/model"
)

// lead notes that a hashed address leads to an article, unless it is the article's own.
func (c *change) lead(address sql.NullInt64, id model.ID) error {
	if !address.Valid {
		return nil
	}
	return c.exec(`INSERT INTO alias (address, id) SELECT ?1, id FROM article WHERE id = ?2 AND address IS NOT ?1
		ON CONFLICT (address) DO UPDATE SET id = excluded.id`, address, id)
}
