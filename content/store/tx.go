package store

import (
	"context"
	"database/sql"

	"lede/model"
)

// tx is one transaction of the one writer. It prepares each statement once. What it was about is noted in it, for
// those who follow the changes.
type tx struct {
	ctx      context.Context //nolint:containedctx // lives as long as one call
	tx       *sql.Tx
	stmts    map[string]*sql.Stmt
	revision int64 // the number of this change
	now      int64 // seconds since 1970; never before that of an earlier change, whatever the clock says

	ids           []model.ID    // what the change was about
	all           bool          // it was about more than ids tells
	texts         bool          // articles came or went
	keep          bool          // it is to be kept, although it was about no article
	topicsChanged bool          // what is part of what has changed
	counts        map[int64]int // how many articles more a topic has
	committed     func()        // called when all is on the disk; nil for nothing
}

// What is remembered of the latest changes, for those who follow them.
const (
	recentChanges = 200
	recentIDs     = 5000 // a change of more is told as one of everything
)

// inside is a transaction that was begun elsewhere: a file that is made or brought up to date, which nobody follows.
func inside(ctx context.Context, begun *sql.Tx) *tx { return &tx{ctx: ctx, tx: begun} }

// change runs f in a transaction. One that has touched nothing leaves the library as it is.
func (d *db) change(ctx context.Context, f func(t *tx) error) error {
	if d.readOnly {
		return ErrReadOnly
	}
	begun, err := d.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	defer func() { _ = begun.Rollback() }() // after a commit it does nothing
	t := inside(ctx, begun)
	err = begun.QueryRowContext(ctx,
		`UPDATE meta SET revision = revision + 1, seen = max(seen, ?) RETURNING revision, seen`, d.now().Unix()).
		Scan(&t.revision, &t.now)
	if err != nil {
		return explain(err)
	}
	if err := f(t); err != nil {
		return explain(err)
	}
	if len(t.ids) == 0 && !t.all && !t.keep && !t.topicsChanged {
		return nil
	}
	if err := t.note(); err != nil {
		return explain(err)
	}
	if err := begun.Commit(); err != nil {
		return explain(err)
	}
	d.own.Add(1)
	if t.committed != nil {
		t.committed()
	}
	return nil
}

// note tells those who follow the changes what this one was about.
func (t *tx) note() error {
	for topic, n := range t.counts {
		if err := t.exec(`UPDATE topic SET count = count + ? WHERE t = ?`, n, topic); err != nil {
			return err
		}
	}
	if t.topicsChanged {
		if err := t.exec(`UPDATE meta SET topics = revision`); err != nil {
			return err
		}
	}
	var ids any
	if !t.all && len(t.ids) <= recentIDs {
		ids = list(t.ids)
	}
	if err := t.exec(`INSERT INTO recent (revision, ids, texts) VALUES (?, ?, ?)`, t.revision, ids, t.texts); err != nil {
		return err
	}
	return t.exec(`DELETE FROM recent WHERE revision <= ?`, t.revision-recentChanges)
}

func (t *tx) stmt(query string) (*sql.Stmt, error) {
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

func (t *tx) exec(query string, args ...any) error {
	st, err := t.stmt(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(t.ctx, args...)
	return err
}

// about adds a row to a topic, or takes it from it, by a statement over both numbers.
func (t *tx) about(query string, topic, n int64, step int) error {
	st, err := t.stmt(query)
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

// row reads one row; the error is sql.ErrNoRows when there is none.
func (t *tx) row(query string, args []any, into ...any) error {
	st, err := t.stmt(query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(t.ctx, args...).Scan(into...)
}

// rows calls f for each row; f scans it.
func (t *tx) rows(query string, args []any, f func(*sql.Rows) error) error {
	st, err := t.stmt(query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(t.ctx, args...)
	if err != nil {
		return err
	}
	return each(rows, f)
}
