package db_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/storetest"
	"lede/model/query"
)

// leftOpen is a library with a log in which statements have been run, as a process leaves it that is killed.
func leftOpen(t *testing.T, statements ...string) string {
	t.Helper()
	path := storetest.Filled(t, 200)
	conn, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetMaxOpenConns(1)
	for _, s := range append([]string{`PRAGMA journal_mode = WAL`}, statements...) {
		if _, err := conn.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	left := filepath.Join(t.TempDir(), "library.db")
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + end)
		if err != nil || len(data) == 0 {
			t.Fatalf("the library%s has %d bytes (%v)", end, len(data), err)
		}
		if err := os.WriteFile(left+end, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return left
}

// content is what a library and its log hold, byte for byte.
func content(t *testing.T, path string) []byte {
	t.Helper()
	var all []byte
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	return all
}

// damage overwrites some pages in the middle of a library.
func damage(t *testing.T, path string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err == nil {
		_, err = f.WriteAt(bytes.Repeat([]byte{0xa5}, 4*4096), info.Size()/4096/2*4096)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestALibraryLeftOpenIsJudgedBeforeItIsChanged(t *testing.T) {
	const star = `UPDATE status SET starred = 1`
	for name, c := range map[string]struct {
		statement string
		broken    bool
		want      error
	}{
		"damaged": {star, true, db.ErrDamaged},
		"newer":   {`PRAGMA user_version = 1000000`, false, db.ErrNewer},
		"foreign": {`PRAGMA application_id = 77`, false, db.ErrForeign},
	} {
		path := leftOpen(t, c.statement)
		if c.broken {
			damage(t, path)
		}
		before := content(t, path)
		s, err := store.Open(t.Context(), path, store.Options{})
		if err == nil {
			_ = s.Close()
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
		if !bytes.Equal(content(t, path), before) {
			t.Errorf("%s: the file or its log has changed", name)
		}
	}
}

func TestASoundLibraryLeftOpenHasWhatItsLogHolds(t *testing.T) {
	path := leftOpen(t, `UPDATE article SET title = 'Logged'`)
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	rows, err := s.Find(t.Context(), query.Query{}, 0, 1000)
	if err != nil || len(rows) != 200 {
		t.Fatalf("%d rows (%v), want 200", len(rows), err)
	}
	for _, r := range rows {
		if r.Title != "Logged" {
			t.Fatalf("a row is %q", r.Title)
		}
	}
}

func TestALargeLibraryLeftOpenIsNotLookedThrough(t *testing.T) {
	path := leftOpen(t, `CREATE TABLE large AS SELECT zeroblob(17 << 20)`, `PRAGMA wal_checkpoint(TRUNCATE)`,
		`UPDATE article SET title = 'Logged'`)
	damage(t, path) // in the middle of the large table
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	rows, err := s.Find(t.Context(), query.Query{}, 0, 1000)
	if err != nil || len(rows) != 200 || rows[0].Title != "Logged" {
		t.Errorf("%d rows (%v), want 200", len(rows), err)
	}
}
