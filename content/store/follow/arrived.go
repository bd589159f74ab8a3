package follow

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"lede/content/store/change"
	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/content/store/row"
	"lede/model"
)

// Arrived is an entry that comes from another reader.
type Arrived struct {
	ID   model.ID // what it is known by, whatever article it becomes
	URL  string   // its address, or ""
	Feed model.ID // of the feed that it came by; "" for none
	GUID string   // the feed's own ID of it, byte for byte; "" for an entry of no feed
	Gone bool     // it was deleted there: it does not come in, and stays away when its feed still has it
	Held model.ID // the article with its text, where that is here: only what was done with it is new; see HeldTexts
	draft.Ready
}

// Arriving brings in the entries of one import, batch by batch. It is for one goroutine.
type Arriving struct {
	db     *change.Writer
	feeds  map[model.ID]int64               // the numbers of feeds; 0 for one that is not followed
	beside map[model.ID]map[model.ID]string // by feeds: the articles of their entries, with their IDs there
}

// Arriving begins an import.
func (t *Table) Arriving() *Arriving {
	return &Arriving{db: t.db, feeds: map[model.ID]int64{}, beside: map[model.ID]map[model.ID]string{}}
}

// Put keeps entries in one transaction and tells, in their order, what became of each. An entry that the user has
// removed since it came first stays away.
func (a *Arriving) Put(ctx context.Context, entries []Arrived) ([]model.Kept, error) {
	kept := make([]model.Kept, len(entries))
	err := a.db.Change(ctx, func(c *change.Change) error {
		c.Keep = true
		for i := range entries {
			var err error
			if kept[i], err = a.put(c, &entries[i]); err != nil {
				return fmt.Errorf("keep %q: %w", entries[i].Title, err)
			}
		}
		return c.Flush()
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

func (a *Arriving) put(c *change.Change, e *Arrived) (model.Kept, error) {
	known := model.Kept{ID: e.ID, How: model.Known}
	f, err := a.feed(c, e.Feed)
	if err != nil {
		return known, err
	}
	id, away, err := arrivedAs(c, f, e)
	if err != nil || away {
		return known, err
	}
	if e.Gone {
		return known, noteArrived(c, f, e, id)
	}
	if e.Held != "" {
		c.IDs = append(c.IDs, e.Held)
		return model.Kept{ID: e.Held, How: model.Known}, c.Restore(e.Held, e.Status)
	}
	d := e.Draft
	d.ID, d.Feed, d.GUID, d.Beside = id, f, e.GUID, a.beside[e.Feed]
	c.Texts = true
	kept, err := c.Put(&d, e.Status.Saved)
	if err != nil {
		return kept, err
	}
	if err := c.Restore(kept.ID, e.Status); err != nil {
		return kept, err
	}
	if d.Beside != nil {
		d.Beside[kept.ID] = e.GUID
	}
	c.IDs = append(c.IDs, kept.ID)
	return kept, noteArrived(c, f, e, kept.ID)
}

// feed returns the number of a feed, 0 for one that is not followed.
func (a *Arriving) feed(c *change.Change, id model.ID) (f int64, err error) {
	if id == "" {
		return 0, nil
	}
	f, ok := a.feeds[id]
	if ok {
		return f, nil
	}
	beside := map[model.ID]string{}
	err = c.Row(`SELECT f FROM feed WHERE id = ?`, []any{id}, &f)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	err = c.Rows(`SELECT id, guid FROM item WHERE f = ?`, []any{f}, func(rows *sql.Rows) error {
		var id model.ID
		var guid string
		err := rows.Scan(&id, &guid)
		beside[id] = guid
		return err
	})
	a.feeds[id], a.beside[id] = f, beside
	return f, err
}

// arrivedAs returns the article that an entry is known to be, else its own ID. away reports whether the user has
// removed it.
func arrivedAs(c *change.Change, f int64, e *Arrived) (id model.ID, away bool, err error) {
	const item = `SELECT id, NOT EXISTS (SELECT 1 FROM article a WHERE a.id = item.id) FROM item WHERE f = ? AND guid = ?`
	if err = c.Row(item, []any{f, e.GUID}, &id, &away); f == 0 || errors.Is(err, sql.ErrNoRows) {
		id, err = e.ID, nil
	}
	if err != nil || away {
		return id, away, err
	}
	err = c.Row(`SELECT removed > 0 FROM status WHERE id = ?`, []any{id}, &away)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, away, err
}

// noteArrived notes that an entry has come, under its own ID, and as one of its feed.
func noteArrived(c *change.Change, f int64, e *Arrived, id model.ID) error {
	if id != e.ID || e.Gone {
		err := c.Exec(`INSERT INTO status (id, read, arrived) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING`,
			e.ID, e.Gone, c.Now)
		if err != nil {
			return err
		}
	}
	if f == 0 {
		return nil
	}
	return c.Exec(
		`INSERT INTO item (f, guid, id, said) VALUES (?, ?, ?, 0) ON CONFLICT (f, guid) DO NOTHING`,
		f,
		e.GUID,
		id,
	)
}

// HasArrived reports for each of some entries, of which the texts are not asked for, whether the library has it, or
// has had it: by its ID, by its address, or as one of its feed.
func (t *Table) HasArrived(ctx context.Context, entries []Arrived) ([]bool, error) {
	known := make([]bool, len(entries))
	const most = 500 // at once
	for from := 0; from < len(entries); from += most {
		to := min(len(entries), from+most)
		if err := t.hasArrived(ctx, entries[from:to], known[from:to]); err != nil {
			return nil, db.Explain(err)
		}
	}
	return known, nil
}

func (t *Table) hasArrived(ctx context.Context, entries []Arrived, known []bool) error {
	ids := make([]string, len(entries))
	items := make([][3]string, len(entries)) // a feed, and the two halves of what is joined by it
	var addresses []int64
	byAddress := make(map[int64][]int)
	byID := make(map[string][]int)
	for i, e := range entries {
		ids[i], items[i] = string(e.ID), [3]string{string(e.Feed), e.GUID, ids[i]}
		byID[ids[i]] = append(byID[ids[i]], i)
		if key := draft.AddressKey(e.URL); key != "" {
			h := draft.Hashed(key).Int64
			addresses, byAddress[h] = append(addresses, h), append(byAddress[h], i)
		}
	}
	mark := func(at []int) {
		for _, i := range at {
			known[i] = true
		}
	}
	err := t.marked(ctx, `SELECT id FROM status WHERE arrived > 0 AND id IN (SELECT value FROM json_each(?1)) UNION
		SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?1))`, db.List(ids),
		func(id string) { mark(byID[id]) })
	if err != nil {
		return err
	}
	asked, err := json.Marshal(items)
	if err != nil {
		return err
	}
	err = t.marked(ctx, `SELECT v.value ->> 2 FROM json_each(?) v JOIN feed f ON f.id = v.value ->> 0
		JOIN item i ON i.f = f.f AND i.guid = v.value ->> 1`, string(asked), func(id string) { mark(byID[id]) })
	if err != nil || len(addresses) == 0 {
		return err
	}
	found, err := row.At(ctx, t.db.DB, addresses)
	for h := range found {
		mark(byAddress[h])
	}
	return err
}

// HeldTexts returns, for each of some entries of which the texts are not asked for, the article of the library that
// has its text: by its ID, or as one of its feed. It is "" where there is none, or only an address.
func (t *Table) HeldTexts(ctx context.Context, entries []Arrived) ([]model.ID, error) {
	held := make([]model.ID, 0, len(entries))
	for some := range slices.Chunk(entries, 500) {
		ids, err := t.heldTexts(ctx, some)
		if err != nil {
			return nil, db.Explain(err)
		}
		held = append(held, ids...)
	}
	return held, nil
}

func (t *Table) heldTexts(ctx context.Context, entries []Arrived) ([]model.ID, error) {
	items := make([][3]string, len(entries))
	for i, e := range entries {
		items[i] = [3]string{string(e.ID), string(e.Feed), e.GUID}
	}
	asked, err := json.Marshal(items)
	if err != nil {
		return nil, err
	}
	rows, err := t.db.Read.QueryContext(ctx, `SELECT v.key, a.id FROM json_each(?) v
		LEFT JOIN feed f ON f.id = v.value ->> 1 LEFT JOIN item i ON i.f = f.f AND i.guid = v.value ->> 2
		JOIN article a ON a.id = coalesce(i.id, v.value ->> 0) WHERE a.words > 0`, string(asked))
	if err != nil {
		return nil, err
	}
	held := make([]model.ID, len(entries))
	return held, db.Each(rows, func(rows *sql.Rows) error {
		var at int
		var id model.ID
		err := rows.Scan(&at, &id)
		held[at] = id
		return err
	})
}

// marked hands each text that a query with one argument finds to f.
func (t *Table) marked(ctx context.Context, query string, arg any, f func(string)) error {
	rows, err := t.db.Read.QueryContext(ctx, query, arg)
	if err != nil {
		return err
	}
	return db.Each(rows, func(rows *sql.Rows) error {
		var text string
		err := rows.Scan(&text)
		f(text)
		return err
	})
}
