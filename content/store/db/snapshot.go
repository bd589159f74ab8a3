package db

import (
	"errors"
	"net/url"

	"modernc.org/sqlite/vfs"

	"lede/content/store/pagefile"
)

// snapshot is a library as it is now, with its log, for SQLite to read where it may write nothing: it reads a log
// only with a file beside it that it writes. Nobody has such a library open, or that file would be there.
type snapshot struct {
	file *pagefile.File
	fs   *vfs.FS
	name string // of fs
}

func newSnapshot(path string) (*snapshot, error) {
	f, err := pagefile.Open(path)
	if err != nil {
		return nil, err
	}
	name, fs, err := vfs.New(pagefile.FS{File: f})
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &snapshot{f, fs, name}, nil
}

// dsn names the snapshot; q is what the connection begins with.
func (s *snapshot) dsn(q url.Values) string {
	q.Set("vfs", s.name)
	q.Set("mode", "ro")
	q.Set("immutable", "1")
	return "file:" + pagefile.Name + "?" + q.Encode()
}

// Close gives the file back. The connections to it are closed.
func (s *snapshot) Close() error { return errors.Join(s.fs.Close(), s.file.Close()) }
