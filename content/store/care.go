package store

import (
	"context"

	"lede/content/store/backup"
	"lede/content/store/db"
	"lede/content/store/schema"
)

// Backup writes the whole library to a new file beside it, readable by its owner only, and returns the file's path.
// The file gets its name when it is on the disk and has been found sound. The last three sound backups stay.
func (s *Store) Backup(ctx context.Context) (string, error) { return backup.Make(ctx, s.db.DB) }

// Check looks through the whole file and returns what is wrong with it; nothing when it is sound.
func (s *Store) Check(ctx context.Context) ([]string, error) { return schema.Check(ctx, s.db.DB) }

// Vacuum gives the space of what was removed back to the system.
func (s *Store) Vacuum(ctx context.Context) error {
	if s.db.ReadOnly {
		return db.ErrReadOnly
	}
	_, err := s.db.Write.ExecContext(ctx, `VACUUM`)
	return db.Explain(err)
}
