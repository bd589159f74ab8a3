package content

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestALibraryStaysWhereItIsWhenNothingCanTakeItsPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	for _, end := range []string{"", "-wal"} {
		if err := os.WriteFile(path+end, []byte("all"+end), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := exchange(path, path+".damaged", path+".new"); err == nil {
		t.Error("nothing took its place, without an error")
	}
	for _, end := range []string{"", "-wal"} {
		if got, err := os.ReadFile(path + end); string(got) != "all"+end {
			t.Errorf("%q: got %q, %v", end, got, err)
		}
	}
}

// TestNothingIsPutAsideOverAnotherFile saves a library twice within a second.
func TestNothingIsPutAsideOverAnotherFile(t *testing.T) {
	l := library(t, Options{Now: func() time.Time { return time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC) }})
	l.Ready(t.Context())
	names := map[string]bool{}
	for range 3 {
		_, old, err := l.Recover(t.Context())
		if _, missing := os.Stat(old); err != nil || missing != nil {
			t.Fatal(err, missing)
		}
		names[old] = true
	}
	if len(names) != 3 {
		t.Errorf("put aside as %v", names)
	}
}
