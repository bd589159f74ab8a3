// Package shelf is the library as the rest of content sees it: one file, opened when it is first needed, and what it
// answers.
//
// It turns what the store says into sentences, keeps articles, and does to them what the user's rules say. Start with
// Shelf; Ask is the way to the store.
package shelf

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"lede/content/fetch"
	"lede/content/pool"
	"lede/content/store"
	"lede/content/store/db"
	"lede/model"
	"lede/model/clean"
)

// Options is what a Shelf is made of.
type Options struct {
	Path   string             // the file of the library (see LibraryPath), opened when it is first needed; "" for none
	Named  bool               // the user has named Path: a command that a message offers names it, too
	Topics []model.NamedQuery // topics by query, for what is kept
	Rules  []model.EntryRule  // what happens to the entries of feeds, and what of them is hidden
	Tags   []string           // topics for all that is kept
	// Updating is told how far a library of an older lede has been brought up to date, in articles, and at last that all
	// is done; of is 0 while its backup is made. Nil tells nobody.
	Updating func(done, of int)
	Now      func() time.Time
	Pool     pool.Run // runs what the shelf does in the background
}

// Shelf is the library: its file, opened when it is first needed, and what it answers. Its errors are sentences. The
// methods may be called from several goroutines at once.
type Shelf struct {
	Pool  pool.Run // runs what is done in the background
	o     Options
	rules func() []topicRule
	mu    sync.Mutex   // guards what follows
	store *store.Store // nil until it is needed
	busy  struct {     // when another program kept it busy for too long, last
		err error
		at  time.Time
	}
}

// New returns a shelf. It touches no file.
func New(o Options) *Shelf {
	l := &Shelf{Pool: o.Pool, o: o}
	l.rules = sync.OnceValue(l.parseRules)
	return l
}

// Now is the time by the clock of the shelf.
func (l *Shelf) Now() time.Time { return l.o.Now() }

// LibraryError says in one sentence why the library cannot be used, and what to do. Its text is clean.
type LibraryError struct {
	Path    string // of the library file
	Problem string
	Advice  string // what to do, without a period; "" when there is nothing
	Err     error  // the cause for the log
}

// Error is the sentence.
func (e *LibraryError) Error() string {
	s := strings.TrimRight("Cannot use the library "+clean.Line(e.Path), " ") + ": " + clean.Line(e.Problem) + "."
	if e.Advice != "" {
		s += " " + clean.Line(e.Advice) + "."
	}
	return s
}

// Unwrap returns the cause.
func (e *LibraryError) Unwrap() error { return e.Err }

// LibraryPath is where the library is kept: what LEDE_LIBRARY names, or lede/library.db below $XDG_DATA_HOME or
// ~/.local/share. "" when there is no home.
func LibraryPath(getenv func(string) string) string {
	if path := getenv("LEDE_LIBRARY"); path != "" {
		return path
	}
	base := getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(base) {
		home := getenv("HOME")
		if home == "" {
			return ""
		}
		base = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(base, "lede", "library.db")
}

// errNoLibrary says that there is no place for a library.
var errNoLibrary = errors.New("there is no home folder to keep it in")

// Ready opens the file of the library, and brings one of an older lede up to date. What is wrong with it is told when
// something is asked of it.
func (l *Shelf) Ready(ctx context.Context) { _, _ = l.Store(ctx) }

// busyMemory is how long it counts that another program has kept the library busy, so that those who ask one after
// the other do not each wait.
const busyMemory = time.Second

// Store returns the store, opened when it is first asked for. A library in a place that cannot be written is opened
// for reading.
func (l *Shelf) Store(ctx context.Context) (*store.Store, error) {
	began := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.store != nil {
		return l.store, nil
	}
	if l.busy.err != nil && began.Before(l.busy.at.Add(busyMemory)) {
		return nil, l.busy.err
	}
	if l.o.Path == "" {
		return nil, &LibraryError{"", errNoLibrary.Error(), "Name a file with --library FILE", errNoLibrary}
	}
	s, err := store.Open(ctx, l.o.Path, store.Options{Now: l.Now, Updating: l.o.Updating})
	if unwritable(err) {
		s, err = store.Open(ctx, l.o.Path, store.Options{Now: l.Now, ReadOnly: true})
	}
	if err != nil {
		err = l.Sentence(err)
		if errors.Is(err, db.ErrBusy) {
			l.busy.err, l.busy.at = err, time.Now()
		}
		return nil, err
	}
	l.store = s
	Purge(ctx, s)
	return s, nil
}

func unwritable(err error) bool {
	return errors.Is(err, db.ErrReadOnly) || errors.Is(err, db.ErrUnread) || errors.Is(err, syscall.EROFS) ||
		errors.Is(err, fs.ErrPermission)
}

// Close gives the library file back. The library may be used again after it.
func (l *Shelf) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.store == nil {
		return nil
	}
	s := l.store
	l.store = nil
	return s.Close()
}

// Sentence turns what the store says into a sentence. What is no fault of the library, such as that something is not
// found or that ctx has ended, stays as it is.
func (l *Shelf) Sentence(err error) error {
	var known *LibraryError
	var unread *fetch.Error
	switch {
	case err == nil, errors.As(err, &known), errors.As(err, &unread), errors.Is(err, context.Canceled),
		errors.Is(err, db.ErrNotFound), errors.Is(err, db.ErrMany), errors.Is(err, db.ErrNothing):
		return err
	}
	problem, advice := l.cause(err)
	return &LibraryError{l.o.Path, problem, advice, err}
}

// Command returns a command of lede about this library, such as "db check", as it can be pasted into a shell.
func (l *Shelf) Command(words string) string {
	if l.o.Named {
		return "lede --library " + clean.Shell(l.o.Path) + " " + words
	}
	return "lede " + words
}

func (l *Shelf) cause(err error) (problem, advice string) {
	switch {
	case errors.Is(err, db.ErrDamaged):
		return "it is damaged", "Save what can be read with: " + l.Command("db recover")
	case errors.Is(err, db.ErrNewer):
		return "a newer lede has written it", "Update lede"
	case errors.Is(err, db.ErrForeign):
		return "it is not a library of articles", "Name another file with --library FILE"
	case errors.Is(err, db.ErrUnread):
		return "it cannot be read", "Ask for the right to read it, or name another file with --library FILE"
	case unwritable(err):
		return "it cannot be written", "Ask for the right to write it, or name another file with --library FILE"
	}
	if errors.Is(err, db.ErrBusy) {
		return "another program keeps it busy", "Try again in a moment"
	}
	if errors.Is(err, db.ErrFull) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return "the disk is full", "Make room and try again; nothing that was kept is lost"
	}
	if info, e := os.Stat(l.o.Path); e == nil && info.IsDir() {
		return "it is a folder", "Name a file with --library FILE"
	}
	return fetch.Cause(err), "Look it over with: " + l.Command("db check")
}

// IfOpen returns the store when it is open already, else nil.
func (l *Shelf) IfOpen() *store.Store {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.store
}
