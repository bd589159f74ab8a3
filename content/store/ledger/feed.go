package ledger

import (
	"context"
	"database/sql"
	"errors"

	"lede/model"
)

// Feed is a subscription on a server.
type Feed struct {
	Remote  string // the server's own ID
	Address string
	Title   string
	Site    string
	Folder  string
	Problem string // why the server cannot read it, in its own words, or ""
}

// known is what is known of a feed of a server.
type known struct {
	f             int64
	title, folder string
}

// Feeds returns the feeds of the library that a server has, by the server's own IDs.
func (l *Ledger) Feeds(ctx context.Context, id model.ID) (map[string]model.ID, error) {
	feeds := make(map[string]model.ID)
	return feeds, l.read(ctx).Rows(`SELECT r.remote, f.id FROM remote_feed r JOIN account a USING (a)
		JOIN feed f USING (f) WHERE a.id = ?`, []any{id}, func(rows *sql.Rows) error {
		var remote string
		var id model.ID
		err := rows.Scan(&remote, &id)
		feeds[remote] = id
		return err
	})
}

// Lost returns how many feeds of the library a server no longer has, those aside that the user has unsubscribed from.
func (l *Ledger) Lost(ctx context.Context, id model.ID, feeds []Feed) (lost, of int, err error) {
	there := make([]string, len(feeds))
	for i, f := range feeds {
		there[i] = f.Remote
	}
	err = l.read(ctx).Row(`SELECT count(*), coalesce(sum(r.remote NOT IN (SELECT value FROM json_each(?))), 0)
		FROM remote_feed r JOIN account a USING (a) WHERE a.id = ?`, []any{list(there), id}, &of, &lost)
	return lost, of, err
}

// KeepFeeds takes the subscriptions of a server over, in one transaction: those that have come and gone there, and
// their titles and folders where they have changed there. What waits in the outbox is left out. Unsubscribing removes
// no article. turn is that of the moment before they were asked for: see Turn. It returns how many have come and gone,
// ErrOvertaken when the subscriptions are stale, and ErrEmptied for no feeds where there were several.
func (l *Ledger) KeepFeeds(
	ctx context.Context, id model.ID, turn int64, feeds []Feed,
) (came, gone int, err error) {
	same, err := l.sameFeeds(ctx, id, feeds)
	if same || err != nil {
		return 0, 0, err
	}
	err = l.change(ctx, func(t Tx) error {
		a, err := fresh(t, id, turn)
		if err != nil {
			return err
		}
		t.Keep()
		k := keeping{Tx: t, a: a}
		if err := k.load(); err != nil {
			return err
		}
		if len(feeds) == 0 && len(k.known) > 1 {
			return ErrEmptied
		}
		for i := range feeds {
			if err := k.feed(&feeds[i]); err != nil {
				return err
			}
		}
		came = k.came
		gone, err = k.rest()
		return err
	})
	return came, gone, err
}

// sameFeeds reports whether a server's subscriptions are what they were, so that nothing has to be written.
func (l *Ledger) sameFeeds(ctx context.Context, id model.ID, feeds []Feed) (bool, error) {
	t := l.read(ctx)
	a, err := account(t, id)
	if err != nil {
		return false, err
	}
	k := keeping{a: a}
	if err := k.read(t); err != nil || len(k.known) != len(feeds) || k.pending > 0 {
		return false, err
	}
	for _, f := range feeds {
		if was, ok := k.known[f.Remote]; !ok || was.title != f.Title || was.folder != f.Folder {
			return false, nil
		}
	}
	return true, nil
}

// keeping takes over the subscriptions of a server.
type keeping struct {
	Tx
	a       int64
	known   map[string]known
	waiting map[[2]string]bool // kinds and IDs of feeds in the outbox
	pending int
	came    int
}

func (k *keeping) load() error { return k.read(k.Tx) }

func (k *keeping) read(t Asker) error {
	k.known, k.waiting = make(map[string]known), make(map[[2]string]bool)
	err := t.Rows(`SELECT remote, f, title, folder FROM remote_feed WHERE a = ?`, []any{k.a}, func(rows *sql.Rows) error {
		var remote string
		var was known
		err := rows.Scan(&remote, &was.f, &was.title, &was.folder)
		k.known[remote] = was
		return err
	})
	if err != nil {
		return err
	}
	return t.Rows(`SELECT kind, remote FROM outbox o
		WHERE a = ? AND kind NOT IN ('read', 'starred') AND `+outgoing, []any{k.a},
		func(rows *sql.Rows) error {
			var kind, remote string
			err := rows.Scan(&kind, &remote)
			k.waiting[[2]string{kind, remote}] = true
			k.pending++
			return err
		})
}

// feed takes one subscription over.
func (k *keeping) feed(feed *Feed) error {
	was, ok := k.known[feed.Remote]
	delete(k.known, feed.Remote)
	switch {
	case k.waiting[[2]string{KindUnsubscribe, feed.Remote}]:
		return nil
	case ok:
		return k.renamed(feed, was)
	}
	return k.follow(feed)
}

// follow takes over a subscription that is new here.
func (k *keeping) follow(feed *Feed) error {
	address := feed.Address
	if address == "" { // one that lede may not open itself; nothing is asked of it
		address = "remote:" + feed.Remote
	}
	done, err := k.Subscribe(model.Subscription{URL: address, Title: feed.Title, Folder: feed.Folder, Site: feed.Site})
	if err != nil {
		return err
	}
	if done.New {
		k.came++
	}
	_, f, err := k.FindFeed(`id = ?`, done.ID)
	if err != nil {
		return err
	}
	err = k.Exec(`DELETE FROM outbox WHERE a = ? AND kind = 'subscribe' AND remote = ?`, k.a, done.ID)
	if err != nil {
		return err
	}
	err = k.Exec(`INSERT INTO remote_feed (a, remote, f, title, folder) VALUES (?, ?, ?, ?, ?)`,
		k.a, feed.Remote, f, feed.Title, feed.Folder)
	if err != nil || done.New {
		return err
	}
	return k.joined(feed, f)
}

// joined makes one of what a feed is called here and there when both had it: a name and a folder that the user has
// given it here count.
func (k *keeping) joined(feed *Feed, f int64) error {
	if err := k.Exec(`UPDATE feed SET title = ? WHERE f = ?`, feed.Title, f); err != nil {
		return err
	}
	return errors.Join(resend(k, k.a, KindRename, feed.Remote), resend(k, k.a, KindMove, feed.Remote))
}

// renamed takes over the title and the folder of a subscription where they have changed there.
func (k *keeping) renamed(feed *Feed, was known) error {
	here, f, err := k.FindFeed(`f = ?`, was.f)
	if err != nil || f == 0 {
		return err
	}
	title, folder := was.title, was.folder
	if feed.Title != was.title && !k.waiting[[2]string{KindRename, feed.Remote}] {
		if title = feed.Title; here.Name != "" {
			here.Name = title
		}
		here.Title = title
	}
	if feed.Folder != was.folder && !k.waiting[[2]string{KindMove, feed.Remote}] {
		folder, here.Folder = feed.Folder, feed.Folder
	}
	if title == was.title && folder == was.folder {
		return nil
	}
	err = k.Exec(`UPDATE remote_feed SET title = ?, folder = ? WHERE a = ? AND remote = ?`,
		title, folder, k.a, feed.Remote)
	if err != nil {
		return err
	}
	if err := k.Exec(`UPDATE feed SET title = ? WHERE f = ?`, here.Title, f); err != nil {
		return err
	}
	return k.EditFeed(f, &here)
}

// rest unsubscribes from what is left: feeds that the server no longer has. One that another account or another ID of
// this one brings, too, stays.
func (k *keeping) rest() (gone int, err error) {
	for remote, was := range k.known {
		if err := forgetEntries(k, k.a, remote); err != nil {
			return gone, err
		}
		if err := k.Exec(`DELETE FROM remote_feed WHERE a = ? AND remote = ?`, k.a, remote); err != nil {
			return gone, err
		}
		others := 0
		if err := k.Row(`SELECT count(*) FROM remote_feed WHERE f = ?`, []any{was.f}, &others); err != nil {
			return gone, err
		}
		if others > 0 {
			continue
		}
		gone++
		if err := k.Unsubscribe(was.f); err != nil {
			return gone, err
		}
	}
	return gone, nil
}
