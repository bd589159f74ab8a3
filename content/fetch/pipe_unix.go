//go:build unix

package fetch

import (
	"context"
	"os"
	"syscall"
	"time"
)

// openPipe opens a named pipe for reading, which waits until something writes to it. When ctx ends first, the
// waiting open is set free by opening the other end for a moment.
func openPipe(ctx context.Context, path string, run func(string, func())) (*os.File, error) {
	type opened struct {
		file *os.File
		err  error
	}
	done := make(chan opened, 1)
	run("open "+path, func() {
		f, err := os.Open(path) //nolint:gosec // the reader named it
		done <- opened{f, err}
	})
	select {
	case o := <-done:
		return o.file, o.err
	case <-ctx.Done():
	}
	for range 100 {
		release(path)
		select {
		case o := <-done:
			if o.file != nil {
				_ = o.file.Close()
			}
			return nil, ctx.Err()
		case <-time.After(time.Millisecond):
		}
	}
	return nil, ctx.Err()
}

// release sets the open of a pipe free that waits for a writer. It does nothing when none waits yet.
func release(path string) {
	if fd, err := syscall.Open(path, syscall.O_WRONLY|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0); err == nil {
		_ = syscall.Close(fd)
	}
}
