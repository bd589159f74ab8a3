package fetch

import (
	"errors"
	"os"
	"strings"
)

// ErrPipe says that a file of lede's own is a pipe, which nobody may ever write to.
var ErrPipe = errors.New("it is a pipe, not a file")

// OpenOwn opens a file for reading that lede reads by itself: settings, rules, a theme. A named pipe, which would be waited for, is ErrPipe; one that a
// shell puts in the place of a file is read.
func OpenOwn(path string) (*os.File, error) {
	if err := NoPipe(path); err != nil {
		return nil, err
	}
	return os.Open(path) //nolint:gosec // the user named it
}

// NoPipe returns ErrPipe for the path of a named pipe.
func NoPipe(path string) error {
	info, err := os.Stat(path)
	if err == nil && info.Mode()&os.ModeNamedPipe != 0 && !strings.HasPrefix(path, "/dev/fd/") && !strings.HasPrefix(path, "/proc/") {
		return ErrPipe
	}
	return nil
}
