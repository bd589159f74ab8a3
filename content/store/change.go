package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"lede/model"
)

// change is one transaction of the one writer. It prepares each statement once.
type change struct {
	ctx      context.Context //nolint:containedctx // lives as long as one call
	tx       *sql.Tx
	revision int64      // the number of this change
	now      int64      // seconds since 1970; never before that of an earlier change, whatever the clock says
	ids      []model.ID // what the change was about
	all      bool       // it was about more than ids tells
	texts    bool       // articles came or went
	brief    bool       // it is one of a session
	keep     bool       // it is to be kept, although it was about no article
	stmts    map[string]*sql.Stmt

	topics        map[string]int64  // the numbers of topics by key, as met
	counts        map[int64]int     // how many articles more a topic has
	documents     []document        // whose words are not written yet
	vocabulary    *vocabulary       // words that are known to be written
	met           []string          // words that this change has written
	bands         []band            // what new rows are looked up by, not written yet
	banded        map[int64][]int64 // the same, by hash
	topicsChanged bool              // what is part of what has changed
}

// What is remembered of the latest changes, for those who follow them.
const (
	recentChanges = 200
	recentIDs     = 5000 // a change of more is told as one of everything
)

// change runs f in a transaction. One that has touched nothing leaves the library as it is.
func (s *Store) change(ctx context.Context, f func(c *change) error) error {
	if s.ro {
		return ErrReadOnly
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	c := &change{ctx: ctx, tx: tx, brief: s.brief, vocabulary: &s.vocabulary}
	err = tx.QueryRowContext(ctx, `UPDATE meta SET revision = revision + 1, seen = max(seen, ?) RETURNING revision, seen`,
		s.now().Unix()).
		Scan(&c.revision, &c.now)
	if err != nil {
		return explain(err)
	}
	if err := f(c); err != nil {
		return explain(err)
	}
	if len(c.ids) == 0 && !c.all && !c.keep && !c.topicsChanged {
		return nil
	}
	if err := c.note(); err != nil {
		return explain(err)
	}
	if err := tx.Commit(); err != nil {
		return explain(err)
	}
	s.own.Add(1)
	s.vocabulary.learn(c.met)
	return nil
}

// note tells those who follow the changes what this one was about.
func (c *change) note() error {
	for t, n := range c.counts {
		if err := c.exec(`UPDATE topic SET count = count + ? WHERE t = ?`, n, t); err != nil {
			return err
		}
	}
	if c.topicsChanged {
		if err := c.exec(`UPDATE meta SET topics = revision`); err != nil {
			return err
		}
	}
	var ids any
	if !c.all && len(c.ids) <= recentIDs {
		ids = list(c.ids)
	}
	if err := c.exec(`INSERT INTO recent (revision, ids, texts) VALUES (?, ?, ?)`, c.revision, ids, c.texts); err != nil {
		return err
	}
	return c.exec(`DELETE FROM recent WHERE revision <= ?`, c.revision-recentChanges)
}

func (c *change) stmt(query string) (*sql.Stmt, error) {
	if st, ok := c.stmts[query]; ok {
		return st, nil
	}
	st, err := c.tx.PrepareContext(c.ctx, query)
	if err != nil {
		return nil, err
	}
	if c.stmts == nil {
		c.stmts = make(map[string]*sql.Stmt)
	}
	c.stmts[query] = st
	return st, nil
}

func (c *change) exec(query string, args ...any) error {
	st, err := c.stmt(query)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(c.ctx, args...)
	return err
}

// about adds a row to a topic, or takes it from it, by a statement over both numbers.
func (c *change) about(query string, t, n int64, step int) error {
	st, err := c.stmt(query)
	if err != nil {
		return err
	}
	result, err := st.ExecContext(c.ctx, t, n)
	if err != nil {
		return err
	}
	changed, err := result.RowsAffected()
	if err != nil || changed == 0 {
		return err
	}
	if c.counts == nil {
		c.counts = make(map[int64]int)
	}
	c.counts[t] += step
	return nil
}

// row reads one row; the error is sql.ErrNoRows when there is none.
func (c *change) row(query string, args []any, into ...any) error {
	st, err := c.stmt(query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(c.ctx, args...).Scan(into...)
}

// rows calls f for each row; f scans it.
func (c *change) rows(query string, args []any, f func(*sql.Rows) error) error {
	st, err := c.stmt(query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(c.ctx, args...)
	if err != nil {
		return err
	}
	return each(rows, f)
}

// errEnough ends each early.
var errEnough = errors.New("enough")

// each calls f for each row and closes the rows.
func each(rows *sql.Rows, f func(*sql.Rows) error) (err error) {
	defer func() {
		if bad := rows.Close(); err == nil {
			err = bad
		}
	}()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// list writes texts or numbers as JSON, for json_each.
func list[T ~string | ~int64](values []T) string {
	if len(values) == 0 {
		return "[]"
	}
	text, err := json.Marshal(values)
	if err != nil {
		return "[]" // they can always be written
	}
	return string(text)
}
