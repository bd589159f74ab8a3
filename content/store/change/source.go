package change

import (
	"database/sql"
	"errors"

	"lede/content/store/draft"
)

// SourceDays is how long the source text of an article that is not starred is kept.
const SourceDays = 365

// source keeps what an article was read from.
func (c *Change) source(n int64, d *draft.Draft) error {
	s := d.Origin
	if s.Format == "" {
		return nil
	}
	return c.Exec(`INSERT INTO source (n, format, base, own, text) VALUES (?, ?, ?, ?, ?)`, n, s.Format, s.Base,
		s.Own, s.Text)
}

// oldSource is what the article of a row was read from.
func (c *Change) oldSource(n int64) (s draft.Source, err error) {
	err = c.Row(`SELECT format, base, own, text FROM source WHERE n = ?`, []any{n}, &s.Format, &s.Base, &s.Own, &s.Text)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return s, err
}

// LetSourcesGo drops the source texts of articles that arrived long before a time, seconds since 1970, and are not
// starred.
func (c *Change) LetSourcesGo(now int64) error {
	err := c.Exec(`UPDATE source SET text = NULL WHERE text IS NOT NULL AND n IN (
		SELECT a.n FROM article a JOIN status s ON s.id = a.id WHERE s.starred = 0 AND s.arrived > 0
			AND s.arrived < ?)`, now-SourceDays*24*3600)
	if err != nil {
		return err
	}
	return c.Exec(
		`UPDATE version SET text = NULL WHERE text IS NOT NULL AND came < ? AND id NOT IN (SELECT id FROM status
			WHERE starred = 1)`, now-SourceDays*24*3600)
}
