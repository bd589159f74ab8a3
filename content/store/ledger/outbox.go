package ledger

import (
	"context"
	"database/sql"
	"errors"

	"lede/model"
)

// The kinds of what is in an outbox.
const (
	KindRead        = "read"        // of an entry: 1 or 0
	KindStarred     = "starred"     // likewise
	KindRename      = "rename"      // of a feed: its title
	KindMove        = "move"        // of a feed: its folder
	KindUnsubscribe = "unsubscribe" // of a feed: its address
	KindSubscribe   = "subscribe"   // of a feed of the library: its address
)

// outgoing holds for what is sent. The rest are states of articles that count when their entries come: see Forget.
const outgoing = `o.kind NOT IN ('kept-read', 'kept-starred')`

// Item is one thing that a server is to be told.
type Item struct {
	Kind, Remote, Value string
	Folder              string // of a new subscription
	Revision            int64  // the change that made it
}

// Outbox returns what a server has not taken yet, in the order in which it was done.
func (l *Ledger) Outbox(ctx context.Context, id model.ID) (all []Item, err error) {
	err = l.read(ctx).Rows(`SELECT o.kind, o.remote, o.value, o.revision, coalesce(f.folder, '')
		FROM outbox o JOIN account a USING (a) LEFT JOIN feed f ON o.kind = 'subscribe' AND f.id = o.remote
		WHERE a.id = ? AND `+outgoing+` ORDER BY o.revision, o.kind, o.remote`, []any{id}, func(rows *sql.Rows) error {
		var it Item
		err := rows.Scan(&it.Kind, &it.Remote, &it.Value, &it.Revision, &it.Folder)
		all = append(all, it)
		return err
	})
	return all, err
}

// Sent notes that a server has taken some of the outbox. What the user has changed since stays in it.
func (l *Ledger) Sent(ctx context.Context, id model.ID, items ...Item) error {
	if len(items) == 0 {
		return nil
	}
	return l.change(ctx, func(t Tx) error {
		a, err := account(t, id)
		if err != nil {
			return err
		}
		t.Keep()
		if err := turned(t, a); err != nil {
			return err
		}
		for _, it := range items {
			if err := sent(t, a, it); err != nil {
				return err
			}
		}
		return nil
	})
}

// turned notes that what was read from a server before is stale.
func turned(t Tx, a int64) error { return t.Exec(`UPDATE account SET turn = turn + 1 WHERE a = ?`, a) }

func sent(t Tx, a int64, it Item) error {
	waiting := 0
	err := t.Row(`SELECT count(*) FROM outbox WHERE a = ? AND kind = ? AND remote = ?`, []any{a, it.Kind, it.Remote},
		&waiting)
	if err != nil {
		return err
	}
	if err := taken(t, a, it); err != nil || waiting > 0 {
		return err
	}
	// Another lede has sent something newer meanwhile, which this may have overwritten: what is here counts.
	return resend(t, a, it.Kind, it.Remote)
}

// taken takes out of the outbox what a server has taken, and notes what the server has by that.
func taken(t Tx, a int64, it Item) error {
	err := t.Exec(`DELETE FROM outbox WHERE a = ? AND kind = ? AND remote = ? AND value = ? AND revision = ?`,
		a, it.Kind, it.Remote, it.Value, it.Revision)
	if err != nil {
		return err
	}
	switch it.Kind {
	case KindRead, KindStarred:
		return t.Exec(`UPDATE remote_entry SET `+it.Kind+` = ? WHERE a = ? AND remote = ?`, it.Value == "1", a, it.Remote)
	case KindRename:
		return t.Exec(`UPDATE remote_feed SET title = ? WHERE a = ? AND remote = ?`, it.Value, a, it.Remote)
	case KindMove:
		return t.Exec(`UPDATE remote_feed SET folder = ? WHERE a = ? AND remote = ?`, it.Value, a, it.Remote)
	case KindUnsubscribe:
		return forgetEntries(t, a, it.Remote)
	}
	return nil
}

// forgetEntries forgets the entries of a feed that the user no longer has on the server, and what waits for them and
// for the feed itself.
func forgetEntries(t Tx, a int64, feed string) error {
	err := t.Exec(`DELETE FROM outbox WHERE a = ?1 AND (kind IN ('rename', 'move', 'unsubscribe') AND remote = ?2
		OR kind IN ('read', 'starred')
		AND remote IN (SELECT remote FROM remote_entry WHERE a = ?1 AND feed = ?2))`, a, feed)
	if err != nil {
		return err
	}
	return t.Exec(`DELETE FROM remote_entry WHERE a = ? AND feed = ?`, a, feed)
}

// resend has a server told what is here of an entry or a feed, where it has something else.
func resend(t Tx, a int64, kind, remote string) error {
	var here string
	switch kind {
	case KindRead, KindStarred:
		here = `s.` + kind + `, ?2 FROM remote_entry r JOIN status s ON s.id = r.id WHERE r.` + kind + ` <> s.` + kind
	case KindRename:
		here = `coalesce(nullif(f.name, ''), f.title), ?2 FROM remote_feed r JOIN feed f USING (f)
			WHERE r.title <> coalesce(nullif(f.name, ''), f.title)`
	case KindMove:
		here = `f.folder, ?2 FROM remote_feed r JOIN feed f USING (f) WHERE r.folder <> f.folder`
	default:
		return nil
	}
	return t.Exec(`INSERT INTO outbox (a, kind, remote, value, revision) SELECT r.a, ?1, r.remote, `+here+
		` AND r.a = ?3 AND r.remote = ?4 ON CONFLICT DO UPDATE SET value = excluded.value, revision = excluded.revision`,
		kind, t.Revision(), a, remote)
}

// SubscribeThere has feeds of the library followed on a server, too.
func (l *Ledger) SubscribeThere(ctx context.Context, id model.ID, feeds ...model.ID) error {
	return l.change(ctx, func(t Tx) error {
		a, err := account(t, id)
		if err != nil {
			return err
		}
		t.Keep()
		return t.Exec(`INSERT INTO outbox (a, kind, remote, value, revision)
			SELECT ?1, 'subscribe', f.id, f.url, ?2 FROM feed f WHERE f.id IN (SELECT value FROM json_each(?3))
				AND NOT EXISTS (SELECT 1 FROM remote_feed r WHERE r.a = ?1 AND r.f = f.f) ON CONFLICT DO NOTHING`,
			a, t.Revision(), list(feeds))
	})
}

// Subscribed notes that a server follows a feed of the library from now on, and what it calls it.
func (l *Ledger) Subscribed(ctx context.Context, id model.ID, it Item, feed Feed) error {
	return l.change(ctx, func(t Tx) error {
		a, err := account(t, id)
		if err != nil {
			return err
		}
		t.Keep()
		if err := errors.Join(turned(t, a), sent(t, a, it)); err != nil {
			return err
		}
		return linkFeed(t, a, it, &feed)
	})
}

// linkFeed notes what a server calls a feed that it was asked to follow. It may have followed it before under another
// title and in another folder: these count, except for what the user has changed since.
func linkFeed(t Tx, a int64, it Item, feed *Feed) error {
	here, f, err := t.FindFeed(`id = ?`, it.Remote)
	if err != nil {
		return err
	}
	if f == 0 { // it was removed here meanwhile
		return t.Exec(`INSERT INTO outbox (a, kind, remote, value, revision) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
			a, KindUnsubscribe, feed.Remote, it.Value, t.Revision())
	}
	err = t.Exec(`INSERT OR IGNORE INTO remote_feed (a, remote, f, title, folder) VALUES (?, ?, ?, ?, ?)`,
		a, feed.Remote, f, feed.Title, feed.Folder)
	if err != nil {
		return err
	}
	if err := t.Exec(`UPDATE feed SET title = ? WHERE f = ?`, feed.Title, f); err != nil {
		return err
	}
	if here.Folder == it.Folder {
		here.Folder = feed.Folder
	}
	if err := t.EditFeed(f, &here); err != nil {
		return err
	}
	return errors.Join(resend(t, a, KindRename, feed.Remote), resend(t, a, KindMove, feed.Remote))
}
