package terminal

import (
	"io"
	"io/fs"
	"os"

	"github.com/charmbracelet/x/term"
)

// IsTerminal reports whether v is a file that is a terminal.
func IsTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// Columns returns the cells of a line of the terminal that w is.
func Columns(w io.Writer) (int, bool) {
	f, isFile := w.(*os.File)
	if !isFile {
		return 0, false
	}
	width, _, err := term.GetSize(f.Fd())
	return width, err == nil && width > 0
}

// Lines returns the lines of the terminal that w is.
func Lines(w io.Writer) (int, bool) {
	f, isFile := w.(*os.File)
	if !isFile {
		return 0, false
	}
	_, height, err := term.GetSize(f.Fd())
	return height, err == nil && height > 0
}

// IsPiped reports whether a text comes in by r: it is a pipe, a file or a socket, not a terminal and not /dev/null.
func IsPiped(r io.Reader) bool {
	f, ok := r.(*os.File)
	if !ok {
		return r != nil
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice == 0
}
