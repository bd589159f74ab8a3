package ledger

import (
	"context"
	"database/sql"
	"fmt"

	"lede/model"
)

// Sets are all entries of a server that are unread, and all that are starred, by its own IDs.
type Sets struct {
	Unread, Starred map[string]bool
	Turn            int64 // see Turn: of the moment before the first of them was asked for
}

// Flip is a state of an entry that is another one on the server than it was.
type Flip struct {
	Remote string
	Kind   string // KindRead or KindStarred
	On     bool   // what it is on the server now
}

// Difference is what the sets of a server say anew.
type Difference struct {
	Flips   []Flip
	Unknown []string // entries in the sets that have not come yet
}

// Turn returns a number that grows whenever the server takes something. What is read from the server is not applied
// when another sync has sent something since.
func (l *Ledger) Turn(ctx context.Context, id model.ID) (turn int64, err error) {
	return turn, l.read(ctx).Row(`SELECT turn FROM account WHERE id = ?`, []any{id}, &turn)
}

// fresh returns the number of an account, or ErrOvertaken when what was read in a turn is stale.
func fresh(t Asker, id model.ID, turn int64) (a int64, err error) {
	var now int64
	err = t.Row(`SELECT a, turn FROM account WHERE id = ?`, []any{id}, &a, &now)
	if err == nil && now != turn {
		err = ErrOvertaken
	}
	return a, err
}

// Compare returns what the sets say anew.
func (l *Ledger) Compare(ctx context.Context, id model.ID, sets Sets) (d Difference, err error) {
	met := make(map[string]bool, len(sets.Unread))
	err = l.read(ctx).Rows(`SELECT r.remote, r.read, r.starred FROM remote_entry r JOIN account a USING (a)
		WHERE a.id = ?`, []any{id}, func(rows *sql.Rows) error {
		var remote string
		var read, starred bool
		err := rows.Scan(&remote, &read, &starred)
		unread, star := sets.Unread[remote], sets.Starred[remote]
		if unread || star {
			met[remote] = true
		}
		if read == unread {
			d.Flips = append(d.Flips, Flip{remote, KindRead, !unread})
		}
		if starred != star {
			d.Flips = append(d.Flips, Flip{remote, KindStarred, star})
		}
		return err
	})
	for _, set := range []map[string]bool{sets.Unread, sets.Starred} {
		for remote := range set {
			if !met[remote] {
				met[remote] = true
				d.Unknown = append(d.Unknown, remote)
			}
		}
	}
	return d, err
}

// surprising is how many marks a server may take back in one sync before Undo offers them.
const surprising = 10

// Apply takes over what the sets of a server say anew, in one transaction. What waits in the outbox is left out. It
// returns what has changed here, and ErrOvertaken when the sets are stale. name is what the account is called.
func (l *Ledger) Apply(
	ctx context.Context, id model.ID, name string, turn int64, flips []Flip,
) (x model.Exchange, err error) {
	if len(flips) == 0 {
		return x, nil
	}
	err = l.change(ctx, func(t Tx) error {
		a, err := fresh(t, id, turn)
		if err != nil {
			return err
		}
		t.Keep()
		var back []Back
		for _, f := range []struct {
			kind string
			on   bool
			n    *int
		}{
			{KindRead, true, &x.Read},
			{KindStarred, true, &x.Starred},
			{KindRead, false, &x.Unread},
			{KindStarred, false, &x.Unstarred},
		} {
			n, was, err := apply(t, a, f.kind, f.on, flips)
			if err != nil {
				return err
			}
			if *f.n = n; !f.on && n > 0 {
				back = append(back, was)
			}
		}
		if n := x.Unread + x.Unstarred; n >= surprising {
			return t.Undoable(fmt.Sprintf("%s took back %d marks", name, n), n, back...)
		}
		return nil
	})
	return x, err
}

// apply gives one state of entries one value, and returns how many articles had another one here, and what takes
// that back.
func apply(t Tx, a int64, kind string, on bool, flips []Flip) (int, Back, error) {
	var remotes []string
	for _, f := range flips {
		if f.Kind == kind && f.On == on {
			remotes = append(remotes, f.Remote)
		}
	}
	if len(remotes) == 0 {
		return 0, nil, nil
	}
	free, err := texts[string](t, `SELECT value FROM json_each(?1) v WHERE NOT EXISTS
		(SELECT 1 FROM outbox o WHERE o.a = ?2 AND o.kind = ?3 AND o.remote = v.value)`, list(remotes), a, kind)
	if err != nil || len(free) == 0 {
		return 0, nil, err
	}
	err = t.Exec(`UPDATE remote_entry SET `+kind+` = ?1 WHERE a = ?2 AND remote IN (SELECT value FROM json_each(?3))`,
		on, a, list(free))
	if err != nil {
		return 0, nil, err
	}
	ids, err := texts[model.ID](t, `SELECT DISTINCT s.id FROM json_each(?3) v
		JOIN remote_entry r ON r.a = ?2 AND r.remote = v.value JOIN status s ON s.id = r.id
		WHERE r.id <> '' AND s.`+kind+` <> ?1`, on, a, list(free))
	if err != nil || len(ids) == 0 {
		return 0, nil, err
	}
	to := model.StatusChange{Read: &on}
	if kind == KindStarred {
		to = model.StatusChange{Starred: &on}
	}
	back, err := t.Mark(ids, to)
	return len(ids), back, err
}
