package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"lede/model"
)

const (
	// maxSource is the longest source text that is kept, in bytes when it is deflated.
	maxSource = 256 << 10
	// sourceDays is how long the source text of an article that is not starred is kept.
	sourceDays = 365
)

// source is what an article was read from, as it is kept. There is none while the format is "".
type source struct {
	format model.Format
	base   string
	own    bool   // the text is the article's own Markdown
	text   []byte // deflated; nil when it is the same or too long
}

func sourceOf(a model.Article) (source, error) {
	s := source{format: a.Format, base: a.Base}
	if a.Format == "" || a.Source == "" {
		return source{}, nil
	}
	if a.Format != model.HTML && strings.Trim(a.Source, "\n") == strings.Trim(a.Markdown(), "\n") {
		s.own = true
		return s, nil
	}
	text, err := deflate([]byte(a.Source))
	if len(text) <= maxSource {
		s.text = text
	}
	return s, err
}

// of is the source text of an article, or "" when it is not kept.
func (s source) of(a model.Article) (string, error) {
	if s.own {
		return a.Markdown(), nil
	}
	if len(s.text) == 0 {
		return "", nil
	}
	text, err := inflate(s.text)
	return string(text), err
}

// source keeps what an article was read from.
func (c *change) source(n int64, d *draft) error {
	s := d.source
	if s.format == "" {
		return nil
	}
	return c.exec(`INSERT INTO source (n, format, base, own, text) VALUES (?, ?, ?, ?, ?)`, n, s.format, s.base,
		s.own, s.text)
}

// oldSource is what the article of a row was read from.
func (c *change) oldSource(n int64) (s source, err error) {
	err = c.row(`SELECT format, base, own, text FROM source WHERE n = ?`, []any{n}, &s.format, &s.base, &s.own, &s.text)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return s, err
}

// addSource adds to an article what it was read from.
func (s *Store) addSource(ctx context.Context, a *model.Article) error {
	var kept source
	err := s.db.read.QueryRowContext(ctx, `SELECT format, base, own, text FROM source JOIN article USING (n) WHERE id = ?`,
		a.ID).
		Scan(&kept.format, &kept.base, &kept.own, &kept.text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return explain(err)
	}
	a.Format, a.Base = kept.format, kept.base
	a.Source, err = kept.of(*a)
	return err
}

// letSourcesGo drops the source texts of articles that arrived long before a time, seconds since 1970, and are not
// starred.
func (c *change) letSourcesGo(now int64) error {
	err := c.exec(`UPDATE source SET text = NULL WHERE text IS NOT NULL AND n IN (
		SELECT a.n FROM article a JOIN status s ON s.id = a.id WHERE s.starred = 0 AND s.arrived > 0
			AND s.arrived < ?)`, now-sourceDays*24*3600)
	if err != nil {
		return err
	}
	return c.exec(
		`UPDATE version SET text = NULL WHERE text IS NOT NULL AND came < ? AND id NOT IN (SELECT id FROM status
			WHERE starred = 1)`, now-sourceDays*24*3600)
}
