package session

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/content"
	"lede/content/contenttest"
	"lede/content/fetch"
	"lede/content/parse"
	"lede/model"
	"lede/model/query"
)

// session is a session of refs, over a library that does not exist yet, with all that is there listed.
func session(t testing.TB, refs ...string) *Session {
	t.Helper()
	s := unlistedSession(t, content.Options{Path: filepath.Join(t.TempDir(), "library.db")}, refs...)
	listAll(t, s)
	return s
}

func unlistedSession(t testing.TB, o content.Options, refs ...string) *Session {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	l := content.New(o)
	s := New(l, refs...)
	t.Cleanup(func() {
		if err := errors.Join(s.Close(), l.Close()); err != nil {
			t.Error(err)
		}
	})
	return s
}

// listAll lists to the end, and returns the last step and what could not be read.
func listAll(t testing.TB, s *Session) (last model.Progress, errs []error) {
	t.Helper()
	for p := range s.List(context.Background()) {
		last = p
		errs = append(errs, p.Errs...)
	}
	if !last.Last {
		t.Errorf("the last step is %+v", last)
	}
	return last, errs
}

func rowsOf(t testing.TB, s *Session, text string) []model.Row {
	t.Helper()
	q, err := query.Parse(text, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.Find(t.Context(), q, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func titlesOf(rows []model.Row) string {
	var all []string
	for _, r := range rows {
		all = append(all, r.Title)
	}
	return strings.Join(all, ", ")
}

// write writes files into a new folder.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestASessionListsEveryFileOfAFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"a.md": "---\ntitle: The tides\ndate: 2024-01-01\ntags: [tides]\n---\n\n" + contenttest.Article(300),
		// the same article
		"b.md":   "---\ntitle: The tides\ndate: 2024-01-01\ntags: [tides]\n---\n\n" + contenttest.Article(300),
		"c.html": contenttest.ScriptPage, "d.txt": "", "e.txt": strings.Repeat("\x00\x01\xF2", 99),
		"f.md":  "---\ntitle: The ferries\ndate: 2026-01-01\n---\n\nThe night ferries are running again.",
		"g.txt": strings.Repeat("\n", 64<<10) + "Words after many blank lines.\n",
	})
	s := session(t, dir, "nosuch.md")
	rows := rowsOf(t, s, "")
	var got []string
	for _, r := range rows {
		got = append(got, fmt.Sprintf("%s %v", filepath.Base(r.Ref), r.Problem != ""))
	}
	want := "a.md false, b.md false, c.html true, d.txt true, e.txt true, f.md false, g.txt false, nosuch.md true"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if rows[0].ID == rows[1].ID {
		t.Error("two files are one row")
	}
	for query, want := range map[string]string{
		"ferries": "The ferries", "topic:tides": "The tides, The tides",
		"sort:date": "The ferries, The tides", "words after": "Words after",
	} {
		if got := titlesOf(rowsOf(t, s, query)); !strings.HasPrefix(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	if s.Name() != "" || New(s.Library, dir).Name() != filepath.Base(dir) {
		t.Errorf("the names are %q and %q", s.Name(), New(s.Library, dir).Name())
	}
}

// TestMarksOfASessionAreTheLibrarys marks files that are not in the library, and looks at them with the next run.
func TestMarksOfASessionAreTheLibrarys(t *testing.T) {
	text := func(name string) string {
		return "---\ntitle: " + name + "\n---\n\n" + strings.Repeat(name+" and the sea. ", 40)
	}
	dir := write(t, map[string]string{
		"a.md": text("Tides"), "b.md": text("Tides"), "c.md": text("Ferries"), "d.md": text("Quays"), "e.md": "",
	})
	s := session(t, dir)
	rows := rowsOf(t, s, "")
	yes, no := true, false
	do := func(n int, err error) {
		t.Helper()
		if n == 0 || err != nil {
			t.Errorf("changed %d: %v", n, err)
		}
	}
	id := func(at int) []model.ID { return []model.ID{rows[at].ID} }
	do(s.Mark(t.Context(), "read", id(0), model.StatusChange{Read: &yes}))
	do(s.Mark(t.Context(), "star", id(2), model.StatusChange{Starred: &yes}))
	do(s.Tag(t.Context(), "tag", id(3), []string{"harbour"}, nil))
	do(s.Mark(t.Context(), "remove", id(3), model.StatusChange{Removed: &yes}))
	look := func(s *Session, when string) {
		t.Helper()
		for query, want := range map[string]string{
			"is:read": "Tides, Tides", "is:starred": "Ferries", "is:saved": "Ferries, Quays", "topic:harbour": "Quays",
		} {
			if got := titlesOf(rowsOf(t, s, query)); got != want {
				t.Errorf("%s: %s finds %q, want %q", when, query, got, want)
			}
		}
	}
	if got := titlesOf(rowsOf(t, s, "")); got != "Tides, Tides, Ferries, e.md" {
		t.Errorf("after a row is removed there are %s", got)
	}
	if title, _, err := s.Undo(t.Context()); title != "remove" || err != nil {
		t.Errorf("undone is %q: %v", title, err)
	}
	look(s, "at once")
	if n, err := s.Library.Count(t.Context(), query.Query{}); n != 2 || err != nil {
		t.Errorf("the library has %d articles: %v", n, err)
	}
	next := New(s.Library, dir)
	defer next.Close()
	listAll(t, next)
	look(next, "in the next run")
	for _, want := range []string{"tag", "star"} {
		if title, _, err := s.Undo(t.Context()); title != want || err != nil {
			t.Errorf("undone is %q, want %q: %v", title, want, err)
		}
	}
	if got := titlesOf(rowsOf(t, next, "is:starred OR topic:harbour")); got != "" {
		t.Errorf("the other session still has %s", got)
	}
	if _, err := s.Mark(t.Context(), "star", id(4), model.StatusChange{Starred: &yes}); err == nil {
		t.Error("what is no article can be starred")
	}
	do(s.MarkQuery(t.Context(), "unread", query.Query{}, model.StatusChange{Read: &no}))
}

func TestAReadPlaceShowsInASession(t *testing.T) {
	s := session(t, write(t, map[string]string{"a.md": "# Tides\n\n" + contenttest.Article(500)}))
	a, err := s.Read(t.Context(), rowsOf(t, s, "")[0].Ref)
	if err == nil {
		err = s.KeepPlace(t.Context(), a.ID, model.Place{Block: 1}, 40)
	}
	rows := rowsOf(t, s, "is:unfinished")
	if err != nil || len(rows) != 1 || rows[0].Status.Percent != 40 {
		t.Errorf("got %+v: %v", rows, err)
	}
}

// TestTheFolderOfASessionGoes also finds what a run left that was killed.
func TestTheFolderOfASessionGoes(t *testing.T) {
	s := session(t, write(t, map[string]string{"a.md": "# Tides"}))
	temporary := os.Getenv("TMPDIR")
	folders := func() []string {
		t.Helper()
		all, err := filepath.Glob(filepath.Join(temporary, "lede*"))
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	if got := folders(); len(got) != 1 {
		t.Fatalf("there are %q", got)
	}
	for _, name := range []string{".", "lock", "session.db", "session.db-wal"} {
		info, err := os.Stat(filepath.Join(folders()[0], name))
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	killed, err := newScratch()
	if err != nil {
		t.Fatal(err)
	}
	beginning := filepath.Join(temporary, strings.TrimSuffix(scratchName, "*")+"new") // one that is being made
	if err := errors.Join(killed.lock.Close(), os.Mkdir(beginning, 0o700)); err != nil {
		t.Fatal(err)
	}
	sweep()
	if got := folders(); len(got) != 2 || slices.Contains(got, killed.dir) {
		t.Errorf("after sweeping there are %q", got)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if got := folders(); len(got) != 1 {
		t.Errorf("after closing there are %q", got)
	}
	if _, err := s.Find(t.Context(), query.Query{}, 0, 1); err == nil {
		t.Error("a closed session answers")
	}
}

func TestASessionSaysWhyItCannotList(t *testing.T) {
	s := unlistedSession(t, content.Options{}, "a.md")
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "nosuch"))
	_, errs := listAll(t, s)
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "TMPDIR") {
		t.Errorf("got %v", errs)
	}
}

// TestASessionEndsWithItsContext hangs when the channel stays open.
func TestASessionEndsWithItsContext(t *testing.T) {
	s := unlistedSession(t, content.Options{}, contenttest.Folder(t, 200))
	ctx, cancel := context.WithCancel(t.Context())
	steps := s.List(ctx)
	<-steps
	cancel()
	for range steps {
	}
}

// BenchmarkSession compares, for ten thousand files, reading them and doing nothing with them, the first rows of a
// session, all of them, all with their topics and words, and the way of their texts without a session.
func BenchmarkSession(b *testing.B) {
	const many = 10_000
	dir := contenttest.Folder(b, many)
	b.Run("floor=read", func(b *testing.B) {
		for b.Loop() {
			contenttest.ReadAll(b, dir)
		}
	})
	b.Run("first", func(b *testing.B) { benchmarkSession(b, dir, content.StageReading, 1) })
	b.Run("rows", func(b *testing.B) { benchmarkSession(b, dir, content.StageReading, many) })
	b.Run("whole", func(b *testing.B) { benchmarkSession(b, dir, "", 0) })
	b.Run("floor=topics", func(b *testing.B) { benchmarkTopics(b, dir) })
}

// benchmarkTopics reads all articles one after the other, as lede topics does.
func benchmarkTopics(b *testing.B, dir string) {
	l := content.New(content.Options{})
	for b.Loop() {
		(fetch.Fetcher{IsArticle: parse.IsArticle}).Walk(b.Context(), []string{dir}, func(f fetch.Found) bool {
			for _, ref := range f.Refs {
				if _, err := l.Read(b.Context(), ref); err != nil {
					b.Fatal(err)
				}
			}
			return true
		})
	}
}

// benchmarkSession lists dir up to the step of a stage with so many files done.
func benchmarkSession(b *testing.B, dir, stage string, done int) {
	for b.Loop() {
		s := unlistedSession(b, content.Options{}, dir)
		ctx, cancel := context.WithCancel(context.Background())
		for p := range s.List(ctx) {
			if p.Stage == stage && p.Done >= done || p.Stage != stage && stage == content.StageReading {
				break
			}
		}
		cancel()
		_ = s.Close()
	}
}
