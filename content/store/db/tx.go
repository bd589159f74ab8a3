package db

import (
	"context"
	"database/sql"
	"errors"

	"lede/model"
)

// Tx is one transaction of the one writer. It prepares each statement once. What it was about is noted in it, for
// those who follow the changes.
type Tx struct {
	ctx      context.Context //nolint:containedctx // lives as long as one call
	tx       *sql.Tx
	stmts    map[string]*sql.Stmt
	Revision int64 // the number of this change
	Now      int64 // seconds since 1970; never before that of an earlier change, whatever the clock says

	IDs           []model.ID    // what the change was about
	All           bool          // it was about more than ids tells
	Texts         bool          // articles came or went
	Keep          bool          // it is to be kept, although it was about no article
	TopicsChanged bool          // what is part of what has changed
	counts        map[int64]int // how many articles more a topic has
	Committed     func()        // called when all is on the disk; nil for nothing
}

// What is remembered of the latest changes, for those who follow them.
const (
	recentChanges = 200
	RecentIDs     = 5000 // a change of more is told as one of everything
)

// Inside is a transaction that was begun elsewhere: a file that is made or brought up to date, which nobody follows.
func Inside(ctx context.Context, begun *sql.Tx) *Tx { return &Tx{ctx: ctx, tx: begun} }

// Change runs f in a transaction. One that has touched nothing leaves the library as it is.
func (d *DB) Change(ctx context.Context, f func(t *Tx) error) error {
	if d.ReadOnly {
		return ErrReadOnly
	}
	begun, err := d.Begin(ctx)
	if err != nil {
		return Explain(err)
	}
	defer func() { _ = begun.Rollback() }() // after a commit it does nothing
	t := Inside(ctx, begun)
	err = begun.QueryRowContext(ctx,
		`UPDATE meta SET revision = revision + 1, seen = max(seen, ?) RETURNING revision, seen`, d.Now().Unix()).
		Scan(&t.Revision, &t.Now)
	if err != nil {
		return Explain(err)
	}
	if err := f(t); err != nil {
		return Explain(err)
	}
	if len(t.IDs) == 0 && !t.All && !t.Keep && !t.TopicsChanged {
		return nil
	}
	if err := t.note(); err != nil {
		return Explain(err)
	}
	if err := begun.Commit(); err != nil {
		return Explain(err)
	}
	d.own.Add(1)
	if t.Committed != nil {
		t.Committed()
	}
	return nil
}

// Begin begins a transaction of the one writer. While another program writes one change after another, it waits for
// its turn; when the other is stuck in one change for BusyPatience, the error is one of ErrBusy.
func (d *DB) Begin(ctx context.Context) (tx *sql.Tx, err error) {
	err = inTurn(func() error {
		tx, err = d.Write.BeginTx(ctx, nil)
		return err
	}, func() int64 { return d.written(ctx) })
	return tx, err
}

// mostTurns is how often another program may be let in first.
const mostTurns = 12

// inTurn tries to begin a change until it is let in. SQLite keeps no order among those who wait: a program with many
// changes to make may be let in again and again. As long as written moves, the library is not stuck.
func inTurn(try func() error, written func() int64) (err error) {
	for range mostTurns {
		before := written()
		if err = try(); !errors.Is(Explain(err), ErrBusy) || written() == before {
			return err
		}
	}
	return err
}

// written is a number that changes whenever another program has written to the file; 0 when it cannot be read.
func (d *DB) written(ctx context.Context) (version int64) {
	_ = d.Write.QueryRowContext(ctx, `PRAGMA data_version`).Scan(&version)
	return version
}

// note records the change for those who follow changes.
func (t *Tx) note() error {
	for topic, n := range t.counts {
		if err := t.Exec(`UPDATE topic SET count = count + ? WHERE t = ?`, n, topic); err != nil {
			return err
		}
	}
	if t.TopicsChanged {
		if err := t.Exec(`UPDATE meta SET topics = revision`); err != nil {
			return err
		}
	}
	var ids any
	if !t.All && len(t.IDs) <= RecentIDs {
		ids = List(t.IDs)
	}
	if err := t.Exec(`INSERT INTO recent (revision, ids, texts) VALUES (?, ?, ?)`, t.Revision, ids, t.Texts); err != nil {
		return err
	}
	return t.Exec(`DELETE FROM recent WHERE revision <= ?`, t.Revision-recentChanges)
}

// Stmt prepares a statement, once a transaction.
func (t *Tx) Stmt(query string) (*sql.Stmt, error) {
	if st, ok := t.stmts[query]; ok {
		return st, nil
	}
	st, err := t.tx.PrepareContext(t.ctx, query)
	if err != nil {
		return nil, err
	}
	if t.stmts == nil {
		t.stmts = make(map[string]*sql.Stmt)
	}
	t.stmts[query] = st
	return st, nil
}

// Exec runs a statement that returns no rows.
func (t *Tx) Exec(query string, args ...any) error {
	st, err := t.Stmt(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(t.ctx, args...)
	return err
}

// About adds a row to a topic, or takes it from it, by a statement over both numbers.
func (t *Tx) About(query string, topic, n int64, step int) error {
	st, err := t.Stmt(query)
	if err != nil {
		return err
	}
	result, err := st.ExecContext(t.ctx, topic, n)
	if err != nil {
		return err
	}
	changed, err := result.RowsAffected()
	if err != nil || changed == 0 {
		return err
	}
	if t.counts == nil {
		t.counts = make(map[int64]int)
	}
	t.counts[topic] += step
	return nil
}

// Row reads one row; the error is sql.ErrNoRows when there is none.
func (t *Tx) Row(query string, args []any, into ...any) error {
	st, err := t.Stmt(query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(t.ctx, args...).Scan(into...)
}

// Rows calls f for each row; f scans it.
func (t *Tx) Rows(query string, args []any, f func(*sql.Rows) error) error {
	st, err := t.Stmt(query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(t.ctx, args...)
	if err != nil {
		return err
	}
	return Each(rows, f)
}
