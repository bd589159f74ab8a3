package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"lede/content/store/change"
	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/model"
)

// Versions returns the texts that an article has had, the oldest first; the last is the one that Get returns. It
// returns ErrNotFound when the library has no such article.
func (s *Store) Versions(ctx context.Context, id model.ID) ([]model.Version, error) {
	rows, err := s.db.Read.QueryContext(ctx, `SELECT v.revision, v.came, v.head, 0, v.revision = coalesce(s.seen, 0)
			FROM version v LEFT JOIN status s ON s.id = v.id WHERE v.id = ?1
		UNION ALL SELECT a.revision, iif(a.came > 0, a.came, coalesce(s.arrived, 0)), json_object('Title', a.title, 'Words',
			a.words), 1,
			a.revision = coalesce(s.seen, 0) FROM article a LEFT JOIN status s ON s.id = a.id WHERE a.id = ?1 ORDER BY 1`, id)
	if err != nil {
		return nil, db.Explain(err)
	}
	var all []model.Version
	err = db.Each(rows, func(rows *sql.Rows) error {
		var v model.Version
		var came int64
		var head string
		if err := rows.Scan(&v.Revision, &came, &head, &v.Newest, &v.Seen); err != nil {
			return err
		}
		var e model.Entry
		_ = json.Unmarshal([]byte(head), &e) // a damaged one has no title
		v.Title, v.Words = e.Title, e.Words
		if came > 0 {
			v.Came = time.Unix(came, 0).UTC()
		}
		all = append(all, v)
		return nil
	})
	if err == nil && len(all) == 0 {
		err = db.ErrNotFound
	}
	return all, db.Explain(err)
}

// GetVersion returns a text that an article has had, with its source when that is kept. It returns ErrNotFound when
// there is none of that number.
func (s *Store) GetVersion(ctx context.Context, id model.ID, revision int) (a model.Article, err error) {
	newest := 0
	err = s.db.Read.QueryRowContext(ctx, `SELECT revision FROM article WHERE id = ?`, id).Scan(&newest)
	if err == nil && newest == revision {
		a, _, err = s.Get(ctx, id)
		return a, err
	}
	var head string
	var form int
	var blocks []byte
	var kept draft.Source
	err = s.db.Read.QueryRowContext(ctx,
		`SELECT head, form, blocks, format, base, own, text FROM version WHERE id = ? AND revision = ?`, id, revision).
		Scan(&head, &form, &blocks, &kept.Format, &kept.Base, &kept.Own, &kept.Text)
	if errors.Is(err, sql.ErrNoRows) {
		return a, db.ErrNotFound
	}
	if err != nil {
		return a, db.Explain(err)
	}
	if err := json.Unmarshal([]byte(head), &a.Entry); err != nil {
		return a, db.ErrDamaged
	}
	a.Topics = codec.Keyed(a.Topics)
	if a.Sections, err = codec.DecodeSections(form, blocks); err != nil {
		return a, err
	}
	a.Format, a.Base = kept.Format, kept.Base
	a.Source, err = kept.In(a)
	return a, err
}

// Seen returns the number of the text of an article that the user has read last, and that of the newest; 0 for none.
func (s *Store) Seen(ctx context.Context, id model.ID) (seen, newest int, err error) {
	err = s.db.Read.QueryRowContext(ctx,
		`SELECT coalesce(s.seen, 0), a.revision FROM article a LEFT JOIN status s ON s.id = a.id WHERE a.id = ?`, id).
		Scan(&seen, &newest)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return seen, newest, db.Explain(err)
}

// Revert makes an earlier text of an article its newest. The one that was stays among the earlier ones. It returns
// ErrNotFound when there is none of that number.
func (s *Store) Revert(ctx context.Context, id model.ID, revision int) error {
	a, err := s.GetVersion(ctx, id, revision)
	if err != nil {
		return err
	}
	d, err := draft.New(a)
	if err != nil {
		return err
	}
	return s.db.Change(ctx, func(c *change.Change) error {
		var old int64
		if err := c.Row(`SELECT n FROM article WHERE id = ?`, []any{id}, &old); err != nil {
			return err
		}
		if err := c.KeepVersion(&d, old); err != nil {
			return err
		}
		c.Texts, c.IDs = true, append(c.IDs, id)
		if err := c.Write(&d, old); err != nil {
			return err
		}
		return c.Flush()
	})
}
