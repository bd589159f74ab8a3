//go:build !unix

package fetch

import (
	"context"
	"os"
)

// openPipe opens a named pipe for reading.
func openPipe(_ context.Context, path string, _ func(string, func())) (*os.File, error) {
	return os.Open(path)
}
