//go:build !unix

package pagefile

import "errors"

// ErrLocked says that another program has the file open.
var ErrLocked = errors.New("another program has the file open")

// Lock does nothing: this system lets nobody rename a file that another program has open.
func (f *File) Lock() error { return nil }
