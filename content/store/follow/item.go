package follow

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"lede/content/store/change"
	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/model"
)

// Item is what is kept of an entry of a feed, beside its article.
type Item struct {
	Article model.ID
	Said    int64 // a hash of what the feed said of it last; 0 when that is not known
}

// Entry is an entry of a feed on its way into the library.
type Entry struct {
	GUID string // the feed's own ID, byte for byte
	Was  string // what the library knew it by before, when that is another ID; or ""
	Said int64  // see Item
	draft.Ready
}

// Answer is what has come of asking for a feed.
type Answer struct {
	Feed    model.Subscription // with its validators and its state as they are now
	Entries []Entry            // those that are new or have changed, in the feed's order: the newest first
	GUIDs   []string           // of all entries that stand in the feed now; nil when it was not read
	Asked   string             // the address that was asked for
}

// Items returns the entries that have come by a feed, by the feed's own IDs.
func (t *Table) Items(ctx context.Context, feed model.ID) (map[string]Item, error) {
	const query = `SELECT i.guid, i.id, i.said FROM item i JOIN feed f USING (f) WHERE f.id = ?`
	rows, err := t.db.Read.QueryContext(ctx, query, feed)
	if err != nil {
		return nil, db.Explain(err)
	}
	items := make(map[string]Item)
	err = db.Each(rows, func(rows *sql.Rows) error {
		var guid string
		var it Item
		err := rows.Scan(&guid, &it.Article, &it.Said)
		items[guid] = it
		return err
	})
	return items, db.Explain(err)
}

// Asking notes that feeds are asked for now, before they are: a run that is killed meanwhile has asked all the same.
// It reports which of them are free to be asked for: nobody else has done so since they were read.
func (t *Table) Asking(ctx context.Context, at time.Time, feeds ...model.Subscription) ([]bool, error) {
	free := make([]bool, len(feeds))
	err := t.db.Change(ctx, func(c *change.Change) error {
		c.Keep = true
		st, err := c.Stmt(`UPDATE feed SET tried = ? WHERE id = ? AND tried = ?`)
		if err != nil {
			return err
		}
		for i := range feeds {
			done, err := st.ExecContext(ctx, toUnix(at), feeds[i].ID, toUnix(feeds[i].Tried))
			if err != nil {
				return err
			}
			n, err := done.RowsAffected()
			if err != nil {
				return err
			}
			free[i] = n > 0
		}
		return nil
	})
	return free, err
}

// NotAsked takes Asking back for feeds that were not asked for after all.
func (t *Table) NotAsked(ctx context.Context, feeds ...model.Subscription) error {
	return t.db.Change(ctx, func(c *change.Change) error {
		for i := range feeds {
			c.Keep = true
			if err := c.Exec(`UPDATE feed SET tried = ? WHERE id = ?`, toUnix(feeds[i].Tried), feeds[i].ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// Keep keeps what has come of asking for feeds, in one transaction: the entries of each, its validators and
// when it is asked for next. It tells, in their order, what became of the entries. A feed that has been removed
// meanwhile is left out.
func (t *Table) Keep(ctx context.Context, answers ...Answer) ([][]model.Kept, error) {
	kept := make([][]model.Kept, len(answers))
	err := t.db.Change(ctx, func(c *change.Change) error {
		c.Keep = true
		for i := range answers {
			var err error
			if kept[i], err = keepAnswer(c, &answers[i]); err != nil {
				return fmt.Errorf("keep what %s has sent: %w", answers[i].Feed.URL, err)
			}
		}
		return c.Flush()
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

func keepAnswer(c *change.Change, a *Answer) ([]model.Kept, error) {
	if a.GUIDs == nil && a.Feed.URL == a.Asked { // the most frequent one: the feed is as it was
		_, state, err := feedJSON(&a.Feed)
		if err != nil {
			return nil, err
		}
		return nil, c.Exec(`UPDATE feed SET etag = ?, modified = ?, tried = ?, due = ?, state = ? WHERE id = ?`,
			a.Feed.ETag, a.Feed.Modified, toUnix(a.Feed.Tried), toUnix(a.Feed.Due), state, a.Feed.ID)
	}
	old, f, err := FindFeed(c, `id = ?`, a.Feed.ID)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	kept, err := KeepEntries(c, f, a)
	if err != nil {
		return nil, err
	}
	if a.GUIDs != nil {
		if err := forgetItems(c, f, a.GUIDs); err != nil {
			return nil, err
		}
	}
	if old.MaxAge > 0 || old.Keep > 0 {
		if _, err := Expire(c, f, old.MaxAge, old.Keep); err != nil {
			return nil, err
		}
	}
	if a.Feed.URL != old.URL {
		if _, _, err := FindFeed(c, `url = ?`, a.Feed.URL); err == nil {
			a.Feed.URL = old.URL // it has moved to where another feed is known already
		}
	}
	if a.Feed.Title != old.Title {
		FeedsChanged(c)
	}
	_, state, err := feedJSON(&a.Feed)
	if err != nil {
		return nil, err
	}
	return kept, c.Exec(`UPDATE feed SET url = ?, title = ?, site = ?, etag = ?, modified = ?, tried = ?, due = ?,
		state = ? WHERE f = ?`, a.Feed.URL, a.Feed.Title, a.Feed.Site, a.Feed.ETag, a.Feed.Modified,
		toUnix(a.Feed.Tried), toUnix(a.Feed.Due), state, f)
}

// KeepEntries puts the entries of an answer into the library, the last first: of those without a date the first one
// of the feed is the newest.
func KeepEntries(c *change.Change, f int64, a *Answer) ([]model.Kept, error) {
	kept := make([]model.Kept, len(a.Entries))
	beside, err := standing(c, f, a.GUIDs)
	if err != nil {
		return nil, err
	}
	for i, e := range slices.Backward(a.Entries) {
		d := e.Draft
		d.Feed, d.Beside = f, beside
		if kept[i], err = keepEntry(c, f, &e, &d); err != nil {
			return nil, fmt.Errorf("keep %q: %w", d.Title, err)
		}
		beside[kept[i].ID] = e.GUID
	}
	return kept, nil
}

// standing returns the articles of the entries that stand in a feed now, as far as they are known, with their IDs.
func standing(c *change.Change, f int64, guids []string) (map[model.ID]string, error) {
	there := make(map[model.ID]string)
	const query = `SELECT id, guid FROM item WHERE f = ? AND guid IN (SELECT value FROM json_each(?))`
	return there, c.Rows(query, []any{f, db.List(guids)}, func(rows *sql.Rows) error {
		var id model.ID
		var guid string
		err := rows.Scan(&id, &guid)
		there[id] = guid
		return err
	})
}

// keepEntry puts an entry into the library. One whose article the user has removed for good stays away.
func keepEntry(c *change.Change, f int64, e *Entry, d *draft.Draft) (model.Kept, error) {
	if e.Was != "" {
		if err := c.Exec(`UPDATE OR REPLACE item SET guid = ? WHERE f = ? AND guid = ?`, e.GUID, f, e.Was); err != nil {
			return model.Kept{}, err
		}
	}
	d.GUID = e.GUID
	var id model.ID
	there := 0
	err := c.Row(`SELECT id, EXISTS (SELECT 1 FROM article a WHERE a.id = item.id) FROM item WHERE f = ? AND guid = ?`,
		[]any{f, e.GUID}, &id, &there)
	switch {
	case err == nil && there == 0:
		kept := model.Kept{ID: id, How: model.Known}
		return kept, c.Exec(`UPDATE item SET said = ? WHERE f = ? AND guid = ?`, e.Said, f, e.GUID)
	case err == nil:
		d.ID = id
	case !errors.Is(err, sql.ErrNoRows):
		return model.Kept{}, err
	}
	c.Texts = true
	kept, err := c.Put(d, e.Status.Saved)
	if err != nil {
		return kept, err
	}
	c.IDs = append(c.IDs, kept.ID)
	if err := c.Restore(kept.ID, e.Status); err != nil {
		return kept, err
	}
	return kept, c.Exec(`INSERT INTO item (f, guid, id, said) VALUES (?, ?, ?, ?)
		ON CONFLICT (f, guid) DO UPDATE SET id = excluded.id, said = excluded.said`, f, e.GUID, kept.ID, e.Said)
}

// forgetItems forgets the entries that stand in a feed no more and whose articles are gone.
func forgetItems(c *change.Change, f int64, guids []string) error {
	return c.Exec(`DELETE FROM item WHERE f = ?1 AND NOT EXISTS (SELECT 1 FROM article a WHERE a.id = item.id)
		AND guid NOT IN (SELECT value FROM json_each(?2))`, f, db.List(guids))
}

// Expire puts the entries of a feed into the trash that are older than some days, and those beyond the newest few; all
// of them where both are 0. What the user has starred, kept, tagged or begun stays, and what another feed brings. It
// returns what brings them back.
func Expire(c *change.Change, f int64, days, keep int) ([]change.UndoMark, error) {
	var ids []model.ID
	conditions := []string{}
	args := []any{f}
	if days > 0 {
		conditions = append(conditions, `coalesce(a.published, s.arrived) < ?`)
		args = append(args, c.Now-int64(days)*24*3600)
	}
	if keep > 0 {
		conditions = append(conditions, `a.n NOT IN (SELECT b.n FROM item j JOIN article b ON b.id = j.id WHERE j.f = ?
			ORDER BY b.n DESC LIMIT ?)`)
		args = append(args, f, keep)
	}
	if len(conditions) == 0 {
		conditions = append(conditions, "1")
	}
	err := c.Rows(`SELECT DISTINCT i.id FROM item i JOIN article a ON a.id = i.id JOIN status s ON s.id = i.id
		WHERE i.f = ? AND (`+strings.Join(conditions, " OR ")+`) AND s.removed = 0 AND s.starred = 0 AND s.saved = 0
			AND (s.read = 1 OR s.percent = 0) AND NOT EXISTS (SELECT 1 FROM tag t WHERE t.id = i.id)
			AND NOT EXISTS (SELECT 1 FROM item o WHERE o.id = i.id AND o.f <> i.f)`, args, func(rows *sql.Rows) error {
		var id model.ID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	c.IDs, c.Texts = append(c.IDs, ids...), true
	return c.Set("removed", ids, c.Now)
}
