package rescue

import (
	"cmp"
	"context"
	"errors"
	"os"

	"lede/content/store/backup"
	"lede/content/store/db"
	"lede/content/store/schema"
)

// Copy makes a new library at fresh of a sound one at path, such as a backup, and returns how many articles it has,
// those in the trash among them.
func Copy(ctx context.Context, path, fresh string) (articles int, err error) {
	from := db.New(path, true, false, nil)
	if err := from.Prepare(); err != nil {
		return 0, err
	}
	if err := from.OpenWriter(false); err != nil {
		return 0, err
	}
	defer from.Close() //nolint:errcheck // it was only read
	if version, err := schema.VersionOf(ctx, from, len(schema.Steps())); err != nil || version == 0 {
		return 0, cmp.Or(db.Explain(err), ErrLost)
	}
	if err := from.Write.QueryRowContext(ctx, `SELECT count(*) FROM article`).Scan(&articles); err != nil {
		return 0, db.Explain(err)
	}
	return articles, db.Explain(backup.To(ctx, from, fresh))
}

// Exchange gives the library at path the name old, with what was written to it last, and puts fresh in its place.
// When that does not work, the library stays where it was, and fresh is removed.
func Exchange(path, old, fresh string) error {
	if err := os.Rename(path, old); err != nil {
		return errors.Join(err, backup.Remove(fresh))
	}
	err := os.Rename(path+"-wal", old+"-wal")
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	if err == nil {
		_ = os.Remove(path + "-shm") // it is made anew
		err = os.Rename(fresh, path)
	}
	if err != nil {
		_ = os.Rename(old+"-wal", path+"-wal")
		return errors.Join(err, os.Rename(old, path), backup.Remove(fresh))
	}
	return backup.Sync(path)
}
