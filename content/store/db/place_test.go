package db_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/rescue"
	"lede/content/store/storetest"
	"lede/model/query"
)

// TestOddVersionsAreDamage opens libraries whose version no lede has written.
func TestOddVersionsAreDamage(t *testing.T) {
	for query, want := range map[string]error{
		`PRAGMA user_version = -5`:      db.ErrDamaged,
		`DROP TABLE body`:               db.ErrDamaged,
		`PRAGMA user_version = 0`:       db.ErrDamaged,
		`PRAGMA user_version = 1000000`: db.ErrNewer,
	} {
		path := storetest.Changed(t, query)
		if s, err := store.Open(t.Context(), path, store.Options{}); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", query, err, want)
			if err == nil {
				s.Close()
			}
		}
	}
	for query, want := range map[string]error{
		`PRAGMA user_version = 3`:  db.ErrForeign,
		`PRAGMA user_version = -5`: db.ErrForeign,
		fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA user_version = 3`, db.Application): db.ErrDamaged,
	} {
		path := filepath.Join(t.TempDir(), "library.db")
		storetest.Exec(t, path, query)
		if s, err := store.Open(t.Context(), path, store.Options{}); !errors.Is(err, want) {
			t.Errorf("without tables, %s: got %v, want %v", query, err, want)
			if err == nil {
				s.Close()
			}
		}
	}
}

// TestPipesAndDevicesAreNoLibrary opens what would be waited for.
func TestPipesAndDevicesAreNoLibrary(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "library.db")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	for _, path := range []string{pipe, os.DevNull} {
		for _, readOnly := range []bool{false, true} {
			if _, err := store.Open(t.Context(), path, store.Options{ReadOnly: readOnly}); !errors.Is(err, db.ErrForeign) {
				t.Errorf("%s: got %v, want ErrForeign", path, err)
			}
		}
	}
}

// TestHolder keeps the library at STORE_HOLDER locked until its standard input ends.
func TestHolder(t *testing.T) {
	path := os.Getenv("STORE_HOLDER")
	if path == "" {
		t.Skip("runs as a program of its own")
	}
	if os.Getenv("STORE_HOLD") == "locked" {
		file, err := storetest.Raw(t, path).Conn(t.Context())
		storetest.Must(t, err)
		for _, query := range []string{`PRAGMA locking_mode = EXCLUSIVE`, `BEGIN EXCLUSIVE`} {
			_, err := file.ExecContext(t.Context(), query)
			storetest.Must(t, err)
		}
	} else {
		s, err := store.Open(t.Context(), path, store.Options{})
		storetest.Must(t, err)
		defer s.Close()
	}
	fmt.Fprintln(os.Stdout, "held")
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// hold has another program hold a library until the test ends.
func hold(t *testing.T, path, how string) {
	t.Helper()
	other := exec.Command(os.Args[0], "-test.run=^TestHolder$")
	other.Env = append(os.Environ(), "STORE_HOLDER="+path, "STORE_HOLD="+how)
	in, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); _ = other.Wait() })
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("the other program said %q (%v)", line, err)
	}
}

// TestALockedLibraryIsNamed opens a library that another program keeps locked: one wait of SQLite's, and no more. How
// long that is on a machine with other work to do, a connection beside it measures.
func TestALockedLibraryIsNamed(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for five seconds")
	}
	path := storetest.Filled(t, 3)
	hold(t, path, "locked")
	waited := make(chan time.Duration)
	go func() {
		beside, began := db.New(path, false, false, nil), time.Now()
		if err := beside.OpenWriter(false); err == nil {
			_, _ = beside.Write.Exec(`BEGIN IMMEDIATE`)
			beside.Close()
		}
		waited <- time.Since(began)
	}()
	began := time.Now()
	_, err := store.Open(t.Context(), path, store.Options{})
	if !errors.Is(err, db.ErrBusy) {
		t.Errorf("got %v, want ErrBusy", err)
	}
	took, once := time.Since(began), <-waited
	if took > 3*max(once, db.BusyPatience) {
		t.Errorf("it took %v, and one wait of SQLite %v", took, once)
	}
}

// TestAnOpenLibraryIsNotRescued damages a library that another program has open.
func TestAnOpenLibraryIsNotRescued(t *testing.T) {
	path := storetest.Filled(t, 3)
	hold(t, path, "open")
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt(make([]byte, 100), 0); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if _, err := rescue.Library(t.Context(), path, path+".new", nil, nil); !errors.Is(err, db.ErrBusy) {
		t.Errorf("got %v, want ErrBusy", err)
	}
}

// TestStranger opens the library at STORE_STRANGER for reading, as a user who may write nothing beside it.
func TestStranger(t *testing.T) {
	path := os.Getenv("STORE_STRANGER")
	if path == "" {
		t.Skip("runs as a program of its own")
	}
	s, err := store.Open(context.Background(), path, store.Options{})
	if errors.Is(err, db.ErrReadOnly) || errors.Is(err, db.ErrUnread) {
		s, err = store.Open(context.Background(), path, store.Options{ReadOnly: true})
	}
	if err != nil {
		fmt.Fprintln(os.Stdout, "unread", errors.Is(err, db.ErrUnread), err)
		return
	}
	defer s.Close()
	rows, err := s.Find(context.Background(), query.Query{}, 0, 100)
	_, bad := s.Facets(context.Background(), query.Query{})
	fmt.Fprintln(os.Stdout, "rows", len(rows), err, bad)
}

// asStranger says what TestStranger says of a library that its user owns, in a folder of a mode.
func asStranger(t *testing.T, path string, file, folder os.FileMode) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can become another user")
	}
	for at := filepath.Dir(path); at != "/" && at != os.TempDir(); at = filepath.Dir(at) {
		if err := os.Chmod(at, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, end := range []string{"", "-wal"} {
		if err := os.Chmod(path+end, file); err != nil && end == "" {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(filepath.Dir(path), folder); err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for at := dir; at != "/" && at != os.TempDir(); at = filepath.Dir(at) {
		if err := os.Chmod(at, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	test := filepath.Join(dir, "store.test")
	if err := os.WriteFile(test, program, 0o755); err != nil {
		t.Fatal(err)
	}
	other := exec.Command(test, "-test.run=^TestStranger$")
	other.Dir = "/"
	other.Env = []string{"STORE_STRANGER=" + path, "TMPDIR=" + os.TempDir()}
	other.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := other.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	said, _, _ := strings.Cut(string(out), "\n")
	return said
}

// TestALogInAFolderThatCannotBeWrittenIsRead copies a library whose last changes are in its log, as a crash leaves it.
func TestALogInAFolderThatCannotBeWrittenIsRead(t *testing.T) {
	path := storetest.Crashed(t, 7)
	if said := asStranger(t, path, 0o444, 0o555); said != "rows 7 <nil> <nil>" {
		t.Error(said)
	}
	if _, err := os.Stat(path + "-shm"); err == nil {
		t.Error("something was written")
	}
}

// TestAFileThatCannotBeReadIsSaidToBeSo closes the file, and then its folder.
func TestAFileThatCannotBeReadIsSaidToBeSo(t *testing.T) {
	for _, c := range []struct{ file, folder os.FileMode }{{0o000, 0o755}, {0o200, 0o755}, {0o600, 0o700}} {
		if said := asStranger(t, storetest.Filled(t, 2), c.file, c.folder); !strings.HasPrefix(said, "unread true ") {
			t.Errorf("%o in %o: %s", c.file, c.folder, said)
		}
	}
}
