package db

import (
	"context"
	"errors"
	"fmt"
	"os"

	"lede/content/store/pagefile"
)

// judge looks at a library that was not closed in order, before anything is written to it: SQLite adds its log to the
// file when it is closed the next time, which would take from a damaged file what can still be saved. It returns an
// error for a damaged file, and for one that known says is not for this lede.
func (d *DB) judge(ctx context.Context, known func(context.Context, *DB) error) error {
	if d.ReadOnly || !d.leftOpen() {
		return nil
	}
	only := New(d.Path, true, false, d.Now)
	if err := only.OpenWriter(true); err != nil {
		return Explain(err)
	}
	defer only.Close() //nolint:errcheck // it was only read
	err := Explain(known(ctx, only))
	if err == nil {
		err = only.sound(ctx)
	}
	for _, refused := range []error{ErrDamaged, ErrNewer, ErrForeign} {
		if errors.Is(err, refused) {
			return err
		}
	}
	return nil // what keeps it from being read is met again, and said, where it is opened
}

// leftOpen reports whether the file has a log although no program has it open.
func (d *DB) leftOpen() bool {
	log, err := os.Stat(d.Path + "-wal")
	return err == nil && log.Size() > 0 && !pagefile.InUse(d.Path)
}

// maxLooked is the largest library that is looked through before it is opened, in bytes: 100 MB take two seconds, in
// which the screen would stay empty.
const maxLooked = 16 << 20

// sound returns ErrDamaged when a look through the pages of the file finds a fault. It does not look through a large
// file.
func (d *DB) sound(ctx context.Context) error {
	if info, err := os.Stat(d.Path); err != nil || info.Size() > maxLooked {
		return err
	}
	var told string
	if err := d.Write.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&told); err != nil {
		return Explain(err)
	}
	if told != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, told)
	}
	return nil
}
