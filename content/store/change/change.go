// Package change puts articles, marks and topics into the tables of a library.
//
// A Change is one transaction. Start with Change.Put: an article goes in as what it is to those that are there
// (twin.go), under the topics that the user has given it (topic.go), and is found by its words after Flush (words.go).
package change

import (
	"context"
	"database/sql"

	"lede/content/store/db"
)

// Writer is the one that changes a library.
type Writer struct {
	*db.DB
	vocabulary vocabulary
}

// Change is one transaction of the writer: articles, marks and topics go into the tables by its methods.
type Change struct {
	*db.Tx
	brief bool // it is one of a session

	topics     map[string]int64  // the numbers of topics by key, as met
	documents  []document        // whose words are not written yet
	vocabulary *vocabulary       // words that are known to be written
	met        []string          // words that this change has written
	bands      []band            // what new rows are looked up by, not written yet
	banded     map[int64][]int64 // the same, by hash
}

// Change runs f in a transaction. One that has touched nothing leaves the library as it is.
func (w *Writer) Change(ctx context.Context, f func(c *Change) error) error {
	return w.DB.Change(ctx, func(t *db.Tx) error {
		c := &Change{Tx: t, brief: w.Session, vocabulary: &w.vocabulary}
		t.Committed = func() { w.vocabulary.learn(c.met) }
		return f(c)
	})
}

// Within is a change of a file that is made or brought up to date.
func Within(ctx context.Context, begun *sql.Tx) *Change {
	return &Change{Tx: db.Inside(ctx, begun), vocabulary: &vocabulary{}}
}

// Flush writes the words of the articles that have been put, and what they are looked up by.
func (c *Change) Flush() error {
	if err := c.keepBands(); err != nil {
		return err
	}
	return c.keepWords()
}
