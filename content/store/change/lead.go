package change

import (
	"database/sql"

	"lede/model"
)

// Lead notes that a hashed address leads to an article, unless it is the article's own.
func (c *Change) Lead(address sql.NullInt64, id model.ID) error {
	if !address.Valid {
		return nil
	}
	return c.Exec(`INSERT INTO alias (address, id) SELECT ?1, id FROM article WHERE id = ?2 AND address IS NOT ?1
		ON CONFLICT (address) DO UPDATE SET id = excluded.id`, address, id)
}
