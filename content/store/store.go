// Package store keeps the library in one SQLite file: articles, what the reader did with them, topics, and a
// full-text index.
//
// Start with Open, then put.go (an article goes in) and find.go (a query becomes SQL). One connection
// writes, a few read; every change is one transaction, and what a method has returned from without an error is on
// disk.
package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite", in pure Go
)

// Errors that callers tell apart.
var (
	ErrNotFound = errors.New("it is not in the library")
	ErrNewer    = errors.New("the library was written by a newer lede")
	ErrForeign  = errors.New("the file is not a library")
	ErrDamaged  = errors.New("the library file is damaged")
	ErrReadOnly = errors.New("the library cannot be written")
	ErrUnread   = errors.New("the library cannot be read")
	ErrFull     = errors.New("the disk is full")
	ErrBusy     = errors.New("another program keeps the library busy")
	ErrMany     = errors.New("more than one article is meant")
	ErrNothing  = errors.New("there is nothing to undo")
)

// Options tell how a library is opened. The zero value is good.
type Options struct {
	ReadOnly bool             // do not create, migrate or change anything
	Session  bool             // it holds what one run lists, and is thrown away after it: see session.go
	Now      func() time.Time // nil means time.Now

	// Updating is told how far a library of an older version has been brought up to date, in articles, and at last that
	// all is done. While its backup is made, of is 0. It is called by the one who opens, and not at all when there is
	// nothing to do. Nil tells nobody.
	Updating func(done, of int)

	migrations []migration // nil means those of this lede
}

// Store is an open library. Its methods may be called by several goroutines at once.
type Store struct {
	path  string
	write *sql.DB // one connection
	read  *sql.DB // a few
	now   func() time.Time
	told  func(done, of int) // of an update
	ro    bool
	brief bool         // it holds what a session lists
	own   atomic.Int64 // how many changes this Store has made

	still *snapshot // what is read instead of the file, or nil

	vocabulary vocabulary

	shelf      sync.RWMutex
	shelfIndex *index     // nil until it is needed
	loading    sync.Mutex // held by the one who loads it
}

// Open opens the library file at path, and makes it and its folder when they do not exist. The folder gets the mode
// 0700 and the file 0600. A library of an older version is backed up beside itself and brought up to date; one of a
// newer version is left as it is, with ErrNewer. A library that cannot be written is opened for reading when Options
// say so.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := newStore(path, o)
	if err := s.prepare(); err != nil {
		return nil, fmt.Errorf("open library %s: %w", path, err)
	}
	steps := o.migrations
	if steps == nil {
		steps = migrations()
	}
	if err := s.connectInTurn(ctx, steps); err != nil {
		return nil, errors.Join(fmt.Errorf("open library %s: %w", path, err), s.Close())
	}
	return s, nil
}

// newStore is a Store that is not open yet.
func newStore(path string, o Options) *Store {
	s := &Store{path: path, now: o.Now, ro: o.ReadOnly, brief: o.Session, told: o.Updating}
	if s.told == nil {
		s.told = func(int, int) {}
	}
	if s.now == nil {
		s.now = time.Now
	}
	return s
}

// busyPatience is how long another program may keep the library busy.
const busyPatience = 5 * time.Second

// connectInTurn connects, and tries again for some seconds while another instance makes the same new library: the
// change to its log is the one step that SQLite's own patience does not cover.
func (s *Store) connectInTurn(ctx context.Context, steps []migration) error {
	const pause = 25 * time.Millisecond
	for began := time.Now(); ; {
		err := explain(s.connect(ctx, steps))
		if !errors.Is(err, ErrBusy) || time.Since(began) >= busyPatience || ctx.Err() != nil {
			return err
		}
		if err := s.Close(); err != nil {
			return err
		}
		time.Sleep(pause)
	}
}

// prepare makes the folder and the file with their modes from the first byte.
func (s *Store) prepare() error {
	info, err := os.Stat(s.path) //nolint:gosec // the user named it
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return ErrForeign // a pipe or a device, which would be waited for
	}
	if s.ro {
		return readable(s.path)
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil { //nolint:gosec // the user named it
		return err
	}
	if isText(s.path) {
		return ErrForeign
	}
	f, err := os.OpenFile(s.path, os.O_RDWR|os.O_CREATE, 0o600) //nolint:gosec // the user named it
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		if err := readable(s.path); errors.Is(err, ErrUnread) {
			return err
		}
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// readable returns ErrUnread when there is a file that may not be read.
func readable(path string) error {
	f, err := os.Open(path) //nolint:gosec // the user named it
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", ErrUnread, err)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// isText reports whether a file begins as a text: then it is no library that has been damaged, but never was one. The
// first pages of a library have zero bytes, whatever its header has been overwritten with.
func isText(path string) bool {
	f, err := os.Open(path) //nolint:gosec // the user named it
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // it was only read
	head := make([]byte, 8<<10)
	n, _ := io.ReadFull(f, head) // fewer bytes are a short file
	return n > 0 && !bytes.HasPrefix(head, []byte("SQLite format 3")) && !bytes.ContainsRune(head[:n], 0)
}

// connect leaves the file as it is until it is known to be a library that this lede may change.
func (s *Store) connect(ctx context.Context, steps []migration) error {
	if err := s.connectWriter(ctx, len(steps)); err != nil {
		return err
	}
	if !s.ro {
		if _, err := s.write.ExecContext(ctx, `PRAGMA journal_mode = WAL`); err != nil {
			return err
		}
	}
	if err := s.migrate(ctx, steps); err != nil {
		return err
	}
	var err error
	if s.read, err = sql.Open("sqlite", s.dsn(true)); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(4)
	return nil
}

// connectWriter opens the one connection that writes, if any does. A library that is only read, and has a log that
// SQLite wants to write beside, is read as a snapshot.
func (s *Store) connectWriter(ctx context.Context, newest int) error {
	for {
		var err error
		if s.write, err = sql.Open("sqlite", s.dsn(s.ro)); err != nil {
			return err
		}
		s.write.SetMaxOpenConns(1)
		_, err = s.known(ctx, newest)
		if err = explain(err); !s.ro || s.still != nil || !errors.Is(err, ErrUnread) && !errors.Is(err, ErrReadOnly) {
			return err
		}
		if err := s.write.Close(); err != nil {
			return err
		}
		if s.still, err = newSnapshot(s.path); err != nil {
			return err
		}
	}
}

// dsn names the file and the pragmas that every connection begins with.
func (s *Store) dsn(readOnly bool) string {
	q := url.Values{"_pragma": {"busy_timeout(5000)", "temp_store(memory)"}, "_txlock": {"immediate"}}
	if readOnly {
		q.Add("_pragma", "query_only(1)")
		q.Add("_pragma", "cache_size(-512)") // KiB, for each of several connections; the system's cache is behind it
		q.Set("_txlock", "deferred")
	} else {
		q.Add("_pragma", s.synchronous())
	}
	if s.still != nil {
		return s.still.dsn(q)
	}
	if s.ro {
		q.Set("mode", "ro")
		// Beside the file that the user named.
		if info, err := os.Stat(s.path + "-wal"); err != nil || info.Size() == 0 { //nolint:gosec
			q.Set("immutable", "1") // a file on read-only media has no place for the log's index
		}
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: s.path}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// Path is the library's file.
func (s *Store) Path() string { return s.path }

// Close ends all connections.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if s.still != nil {
		errs = append(errs, s.still.Close())
		s.still = nil
	}
	return errors.Join(errs...)
}

// Version changes whenever another instance of lede has changed the library.
func (s *Store) Version(ctx context.Context) (int64, error) {
	own := s.own.Load()
	var revision int64
	err := s.read.QueryRowContext(ctx, `SELECT revision FROM meta`).Scan(&revision)
	return revision - own, explain(err)
}
