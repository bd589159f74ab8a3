package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestABrokenBackupPushesNoneOut makes backups among files that are none: ones that an older lede was killed over.
func TestABrokenBackupPushesNoneOut(t *testing.T) {
	now := noon
	path := filled(t, 5)
	s, err := Open(t.Context(), path, Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var good []string
	for range 3 {
		now = now.Add(time.Minute)
		backup, err := s.Backup(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		good = append(good, backup)
	}
	for i, data := range [][]byte{nil, []byte("SQLite format 3\x00"), make([]byte, 4096)} {
		broken := fmt.Sprintf("%s.%s%s", path, now.Add(time.Duration(i+1)*time.Second).UTC().Format("20060102-150405"),
			backupEnd)
		if err := os.WriteFile(broken, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := NewestBackup(path); got != good[2] {
		t.Errorf("the newest is %s, want %s", got, good[2])
	}
	now = now.Add(time.Minute)
	if _, err := s.Backup(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true, true} {
		if _, err := os.Stat(good[i]); (err == nil) != want {
			t.Errorf("backup %d is there: %v, want %v", i, err == nil, want)
		}
	}
}

// TestABackupThatIsBrokenOffIsNone ends a backup before it is written.
func TestABackupThatIsBrokenOffIsNone(t *testing.T) {
	s, err := Open(t.Context(), filled(t, 5), Options{Now: nowIs})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ended, end := context.WithCancel(t.Context())
	end()
	if path, err := s.Backup(ended); err == nil {
		t.Errorf("there is a backup %s", path)
	}
	left, _ := filepath.Glob(s.Path() + ".*")
	for _, path := range left {
		if strings.Contains(path, backupEnd) || strings.Contains(path, unmadeEnd) {
			t.Errorf("%s was left", path)
		}
	}
	unmade := s.Path() + ".1" + unmadeEnd // of one that was killed
	if err := os.WriteFile(unmade, []byte("SQLite"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := backups(s.Path()); len(got) != 0 {
		t.Errorf("a killed backup counts as one: %v", got)
	}
	long := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(unmade, long, long); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(unmade); err == nil {
		t.Error("what a killed backup left is still there")
	}
}

// TestADamagedLibraryHasNoBackup backs up a library with a page gone: the ones before stay.
func TestADamagedLibraryHasNoBackup(t *testing.T) {
	path := filled(t, 60)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 10 * 4096; at < len(data); at += 5 * 4096 {
		clear(data[at : at+4096])
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path, Options{Now: nowIs})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if backup, err := s.Backup(t.Context()); err == nil {
		t.Errorf("there is a backup %s", backup)
	}
	if got := backups(path); len(got) != 0 {
		t.Errorf("left: %v", got)
	}
}
