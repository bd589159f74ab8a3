package pagefile

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// Name is what FS calls the file.
const Name = "library.db"

// FS is the file with what its log adds to it as the one file of a file system, named Name, for SQLite to read where
// it may write nothing.
type FS struct{ File *File }

// Open implements fs.FS.
func (s FS) Open(name string) (fs.File, error) {
	if name != Name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &reading{file: s.File}, nil
}

// reading is one reading of the file.
type reading struct {
	file *File
	at   int64
}

func (r *reading) size() int64 { return int64(r.file.pages) * int64(r.file.pageSize) }

// Seek implements io.Seeker.
func (r *reading) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += r.size()
	}
	if offset < 0 {
		return 0, errors.New("before the beginning")
	}
	r.at = offset
	return offset, nil
}

// Read implements io.Reader.
func (r *reading) Read(into []byte) (int, error) {
	if r.at >= r.size() {
		return 0, io.EOF
	}
	size := int64(r.file.pageSize)
	p, ok := r.file.read(uint32(r.at/size) + 1) //nolint:gosec // one of the pages
	if !ok {
		return 0, io.ErrUnexpectedEOF
	}
	if p.first {
		p.data[18], p.data[19] = 1, 1 // it has no log: all of it is here
	}
	n := copy(into, p.data[r.at%size:])
	r.at += int64(n)
	return n, nil
}

// Stat implements fs.File.
func (r *reading) Stat() (fs.FileInfo, error) { return info{r.size()}, nil }

// Close implements fs.File.
func (r *reading) Close() error { return nil }

// info describes the file.
type info struct{ size int64 }

func (i info) Name() string     { return Name }
func (i info) Size() int64      { return i.size }
func (info) Mode() fs.FileMode  { return 0o400 }
func (info) ModTime() time.Time { return time.Time{} }
func (info) IsDir() bool        { return false }
func (info) Sys() any           { return nil }
