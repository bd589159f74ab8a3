package shelf_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/contenttest"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

func TestADamagedLibraryIsSavedAsFarAsItGoes(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "library.db")
	l := contenttest.NewLibrary(t, content.Options{Path: path, Stdin: strings.NewReader(contenttest.Rows(2000))})
	if got := contenttest.Finish(l.Add(ctx, []string{"-"}, content.JSONLines)); got.Added != 2000 {
		t.Fatalf("%+v", got)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	const pageSize = 4096
	info, _ := f.Stat()
	var gone []int64 // nine pages, by their number in the file
	for at := info.Size() / 10; at < info.Size(); at += info.Size() / 10 {
		gone = append(gone, at/pageSize+1)
	}
	lost := textsOn(t, path, gone)
	for _, page := range gone {
		if _, err := f.WriteAt(bytes.Repeat([]byte{0xA5}, pageSize), (page-1)*pageSize); err != nil {
			t.Fatal(err)
		}
	}
	_ = f.Close()
	if wrong, err := l.Inspect(ctx); err == nil && len(wrong) == 0 {
		t.Error("the damage is not found")
	}
	n, old, err := l.Recover(ctx)
	if err != nil || n.Articles < 1900 || n.Textless > lost {
		t.Fatalf("saved %+v, %v; %d texts were on the pages that are gone", n, err, lost)
	}
	if _, err := os.Stat(old); err != nil {
		t.Error(err)
	}
	if wrong, err := l.Inspect(ctx); err != nil || len(wrong) > 0 {
		t.Errorf("the new library: %v, %v", wrong, err)
	}
	t.Logf("saved %+v of 2000; %d texts were on the pages that are gone", n, lost)
	if got := len(contenttest.Every(t, l)); got != n.Articles {
		t.Errorf("%d articles, and it told %d", got, n.Articles)
	}
}

// textsOn returns how many texts some pages of a library's file hold.
func textsOn(t *testing.T, path string, pages []int64) (n int) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, page := range pages {
		var cells int
		row := db.QueryRowContext(t.Context(),
			`SELECT coalesce(sum(ncell), 0) FROM dbstat WHERE name = 'body' AND pagetype = 'leaf' AND pageno = ?`, page)
		if err := row.Scan(&cells); err != nil {
			t.Fatal(err)
		}
		n += cells
	}
	return n
}

// overwriteHeader damages a library so that SQLite reads nothing of it, and nothing is lost.
func overwriteHeader(t *testing.T, path string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt(make([]byte, 100), 0); err != nil {
		t.Fatal(err)
	}
}

// TestRecoverBringsAllThatTheReaderDid saves a library without a header, which must lose nothing.
func TestRecoverBringsAllThatTheReaderDid(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "library.db")
	l := contenttest.NewLibrary(t, content.Options{Path: path, Stdin: strings.NewReader(contenttest.Rows(6))})
	contenttest.Finish(l.Add(ctx, []string{"-"}, content.JSONLines))
	ids, err := l.IDs(ctx, query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	yes := true
	for _, err := range []error{
		second(l.Mark(ctx, "remove", ids[:2], model.StatusChange{Removed: &yes})),
		second(l.Mark(ctx, "star", ids[2:3], model.StatusChange{Starred: &yes})),
		second(l.Tag(ctx, "tag", ids[:4], []string{"Dykes", "Piers", "Sluices"}, nil)),
		l.RenameTopic(ctx, "rename", "Dykes", "Sea dykes"), l.MergeTopics(ctx, "merge", []string{"Piers"}, "Sea dykes"),
		l.HideTopic(ctx, "hide", "Sluices", true),
		l.KeepPlace(ctx, ids[4], model.Place{Block: 2}, 40), l.KeepPlace(ctx, ids[3], model.Place{Block: 1}, 30),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s, err := l.Store(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Lead(ctx, "https://t.example/short", ids[5]); err != nil {
		t.Fatal(err)
	}
	told := func() string {
		var b strings.Builder
		held, err := l.Held(ctx, []string{"https://t.example/short"})
		fmt.Fprintln(&b, held, err)
		trash, err := l.Trash(ctx, 0, 9)
		fmt.Fprintln(&b, trash, err)
		going, err := l.Continue(ctx, 9)
		fmt.Fprintln(&b, going, err)
		facets, err := l.Facets(ctx, query.Query{})
		fmt.Fprintln(&b, facets, err)
		return b.String()
	}
	want := told()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	overwriteHeader(t, path)
	if n, _, err := l.Recover(ctx); err != nil || n.Articles != 6 || n.Textless != 0 {
		t.Fatalf("saved %+v, %v", n, err)
	}
	if d := cmp.Diff(want, told()); d != "" {
		t.Errorf("(-before +after):\n%s", d)
	}
}

func second(_ int, err error) error { return err }

// TestNothingIsPutAsideOverAnotherFile saves a library twice within a second.
func TestNothingIsPutAsideOverAnotherFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := contenttest.NewLibrary(t,
		content.Options{Path: path, Stdin: strings.NewReader(contenttest.Rows(3)), Now: func() time.Time {
			return time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)
		}})
	contenttest.Finish(l.Add(t.Context(), []string{"-"}, content.JSONLines))
	names := map[string]bool{}
	for range 3 {
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		overwriteHeader(t, path)
		_, old, err := l.Recover(t.Context())
		if _, missing := os.Stat(old); err != nil || missing != nil {
			t.Fatal(err, missing)
		}
		names[old] = true
	}
	if len(names) != 3 {
		t.Errorf("put aside as %v", names)
	}
}

// TestRecoverDoesNotAdviseItself has nothing to recover, with and without a backup beside it.
func TestRecoverDoesNotAdviseItself(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "library.db")
	l := contenttest.NewLibrary(t, content.Options{Path: path, Stdin: strings.NewReader(contenttest.Rows(4))})
	contenttest.Finish(l.Add(ctx, []string{"-"}, content.JSONLines))
	if _, _, err := l.Recover(ctx); err == nil || !strings.Contains(err.Error(), "it is sound") {
		t.Errorf("a sound library: %v", err)
	}
	backup, err := l.Backup(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, make([]byte, 1<<16), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err = l.Recover(ctx)
	if err == nil || !strings.HasSuffix(err.Error(), "lede db recover --from "+backup+".") {
		t.Errorf("nothing left: %v", err)
	}
	n, old, err := l.RecoverFrom(ctx, backup)
	if err != nil || n != 4 || old == "" || len(contenttest.Every(t, l)) != 4 {
		t.Errorf("from the backup: %d, %q, %v", n, old, err)
	}
	if _, _, err := l.RecoverFrom(ctx, backup+"x"); err == nil {
		t.Error("a missing backup took the place of the library")
	}
	if got := len(contenttest.Every(t, l)); got != 4 {
		t.Errorf("then %d articles are left", got)
	}
}
