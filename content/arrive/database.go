package arrive

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver "sqlite", in pure Go
)

// maxDatabase is the largest database that is copied, in bytes.
const maxDatabase = 8 << 30

// openDatabase opens an SQLite database for reading, without a change to it or to the folder that it is in. One that
// another program is writing is copied first, together with its log, which SQLite must write to.
func openDatabase(ctx context.Context, s *source) (db *sql.DB, done func() error, err error) {
	file, remove := s.disk, func() error { return nil }
	if s.disk == "" || s.hasLog() {
		if file, remove, err = copied(ctx, s); err != nil {
			return nil, nil, err
		}
	}
	q := url.Values{"_pragma": {"query_only(1)", "trusted_schema(0)", "cell_size_check(1)", "temp_store(memory)"}}
	if file == s.disk {
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	db, err = sql.Open(
		"sqlite",
		(&url.URL{Scheme: "file", Opaque: (&url.URL{Path: file}).EscapedPath(), RawQuery: q.Encode()}).String(),
	)
	if err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	db.SetMaxOpenConns(2)
	return db, func() error { return errors.Join(db.Close(), remove()) }, nil
}

// logs are the endings of the files beside a database that SQLite keeps changes in.
func logs() []string { return []string{"-wal", "-journal"} }

// hasLog reports whether there are changes beside the database.
func (s *source) hasLog() bool {
	for _, end := range logs() {
		if info, err := os.Stat(s.disk + end); err == nil && info.Size() > 0 {
			return true
		}
	}
	return false
}

// copied copies a database and what is beside it into a temporary folder.
func copied(ctx context.Context, s *source) (file string, remove func() error, err error) {
	dir, err := os.MkdirTemp("", "lede-import-")
	if err != nil {
		return "", nil, err
	}
	remove = func() error { return os.RemoveAll(dir) }
	file = filepath.Join(dir, "cache.db")
	err = copyFile(ctx, file, s.open)
	for _, end := range logs() {
		if err == nil && s.disk != "" {
			err = copyFile(ctx, file+end, s.log(end))
			if errors.Is(err, fs.ErrNotExist) {
				err = nil
			}
		}
	}
	if err != nil {
		return "", nil, errors.Join(err, remove())
	}
	return file, remove, nil
}

// log opens what is beside a database.
func (s *source) log(end string) func() (fs.File, error) {
	return func() (fs.File, error) { return os.Open(s.disk + end) } //nolint:gosec // beside the file that the user named
}

// copyFile copies a file; it ends soon after ctx.
func copyFile(ctx context.Context, to string, open func() (fs.File, error)) error {
	in, err := open()
	if err != nil {
		return err
	}
	defer in.Close()                                                      //nolint:errcheck // it was only read
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // in a folder of our own
	if err != nil {
		return err
	}
	n, err := io.Copy(out, io.LimitReader(cancelable{ctx, in}, maxDatabase))
	if err == nil && n == maxDatabase {
		err = errLarge
	}
	return errors.Join(err, out.Close())
}

// cancelable is a reader that ends with a context.
type cancelable struct {
	ctx context.Context
	io.Reader
}

func (c cancelable) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.Reader.Read(p)
}

// beside returns the file of that name beside a file on the disk, or nil.
func (s *source) beside(name string) *source {
	if s.disk == "" {
		return nil
	}
	dir := &source{tree: os.DirFS(filepath.Dir(s.disk)), disk: filepath.Dir(s.disk), room: s.room}
	f, err := dir.below(name)
	if err != nil {
		return nil
	}
	return f
}
