// Package storetest makes libraries for the tests of the store and of its rooms.
//
// Start with Open. The tests that use it are in packages of their own, such as index_test, since it imports the store.
package storetest

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/db"
	"lede/model"
	"lede/model/query"
)

// True is a change of a status to yes.
func True() *bool { v := true; return &v }

// Rows are all rows of a library, the newest first.
func Rows(t *testing.T, s *store.Store) []model.Row {
	t.Helper()
	rows, err := s.Find(t.Context(), query.Query{}, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// Filled makes a library file of some articles and returns its path.
func Filled(t *testing.T, n int) string {
	t.Helper()
	s := Open(t)
	c := NewCorpus(200)
	var batch []model.Article
	for i := range n {
		batch = append(batch, c.Article(i))
	}
	if _, err := s.Put(t.Context(), true, batch...); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

// Changed is a library after a statement that lede would not make.
func Changed(t *testing.T, query string) string {
	path := Filled(t, 3)
	Exec(t, path, query)
	return path
}

// Stranger is a file that this lede may not touch, with the error that says so.
type Stranger struct {
	Name string
	Make func(t *testing.T) string // returns its path
	Want error
}

// Strangers are the databases that this lede may not touch: newer libraries, and those of other programs.
func Strangers() []Stranger {
	return []Stranger{
		{"a newer library", func(t *testing.T) string { return Changed(t, `PRAGMA user_version = 99`) }, db.ErrNewer},
		{"another program's", func(t *testing.T) string { return Changed(t, `PRAGMA application_id = 7`) }, db.ErrForeign},
		{"another program's, unmarked", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "other.db")
			Exec(t, path, `CREATE TABLE t (a); INSERT INTO t VALUES (1)`)
			return path
		}, db.ErrForeign},
	}
}

// Exec runs a statement on a database file past the Store.
func Exec(t *testing.T, path, query string) {
	t.Helper()
	file := Raw(t, path)
	defer file.Close() //nolint:errcheck // it is closed again with the test
	_, err := file.ExecContext(t.Context(), query)
	Must(t, err)
}

// Second opens the file of a Store once more, as another lede would.
func Second(t testing.TB, s *store.Store) *store.Store {
	t.Helper()
	o, err := store.Open(t.Context(), s.Path(), store.Options{Now: Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = o.Close() })
	return o
}

// Crashed is a library of n articles all of which are only in its log.
func Crashed(t *testing.T, n int) string {
	t.Helper()
	s := Open(t)
	reader, err := Raw(t, s.Path()).Conn(t.Context())
	Must(t, err)
	_, err = reader.ExecContext(t.Context(), `BEGIN; SELECT revision FROM meta`) // what comes after it stays in the log
	Must(t, err)
	c := NewCorpus(80)
	for i := range n {
		if _, err := s.Put(t.Context(), true, c.Article(i)); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "library.db")
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(s.Path() + end) //nolint:gosec // of the test itself
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+end, data, 0o600); err != nil { //nolint:gosec // the same
			t.Fatal(err)
		}
	}
	return path
}

// Err is the error of a change that also returns how many articles it was about.
func Err(_ int, err error) error { return err }

// Parsed reads a query at noon.
func Parsed(t *testing.T, text string) query.Query {
	t.Helper()
	q, err := query.Parse(text, Noon)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// Noon is when the tests are: a Wednesday.
var Noon = time.Date(2026, 5, 6, 12, 0, 0, 0, time.UTC)

// Now is the clock that says Noon.
func Now() time.Time { return Noon }

// Open opens a new library at noon.
func Open(t testing.TB) *store.Store {
	t.Helper()
	return OpenAt(t, Now)
}

// OpenAt opens a new library with a clock of its own.
func OpenAt(t testing.TB, now func() time.Time) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "data", "library.db"), store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// Raw opens a database file past the Store.
func Raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	file, err := sql.Open("sqlite", db.New(path, false, false, nil).DSN(false))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

// Must ends a test with an error.
func Must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Put puts one article and returns what became of it.
func Put(t *testing.T, s *store.Store, a model.Article) model.Kept {
	t.Helper()
	kept, err := s.Put(t.Context(), true, a)
	if err != nil {
		t.Fatal(err)
	}
	return kept[0]
}
