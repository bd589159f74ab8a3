package settings

import (
	"errors"
	"os"
	"strings"
)

// ErrPipe is returned for a named pipe in place of a file of lede's own: nobody may ever write to it.
var ErrPipe = errors.New("it is a pipe, not a file")

// Open opens a file that lede reads on its own: settings, rules, a theme. Waiting for a named pipe could take forever,
// so it is ErrPipe; a pipe that the shell made (process substitution) is read.
func Open(path string) (*os.File, error) {
	if err := NoPipe(path); err != nil {
		return nil, err
	}
	return os.Open(path) //nolint:gosec // the user named it
}

// NoPipe returns ErrPipe for the path of a named pipe.
func NoPipe(path string) error {
	info, err := os.Stat(path)
	ofShell := strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/proc/")
	if err == nil && info.Mode()&os.ModeNamedPipe != 0 && !ofShell {
		return ErrPipe
	}
	return nil
}
