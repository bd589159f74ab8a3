// Package follow keeps the feeds that the user follows, and which entries have come by which.
//
// Start with Table.Subscribe, then Table.Keep: what has come of asking for feeds. Arriving brings in what another
// reader had of them.
package follow

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"lede/content/store/change"
	"lede/content/store/db"
	"lede/model"
)

// Table is the table of feeds, and that of the entries which have come by them. Its methods may be called by several
// goroutines at once.
type Table struct{ db *change.Writer }

// NewTable returns the table of the feeds of a library.
func NewTable(db *change.Writer) *Table { return &Table{db} }

// Columns are what scanFeed reads.
const Columns = `f.f, f.id, f.url, f.title, f.name, f.folder, f.site, f.options, f.etag, f.modified, f.tried,
	f.due, f.state, coalesce((SELECT a.id FROM remote_feed r JOIN account a USING (a) WHERE r.f = f.f LIMIT 1), '')`

// Scan reads a row of the table of feeds, and its number.
func Scan(rows *sql.Rows, more ...any) (s model.Subscription, f int64, err error) {
	var options, state string
	var tried, due int64
	err = rows.Scan(append([]any{
		&f, &s.ID, &s.URL, &s.Title, &s.Name, &s.Folder, &s.Site, &options, &s.ETag, &s.Modified, &tried, &due, &state,
		&s.Account,
	}, more...)...)
	if err != nil {
		return s, f, err
	}
	if options != "{}" {
		_ = json.Unmarshal([]byte(options), &s.FeedOptions) // what is damaged is as if it had not been set
	}
	_ = json.Unmarshal([]byte(state), &s.FeedState)
	s.Tried, s.Due = fromUnix(tried), fromUnix(due)
	return s, f, nil
}

// fromUnix is a time that is kept as seconds since 1970; zero for 0.
func fromUnix(n int64) time.Time {
	if n == 0 {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

// toUnix is fromUnix turned round.
func toUnix(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

// All returns all feeds, by folder and by what they are called. Their entries are not counted.
func (t *Table) All(ctx context.Context) ([]model.Subscription, error) {
	rows, err := t.db.Read.QueryContext(ctx, `SELECT `+Columns+` FROM feed f`)
	if err != nil {
		return nil, db.Explain(err)
	}
	var all []model.Subscription
	err = db.Each(rows, func(rows *sql.Rows) error {
		feed, _, err := Scan(rows)
		all = append(all, feed)
		return err
	})
	return inShelfOrder(all), db.Explain(err)
}

// inShelfOrder puts feeds in the order of their folders and of what they are called, whatever the case.
func inShelfOrder(all []model.Subscription) []model.Subscription {
	at, keys := make([]int, len(all)), make([]string, len(all))
	for i := range all {
		at[i], keys[i] = i, strings.ToLower(all[i].Folder+"\x00"+all[i].Called())
	}
	slices.SortFunc(at, func(a, b int) int { return cmp.Compare(keys[a], keys[b]) })
	sorted := make([]model.Subscription, len(all))
	for i, j := range at {
		sorted[i] = all[j]
	}
	return sorted
}

// Counted returns all feeds with how many articles have come by each, those in the trash left out.
func (t *Table) Counted(ctx context.Context) ([]model.Subscription, error) {
	all, err := t.All(ctx)
	if err != nil || len(all) == 0 {
		return all, err
	}
	type count struct{ entries, unread int }
	counts := make(map[model.ID]count, len(all))
	rows, err := t.db.Read.QueryContext(ctx, `SELECT f.id, count(*), sum(coalesce(s.read, 0) = 0)
		FROM item i JOIN feed f USING (f) JOIN article a ON a.id = i.id LEFT JOIN status s ON s.id = i.id
		WHERE coalesce(s.removed, 0) = 0 GROUP BY i.f`)
	if err != nil {
		return nil, db.Explain(err)
	}
	err = db.Each(rows, func(rows *sql.Rows) error {
		var id model.ID
		var c count
		err := rows.Scan(&id, &c.entries, &c.unread)
		counts[id] = c
		return err
	})
	for i := range all {
		c := counts[all[i].ID]
		all[i].Entries, all[i].Unread = c.entries, c.unread
	}
	return all, db.Explain(err)
}

// Subscribe adds feeds and returns, in their order, what became of each. A feed that is there already, by its address,
// gets the tags, and a name, a folder and a page where it has none. Validators are taken of a new feed only.
func (t *Table) Subscribe(ctx context.Context, feeds ...model.Subscription) ([]model.Subscribed, error) {
	done := make([]model.Subscribed, len(feeds))
	err := t.db.Change(ctx, func(c *change.Change) error {
		for i, feed := range feeds {
			var err error
			if done[i], err = Subscribe(c, feed); err != nil {
				return fmt.Errorf("subscribe to %s: %w", feed.URL, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return done, nil
}

// Subscribe adds one feed, or adds to the one of its address.
func Subscribe(c *change.Change, feed model.Subscription) (model.Subscribed, error) {
	FeedsChanged(c)
	old, f, err := FindFeed(c, `url = ?`, feed.URL)
	if err == nil {
		old.Name, old.Folder = cmp.Or(old.Name, feed.Name), cmp.Or(old.Folder, feed.Folder)
		old.Site = cmp.Or(old.Site, feed.Site)
		for _, t := range feed.Tags {
			if !slices.ContainsFunc(old.Tags, func(o string) bool { return strings.EqualFold(o, t) }) {
				old.Tags = append(old.Tags, t)
			}
		}
		if feed.Home && !old.Home {
			return model.Subscribed{ID: old.ID}, allowHome(c, f, &old)
		}
		return model.Subscribed{ID: old.ID}, EditFeed(c, f, &old)
	}
	if !errors.Is(err, sql.ErrNoRows) {
		return model.Subscribed{}, err
	}
	feed.ID = model.SubscriptionID(feed.URL)
	if _, _, err := FindFeed(c, `id = ?`, feed.ID); err == nil { // a feed of that address has moved on to another one
		feed.ID = model.NewID("feed", feed.URL, fmt.Sprint(c.Revision))
	}
	feed.FeedState = model.FeedState{Added: fromUnix(c.Now)}
	options, state, err := feedJSON(&feed)
	if err != nil {
		return model.Subscribed{}, err
	}
	return model.Subscribed{ID: feed.ID, New: true}, c.Exec(`INSERT INTO feed
			(id, url, title, name, folder, site, options, etag, modified, tried, due, state)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)`,
		feed.ID, feed.URL, feed.Title, feed.Name, feed.Folder, feed.Site, options, feed.ETag, feed.Modified, state)
}

// allowHome allows a feed to be at a private address. One that was never reached, since that was not allowed, is asked
// for with the next refresh.
func allowHome(c *change.Change, f int64, feed *model.Subscription) error {
	feed.Home = true
	if feed.Came.IsZero() && feed.Status == 0 {
		state := `{"added":"` + feed.Added.Format(time.RFC3339) + `"}`
		if err := c.Exec(`UPDATE feed SET tried = 0, due = 0, state = ? WHERE f = ?`, state, f); err != nil {
			return err
		}
	}
	return EditFeed(c, f, feed)
}

// FeedsChanged has the change noted as one of what the feeds are called: queries by it are answered anew.
func FeedsChanged(c *change.Change) { c.Keep, c.Texts = true, true }

// feedJSON writes the parts of a feed that are kept as JSON.
func feedJSON(feed *model.Subscription) (options, state string, err error) {
	o, err := json.Marshal(feed.FeedOptions)
	if err != nil {
		return "", "", err
	}
	st, err := json.Marshal(feed.FeedState)
	return string(o), string(st), err
}

// FindFeed reads the feed that a condition with one argument holds for, and its number; the error is sql.ErrNoRows
// when there is none.
func FindFeed(c *change.Change, where string, arg any) (feed model.Subscription, f int64, err error) {
	err = c.Rows(`SELECT `+Columns+` FROM feed f WHERE `+where, []any{arg}, func(rows *sql.Rows) error {
		var err error
		feed, f, err = Scan(rows)
		return err
	})
	if err == nil && f == 0 {
		err = sql.ErrNoRows
	}
	return feed, f, err
}

// Edit keeps what the user has made of a feed: its address, name, folder and options. A feed of another address
// starts anew: its validators are forgotten. It returns ErrNotFound when there is no such feed, and ErrMany when
// another one has the address.
func (t *Table) Edit(ctx context.Context, feed model.Subscription) error {
	return t.db.Change(ctx, func(c *change.Change) error {
		old, f, err := FindFeed(c, `id = ?`, feed.ID)
		if errors.Is(err, sql.ErrNoRows) {
			return db.ErrNotFound
		}
		if err != nil {
			return err
		}
		if feed.URL != old.URL {
			if _, _, err := FindFeed(c, `url = ?`, feed.URL); err == nil {
				return db.ErrMany
			}
			err = c.Exec(`UPDATE feed SET url = ?, etag = '', modified = '', due = 0, state = ? WHERE f = ?`,
				feed.URL, `{"added":"`+old.Added.Format(time.RFC3339)+`"}`, f)
			if err != nil {
				return err
			}
		}
		FeedsChanged(c)
		return EditFeed(c, f, &feed)
	})
}

// EditFeed writes what the user has made of a feed. How asking for it goes stays as it is.
func EditFeed(c *change.Change, f int64, feed *model.Subscription) error {
	options, err := json.Marshal(feed.FeedOptions)
	if err != nil {
		return err
	}
	return c.Exec(`UPDATE feed SET name = ?, folder = ?, site = ?, options = ? WHERE f = ?`,
		feed.Name, feed.Folder, feed.Site, string(options), f)
}

// Resume has a feed asked for again that is paused, or that its server says is gone; and takes whatever feed is at
// its address by now for this one. It returns ErrNotFound when there is no such feed.
func (t *Table) Resume(ctx context.Context, id model.ID) error {
	return t.db.Change(ctx, func(c *change.Change) error {
		feed, f, err := FindFeed(c, `id = ?`, id)
		if errors.Is(err, sql.ErrNoRows) {
			return db.ErrNotFound
		}
		if err != nil {
			return err
		}
		feed.Paused, feed.Gone, feed.Error, feed.Why = false, false, "", ""
		feed.Failures, feed.Failing, feed.Missing = 0, time.Time{}, time.Time{}
		options, state, err := feedJSON(&feed)
		if err != nil {
			return err
		}
		FeedsChanged(c)
		return c.Exec(`UPDATE feed SET title = '', site = '', due = 0, options = ?, state = ? WHERE f = ?`,
			options, state, f)
	})
}

// Unsubscribe forgets feeds, and returns how many there were. Their entries stay, but with trash those that nothing
// else brings, and that the user has done nothing with, go to the trash; title says so for Undo.
func (t *Table) Unsubscribe(ctx context.Context, title string, trash bool, ids ...model.ID) (n int, err error) {
	err = t.db.Change(ctx, func(c *change.Change) error {
		var back change.Undoing
		for _, id := range ids {
			_, f, err := FindFeed(c, `id = ?`, id)
			if errors.Is(err, sql.ErrNoRows) {
				continue
			}
			if err != nil {
				return err
			}
			if err := Unsubscribe(c, f, trash, &back); err != nil {
				return err
			}
			n++
		}
		if n > 0 {
			FeedsChanged(c)
		}
		if len(back.Marks) == 0 {
			return nil
		}
		return c.KeepUndo(title, n, back)
	})
	return n, err
}

// Unsubscribe forgets one feed; back gets what brings the entries back that go to the trash.
func Unsubscribe(c *change.Change, f int64, trash bool, back *change.Undoing) error {
	if trash {
		marks, err := Expire(c, f, 0, 0)
		if err != nil {
			return err
		}
		back.Marks = append(back.Marks, marks...)
	}
	if err := c.Exec(`DELETE FROM item WHERE f = ?`, f); err != nil {
		return err
	}
	return c.Exec(`DELETE FROM feed WHERE f = ?`, f)
}
