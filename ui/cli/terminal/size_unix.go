//go:build unix

package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// HaveSize gives a terminal without a size, or with one that cannot be, the usual one.
func HaveSize(terminal any) {
	f, ok := terminal.(*os.File)
	if !ok {
		return
	}
	fd := int(f.Fd())
	size, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil || drawable(int(size.Col), int(size.Row)) {
		return
	}
	_ = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Col: usualColumns, Row: usualLines})
}
