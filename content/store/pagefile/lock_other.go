//go:build !unix

package pagefile

import "errors"

// ErrLocked says that another program has the file open.
var ErrLocked = errors.New("another program has the file open")

// Lock does nothing: this system lets nobody rename a file that another program has open.
func (f *File) Lock() error { return nil }

// InUse reports whether another program has a database file open with SQLite. Here that is never known.
func InUse(string) bool { return false }
