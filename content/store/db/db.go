// Package db is the SQLite file of a library: opened with care, read by some connections and written by one.
//
// Start with DB.Open, then DB.Change: every change is one transaction, noted for those who follow the changes. What it
// has returned from without an error is on disk.
package db

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite"
)

// Application marks a file as lede's: the letters "lede", as its application_id.
const Application = 0x6c656465

// DB is the file of a library, with the connections to it.
type DB struct {
	Path     string
	Write    *sql.DB // one connection
	Read     *sql.DB // a few
	Now      func() time.Time
	ReadOnly bool
	Session  bool         // nothing in it outlives the run
	own      atomic.Int64 // how many changes have been made by it

	still *snapshot // what is read instead of the file, or nil
}

// New is a file that is not open yet.
func New(path string, readOnly, session bool, now func() time.Time) *DB {
	if now == nil {
		now = time.Now
	}
	return &DB{Path: path, ReadOnly: readOnly, Session: session, Now: now}
}

// Open opens the file, and makes it and its folder when they do not exist. known returns an error when it is not a
// file that may be changed, which is asked before anything is; ready brings it up to date.
func (d *DB) Open(ctx context.Context, known, ready func(context.Context, *DB) error) error {
	if err := d.Prepare(); err != nil {
		return err
	}
	if err := d.connectInTurn(ctx, known, ready); err != nil {
		return errors.Join(err, d.Close())
	}
	return nil
}

// BusyPatience is how long another program may keep the library busy.
const BusyPatience = 5 * time.Second

// connectInTurn connects, and tries again for some seconds while another instance makes the same new library: the
// change to its log is the one step that SQLite's own patience does not cover.
func (d *DB) connectInTurn(ctx context.Context, known, ready func(context.Context, *DB) error) error {
	const pause = 25 * time.Millisecond
	for began := time.Now(); ; {
		err := Explain(d.connect(ctx, known, ready))
		if !errors.Is(err, ErrBusy) || time.Since(began) >= BusyPatience || ctx.Err() != nil {
			return err
		}
		if err := d.Close(); err != nil {
			return err
		}
		time.Sleep(pause)
	}
}

// connect leaves the file as it is until it is known to be a library that this lede may change.
func (d *DB) connect(ctx context.Context, known, ready func(context.Context, *DB) error) error {
	if err := d.judge(ctx, known); err != nil {
		return err
	}
	if err := d.connectWriter(ctx, known); err != nil {
		return err
	}
	if !d.ReadOnly {
		if _, err := d.Write.ExecContext(ctx, `PRAGMA journal_mode = WAL`); err != nil {
			return err
		}
	}
	if err := ready(ctx, d); err != nil {
		return err
	}
	var err error
	if d.Read, err = sql.Open("sqlite", d.DSN(true)); err != nil {
		return err
	}
	d.Read.SetMaxOpenConns(4)
	return nil
}

// connectWriter opens the one connection that writes, if any does. A library that is only read, and has a log that
// SQLite wants to write beside, is read as a snapshot.
func (d *DB) connectWriter(ctx context.Context, known func(context.Context, *DB) error) error {
	for {
		var err error
		if err = d.OpenWriter(d.ReadOnly); err != nil {
			return err
		}
		err = Explain(known(ctx, d))
		if refused := errors.Is(err, ErrUnread) || errors.Is(err, ErrReadOnly); !refused || !d.ReadOnly || d.still != nil {
			return err
		}
		if err := d.Write.Close(); err != nil {
			return err
		}
		if d.still, err = newSnapshot(d.Path); err != nil {
			return err
		}
	}
}

// OpenWriter opens the one connection that writes, or that reads as if it were that one.
func (d *DB) OpenWriter(readOnly bool) (err error) {
	if d.Write, err = sql.Open("sqlite", d.DSN(readOnly)); err != nil {
		return err
	}
	d.Write.SetMaxOpenConns(1)
	return nil
}

// DSN names the file and the pragmas that every connection begins with.
func (d *DB) DSN(readOnly bool) string {
	q := url.Values{"_pragma": {"busy_timeout(5000)", "temp_store(memory)"}, "_txlock": {"immediate"}}
	if readOnly {
		q.Add("_pragma", "query_only(1)")
		q.Add("_pragma", "cache_size(-512)") // KiB, for each of several connections; the system's cache is behind it
		q.Set("_txlock", "deferred")
	} else {
		q.Add("_pragma", d.synchronous())
	}
	if d.still != nil {
		return d.still.dsn(q)
	}
	if d.ReadOnly {
		q.Set("mode", "ro")
		// Beside the file that the user named.
		if info, err := os.Stat(d.Path + "-wal"); err != nil || info.Size() == 0 {
			q.Set("immutable", "1") // a file on read-only media has no place for the log's index
		}
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: d.Path}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// synchronous is how far a change waits for the disk.
func (d *DB) synchronous() string {
	if d.Session {
		return "synchronous(OFF)"
	}
	return "synchronous(FULL)"
}

// Close ends all connections.
func (d *DB) Close() error {
	var errs []error
	for _, conn := range []*sql.DB{d.Read, d.Write} {
		if conn != nil {
			errs = append(errs, conn.Close())
		}
	}
	if d.still != nil {
		errs = append(errs, d.still.Close())
		d.still = nil
	}
	return errors.Join(errs...)
}

// Version changes whenever another instance of lede has changed the library.
func (d *DB) Version(ctx context.Context) (int64, error) {
	own := d.own.Load()
	var revision int64
	err := d.Read.QueryRowContext(ctx, `SELECT revision FROM meta`).Scan(&revision)
	return revision - own, Explain(err)
}
