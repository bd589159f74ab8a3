//go:build unix

package pagefile

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// ErrLocked says that another program has the file open.
var ErrLocked = errors.New("another program has the file open")

// The bytes that SQLite locks, whether the file has them or not.
const (
	lockedFrom  = 0x40000000
	lockedBytes = 512
)

// Lock keeps other programs from opening the file with SQLite until it is closed. It returns ErrLocked when one has
// it open. This program must have no connection to it, and open none.
func (f *File) Lock() error {
	var err error
	if f.lock, err = os.OpenFile(f.db.Name(), os.O_RDWR, 0); err != nil {
		f.lock = nil
		return err
	}
	all := unix.Flock_t{Type: unix.F_WRLCK, Start: lockedFrom, Len: lockedBytes}
	err = unix.FcntlFlock(f.lock.Fd(), unix.F_SETLK, &all)
	if errors.Is(err, unix.EAGAIN) || errors.Is(err, unix.EACCES) {
		return ErrLocked
	}
	return err
}

// InUse reports whether another program has a database file open with SQLite.
func InUse(path string) bool {
	f, err := os.Open(path) //nolint:gosec // the user named it
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // it was only looked at
	all := unix.Flock_t{Type: unix.F_WRLCK, Start: lockedFrom, Len: lockedBytes}
	err = unix.FcntlFlock(f.Fd(), unix.F_GETLK, &all)
	return err == nil && all.Type != unix.F_UNLCK
}
