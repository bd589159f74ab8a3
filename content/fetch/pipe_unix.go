//go:build unix

package fetch

import (
	"context"
	"os"
	"syscall"
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
		if fd, err := syscall.Open(path, syscall.O_WRONLY|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0); err == nil {
			_ = syscall.Close(fd)
		}
		if o := <-done; o.file != nil {
			_ = o.file.Close()
		}
		return nil, ctx.Err()
	}
}
