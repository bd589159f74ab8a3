package cli

import (
	"io"
	"io/fs"
	"os"

	"github.com/charmbracelet/x/term"
)

// isTerminal reports whether v is a file that is a terminal.
func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// columns returns the cells of a line of the terminal that w is.
func columns(w io.Writer) (int, bool) {
	f, isFile := w.(*os.File)
	if !isFile {
		return 0, false
	}
	width, _, err := term.GetSize(f.Fd())
	return width, err == nil && width > 0
}

// screenLines returns the lines of the terminal that w is.
func screenLines(w io.Writer) (int, bool) {
	f, isFile := w.(*os.File)
	if !isFile {
		return 0, false
	}
	_, height, err := term.GetSize(f.Fd())
	return height, err == nil && height > 0
}

// isPiped reports whether a text comes in by r: it is a pipe, a file or a socket, not a terminal and not /dev/null.
func isPiped(r io.Reader) bool {
	f, ok := r.(*os.File)
	if !ok {
		return r != nil
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeCharDevice == 0
}

// plainOnly reports whether the full screen cannot be drawn: output goes to a file or a pipe, or the terminal
// knows no more than lines.
func (p *program) plainOnly() bool {
	name := os.Getenv("TERM")
	return !isTerminal(p.stdout) || name == "" || name == "dumb"
}
