// Package ledger keeps the books of syncing in the library: accounts, what their servers call feeds and entries, what
// they said of them last, and the outbox of what they are to be told.
//
// Start with Schema, whose triggers fill the outbox, then Ledger: outbox.go sends, feed.go and state.go take what a
// server says, each in one transaction that leaves out what waits in the outbox.
package ledger

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"lede/model"
)

// Errors that callers tell apart.
var (
	// ErrNoAccount says that an account has not been opened.
	ErrNoAccount = errors.New("the account is not in the library")
	// ErrOvertaken says that another sync has told the server something meanwhile: what was read before is stale.
	ErrOvertaken = errors.New("another lede has synced meanwhile")
	// ErrEmptied says that a server lists no feeds where it had some.
	ErrEmptied = errors.New("the server lists no feeds any more")
)

// Asker reads.
type Asker interface {
	Row(query string, args []any, into ...any) error
	Rows(query string, args []any, f func(*sql.Rows) error) error
}

// Tx is a transaction of the library's one writer.
type Tx interface {
	Asker
	Exec(query string, args ...any) error
	// Revision is the number of this change.
	Revision() int64
	// Keep has the change kept although it is about no article, and Touch is told of the articles it is about.
	Keep()
	Touch(ids ...model.ID)

	// FindFeed returns the feed that a condition with one argument holds for, and its number, 0 for none.
	FindFeed(where string, arg any) (model.Subscription, int64, error)
	Subscribe(feed model.Subscription) (model.Subscribed, error)
	EditFeed(f int64, feed *model.Subscription) error
	// Unsubscribe forgets a feed. Its articles stay.
	Unsubscribe(f int64) error
	// Mark changes statuses and returns what takes that back, and Undoable makes a step of it that Undo takes back.
	Mark(ids []model.ID, to model.StatusChange) (Back, error)
	Undoable(title string, n int, back ...Back) error
}

// Back is what takes a change back.
type Back any

// Ledger is the books of one library. Its methods may be called by several goroutines at once.
type Ledger struct {
	read   func(ctx context.Context) Asker
	change func(ctx context.Context, f func(Tx) error) error
}

// New returns the books of the library that read and change go to.
func New(read func(context.Context) Asker, change func(context.Context, func(Tx) error) error) *Ledger {
	return &Ledger{read: read, change: change}
}

// account returns the number of an account.
func account(t Asker, id model.ID) (a int64, err error) {
	err = t.Row(`SELECT a FROM account WHERE id = ?`, []any{id}, &a)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNoAccount
	}
	return a, err
}

// list writes texts as JSON, for json_each.
func list[T ~string](values []T) string {
	if len(values) == 0 {
		return "[]"
	}
	text, err := json.Marshal(values)
	if err != nil {
		return "[]" // they can always be written
	}
	return string(text)
}

// texts collects a column of texts.
func texts[T ~string](t Asker, query string, args ...any) (all []T, err error) {
	err = t.Rows(query, args, func(rows *sql.Rows) error {
		var text T
		err := rows.Scan(&text)
		all = append(all, text)
		return err
	})
	return all, err
}
