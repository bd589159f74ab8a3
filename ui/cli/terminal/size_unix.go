//go:build unix

package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// The size of a terminal that does not know its own, such as a serial line.
const usualColumns, usualLines = 80, 24

// HaveSize gives a terminal without a size the usual one: nothing can be drawn on no cells.
func HaveSize(terminal any) {
	f, ok := terminal.(*os.File)
	if !ok {
		return
	}
	fd := int(f.Fd())
	size, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil || size.Col > 0 && size.Row > 0 {
		return
	}
	_ = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Col: usualColumns, Row: usualLines})
}
