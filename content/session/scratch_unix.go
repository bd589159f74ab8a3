//go:build unix

package session

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// makeLock makes a file that is locked from the moment it has its name.
func makeLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path+".new", os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // in a folder of ours
	if err != nil {
		return nil, err
	}
	if err := errors.Join(lockFile(f), os.Rename(f.Name(), path)); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// lockFile locks a file until it is closed. It fails when another program has locked it.
func lockFile(f *os.File) error {
	return unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
}
