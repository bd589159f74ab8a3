//go:build !unix

package download

import "os"

// lock does nothing: two downloads of one file at once would each begin it anew.
func lock(*os.File) error { return nil }

// release makes ready to rename a file, which may not be open for that.
func release(f *os.File) { _ = f.Close() }
