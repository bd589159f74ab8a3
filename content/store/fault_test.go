package store_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/schema"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// TestWriter is the writer that TestNothingAcknowledgedIsLost kills: it adds and marks articles for ever, and prints
// the ID of each once it has been acknowledged.
func TestWriter(t *testing.T) {
	path, round := os.Getenv("STORE_WRITER"), os.Getenv("STORE_ROUND")
	if path == "" {
		t.Skip("runs as a program of its own")
	}
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		fmt.Fprintln(os.Stdout, "error", err)
		return
	}
	rnd := rand.New(rand.NewPCG(1, 1))
	for i := 0; err == nil; i++ {
		a := storetest.Random(rnd, i)
		a.ID = model.NewID(round, strconv.Itoa(i))
		var kept []model.Kept
		if kept, err = s.Put(t.Context(), true, a); err == nil {
			fmt.Fprintln(os.Stdout, "put", kept[0].ID)
			_, err = s.Mark(t.Context(), "star", []model.ID{kept[0].ID}, model.StatusChange{Starred: storetest.True()})
		}
		if err == nil {
			fmt.Fprintln(os.Stdout, "star", kept[0].ID)
		}
	}
	fmt.Fprintln(os.Stdout, "error", err)
}

// TestNothingAcknowledgedIsLost kills writers at any moment, two at a time, and looks for everything that they have
// said to be on disk. LEDE_KILLS is how often.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	rounds := 10
	if n, err := strconv.Atoi(os.Getenv("LEDE_KILLS")); err == nil {
		rounds = n / 2
	}
	path := filepath.Join(t.TempDir(), "library.db")
	said, lines := make(map[string]bool), 0 // a later round may acknowledge the same article
	rnd := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	for round := range rounds {
		var outs [2]heard
		var writers [2]*exec.Cmd
		first := make(chan struct{}, 2)
		for i := range writers {
			writers[i] = exec.Command(os.Args[0], "-test.run=^TestWriter$")
			writers[i].Env = append(os.Environ(), "STORE_WRITER="+path, fmt.Sprintf("STORE_ROUND=%d-%d", round, i))
			outs[i].first = first
			writers[i].Stdout = &outs[i]
			if err := writers[i].Start(); err != nil {
				t.Fatal(err)
			}
		}
		if round%2 == 1 { // in the other rounds they may be killed before they say anything
			select {
			case <-first:
			case <-time.After(time.Minute):
				t.Fatal("no writer says anything")
			}
		}
		time.Sleep(time.Duration(20+rnd.IntN(150)) * time.Millisecond)
		for i, w := range writers {
			_ = w.Process.Kill()
			_ = w.Wait()
			out := bufio.NewScanner(&outs[i].said)
			for ; out.Scan(); lines++ {
				if strings.HasPrefix(out.Text(), "error") {
					t.Errorf("round %d: a writer said %s", round, out.Text())
				}
				said[out.Text()] = true
			}
		}
	}
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Fatal(wrong, err)
	}
	for line := range said {
		what, id, _ := strings.Cut(line, " ")
		_, st, err := s.Get(t.Context(), model.ID(id))
		if err != nil || what == "star" && !st.Starred {
			t.Errorf("%s was acknowledged, and is lost: %v %+v", line, err, st)
		}
	}
	if lines < rounds/2 {
		t.Errorf("only %d changes were acknowledged", lines)
	}
}

// heard is what a writer says, and tells when it begins to.
type heard struct {
	said  bytes.Buffer
	first chan<- struct{}
}

// Write implements io.Writer.
func (h *heard) Write(p []byte) (int, error) {
	if h.said.Len() == 0 {
		h.first <- struct{}{}
	}
	return h.said.Write(p)
}

// TestAFullDiskKeepsWhatWasThere fills the file to a size that it may not pass.
func TestAFullDiskKeepsWhatWasThere(t *testing.T) {
	s := storetest.Open(t)
	c := storetest.NewCorpus(300)
	if _, err := s.Put(t.Context(), true, c.Article(0)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.DB().Write.Exec(`PRAGMA max_page_count = 200`); err != nil {
		t.Fatal(err)
	}
	kept := 1
	var err error
	for i := 1; err == nil && i < 2000; i++ {
		if _, err = s.Put(t.Context(), true, c.Article(i)); err == nil {
			kept++
		}
	}
	if !errors.Is(err, db.ErrFull) {
		t.Fatalf("got %v, want ErrFull", err)
	}
	if n, err := s.Count(t.Context(), query.Query{}); err != nil || n != kept {
		t.Errorf("%d articles are there (%v), want %d", n, err, kept)
	}
	if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Error(wrong, err)
	}
}

// TestFilesOfOthersStayAsTheyAre opens what is no library of this lede.
func TestFilesOfOthersStayAsTheyAre(t *testing.T) {
	for _, c := range append(storetest.Strangers(), []storetest.Stranger{
		{Name: "no database", Make: func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "notes.txt")
			if err := os.WriteFile(path, bytes.Repeat([]byte("Notes on the tides.\n"), 500), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}, Want: db.ErrForeign},
	}...) {
		path := c.Make(t)
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if s, err := store.Open(t.Context(), path, store.Options{}); !errors.Is(err, c.Want) {
			t.Errorf("%s: got %v, want %v", c.Name, err, c.Want)
			if err == nil {
				s.Close()
			}
		}
		after, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s: the file has changed (%v)", c.Name, err)
		}
	}
}

// TestADamagedFileIsNamed damages a library in several ways; each must be told as damage, and nothing may panic.
func TestADamagedFileIsNamed(t *testing.T) {
	whole, err := os.ReadFile(storetest.Filled(t, 120))
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(4, 4))
	garbage := func(from, n int) []byte {
		out := bytes.Clone(whole)
		for i := from; i < from+n; i++ {
			out[i] = byte(rnd.UintN(256))
		}
		return out
	}
	for name, data := range map[string][]byte{
		"cut in half": whole[:len(whole)/2], "cut to a page": whole[:4096],
		"garbage in the middle":    garbage(len(whole)/2, len(whole)/4),
		"garbage at the beginning": garbage(100, 8000), "no header": garbage(0, 100),
	} {
		path := filepath.Join(t.TempDir(), "library.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), path, store.Options{})
		if err != nil {
			if !errors.Is(err, db.ErrDamaged) {
				t.Errorf("%s: got %v, want ErrDamaged", name, err)
			}
			continue
		}
		wrong, err := s.Check(t.Context())
		if len(wrong) == 0 && !errors.Is(err, db.ErrDamaged) {
			t.Errorf("%s: nothing was found (%v)", name, err)
		}
		_, _ = s.Facets(t.Context(), query.Query{})
		if err := s.Close(); err != nil && !errors.Is(db.Explain(err), db.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReadOnlyPlaces reads a library that nothing can be written beside.
func TestReadOnlyPlaces(t *testing.T) {
	path := storetest.Filled(t, 20)
	s, err := store.Open(t.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if rows, err := s.Find(t.Context(), query.Query{}, 0, 50); err != nil || len(rows) != 20 {
		t.Errorf("found %d rows (%v), want 20", len(rows), err)
	}
	if f, err := s.Facets(t.Context(), query.Query{}); err != nil || f.Total != 20 {
		t.Errorf("counted %d (%v), want 20", f.Total, err)
	}
	if _, err := s.Put(t.Context(), true, storetest.NewCorpus(50).Article(1)); !errors.Is(err, db.ErrReadOnly) {
		t.Errorf("got %v, want ErrReadOnly", err)
	}
	for _, beside := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(path + beside); err == nil {
			t.Errorf("%s was made beside it", beside)
		}
	}
}

// TestMigrationsBackUpFirst brings a library forward by a version that only this test knows.
func TestMigrationsBackUpFirst(t *testing.T) {
	path := storetest.Filled(t, 5)
	steps := append(schema.Steps(), schema.Step{Script: `ALTER TABLE article ADD COLUMN extra TEXT;`})
	s, err := store.Open(t.Context(), path, store.WithSteps(store.Options{}, steps))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	backups, err := filepath.Glob(path + ".*.backup")
	if err != nil || len(backups) != 1 {
		t.Fatalf("there are %d backups (%v), want 1", len(backups), err)
	}
	if info, err := os.Stat(backups[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the backup has the mode %v (%v)", info.Mode(), err)
	}
	old, err := store.Open(t.Context(), backups[0], store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	if n, err := old.Count(t.Context(), query.Query{}); err != nil || n != 5 {
		t.Errorf("the backup has %d articles (%v), want 5", n, err)
	}
	if _, err := store.Open(t.Context(), path, store.Options{}); !errors.Is(err, db.ErrNewer) {
		t.Errorf("got %v, want ErrNewer", err)
	}
}

// TestAFailedMigrationChangesNothing breaks off half way.
func TestAFailedMigrationChangesNothing(t *testing.T) {
	path := storetest.Filled(t, 5)
	steps := append(schema.Steps(),
		schema.Step{Script: `ALTER TABLE article ADD COLUMN extra TEXT; SELECT no_such_function();`})
	if _, err := store.Open(t.Context(), path, store.WithSteps(store.Options{}, steps)); err == nil {
		t.Fatal("it did not fail")
	}
	s, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n, err := s.Count(t.Context(), query.Query{}); err != nil || n != 5 {
		t.Errorf("%d articles are there (%v), want 5", n, err)
	}
}

// TestTheTrashOutlivesAWrongClock removes an article, and looks through the trash with clocks that are wrong.
func TestTheTrashOutlivesAWrongClock(t *testing.T) {
	now := storetest.Noon
	path := filepath.Join(t.TempDir(), "library.db")
	s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	a := storetest.NewCorpus(50).Article(1)
	if _, err := s.Put(t.Context(), true, a); err != nil {
		t.Fatal(err)
	}
	purge := func(at time.Time, want int) {
		t.Helper()
		now = at
		if n, err := s.Purge(t.Context()); err != nil || n != want {
			t.Fatalf("%d were deleted (%v), want %d", n, err, want)
		}
	}
	purge(storetest.Noon, 0)
	now = storetest.Noon.AddDate(-1, 0, 0) // the clock goes back a year
	if _, err := s.Mark(t.Context(), "remove", []model.ID{a.ID},
		model.StatusChange{Removed: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	purge(storetest.Noon.AddDate(0, 0, 1), 0)
	purge(storetest.Noon.AddDate(1, 0, 0), 0) // and ahead for a moment
	purge(storetest.Noon.AddDate(0, 0, 29), 0)
	purge(storetest.Noon.AddDate(0, 0, 31), 0)
	purge(storetest.Noon.AddDate(0, 0, 62), 1)
	if _, _, err := s.Get(t.Context(), a.ID); !errors.Is(err, db.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}
