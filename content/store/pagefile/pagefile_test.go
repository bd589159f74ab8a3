package pagefile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // makes the files
)

// made is a database of SQLite with a table of rows, some of which are longer than a page, and one without row
// numbers.
func made(t testing.TB, pageSize int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, query := range []string{
		fmt.Sprintf(`PRAGMA page_size = %d`, pageSize), `CREATE TABLE t (n INTEGER PRIMARY KEY, a, b, c, d)`,
		`CREATE INDEX t_a ON t (a)`,
		`CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID`, `BEGIN`,
	} {
		if _, err := db.Exec(query); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 200 {
		long := strings.Repeat("tide ", i%7*1200)
		if _, err := db.Exec(`INSERT INTO t VALUES (?, ?, ?, ?, ?)`, i*i-50, fmt.Sprint("row ", i), long, float64(i)/3,
			[]byte{byte(i), 0, 255}); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(`INSERT INTO w VALUES (?, ?)`, fmt.Sprint("key ", i), -i*1_000_000_007); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Exec(`COMMIT`); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRowsAreReadAsSQLiteWroteThem(t *testing.T) {
	for _, size := range []int{512, 1024, 4096, 65536} {
		f, err := Open(made(t, size))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if !f.Header().Sound || !f.Complete() || f.pageSize != size {
			t.Errorf("pages of %d: the header is %+v, %d bytes a page", size, f.Header(), f.pageSize)
		}
		roots := make(map[string]uint32)
		for _, o := range f.Schema() {
			roots[o.Name] = o.Root
		}
		rows, keys := 0, 0
		err = f.Walk(t.Context(), []uint32{roots["t"], roots["w"], roots["t_a"]}, func(r Row) error {
			switch r.Root {
			case roots["t"]:
				i := rows
				want := fmt.Sprint([]any{
					nil, fmt.Sprint("row ", i), strings.Repeat("tide ", i%7*1200), float64(i) / 3,
					[]byte{byte(i), 0, 255},
				})
				got := fmt.Sprint(r.Values)
				if i%3 == 0 { // a whole number is kept as one
					got = strings.Replace(got, fmt.Sprintf(" %d [", i/3), " "+fmt.Sprint(float64(i)/3)+" [", 1)
				}
				if r.Key != int64(i*i-50) || got != want {
					t.Errorf("row %d is %d %.80s, want %.80s", i, r.Key, got, want)
				}
				rows++
			case roots["w"]:
				keys++
			case 0:
				t.Errorf("a row of no tree: %v", r.Values)
			}
			return nil
		})
		if err != nil || rows != 200 || keys != 200 {
			t.Errorf("pages of %d: %d rows and %d keys (%v), want 200 of each", size, rows, keys, err)
		}
	}
}

// TestTheFileSystemIsWhole holds what it hands to SQLite to the rules of file systems.
func TestTheFileSystemIsWhole(t *testing.T) {
	path := made(t, 4096)
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := (FS{f}).Open("other.db"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("another file: %v", err)
	}
	in, err := FS{f}.Open(Name)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want[18], want[19] = 1, 1
	if string(got) != string(want) {
		t.Error("it is not the file")
	}
}

// TestALockHolds locks a file that nobody has open.
func TestALockHolds(t *testing.T) {
	f, err := Open(made(t, 4096))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Lock(); err != nil {
		t.Error(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// FuzzWalk reads databases that are anything but sound. Nothing may panic, or go on for ever.
func FuzzWalk(f *testing.F) {
	whole, err := os.ReadFile(made(f, 512))
	if err != nil {
		f.Fatal(err)
	}
	for _, at := range []int{0, 16, 100, 600, 5000, 20_000} {
		f.Add(at, []byte{0xff, 0x0d, 0x00, 0xff}, 4)
		f.Add(at, []byte{0x05, 0, 0, 0, 9, 0, 0}, 30)
	}
	f.Fuzz(func(t *testing.T, at int, with []byte, every int) {
		data := append([]byte(nil), whole...)
		for i := max(at, 0) % len(data); len(with) > 0 && i < len(data); i += len(with) * max(every, 1) {
			copy(data[i:], with)
			if every < 1 {
				break
			}
		}
		path := filepath.Join(t.TempDir(), "a.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := Open(path)
		if err != nil {
			return
		}
		defer file.Close()
		file.Schema()
		n := 0
		_ = file.Walk(context.Background(), []uint32{2, 3, 4}, func(Row) error { n++; return nil })
		if n > len(data) {
			t.Errorf("%d rows of %d bytes", n, len(data))
		}
	})
}
