//go:build unix

package download

import (
	"os"

	"golang.org/x/sys/unix"
)

// lock locks a file until it is closed. It fails when another program has locked it.
func lock(f *os.File) error { return unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) }

// release makes ready to rename a file: it stays locked.
func release(*os.File) {}
