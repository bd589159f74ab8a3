package change

import (
	"database/sql"
	"encoding/json"
	"errors"

	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/content/store/row"
	"lede/model"
)

// KeepVersion puts the text of a row, which another one takes the place of, among the earlier texts of its article,
// and numbers the new one.
func (c *Change) KeepVersion(d *draft.Draft, old int64) error {
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
	err = c.Exec(`INSERT INTO version (id, revision, came, same, head, form, blocks, format, base, own, text)
		SELECT a.id, a.revision, iif(a.came > 0, a.came, coalesce(s.arrived, 0)), a.same, ?, b.version, b.blocks,
			coalesce(o.format, ''), coalesce(o.base, ''), coalesce(o.own, 0), o.text
		FROM article a JOIN body b USING (n) LEFT JOIN source o USING (n) LEFT JOIN status s ON s.id = a.id
			WHERE a.n = ?`, string(head), old)
	if err != nil {
		return err
	}
	d.Came = c.Now
	return c.Row(`SELECT revision + 1 FROM article WHERE n = ?`, []any{old}, &d.Revision)
}

// sameVersion gives a draft the number of the text that it takes the place of, from which it does not differ.
func (c *Change) sameVersion(d *draft.Draft, old int64) error {
	return c.Row(`SELECT revision, came FROM article WHERE n = ?`, []any{old}, &d.Revision, &d.Came)
}

// headOf reads the entry of a row.
func (c *Change) headOf(n int64) (e model.Entry, err error) {
	err = c.Rows(`SELECT `+row.Columns+row.Joined+` WHERE a.n = ?`, []any{n}, func(rows *sql.Rows) error {
		row, _, err := row.Scan(rows)
		e = row.Entry
		return err
	})
	return e, err
}

// hadText reports whether an article has had a text before.
func (c *Change) hadText(id model.ID, same sql.NullInt64) (bool, error) {
	n := 0
	err := c.Row(`SELECT count(*) FROM version WHERE id = ? AND same = ?`, []any{id, same}, &n)
	return n > 0, err
}

// The ages from which on the versions of articles that are not starred are thinned, in days: then one a day stays,
// and later one a month.
const (
	dailyFrom   = 7
	monthlyFrom = 60
)

// ThinVersions drops earlier texts of articles that are not starred: of those that came on one day, or later in one
// month, the last stays. The first text, the newest and the one that the user has read stay.
func (c *Change) ThinVersions(now int64) error {
	const day = 24 * 3600
	return c.Exec(`DELETE FROM version WHERE v IN (
		SELECT v FROM (
			SELECT v.v, v.id, v.revision, v.came, coalesce(s.seen, 0) AS seen,
				min(v.revision) OVER (PARTITION BY v.id) AS first,
				max(v.revision) OVER (PARTITION BY v.id, iif(v.came < ?2, strftime('%Y-%m', v.came, 'unixepoch'),
					v.came / 86400)) AS last
			FROM version v LEFT JOIN status s ON s.id = v.id WHERE v.came < ?1 AND coalesce(s.starred, 0) = 0)
		WHERE revision NOT IN (first, last, seen))`, now-dailyFrom*day, now-monthlyFrom*day)
}

// See notes that the newest texts of articles have been read.
func (c *Change) See(ids []model.ID) error {
	return c.Exec(`UPDATE status SET seen = (SELECT revision FROM article WHERE id = status.id)
		WHERE id IN (SELECT value FROM json_each(?)) AND id IN (SELECT id FROM article)`, db.List(ids))
}
