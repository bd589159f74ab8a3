package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// kept is how many backups stay beside a library.
const kept = 3

// Backup writes the whole library to a new file beside it, readable by its owner only, and returns the file's path. The last three
// backups stay.
func (s *Store) Backup(ctx context.Context) (string, error) {
	path := fmt.Sprintf("%s.%s.backup", s.path, s.now().UTC().Format("20060102-150405"))
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	_ = f.Close() // nothing was written
	if _, err := s.write.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		_ = os.Remove(path)
		return "", fmt.Errorf("back up: %w", explain(err))
	}
	all, err := filepath.Glob(s.path + ".*.backup")
	if err != nil {
		return path, nil // the path has a bracket in it: old backups stay
	}
	slices.Sort(all)
	for _, old := range all[:max(len(all)-kept, 0)] {
		_ = os.Remove(old) // one that cannot be removed does no harm
	}
	return path, nil
}

// Check looks through the whole file and returns what is wrong with it; nothing when it is sound.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	rows, err := s.write.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return nil, explain(err)
	}
	defer rows.Close()
	var wrong []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, explain(err)
		}
		if line != "ok" {
			wrong = append(wrong, line)
		}
	}
	return wrong, explain(rows.Err())
}

// Vacuum gives the space of what was removed back to the system.
func (s *Store) Vacuum(ctx context.Context) error {
	if s.ro {
		return ErrReadOnly
	}
	_, err := s.write.ExecContext(ctx, `VACUUM`)
	return explain(err)
}
