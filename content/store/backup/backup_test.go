package backup_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/backup"
	"lede/content/store/storetest"
)

// TestABrokenBackupPushesNoneOut makes backups among files that are none: ones that an older lede was killed over.
func TestABrokenBackupPushesNoneOut(t *testing.T) {
	now := storetest.Noon
	path := storetest.Filled(t, 5)
	s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return now }})
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
			".backup")
		if err := os.WriteFile(broken, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got := backup.Newest(path); got != good[2] {
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
	s, err := store.Open(t.Context(), storetest.Filled(t, 5), store.Options{Now: storetest.Now})
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
		if strings.Contains(path, ".backup") || strings.Contains(path, ".unfinished") {
			t.Errorf("%s was left", path)
		}
	}
	unmade := s.Path() + ".1" + ".unfinished" // of one that was killed
	if err := os.WriteFile(unmade, []byte("SQLite"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := backupsOf(t, s.Path()); len(got) != 0 {
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
	path := storetest.Filled(t, 60)
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
	s, err := store.Open(t.Context(), path, store.Options{Now: storetest.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if backup, err := s.Backup(t.Context()); err == nil {
		t.Errorf("there is a backup %s", backup)
	}
	if got := backupsOf(t, path); len(got) != 0 {
		t.Errorf("left: %v", got)
	}
}

// backupsOf are the backups of the library at path.
func backupsOf(t *testing.T, path string) []string {
	t.Helper()
	all, err := filepath.Glob(path + ".*.backup")
	if err != nil {
		t.Fatal(err)
	}
	return all
}
