package session

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"lede/content"
	"lede/content/watch"
	"lede/model"
)

// system is what a test has the system say of folders.
type system struct {
	events chan fsnotify.Event
	closed chan struct{}
}

// followed is a listed session of a folder with some files, whose changes are told by the test and joined at once.
func followed(ctx context.Context, t *testing.T, dir string) (*Session, system) {
	t.Helper()
	s := unlistedSession(t, content.Options{Path: filepath.Join(t.TempDir(), "library.db")}, dir)
	sys := system{make(chan fsnotify.Event), make(chan struct{})}
	over := make(chan time.Time)
	close(over)
	s.watching = watch.Options{
		After: func(time.Duration) <-chan time.Time { return over },
		Open: func() (*watch.Source, error) {
			return &watch.Source{
				Add: func(string) error { return nil }, Events: sys.events, Close: func() error { close(sys.closed); return nil },
			}, nil
		},
	}
	for p := range s.List(ctx) {
		if p.Note != "" {
			t.Errorf("a followed folder has a note: %s", p.Note)
		}
	}
	return s, sys
}

// change has the system say that files have changed, unless that went wrong, and waits for the session to say so.
func (sys system) change(t *testing.T, s *Session, changed error) {
	t.Helper()
	if changed != nil {
		t.Fatal(changed)
	}
	sys.events <- fsnotify.Event{Op: fsnotify.Write}
	<-s.moved
}

// writeIn writes an article into a file.
func writeIn(dir, name, text string) error {
	return os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600)
}

// shownTitles are those of all rows, in the order of the files.
func shownTitles(t *testing.T, s *Session) string {
	t.Helper()
	var all []string
	for _, r := range rowsOf(t, s, "") {
		all = append(all, r.Title)
	}
	return strings.Join(all, ", ")
}

// TestRowsFollowTheFilesOfAFolder changes, adds, renames and removes files of a folder that is listed.
func TestRowsFollowTheFilesOfAFolder(t *testing.T) {
	dir := t.TempDir()
	err := errors.Join(writeIn(dir, "a.md", "# Ferry\n\nIt sails.\n"), writeIn(dir, "b.md", "# Bridge\n\nIt stands.\n"),
		writeIn(dir, "c.md", "# Quay\n\nIt is long.\n"))
	if err != nil {
		t.Fatal(err)
	}
	s, sys := followed(t.Context(), t, dir)
	if got, want := shownTitles(t, s), "Ferry, Bridge, Quay"; got != want {
		t.Fatalf("the rows are %s, want %s", got, want)
	}
	below := filepath.Join(dir, "below")
	for _, step := range []struct {
		what string
		do   func() error
		want string
	}{
		{"changed", func() error {
			return writeIn(dir, "b.md", "# Bridge closed\n\nIt stood for long.\n")
		}, "Ferry, Bridge closed, Quay"},
		{"added", func() error {
			return errors.Join(os.Mkdir(below, 0o700), writeIn(below, "d.md", "# Dam\n"), writeIn(dir, "e.part", "x"))
		}, "Ferry, Bridge closed, Quay, Dam"},
		{"renamed", func() error {
			return os.Rename(filepath.Join(dir, "a.md"), filepath.Join(dir, "z.md"))
		}, "Ferry, Bridge closed, Quay, Dam"},
		{"removed", func() error {
			return errors.Join(os.Remove(filepath.Join(dir, "c.md")), os.RemoveAll(below))
		}, "Ferry, Bridge closed"},
		{"back", func() error {
			return writeIn(dir, "c.md", "# Quay\n\nIt is back.\n")
		}, "Ferry, Bridge closed, Quay"},
	} {
		sys.change(t, s, step.do())
		if got := shownTitles(t, s); got != step.want {
			t.Errorf("%s: the rows are %s, want %s", step.what, got, step.want)
		}
	}
	if ref := rowsOf(t, s, "")[0].Ref; filepath.Base(ref) != "z.md" {
		t.Errorf("the row of the renamed file opens %s", ref)
	}
}

// TestRemovedRowStaysRemovedWhenItsFileChanges removes a row from the list, and changes its file.
func TestRemovedRowStaysRemovedWhenItsFileChanges(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(writeIn(dir, "a.md", "# Ferry\n"), writeIn(dir, "b.md", "# Bridge\n")); err != nil {
		t.Fatal(err)
	}
	s, sys := followed(t.Context(), t, dir)
	yes := true
	row := rowsOf(t, s, "")[0]
	if _, err := s.Mark(t.Context(), "remove", []model.ID{row.ID}, model.StatusChange{Removed: &yes}); err != nil {
		t.Fatal(err)
	}
	sys.change(t, s, writeIn(dir, "a.md", "# Ferry late\n\nIt sails at last.\n"))
	if got := shownTitles(t, s); got != "Bridge" {
		t.Errorf("the rows are %s, want Bridge", got)
	}
}

// TestNewerTextOfAKeptFileIsAVersion stars an article, reads it, and writes a newer text of it into its file.
func TestNewerTextOfAKeptFileIsAVersion(t *testing.T) {
	const head = "---\nurl: https://quay.example/ferry\ntitle: Ferry\n---\n\n"
	const text = "The ferry sails at six. It carries forty cars. The fare is four crowns.\n\nNobody swims."
	dir := t.TempDir()
	if err := writeIn(dir, "a.md", head+text+"\n"); err != nil {
		t.Fatal(err)
	}
	s, sys := followed(t.Context(), t, dir)
	yes, row := true, rowsOf(t, s, "")[0]
	for _, c := range []model.StatusChange{{Starred: &yes}, {Read: &yes}} {
		if _, err := s.Mark(t.Context(), "mark", []model.ID{row.ID}, c); err != nil {
			t.Fatal(err)
		}
	}
	sys.change(t, s, writeIn(dir, "a.md", head+text+" The pier is closed in winter.\n"))
	id := s.files.article(row.ID)
	before, changes, err := s.Changed(t.Context(), id)
	if err != nil || len(changes) != 1 || !strings.Contains(changes[0].New, "The pier is closed") {
		t.Errorf("what has changed since: %v of %q (%v), want the sentence about the pier", changes, before.Title, err)
	}
	if now := rowsOf(t, s, "")[0]; !now.Status.Starred || now.ID != row.ID {
		t.Errorf("the row is %+v, want the starred one of before", now)
	}
}

// TestNothingFollowsFilesOnceTheListIsLeft ends the list, and waits for its watcher to be closed.
func TestNothingFollowsFilesOnceTheListIsLeft(t *testing.T) {
	dir := t.TempDir()
	if err := writeIn(dir, "a.md", "# Ferry\n"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, sys := followed(ctx, t, dir)
	cancel()
	<-sys.closed
}

// TestFolderThatCannotBeFollowedSaysSo lists a folder that the system cannot follow, and the same file by its name.
func TestFolderThatCannotBeFollowedSaysSo(t *testing.T) {
	dir := t.TempDir()
	if err := writeIn(dir, "a.md", "# Ferry\n"); err != nil {
		t.Fatal(err)
	}
	for ref, want := range map[string]string{
		dir: "lede looks for changes in " + filepath.Base(dir) + " from time to time: " +
			"it has too many folders to be followed at once.",
		filepath.Join(dir, "a.md"): "",
	} {
		ctx, cancel := context.WithCancel(t.Context())
		s := unlistedSession(t, content.Options{Path: filepath.Join(t.TempDir(), "library.db")}, ref)
		s.watching.Open = func() (*watch.Source, error) { return nil, watch.ErrTooMany }
		var last model.Progress
		for p := range s.List(ctx) {
			last = p
		}
		cancel()
		if last.Note != want {
			t.Errorf("%s: the note is %q, want %q", ref, last.Note, want)
		}
	}
}
