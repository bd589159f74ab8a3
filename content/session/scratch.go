package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const (
	// scratchName is how the folders of sessions are called, in the folder for temporary files.
	scratchName = "lede-session-*"
	// lockName is the file in them that is locked.
	lockName = "lock"
	// unlockedFor is how old a folder without a lock must be for its run to be over: one is made within milliseconds.
	unlockedFor = time.Hour
)

// scratch is a folder for the files of one run. Nobody else may look into it. Its lock is held as long as the run
// lasts, so that the next one knows the folders of runs that were killed.
type scratch struct {
	dir  string
	lock *os.File
}

func newScratch() (*scratch, error) {
	dir, err := os.MkdirTemp("", scratchName)
	if err != nil {
		return nil, err
	}
	s := &scratch{dir: dir}
	if s.lock, err = makeLock(s.path(lockName)); err != nil {
		return nil, errors.Join(err, s.remove())
	}
	return s, nil
}

// path is a file of the folder.
func (s *scratch) path(name string) string { return filepath.Join(s.dir, name) }

// remove removes the folder with all that is in it.
func (s *scratch) remove() error {
	err := os.RemoveAll(s.dir)
	if s.lock != nil {
		_ = s.lock.Close() // it was never written
	}
	return err
}

// sweep removes the folders of runs that have ended without doing so.
func sweep() {
	dirs, _ := filepath.Glob(filepath.Join(os.TempDir(), scratchName)) // the pattern is right
	for _, dir := range dirs {
		if left(dir) {
			_ = os.RemoveAll(dir) // what is another user's stays
		}
	}
}

// left reports whether nobody uses a folder any more.
func left(dir string) bool {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() {
		return false
	}
	lock, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR, 0) //nolint:gosec // a folder of ours
	if errors.Is(err, fs.ErrNotExist) {
		return time.Since(info.ModTime()) > unlockedFor
	}
	if err != nil {
		return false
	}
	defer lock.Close() //nolint:errcheck // it was never written
	return lockFile(lock) == nil
}
