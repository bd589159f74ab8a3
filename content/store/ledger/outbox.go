package ledger

import (
	"context"
	"database/sql"

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
		WHERE a.id = ? ORDER BY o.revision, o.kind, o.remote`, []any{id}, func(rows *sql.Rows) error {
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
		if err := t.Exec(`UPDATE account SET turn = turn + 1 WHERE a = ?`, a); err != nil {
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

func sent(t Tx, a int64, it Item) error {
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

// forgetEntries forgets the entries of a feed that the user no longer has on the server, and what waits for them.
func forgetEntries(t Tx, a int64, feed string) error {
	err := t.Exec(`DELETE FROM outbox WHERE a = ?1 AND kind IN ('read', 'starred')
		AND remote IN (SELECT remote FROM remote_entry WHERE a = ?1 AND feed = ?2)`, a, feed)
	if err != nil {
		return err
	}
	return t.Exec(`DELETE FROM remote_entry WHERE a = ? AND feed = ?`, a, feed)
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
		if err := sent(t, a, it); err != nil {
			return err
		}
		return t.Exec(`INSERT OR IGNORE INTO remote_feed (a, remote, f, title, folder)
			SELECT ?, ?, f, ?, ? FROM feed WHERE id = ?`, a, feed.Remote, feed.Title, feed.Folder, it.Remote)
	})
}
