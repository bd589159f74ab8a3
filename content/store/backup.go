package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// kept is how many backups stay beside a library.
const kept = 3

// Backup writes the whole library to a new file beside it, readable by its owner only, and returns the file's path. The last three
// backups stay.
func (s *Store) Backup(ctx context.Context) (string, error) {
	path, err := s.newBackup()
	if err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	if _, err := s.write.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		_ = os.Remove(path)
		return "", fmt.Errorf("back up: %w", explain(err))
	}
	all, bad := filepath.Glob(s.path + ".*.backup")
	if bad != nil {
		all = nil // the path has a bracket in it: old backups stay
	}
	slices.Sort(all)
	for _, old := range all[:max(len(all)-kept, 0)] {
		_ = os.Remove(old) // one that cannot be removed does no harm
	}
	return path, nil
}

// newBackup makes an empty file for a backup. Two instances may want one in the same second.
func (s *Store) newBackup() (path string, err error) {
	path = fmt.Sprintf("%s.%s.backup", s.path, s.now().UTC().Format("20060102-150405"))
	for try := 2; ; try++ {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600) //nolint:gosec // beside the reader's own library
		if err == nil {
			return path, f.Close()
		}
		if !errors.Is(err, fs.ErrExist) || try > 99 {
			return "", err
		}
		path = fmt.Sprintf("%s.%s-%02d.backup", s.path, s.now().UTC().Format("20060102-150405"), try)
	}
}

// Check looks through the whole file and returns what is wrong with it; nothing when it is sound.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	rows, err := s.write.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return nil, explain(err)
	}
	var wrong []string
	err = each(rows, func(rows *sql.Rows) error {
		var line string
		err := rows.Scan(&line)
		if line != "ok" {
			wrong = append(wrong, line)
		}
		return err
	})
	if err != nil || s.ro {
		return wrong, explain(err)
	}
	return s.checkSearch(ctx, wrong)
}

// checkSearch looks through the full-text index, and for articles that have no text or are not in it.
func (s *Store) checkSearch(ctx context.Context, wrong []string) ([]string, error) {
	for _, check := range []string{`INSERT INTO search (search) VALUES ('integrity-check')`, `INSERT INTO starts (starts) VALUES ('integrity-check')`} {
		if _, err := s.write.ExecContext(ctx, check); err != nil {
			if err = explain(err); !errors.Is(err, ErrDamaged) {
				return wrong, err
			}
			wrong = append(wrong, "the full-text index: "+err.Error())
		}
	}
	for _, c := range []struct{ query, what string }{
		{`SELECT count(*) FROM article WHERE n NOT IN (SELECT n FROM body)`, "articles without their text"},
		{`SELECT count(*) FROM article WHERE n NOT IN (SELECT id FROM search_docsize)`, "articles that search does not find"},
		{`SELECT count(*) FROM article WHERE n NOT IN (SELECT id FROM starts_docsize)`, "articles that beginnings of words do not find"},
		{`SELECT count(*) FROM about WHERE n NOT IN (SELECT n FROM article)`, "topics of articles that are gone"},
	} {
		n := 0
		if err := s.write.QueryRowContext(ctx, c.query).Scan(&n); err != nil {
			return wrong, explain(err)
		}
		if n > 0 {
			wrong = append(wrong, fmt.Sprintf("%d %s", n, c.what))
		}
	}
	return wrong, nil
}

// Vacuum gives the space of what was removed back to the system.
func (s *Store) Vacuum(ctx context.Context) error {
	if s.ro {
		return ErrReadOnly
	}
	_, err := s.write.ExecContext(ctx, `VACUUM`)
	return explain(err)
}
