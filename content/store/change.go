package store

import (
	"context"
	"database/sql"
)

// writer is the one that changes a library.
type writer struct {
	*db
	vocabulary vocabulary
}

// change is one transaction of the writer: articles, marks and topics go into the tables by its methods.
type change struct {
	*tx
	brief bool // it is one of a session

	topics     map[string]int64  // the numbers of topics by key, as met
	documents  []document        // whose words are not written yet
	vocabulary *vocabulary       // words that are known to be written
	met        []string          // words that this change has written
	bands      []band            // what new rows are looked up by, not written yet
	banded     map[int64][]int64 // the same, by hash
}

// change runs f in a transaction. One that has touched nothing leaves the library as it is.
func (w *writer) change(ctx context.Context, f func(c *change) error) error {
	return w.db.change(ctx, func(t *tx) error {
		c := &change{tx: t, brief: w.session, vocabulary: &w.vocabulary}
		t.committed = func() { w.vocabulary.learn(c.met) }
		return f(c)
	})
}

// migrating is a change of a file that is made or brought up to date.
func migrating(ctx context.Context, begun *sql.Tx) *change {
	return &change{tx: inside(ctx, begun), vocabulary: &vocabulary{}}
}

// flush writes the words of the articles that have been put, and what they are looked up by.
func (c *change) flush() error {
	if err := c.keepBands(); err != nil {
		return err
	}
	return c.keepWords()
}
