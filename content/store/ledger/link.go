package ledger

import (
	"context"
	"database/sql"
	"errors"

	"lede/model"
)

// Link says which article an entry of a server is.
type Link struct {
	Remote, Feed  string // the server's own IDs
	GUID          string // the entry's ID in its feed
	Read, Starred bool   // on the server
	Hash          string
}

// Cursor returns how far new entries have come.
func (l *Ledger) Cursor(ctx context.Context, id model.ID) (cursor string, err error) {
	return cursor, l.read(ctx).Row(`SELECT cursor FROM account WHERE id = ?`, []any{id}, &cursor)
}

// Unmet returns which of some entries of a server have not come yet, or with another text than this hash. An entry
// without a hash is met when it has come.
func (l *Ledger) Unmet(ctx context.Context, id model.ID, hashes map[string]string) (map[string]bool, error) {
	unmet := make(map[string]bool, len(hashes))
	asked := make([]string, 0, len(hashes))
	for remote := range hashes {
		unmet[remote] = true
		asked = append(asked, remote)
	}
	return unmet, l.read(ctx).Rows(`SELECT r.remote, r.hash FROM json_each(?) v JOIN account a ON a.id = ?
		JOIN remote_entry r ON r.a = a.a AND r.remote = v.value`, []any{list(asked), id}, func(rows *sql.Rows) error {
		var remote, hash string
		err := rows.Scan(&remote, &hash)
		if hashes[remote] == "" || hashes[remote] == hash {
			delete(unmet, remote)
		}
		return err
	})
}

// Remotes returns what a server calls articles, by their IDs; those that it does not have are left out.
func (l *Ledger) Remotes(ctx context.Context, id model.ID, articles []model.ID) (map[model.ID]string, error) {
	remotes := make(map[model.ID]string)
	return remotes, l.read(ctx).Rows(`SELECT r.id, r.remote FROM json_each(?) v JOIN account a ON a.id = ?
		JOIN remote_entry r ON r.a = a.a AND r.id = v.value`, []any{list(articles), id}, func(rows *sql.Rows) error {
		var article model.ID
		var remote string
		err := rows.Scan(&article, &remote)
		remotes[article] = remote
		return err
	})
}

// Newest returns the entries of some feeds of a server that have come last, by the server's own IDs. Of each there is
// its hash, and its ID in its feed, "" when that is not known.
func (l *Ledger) Newest(ctx context.Context, id model.ID, feeds []Feed, n int) (map[string]Link, error) {
	there := make([]string, len(feeds))
	for i, f := range feeds {
		there[i] = f.Remote
	}
	newest := make(map[string]Link)
	return newest, l.read(ctx).Rows(`SELECT r.remote, r.hash,
		coalesce((SELECT i.guid FROM item i WHERE i.id = r.id AND i.f = f.f), '')
		FROM remote_entry r JOIN account a USING (a)
		JOIN remote_feed f ON f.a = r.a AND f.remote = r.feed
		WHERE a.id = ? AND r.feed IN (SELECT value FROM json_each(?))
		ORDER BY r.revision DESC, length(r.remote) DESC, r.remote DESC LIMIT ?`,
		[]any{id, list(there), n}, func(rows *sql.Rows) error {
			var l Link
			err := rows.Scan(&l.Remote, &l.Hash, &l.GUID)
			newest[l.Remote] = l
			return err
		})
}

// KeepLinks notes which articles entries of a server are, after these have been kept, and how far new entries have
// come; a nil cursor leaves that as it is. An article that the server knows as read or starred is so here, too; where
// it was so here before, that enters the outbox.
func KeepLinks(t Tx, id model.ID, cursor *string, links ...Link) error {
	a, err := account(t, id)
	if err != nil {
		return err
	}
	t.Keep()
	for i := range links {
		if err := keepLink(t, a, &links[i]); err != nil {
			return err
		}
	}
	if cursor == nil {
		return nil
	}
	return t.Exec(`UPDATE account SET cursor = ? WHERE a = ?`, *cursor, a)
}

func keepLink(t Tx, a int64, l *Link) error {
	var article model.ID
	err := t.Row(`SELECT i.id FROM remote_feed r JOIN item i USING (f) WHERE r.a = ? AND r.remote = ? AND i.guid = ?`,
		[]any{a, l.Feed, l.GUID}, &article)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	var was model.ID
	err = t.Row(`SELECT id FROM remote_entry WHERE a = ? AND remote = ?`, []any{a, l.Remote}, &was)
	switch {
	case err == nil && was == article:
		return t.Exec(`UPDATE remote_entry SET feed = ?, hash = ? WHERE a = ? AND remote = ?`, l.Feed, l.Hash, a, l.Remote)
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return err
	}
	// A server that was set back gives IDs again: what is known of the other entry is forgotten.
	err = t.Exec(`INSERT OR REPLACE INTO remote_entry (a, remote, feed, id, read, starred, revision, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, a, l.Remote, l.Feed, article, l.Read, l.Starred, t.Revision(), l.Hash)
	if err != nil || article == "" {
		return err
	}
	return join(t, a, l, article)
}

// join makes one of what the server says of an entry that is new here and what the library says of its article: who
// has read or starred it anywhere has done so, but what was done here and never sent counts: see Ledger.Forget.
func join(t Tx, a int64, l *Link, article model.ID) error {
	err := t.Exec(`UPDATE status AS s SET
		read = CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE a = ?1 AND kind = 'kept-read' AND remote = s.id)
			THEN read ELSE max(read, ?2) END,
		starred = CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE a = ?1 AND kind = 'kept-starred' AND remote = s.id)
			THEN starred ELSE max(starred, ?3) END WHERE id = ?4`, a, l.Read, l.Starred, article)
	if err != nil {
		return err
	}
	err = t.Exec(`DELETE FROM outbox WHERE a = ? AND kind IN ('kept-read', 'kept-starred') AND remote = ?`, a, article)
	if err != nil {
		return err
	}
	for _, kind := range []string{KindRead, KindStarred} {
		if err := resend(t, a, kind, l.Remote); err != nil {
			return err
		}
	}
	t.Touch(article)
	return nil
}
