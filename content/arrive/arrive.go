// Package arrive reads what other readers hold and export: lists of feeds, articles with what was done with them,
// bookmarks, letters. What comes out are values; keeping them is left to content.
//
// Start with Open. The kinds of sources are the rows of the table in kinds.go, each in a file of its own: a new one is
// its file and its row. What a source says goes through taking, which cleans every text, asks the one gate about every
// address and makes one record of what is named twice.
package arrive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"lede/model"
)

// Errors that callers tell apart.
var (
	ErrUnknown = errors.New("it is none of the kinds that lede imports")
	ErrEmpty   = errors.New("it is empty")
)

// BrokenError is a source of a known kind that cannot be read. Its text is clean.
type BrokenError struct {
	Kind    string
	Problem string // completes "it is …"
}

// Error says what is wrong.
func (e *BrokenError) Error() string { return e.Problem }

// Record is one thing that a source holds. The set is closed.
//
//sumtype:decl
type Record interface{ record() }

// Feed is a subscription.
type Feed struct {
	URL   string // as the source has it
	Title string // what the user called it, else what it calls itself; or ""
	// OwnTitle says that the title is what the feed calls itself, and not what the user called it.
	OwnTitle bool
	Folder   string   // names from the outside in, joined by "/"; "" at the top
	Tags     []string // in the order of the source
	Hidden   bool
	Site     string // the page that it belongs to, or ""
	ETag     string // byte for byte, or ""
}

// Entry is an article, or the address of one, with what was done with it.
type Entry struct {
	ID        string // what the feed calls it, byte for byte; "" when the source does not say
	Feed      string // the address of its feed, or ""
	URL       string // as the source has it, or ""
	Title     string
	Authors   []string
	Date      Date // when it was saved; of an item of a feed when it was published
	Published Date
	Topics    []string
	Archived  bool
	Starred   bool
	Read      bool
	Deleted   bool   // it is there so that it does not come back
	Rewritten bool   // its text may have changed since it was imported: only the name of its file identifies it
	Note      string // notes and highlights, a blank line between
	Text      *Text  // nil when the text did not come along
	key       string
}

// Key is equal for equal entries of one kind of source, whenever it is imported.
func (e *Entry) Key() string { return e.key }

// Text is the text of an entry, which is read when it is needed.
type Text struct {
	Format model.Format // "" when it must be detected
	Name   string       // of the file that it is in, or ""
	Load   func(ctx context.Context) ([]byte, error)
}

// Date is a moment or a day. The zero value is none.
type Date struct {
	At  time.Time // UTC
	Day bool      // only the day is known
}

// Query is a kept search.
type Query struct {
	Title string
	Query string // in the query language of lede
	Was   string // as the source has it
}

// Skipped is a part of the source that is not taken.
type Skipped struct {
	File   string // below the folder that is imported, or ""
	Line   int    // from 1; 0 where records are counted
	Record int    // from 1; 0 where lines are counted
	Reason string // a sentence
	Text   string // as it stands, without passwords, at most MaxShown characters
	Paste  string // a command for a shell that does the same, or ""
}

// MaxShown is how many characters of a part that is not taken are shown.
const MaxShown = 200

func (*Feed) record() {}

func (*Entry) record() {}

func (*Query) record() {}

func (*Skipped) record() {}

// Arrival is what a source holds, in its order.
type Arrival struct {
	Kind    string
	Records []Record
	close   []func() error
}

// Typed reports whether the user has typed the addresses of the feeds: into the configuration of newsboat, which has
// no other way to follow a feed. A list of another kind may come from anyone.
func (a *Arrival) Typed() bool { return a.Kind == ofNewsboat || a.Kind == ofURLs }

// Close lets go of the source. Texts cannot be loaded after it.
func (a *Arrival) Close() error {
	var errs []error
	for _, f := range a.close {
		errs = append(errs, f())
	}
	a.close = nil
	return errors.Join(errs...)
}

// Open reads the file, folder or zip file at path, which is left as it is. It returns ErrUnknown for what is none of
// the kinds, ErrEmpty for an empty file, and a *BrokenError for one that cannot be read.
func Open(ctx context.Context, path string) (*Arrival, error) {
	s, err := openSource(path)
	if err != nil {
		return nil, err
	}
	t := newTaking()
	t.close = append(t.close, s.close)
	err = t.all(ctx, s)
	a := &Arrival{Kind: t.kind, Records: t.records, close: t.close}
	if err == nil && a.Kind == "" {
		err = ErrUnknown
	}
	if err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// all reads a source of any kind.
func (t *taking) all(ctx context.Context, s *source) error {
	if k := kindOf(s); k != nil {
		return t.as(ctx, *k, s)
	}
	if s.tree == nil {
		return ErrUnknown
	}
	return t.walk(ctx, s)
}

func (t *taking) as(ctx context.Context, k kind, s *source) error {
	if t.kind == "" {
		t.kind = k.name
	}
	err := k.read(ctx, s, t)
	if err == nil || ctx.Err() != nil || errors.Is(err, fs.ErrPermission) {
		return err
	}
	var broken *BrokenError
	if errors.As(err, &broken) {
		return err
	}
	return fmt.Errorf("read %s: %w", k.name, err)
}
