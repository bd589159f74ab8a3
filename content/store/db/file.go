package db

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Prepare makes the folder and the file with their modes from the first byte.
func (d *DB) Prepare() error {
	info, err := os.Stat(d.Path)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return ErrForeign // a pipe or a device, which would be waited for
	}
	if d.ReadOnly {
		return readable(d.Path)
	}
	if err := os.MkdirAll(filepath.Dir(d.Path), 0o700); err != nil {
		return err
	}
	if isText(d.Path) {
		return ErrForeign
	}
	f, err := os.OpenFile(d.Path, os.O_RDWR|os.O_CREATE, 0o600)
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		if err := readable(d.Path); errors.Is(err, ErrUnread) {
			return err
		}
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// readable returns ErrUnread when there is a file that may not be read.
func readable(path string) error {
	f, err := os.Open(path) //nolint:gosec // the user named it
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", ErrUnread, err)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// isText reports whether a file begins as a text: then it is no library that has been damaged, but never was one. The
// first pages of a library have zero bytes, whatever its header has been overwritten with.
func isText(path string) bool {
	f, err := os.Open(path) //nolint:gosec // the user named it
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // it was only read
	head := make([]byte, 8<<10)
	n, _ := io.ReadFull(f, head) // fewer bytes are a short file
	return n > 0 && !bytes.HasPrefix(head, []byte("SQLite format 3")) && !bytes.ContainsRune(head[:n], 0)
}
