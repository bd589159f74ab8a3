package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"lede/model"
)

// Open begins the books of an account, unless they are there, and returns how syncing goes.
func (l *Ledger) Open(ctx context.Context, id model.ID) (state model.AccountState, err error) {
	if state, err = l.State(ctx, id); !errors.Is(err, ErrNoAccount) {
		return state, err
	}
	err = l.change(ctx, func(t Tx) error {
		t.Keep()
		return t.Exec(`INSERT INTO account (id, cursor, turn, state) VALUES (?, '', 0, '{}') ON CONFLICT DO NOTHING`, id)
	})
	return model.AccountState{ID: id}, err
}

// State returns how syncing with an account goes, or ErrNoAccount.
func (l *Ledger) State(ctx context.Context, id model.ID) (model.AccountState, error) {
	all, err := l.states(ctx, `WHERE a.id = ?`, id)
	if err == nil && len(all) == 0 {
		err = ErrNoAccount
	}
	if err != nil {
		return model.AccountState{}, err
	}
	return all[0], nil
}

// States returns how syncing goes with all accounts that were ever opened and not removed.
func (l *Ledger) States(ctx context.Context) ([]model.AccountState, error) { return l.states(ctx, ``) }

func (l *Ledger) states(ctx context.Context, where string, args ...any) (all []model.AccountState, err error) {
	err = l.read(ctx).Rows(`SELECT a.id, a.state, (SELECT count(*) FROM outbox o WHERE o.a = a.a AND `+outgoing+`),
		(SELECT count(*) FROM remote_feed r WHERE r.a = a.a) FROM account a `+where, args, func(rows *sql.Rows) error {
		var s model.AccountState
		var text string
		err := rows.Scan(&s.ID, &text, &s.Waiting, &s.Feeds)
		_ = json.Unmarshal([]byte(text), &s) // what is damaged is as if it had never been
		all = append(all, s)
		return err
	})
	return all, err
}

// KeepState keeps how syncing with an account goes.
func (l *Ledger) KeepState(ctx context.Context, state model.AccountState) error {
	text, err := json.Marshal(state)
	if err != nil {
		return err
	}
	return l.change(ctx, func(t Tx) error {
		t.Keep()
		return t.Exec(`UPDATE account SET state = ? WHERE id = ?`, string(text), state.ID)
	})
}

// Remove closes the books of an account. Its feeds and articles stay: lede asks for the feeds itself from then on.
func (l *Ledger) Remove(ctx context.Context, id model.ID) error {
	return l.change(ctx, func(t Tx) error {
		a, err := account(t, id)
		if err != nil {
			return err
		}
		t.Keep()
		return execAll(t, a, `DELETE FROM outbox WHERE a = ?`, `DELETE FROM remote_entry WHERE a = ?`,
			`DELETE FROM remote_feed WHERE a = ?`, `DELETE FROM account WHERE a = ?`)
	})
}

// Forget forgets what the server calls feeds and entries, so that the next sync takes it for a new one: what is here
// and what is there are joined, and feeds that it no longer has are subscribed to again. Of what was done with an
// article and not sent yet it is noted that it counts, whatever the server says.
func (l *Ledger) Forget(ctx context.Context, id model.ID) error {
	return l.change(ctx, func(t Tx) error {
		a, err := account(t, id)
		if err != nil {
			return err
		}
		t.Keep()
		return execAll(t, a, `INSERT OR IGNORE INTO outbox (a, kind, remote, value, revision)
				SELECT o.a, 'kept-' || o.kind, r.id, o.value, o.revision FROM outbox o JOIN remote_entry r USING (a, remote)
				WHERE o.a = ? AND o.kind IN ('read', 'starred') AND r.id <> ''`,
			`DELETE FROM outbox WHERE a = ? AND kind IN ('read', 'starred', 'rename', 'move')`,
			`INSERT INTO outbox (a, kind, remote, value, revision)
				SELECT r.a, 'subscribe', f.id, f.url, (SELECT revision FROM meta) FROM remote_feed r JOIN feed f USING (f)
				WHERE r.a = ? ON CONFLICT DO NOTHING`,
			`DELETE FROM remote_entry WHERE a = ?`, `DELETE FROM remote_feed WHERE a = ?`,
			`UPDATE account SET cursor = '', turn = turn + 1 WHERE a = ?`)
	})
}

// execAll runs statements about one account.
func execAll(t Tx, a int64, queries ...string) error {
	for _, query := range queries {
		if err := t.Exec(query, a); err != nil {
			return err
		}
	}
	return nil
}
