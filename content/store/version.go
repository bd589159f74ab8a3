package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"lede/model"
)

// keepVersion puts the text of a row, which another one takes the place of, among the earlier texts of its article,
// and numbers the new one.
func (c *change) keepVersion(d *draft, old int64) error {
	if was, err := c.articleOf(old); err != nil || was.IsBare() {
		return errors.Join(err, c.sameVersion(d, old)) // there has been no text yet
	}
	a, err := c.headOf(old)
	if err != nil {
		return err
	}
	head, err := json.Marshal(a)
	if err != nil {
		return err
	}
	err = c.exec(`INSERT INTO version (id, revision, came, same, head, form, blocks, format, base, own, text)
		SELECT a.id, a.revision, iif(a.came > 0, a.came, coalesce(s.arrived, 0)), a.same, ?, b.version, b.blocks,
			coalesce(o.format, ''), coalesce(o.base, ''), coalesce(o.own, 0), o.text
		FROM article a JOIN body b USING (n) LEFT JOIN source o USING (n) LEFT JOIN status s ON s.id = a.id
			WHERE a.n = ?`, string(head), old)
	if err != nil {
		return err
	}
	d.came = c.now
	return c.row(`SELECT revision + 1 FROM article WHERE n = ?`, []any{old}, &d.revision)
}

// sameVersion gives a draft the number of the text that it takes the place of, from which it does not differ.
func (c *change) sameVersion(d *draft, old int64) error {
	return c.row(`SELECT revision, came FROM article WHERE n = ?`, []any{old}, &d.revision, &d.came)
}

// headOf reads the entry of a row.
func (c *change) headOf(n int64) (e model.Entry, err error) {
	err = c.rows(`SELECT `+columns+joined+` WHERE a.n = ?`, []any{n}, func(rows *sql.Rows) error {
		row, _, err := scanRow(rows)
		e = row.Entry
		return err
	})
	return e, err
}

// hadText reports whether an article has had a text before.
func (c *change) hadText(id model.ID, same sql.NullInt64) (bool, error) {
	n := 0
	err := c.row(`SELECT count(*) FROM version WHERE id = ? AND same = ?`, []any{id, same}, &n)
	return n > 0, err
}

// Versions returns the texts that an article has had, the oldest first; the last is the one that Get returns. It
// returns ErrNotFound when the library has no such article.
func (s *Store) Versions(ctx context.Context, id model.ID) ([]model.Version, error) {
	rows, err := s.db.read.QueryContext(ctx, `SELECT v.revision, v.came, v.head, 0, v.revision = coalesce(s.seen, 0)
			FROM version v LEFT JOIN status s ON s.id = v.id WHERE v.id = ?1
		UNION ALL SELECT a.revision, iif(a.came > 0, a.came, coalesce(s.arrived, 0)), json_object('Title', a.title, 'Words',
			a.words), 1,
			a.revision = coalesce(s.seen, 0) FROM article a LEFT JOIN status s ON s.id = a.id WHERE a.id = ?1 ORDER BY 1`, id)
	if err != nil {
		return nil, explain(err)
	}
	var all []model.Version
	err = each(rows, func(rows *sql.Rows) error {
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
		err = ErrNotFound
	}
	return all, explain(err)
}

// GetVersion returns a text that an article has had, with its source when that is kept. It returns ErrNotFound when
// there is none of that number.
func (s *Store) GetVersion(ctx context.Context, id model.ID, revision int) (a model.Article, err error) {
	newest := 0
	err = s.db.read.QueryRowContext(ctx, `SELECT revision FROM article WHERE id = ?`, id).Scan(&newest)
	if err == nil && newest == revision {
		a, _, err = s.Get(ctx, id)
		return a, err
	}
	var head string
	var form int
	var blocks []byte
	var kept source
	err = s.db.read.QueryRowContext(ctx,
		`SELECT head, form, blocks, format, base, own, text FROM version WHERE id = ? AND revision = ?`, id, revision).
		Scan(&head, &form, &blocks, &kept.format, &kept.base, &kept.own, &kept.text)
	if errors.Is(err, sql.ErrNoRows) {
		return a, ErrNotFound
	}
	if err != nil {
		return a, explain(err)
	}
	if err := json.Unmarshal([]byte(head), &a.Entry); err != nil {
		return a, ErrDamaged
	}
	a.Topics = keyed(a.Topics)
	if a.Sections, err = decodeSections(form, blocks); err != nil {
		return a, err
	}
	a.Format, a.Base = kept.format, kept.base
	a.Source, err = kept.of(a)
	return a, err
}

// Seen returns the number of the text of an article that the user has read last, and that of the newest; 0 for none.
func (s *Store) Seen(ctx context.Context, id model.ID) (seen, newest int, err error) {
	err = s.db.read.QueryRowContext(ctx,
		`SELECT coalesce(s.seen, 0), a.revision FROM article a LEFT JOIN status s ON s.id = a.id WHERE a.id = ?`, id).
		Scan(&seen, &newest)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return seen, newest, explain(err)
}

// Revert makes an earlier text of an article its newest. The one that was stays among the earlier ones. It returns
// ErrNotFound when there is none of that number.
func (s *Store) Revert(ctx context.Context, id model.ID, revision int) error {
	a, err := s.GetVersion(ctx, id, revision)
	if err != nil {
		return err
	}
	d, err := newDraft(a)
	if err != nil {
		return err
	}
	return s.db.change(ctx, func(c *change) error {
		var old int64
		if err := c.row(`SELECT n FROM article WHERE id = ?`, []any{id}, &old); err != nil {
			return err
		}
		if err := c.keepVersion(&d, old); err != nil {
			return err
		}
		c.texts, c.ids = true, append(c.ids, id)
		if err := c.write(&d, old); err != nil {
			return err
		}
		return c.flush()
	})
}

// The ages from which on the versions of articles that are not starred are thinned, in days: then one a day stays,
// and later one a month.
const (
	dailyFrom   = 7
	monthlyFrom = 60
)

// thinVersions drops earlier texts of articles that are not starred: of those that came on one day, or later in one
// month, the last stays. The first text, the newest and the one that the user has read stay.
func (c *change) thinVersions(now int64) error {
	const day = 24 * 3600
	return c.exec(`DELETE FROM version WHERE v IN (
		SELECT v FROM (
			SELECT v.v, v.id, v.revision, v.came, coalesce(s.seen, 0) AS seen,
				min(v.revision) OVER (PARTITION BY v.id) AS first,
				max(v.revision) OVER (PARTITION BY v.id, iif(v.came < ?2, strftime('%Y-%m', v.came, 'unixepoch'),
					v.came / 86400)) AS last
			FROM version v LEFT JOIN status s ON s.id = v.id WHERE v.came < ?1 AND coalesce(s.starred, 0) = 0)
		WHERE revision NOT IN (first, last, seen))`, now-dailyFrom*day, now-monthlyFrom*day)
}

// see notes that the newest texts of articles have been read.
func (c *change) see(ids []model.ID) error {
	return c.exec(`UPDATE status SET seen = (SELECT revision FROM article WHERE id = status.id)
		WHERE id IN (SELECT value FROM json_each(?)) AND id IN (SELECT id FROM article)`, list(ids))
}
