package db

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Errors that callers tell apart.
var (
	ErrNotFound = errors.New("it is not in the library")
	ErrNewer    = errors.New("the library was written by a newer lede")
	ErrForeign  = errors.New("the file is not a library")
	ErrDamaged  = errors.New("the library file is damaged")
	ErrReadOnly = errors.New("the library cannot be written")
	ErrUnread   = errors.New("the library cannot be read")
	ErrFull     = errors.New("the disk is full")
	ErrBusy     = errors.New("another program keeps the library busy")
	ErrMany     = errors.New("more than one article is meant")
	ErrNothing  = errors.New("there is nothing to undo")
)

// Explain gives an error of SQLite the sentinel that callers match. nil stays nil.
func Explain(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	if s := sentinel(e.Code()); s != nil && !errors.Is(err, s) {
		return fmt.Errorf("%w: %w", s, err)
	}
	return err
}

// ExplainSchema is Explain for a statement that only asks what tables there are: when SQLite cannot make sense of it,
// the file says of itself what no library says.
func ExplainSchema(err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code() == sqlite3.SQLITE_ERROR {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return Explain(err)
}

func sentinel(code int) error {
	switch code {
	case sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ,
		sqlite3.SQLITE_IOERR_SEEK, sqlite3.SQLITE_IOERR_FSTAT:
		return ErrUnread
	case sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC,
		sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_DELETE,
		sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMMAP:
		return ErrReadOnly
	}
	switch code & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return ErrDamaged
	case sqlite3.SQLITE_READONLY:
		return ErrReadOnly
	case sqlite3.SQLITE_CANTOPEN:
		return ErrUnread
	case sqlite3.SQLITE_FULL:
		return ErrFull
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return ErrBusy
	}
	return nil
}
