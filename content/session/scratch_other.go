//go:build !unix

package session

import "os"

// makeLock makes a file that nobody can remove while it is open.
func makeLock(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
}

// lockFile does nothing: here a file that a program has open cannot be removed.
func lockFile(*os.File) error { return nil }
