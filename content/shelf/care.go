package shelf

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"lede/content/store"
	"lede/content/store/backup"
	"lede/content/store/db"
	"lede/content/store/rescue"
	"lede/model/clean"
)

// Inspect looks through the whole library file and returns what is wrong with it; nothing when it is sound.
func (l *Shelf) Inspect(ctx context.Context) ([]string, error) {
	return Ask(ctx, l, func(s *store.Store) ([]string, error) { return s.Check(ctx) })
}

// Backup writes the library to a new file beside it and returns the file's path.
func (l *Shelf) Backup(ctx context.Context) (string, error) {
	return Ask(ctx, l, func(s *store.Store) (string, error) { return s.Backup(ctx) })
}

// Vacuum gives the room of what was removed back to the system.
func (l *Shelf) Vacuum(ctx context.Context) error {
	return l.Tell(ctx, func(s *store.Store) error { return s.Vacuum(ctx) })
}

// Recover makes a new library of what can be read of the present one, which stays beside it under the name that is
// returned. A library that needs no rescue, or is not lede's own, is left as it is; the error, a *RecoverError, says
// why.
func (l *Shelf) Recover(ctx context.Context) (saved rescue.Saved, old string, err error) {
	if err := l.Close(); err != nil && !errors.Is(err, db.ErrDamaged) {
		return saved, "", l.unrecovered(err)
	}
	fresh := l.fresh()
	if saved, err = rescue.Library(ctx, l.o.Path, fresh, l.Now, l.o.Updating); err != nil {
		return saved, "", l.unrecovered(err)
	}
	old, err = l.exchange(fresh)
	return saved, old, err
}

// RecoverFrom puts a copy of a backup in the place of the present library, which stays beside it under the name that
// is returned. n is how many articles the backup has. The backup stays where it is.
func (l *Shelf) RecoverFrom(ctx context.Context, backup string) (n int, old string, err error) {
	if err := l.Close(); err != nil && !errors.Is(err, db.ErrDamaged) {
		return 0, "", l.unrecovered(err)
	}
	fresh := l.fresh()
	if n, err = rescue.Copy(ctx, backup, fresh); err != nil {
		return 0, "", (&Shelf{o: Options{Path: backup}}).Sentence(err)
	}
	old, err = l.exchange(fresh)
	return n, old, err
}

// fresh is where a new library is made before it takes the place of the present one.
func (l *Shelf) fresh() string { return fmt.Sprintf("%s.%d.new", l.o.Path, os.Getpid()) }

// exchange puts a new library in the place of the present one, and returns where that is now.
func (l *Shelf) exchange(fresh string) (old string, err error) {
	old = l.aside()
	if err := rescue.Exchange(l.o.Path, old, fresh); err != nil {
		return "", l.unrecovered(err)
	}
	return old, nil
}

// aside is a name for the damaged file, which no file has.
func (l *Shelf) aside() string {
	at := l.o.Path + "." + l.Now().UTC().Format("20060102-150405")
	name := at + ".damaged"
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s-%d.damaged", at, n)
	}
}

// RecoverError says in one sentence why a library has not been recovered. Its text is clean.
type RecoverError struct {
	Path    string // of the library file
	Problem string
	Advice  string // what to do, without a period; "" when there is nothing
	Err     error  // the cause for the log
}

// Error is the sentence.
func (e *RecoverError) Error() string {
	s := "Cannot recover the library " + clean.Line(e.Path) + ": " + clean.Line(e.Problem) +
		". It has been left as it was."
	if e.Advice != "" {
		s += " " + clean.Line(e.Advice) + "."
	}
	return s
}

// Unwrap returns the cause.
func (e *RecoverError) Unwrap() error { return e.Err }

// unrecovered turns what went wrong into a sentence that does not advise to recover.
func (l *Shelf) unrecovered(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	e := &RecoverError{Path: l.o.Path, Err: err}
	switch {
	case errors.Is(err, rescue.ErrSound):
		e.Problem = "it is sound"
	case errors.Is(err, fs.ErrNotExist):
		e.Problem, e.Advice = "there is no such file", "Name the file with --library FILE"
	case errors.Is(err, rescue.ErrLost), errors.Is(err, db.ErrDamaged):
		e.Problem, e.Advice = "nothing of it can be read", l.backupAdvice()
	case errors.Is(err, db.ErrBusy):
		e.Problem, e.Advice = "another program has it open", "Close that and try again"
	default:
		e.Problem, e.Advice = l.cause(err)
	}
	return e
}

// backupAdvice says how to put the newest backup in the place of the library.
func (l *Shelf) backupAdvice() string {
	path := backup.Newest(l.o.Path)
	if path == "" {
		return ""
	}
	return "Put the newest backup in its place: " + l.Command("db recover --from "+clean.Shell(path))
}
