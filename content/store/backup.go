package store

import (
	"context"
	"database/sql"
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

// Backup writes the whole library to a new file beside it, readable by its owner only, and returns the file's path.
// The file gets its name when it is on the disk and has been found sound. The last three sound backups stay.
func (s *Store) Backup(ctx context.Context) (string, error) { return backup(ctx, s.db.DB) }

func backup(ctx context.Context, d *db.DB) (string, error) {
	sweepBackups(d)
	unmade := fmt.Sprintf("%s.%d%s", d.Path, os.Getpid(), unmadeEnd)
	if err := copyTo(ctx, d, unmade); err != nil {
		return "", fmt.Errorf("back up: %w", db.Explain(err))
	}
	path, err := nameBackup(d, unmade)
	if err != nil {
		return "", errors.Join(fmt.Errorf("back up: %w", err), remove(unmade))
	}
	prune(d.Path)
	return path, nil
}

// copyTo writes the whole library to another file, which is on the disk and sound when copyTo returns nil, and else
// is not there.
func copyTo(ctx context.Context, d *db.DB, path string) (err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600) //nolint:gosec // beside the user's own library
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, remove(path))
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
	return toDisk(path)
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

// nameBackup gives a file a name that no backup has. Two instances may want one in the same second.
func nameBackup(d *db.DB, unmade string) (path string, err error) {
	at := d.Path + "." + d.Now().UTC().Format("20060102-150405")
	path = at + backupEnd
	for try := 2; ; try++ {
		if err = os.Link(unmade, path); err == nil { // a rename would take another's place
			return path, errors.Join(os.Remove(unmade), toDisk(path))
		}
		if errors.Is(err, fs.ErrExist) && try <= 99 {
			path = fmt.Sprintf("%s-%02d%s", at, try, backupEnd)
			continue
		}
		if _, there := os.Lstat(path); there == nil {
			return "", err
		}
		return path, errors.Join(os.Rename(unmade, path), toDisk(path)) // a file system without links
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

// NewestBackup returns the newest backup of the library at path that is whole; "" when there is none.
func NewestBackup(path string) string {
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
	return f.Header().Sound && f.Header().Application == applicationID && f.Complete()
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

// sweepBackups removes unfinished backups that nobody is writing any more.
func sweepBackups(d *db.DB) {
	for _, path := range beside(d.Path, unmadeEnd) {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = remove(path)
		}
	}
}

// Check looks through the whole file and returns what is wrong with it; nothing when it is sound.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	rows, err := s.db.Write.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return nil, db.Explain(err)
	}
	var wrong []string
	err = db.Each(rows, func(rows *sql.Rows) error {
		var line string
		err := rows.Scan(&line)
		if line != "ok" {
			wrong = append(wrong, line)
		}
		return err
	})
	if err != nil || s.db.ReadOnly {
		return wrong, db.Explain(err)
	}
	return s.checkSearch(ctx, wrong)
}

// checkSearch looks through the full-text index, and for rows that lack what they belong to.
func (s *Store) checkSearch(ctx context.Context, wrong []string) ([]string, error) {
	for _, check := range []string{
		`INSERT INTO search (search) VALUES ('integrity-check')`, `INSERT INTO starts (starts) VALUES ('integrity-check')`,
	} {
		if _, err := s.db.Write.ExecContext(ctx, check); err != nil {
			if err = db.Explain(err); !errors.Is(err, db.ErrDamaged) {
				return wrong, err
			}
			wrong = append(wrong, "the full-text index: "+err.Error())
		}
	}
	for _, c := range belongings() {
		n := 0
		if err := s.db.Write.QueryRowContext(ctx, `SELECT count(*) FROM `+c.rows).Scan(&n); err != nil {
			return wrong, db.Explain(err)
		}
		if n > 0 {
			wrong = append(wrong, fmt.Sprintf("%d %s", n, c.what))
		}
	}
	return wrong, nil
}

// belongings are rows that lack what they belong to, of which a sound library has none, and what they are.
func belongings() []struct{ rows, what string } {
	return []struct{ rows, what string }{
		{`article WHERE n NOT IN (SELECT n FROM body)`, "articles without their text"},
		{`article WHERE n NOT IN (SELECT id FROM search_docsize)`, "articles that search does not find"},
		{`article WHERE n NOT IN (SELECT id FROM starts_docsize)`, "articles that beginnings of words do not find"},
		{`about WHERE n NOT IN (SELECT n FROM article)`, "topics of articles that are gone"},
		{unreadableFeeds, "feeds whose settings or state cannot be read"},
		{homelessItems, "entries of feeds that are gone"},
		{homelessRemoteFeeds, "feeds of a server whose account or feed is gone"},
		{homelessRemoteEntries, "entries of a server whose account is gone"},
		{homelessOutbox, "changes for a server whose account is gone"},
	}
}

// Rows of feeds and of servers that lack what they belong to.
const (
	unreadableFeeds       = `feed WHERE NOT json_valid(options) OR NOT json_valid(state)`
	homelessItems         = `item WHERE f NOT IN (SELECT f FROM feed)`
	homelessRemoteFeeds   = `remote_feed WHERE a NOT IN (SELECT a FROM account) OR f NOT IN (SELECT f FROM feed)`
	homelessRemoteEntries = `remote_entry WHERE a NOT IN (SELECT a FROM account)`
	homelessOutbox        = `outbox WHERE a NOT IN (SELECT a FROM account)`
)

// Vacuum gives the space of what was removed back to the system.
func (s *Store) Vacuum(ctx context.Context) error {
	if s.db.ReadOnly {
		return db.ErrReadOnly
	}
	_, err := s.db.Write.ExecContext(ctx, `VACUUM`)
	return db.Explain(err)
}
