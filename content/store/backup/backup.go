// Package backup writes whole copies of a library beside it, and knows them again.
//
// Start with Make. A copy gets its name when it is on the disk and has been found sound.
package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lede/content/store/db"
	"lede/content/store/pagefile"
)

// kept is how many backups stay beside a library.
const kept = 3

// The endings of backups, and of those that are not finished.
const (
	backupEnd = ".backup"
	unmadeEnd = ".unfinished"
)

// Make writes the whole library to a new file beside it, readable by its owner only, and returns the file's path.
// The file gets its name when it is on the disk and has been found sound. The last three sound backups stay.
func Make(ctx context.Context, d *db.DB) (string, error) {
	sweep(d)
	unmade := fmt.Sprintf("%s.%d%s", d.Path, os.Getpid(), unmadeEnd)
	if err := To(ctx, d, unmade); err != nil {
		return "", fmt.Errorf("back up: %w", db.Explain(err))
	}
	path, err := name(d, unmade)
	if err != nil {
		return "", errors.Join(fmt.Errorf("back up: %w", err), Remove(unmade))
	}
	prune(d.Path)
	return path, nil
}

// To writes the whole library to another file, which is on the disk and sound when copyTo returns nil, and else
// is not there.
func To(ctx context.Context, d *db.DB, path string) (err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600) //nolint:gosec // beside the user's own library
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, Remove(path))
		}
	}()
	if err := f.Close(); err != nil {
		return err
	}
	if _, err := d.Write.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		return err
	}
	if err := checkCopy(ctx, path); err != nil {
		return err
	}
	return Sync(path)
}

// checkCopy returns an error when a file is no sound database.
func checkCopy(ctx context.Context, path string) error {
	d := db.New(path, true, false, nil)
	if err := d.OpenWriter(true); err != nil {
		return err
	}
	defer d.Close() //nolint:errcheck // it was only read
	var told string
	if err := d.Write.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&told); err != nil {
		return err
	}
	if told != "ok" {
		return fmt.Errorf("%w: %s", db.ErrDamaged, told)
	}
	return nil
}

// name gives a file a name that no backup has. Two instances may want one in the same second.
func name(d *db.DB, unmade string) (path string, err error) {
	at := d.Path + "." + d.Now().UTC().Format("20060102-150405")
	path = at + backupEnd
	for try := 2; ; try++ {
		if err = os.Link(unmade, path); err == nil { // a rename would take another's place
			return path, errors.Join(os.Remove(unmade), Sync(path))
		}
		if errors.Is(err, fs.ErrExist) && try <= 99 {
			path = fmt.Sprintf("%s-%02d%s", at, try, backupEnd)
			continue
		}
		if _, there := os.Lstat(path); there == nil {
			return "", err
		}
		return path, errors.Join(os.Rename(unmade, path), Sync(path)) // a file system without links
	}
}

// backups are the backups of the library at path, the oldest first: they are named for their times.
func backups(path string) []string { return beside(path, backupEnd) }

// beside are the files that are named for the library at path and have an ending, in the order of their names.
func beside(path, end string) []string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	var all []string
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, filepath.Base(path)+".") && strings.HasSuffix(name, end) {
			all = append(all, filepath.Join(filepath.Dir(path), name))
		}
	}
	return all
}

// Newest returns the newest backup of the library at path that is whole; "" when there is none.
func Newest(path string) string {
	all := backups(path)
	for i := len(all) - 1; i >= 0; i-- {
		if isWhole(all[i]) {
			return all[i]
		}
	}
	return ""
}

// isWhole reports whether a backup has all its pages. One that an older lede was killed over has not.
func isWhole(path string) bool {
	f, err := pagefile.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // it was only read
	return f.Header().Sound && f.Header().Application == db.Application && f.Complete()
}

// prune removes the backups before the last three that are whole. One that is not whole pushes none out, and goes
// when three that are have come after it.
func prune(path string) {
	all := backups(path)
	good := 0
	for i := len(all) - 1; i >= 0; i-- {
		if good == kept {
			_ = os.Remove(all[i]) // one that cannot be removed does no harm
		} else if isWhole(all[i]) {
			good++
		}
	}
}

// sweep removes unfinished backups that nobody is writing any more.
func sweep(d *db.DB) {
	for _, path := range beside(d.Path, unmadeEnd) {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = Remove(path)
		}
	}
}

// Remove removes a library that is not open, with what is beside it.
func Remove(path string) error {
	var errs []error
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + end); !errors.Is(err, os.ErrNotExist) { // a library that was not finished
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// Sync returns when a file and its name are on the disk.
func Sync(path string) error {
	for _, p := range []string{path, filepath.Dir(path)} {
		f, err := os.Open(p) //nolint:gosec // the user's library
		if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return nil
}
