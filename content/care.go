package content

import (
	"context"
	"errors"
	"fmt"
	"os"

	"lede/content/store"
	"lede/model"
)

// Inspect looks through the whole library file and returns what is wrong with it; nothing when it is sound.
func (l *Library) Inspect(ctx context.Context) ([]string, error) {
	return ask(ctx, l, func(s *store.Store) ([]string, error) { return s.Check(ctx) })
}

// Backup writes the library to a new file beside it and returns the file's path.
func (l *Library) Backup(ctx context.Context) (string, error) {
	return ask(ctx, l, func(s *store.Store) (string, error) { return s.Backup(ctx) })
}

// Vacuum gives the room of what was removed back to the system.
func (l *Library) Vacuum(ctx context.Context) error {
	return l.tell(ctx, func(s *store.Store) error { return s.Vacuum(ctx) })
}

// Recover makes a new library of what can be read of the present one, which stays beside it under the name that is returned. n is how
// many articles have been saved, those in the trash too.
func (l *Library) Recover(ctx context.Context) (n int, old string, err error) {
	if err := l.Close(); err != nil && !errors.Is(err, store.ErrDamaged) {
		return 0, "", l.told(err)
	}
	if _, err := os.Stat(l.o.Path); err != nil {
		return 0, "", &LibraryError{l.o.Path, "there is no such file", "Name the file with --library FILE", err}
	}
	fresh := fmt.Sprintf("%s.%d.new", l.o.Path, os.Getpid())
	defer removeLibrary(fresh)
	if n, err = l.rescue(ctx, fresh); err != nil {
		return 0, "", l.told(err)
	}
	old = l.aside()
	return n, old, l.told(exchange(l.o.Path, old, fresh))
}

// aside is a name for the damaged file, which no file has.
func (l *Library) aside() string {
	at := l.o.Path + "." + l.o.Now().UTC().Format("20060102-150405")
	name := at + ".damaged"
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s-%d.damaged", at, n)
	}
}

// exchange gives the library at path the name old, with what was written to it last, and puts fresh in its place. When that does not
// work, the library stays where it was.
func exchange(path, old, fresh string) error {
	if err := os.Rename(path, old); err != nil {
		return err
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
		_ = os.Rename(old, path)
	}
	return err
}

// rescue puts what can be read into a new library and closes it.
func (l *Library) rescue(ctx context.Context, fresh string) (n int, err error) {
	to, err := store.Open(ctx, fresh, store.Options{Now: l.o.Now})
	if err != nil {
		return 0, err
	}
	defer func() {
		if bad := to.Close(); err == nil {
			err = bad
		}
	}()
	var batch []store.Ready
	flush := func() error {
		kept, err := to.Restore(ctx, batch...)
		n += len(kept)
		batch = batch[:0]
		return err
	}
	err = store.Salvage(ctx, l.o.Path, func(r model.Record) error {
		ready, err := store.Prepare(r)
		if err != nil {
			return nil //nolint:nilerr // one article that cannot be kept does not hold up the others
		}
		if batch = append(batch, ready); len(batch) < batchArticles {
			return nil
		}
		return flush()
	})
	if err != nil {
		return n, err
	}
	if err := flush(); err != nil {
		return n, err
	}
	return n, to.TakeOver(ctx, l.o.Path)
}

func removeLibrary(path string) {
	for _, end := range []string{"", "-wal", "-shm"} {
		_ = os.Remove(path + end)
	}
}
