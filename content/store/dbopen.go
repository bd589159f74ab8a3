package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite", in pure Go
)

// db is the file of a library, with the connections to it.
type db struct {
	path     string
	write    *sql.DB // one connection
	read     *sql.DB // a few
	now      func() time.Time
	readOnly bool
	session  bool         // nothing in it outlives the run
	own      atomic.Int64 // how many changes have been made by it

	still *snapshot // what is read instead of the file, or nil
}

// newDB is a file that is not open yet.
func newDB(path string, readOnly, session bool, now func() time.Time) *db {
	if now == nil {
		now = time.Now
	}
	return &db{path: path, readOnly: readOnly, session: session, now: now}
}

// open opens the file, and makes it and its folder when they do not exist. known returns an error when it is not a
// file that may be changed, which is asked before anything is; ready brings it up to date.
func (d *db) open(ctx context.Context, known, ready func(context.Context, *db) error) error {
	if err := d.prepare(); err != nil {
		return err
	}
	if err := d.connectInTurn(ctx, known, ready); err != nil {
		return errors.Join(err, d.close())
	}
	return nil
}

// busyPatience is how long another program may keep the library busy.
const busyPatience = 5 * time.Second

// connectInTurn connects, and tries again for some seconds while another instance makes the same new library: the
// change to its log is the one step that SQLite's own patience does not cover.
func (d *db) connectInTurn(ctx context.Context, known, ready func(context.Context, *db) error) error {
	const pause = 25 * time.Millisecond
	for began := time.Now(); ; {
		err := explain(d.connect(ctx, known, ready))
		if !errors.Is(err, ErrBusy) || time.Since(began) >= busyPatience || ctx.Err() != nil {
			return err
		}
		if err := d.close(); err != nil {
			return err
		}
		time.Sleep(pause)
	}
}

// connect leaves the file as it is until it is known to be a library that this lede may change.
func (d *db) connect(ctx context.Context, known, ready func(context.Context, *db) error) error {
	if err := d.connectWriter(ctx, known); err != nil {
		return err
	}
	if !d.readOnly {
		if _, err := d.write.ExecContext(ctx, `PRAGMA journal_mode = WAL`); err != nil {
			return err
		}
	}
	if err := ready(ctx, d); err != nil {
		return err
	}
	var err error
	if d.read, err = sql.Open("sqlite", d.dsn(true)); err != nil {
		return err
	}
	d.read.SetMaxOpenConns(4)
	return nil
}

// connectWriter opens the one connection that writes, if any does. A library that is only read, and has a log that
// SQLite wants to write beside, is read as a snapshot.
func (d *db) connectWriter(ctx context.Context, known func(context.Context, *db) error) error {
	for {
		var err error
		if err = d.openWriter(d.readOnly); err != nil {
			return err
		}
		if err = explain(known(ctx, d)); !d.readOnly || d.still != nil || !errors.Is(err, ErrUnread) && !errors.Is(err, ErrReadOnly) {
			return err
		}
		if err := d.write.Close(); err != nil {
			return err
		}
		if d.still, err = newSnapshot(d.path); err != nil {
			return err
		}
	}
}

// openWriter opens the one connection that writes, or that reads as if it were that one.
func (d *db) openWriter(readOnly bool) (err error) {
	if d.write, err = sql.Open("sqlite", d.dsn(readOnly)); err != nil {
		return err
	}
	d.write.SetMaxOpenConns(1)
	return nil
}

// dsn names the file and the pragmas that every connection begins with.
func (d *db) dsn(readOnly bool) string {
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
	if d.readOnly {
		q.Set("mode", "ro")
		// Beside the file that the user named.
		if info, err := os.Stat(d.path + "-wal"); err != nil || info.Size() == 0 { //nolint:gosec
			q.Set("immutable", "1") // a file on read-only media has no place for the log's index
		}
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: d.path}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// synchronous is how far a change waits for the disk.
func (d *db) synchronous() string {
	if d.session {
		return "synchronous(OFF)"
	}
	return "synchronous(FULL)"
}

// close ends all connections.
func (d *db) close() error {
	var errs []error
	for _, conn := range []*sql.DB{d.read, d.write} {
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

// foreign changes whenever another instance of lede has changed the library.
func (d *db) foreign(ctx context.Context) (int64, error) {
	own := d.own.Load()
	var revision int64
	err := d.read.QueryRowContext(ctx, `SELECT revision FROM meta`).Scan(&revision)
	return revision - own, explain(err)
}
