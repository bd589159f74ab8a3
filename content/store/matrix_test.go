package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/rescue"
	"lede/content/store/schema"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// deed is what is done with a library while something is wrong. It opens the library itself, or is handed it open.
type deed struct {
	name  string
	opens func(t *testing.T, path string, f fault) error
	does  func(ctx context.Context, s *store.Store, first model.ID) error
}

// deeds are what a user, or lede for them, does with the library file.
func deeds() []deed {
	return []deed{
		{name: "start", opens: func(t *testing.T, path string, f fault) error { return started(t, path, f.o) }},
		{name: "migrate", opens: func(t *testing.T, path string, f fault) error {
			script := f.script + `CREATE TABLE extra AS SELECT zeroblob(1000000) AS a;`
			f.o = store.WithSteps(f.o, append(schema.Steps(), schema.Step{Script: script}))
			return started(t, path, f.o)
		}},
		{name: "recover", opens: func(t *testing.T, path string, f fault) error {
			_, err := rescue.Library(t.Context(), path, filepath.Join(t.TempDir(), "fresh.db"), f.o.Now, f.o.Updating)
			return err
		}},
		{name: "add", does: func(ctx context.Context, s *store.Store, _ model.ID) error {
			_, err := s.Put(ctx, true, storetest.NewCorpus(5000).Article(1000))
			return err
		}},
		{name: "mark", does: func(ctx context.Context, s *store.Store, first model.ID) error {
			return storetest.Err(s.Mark(ctx, "star", []model.ID{first}, model.StatusChange{Starred: storetest.True()}))
		}},
		{name: "visit", does: func(ctx context.Context, s *store.Store, first model.ID) error {
			return s.KeepPlace(ctx, first, model.Place{Block: 1}, 30)
		}},
		{name: "quit", does: func(_ context.Context, s *store.Store, _ model.ID) error { return s.Close() }},
	}
}

// started opens a library and closes it.
func started(t *testing.T, path string, o store.Options) error {
	s, err := store.Open(t.Context(), path, o)
	if err != nil {
		return err
	}
	return s.Close()
}

// fault is something that is wrong with the library file, or where it is.
type fault struct {
	name string
	// begins brings it about; the function that it returns ends it. s is the library while it is open, else nil.
	begins func(t *testing.T, path string, s *store.Store) (ends func())
	file   bool             // it is a fault of the file itself, which is there before the library is opened
	o      store.Options    // that the library is opened with
	script string           // of SQL that brings it about in the middle of a migration
	want   map[string]error // what each deed comes to; nil, that it is done
	other  error            // the same of the deeds that want does not name
	lost   bool             // what was in the file cannot be read any more by opening it
}

func faults() []fault {
	return []fault{
		{
			name: "full disk", begins: fullDisk, script: `PRAGMA max_page_count = 1;`, other: db.ErrFull,
			want: map[string]error{
				"start": nil, "recover": rescue.ErrSound, "quit": nil, "mark": nil, "visit": nil, // they take no room
			},
		},
		{name: "no write gets through", begins: noWrites, other: db.ErrReadOnly, want: map[string]error{
			"quit": nil,
		}},
		{
			name: "read only", begins: nothingYet, o: store.Options{ReadOnly: true}, other: db.ErrReadOnly,
			want: map[string]error{
				"start": nil, "recover": rescue.ErrSound, "quit": nil,
			},
		},
		{name: "damaged", begins: overwritten, file: true, other: db.ErrDamaged, lost: true, want: map[string]error{
			"recover": nil,
		}},
		{name: "newer", begins: stated(`PRAGMA user_version = 99`), file: true, other: db.ErrNewer, lost: true},
		{name: "foreign", begins: stated(`PRAGMA application_id = 7`), file: true, other: db.ErrForeign, lost: true},
		{name: "locked", begins: lockedByAnother, other: db.ErrBusy, want: map[string]error{
			"start": nil, "quit": nil,
		}},
		{
			name: "clock a year ahead", begins: nothingYet,
			o:    store.Options{Now: func() time.Time { return storetest.Noon.AddDate(1, 0, 0) }},
			want: map[string]error{"recover": rescue.ErrSound},
		},
		{
			name: "clock before 1970", begins: nothingYet,
			o:    store.Options{Now: func() time.Time { return time.Unix(-1e9, 0) }},
			want: map[string]error{"recover": rescue.ErrSound},
		},
	}
}

func nothingYet(*testing.T, string, *store.Store) func() { return func() {} }

// fullDisk lets an open library grow no more.
func fullDisk(t *testing.T, _ string, s *store.Store) func() {
	if s != nil {
		if _, err := s.DB().Write.Exec(`PRAGMA max_page_count = 1`); err != nil { // it is raised to what there is
			t.Fatal(err)
		}
	}
	return func() {}
}

// noWrites makes the system refuse every write to a file, as a disk does that is broken.
func noWrites(t *testing.T, _ string, _ *store.Store) func() {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Skipf("no limits here: %v", err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 0, Max: before.Max}); err != nil {
		t.Skipf("no limits here: %v", err)
	}
	return func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
			t.Fatal(err)
		}
		signal.Reset(syscall.SIGXFSZ)
	}
}

// overwritten takes the header from a library.
func overwritten(t *testing.T, path string, _ *store.Store) func() {
	t.Helper()
	data, err := os.ReadFile(path)
	if err == nil {
		clear(data[:100])
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() {}
}

// stated runs a statement that lede would not run.
func stated(statement string) func(*testing.T, string, *store.Store) func() {
	return func(t *testing.T, path string, _ *store.Store) func() {
		storetest.Exec(t, path, statement)
		return func() {}
	}
}

// lockedByAnother has another connection in the middle of writing.
func lockedByAnother(t *testing.T, path string, _ *store.Store) func() {
	t.Helper()
	db, err := sql.Open("sqlite", db.New(path, false, false, nil).DSN(false))
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	return func() { _, _ = tx.Rollback(), db.Close() }
}

// TestNoFaultCostsWhatIsKept does everything in every trouble. Each comes to what the table says, in an error that
// lede knows a sentence for, and once the trouble is over all is there that was there before.
//
// It does so in a process of its own: while no write gets through, the log of go test could not be written either.
func TestNoFaultCostsWhatIsKept(t *testing.T) {
	const itself = "LEDE_TEST_FAULTS"
	if os.Getenv(itself) == "" {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
		cmd.Env = append(os.Environ(), itself+"=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	c := storetest.NewCorpus(200)
	path, first, second := storetest.Filled(t, inMatrix), c.Article(0).ID, c.Article(1).ID
	starred(t, path, second)
	whole := contentOf(t, path)
	for _, f := range faults() {
		for _, d := range deeds() {
			t.Run(strings.ReplaceAll(f.name+" "+d.name, " ", "-"), func(t *testing.T) {
				if f.name == "locked" { // five seconds of waiting, in which nothing else is done
					t.Parallel()
				}
				want, named := f.want[d.name]
				if !named {
					want = f.other
				}
				path := filepath.Join(t.TempDir(), "library.db")
				if err := os.WriteFile(path, whole, 0o600); err != nil {
					t.Fatal(err)
				}
				meet(t, path, first, f, d, want)
			})
		}
	}
}

// inMatrix is how many articles the library has.
const inMatrix = 12

// meet does a deed with a library while there is a fault.
func meet(t *testing.T, path string, first model.ID, f fault, d deed, want error) {
	t.Helper()
	var before []byte
	got := func() error {
		if f.file || d.opens != nil {
			defer f.begins(t, path, nil)()
			before = contentOf(t, path)
		}
		if d.opens != nil {
			return d.opens(t, path, f)
		}
		s, err := store.Open(t.Context(), path, f.o)
		if err != nil {
			return err
		}
		defer s.Close()
		if !f.file {
			defer f.begins(t, path, s)()
		}
		return d.does(t.Context(), s, first)
	}()
	if !errors.Is(db.Explain(got), want) || want == nil && got != nil {
		t.Errorf("it comes to %v, want %v", got, want)
	}
	if f.lost {
		if !bytes.Equal(contentOf(t, path), before) {
			t.Error("the file has changed")
		}
		return
	}
	holds(t, path, inMatrix)
}

func contentOf(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// starred stars an article of a library.
func starred(t *testing.T, path string, id model.ID) {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return storetest.Noon }})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(t.Context(), "star", []model.ID{id}, model.StatusChange{Starred: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// holds fails unless a library is sound and has at least n articles, a starred one among them. One that was migrated
// is opened as what it is now.
func holds(t *testing.T, path string, n int) {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{})
	if errors.Is(err, db.ErrNewer) {
		s, err = store.Open(t.Context(), path,
			store.WithSteps(store.Options{}, append(schema.Steps(), schema.Step{Script: `SELECT 1`})))
	}
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
	if got, err := s.Count(t.Context(), query.Query{}); err != nil || got < n {
		t.Errorf("%d articles are there (%v), want %d", got, err, n)
	}
	star := query.Query{Expr: query.Is{State: query.Starred}}
	if got, err := s.Count(t.Context(), star); err != nil || got == 0 {
		t.Errorf("%d articles are starred (%v)", got, err)
	}
}
