package shelf_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/content/contenttest"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

func TestErrorsOfTheLibraryAreSentences(t *testing.T) {
	dir := t.TempDir()
	junk := filepath.Join(dir, "junk.db")
	if err := os.WriteFile(junk, bytes.Repeat([]byte("no database "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"": "Cannot use the library: there is no home folder to keep it in. Name a file with " +
			"--library FILE.",
		dir:                            "it is a folder. Name a file with --library FILE.",
		junk:                           "it is not a library of articles. Name another file with --library FILE.",
		filepath.Join(junk, "x", "db"): "Cannot use the library",
	} {
		_, err := content.New(content.Options{Path: path}).Count(t.Context(), query.Query{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", path, err, want)
		}
	}
}

func TestANewerLibraryIsLeftAsItIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := contenttest.NewLibrary(t, content.Options{Path: path, Stdin: strings.NewReader(contenttest.Rows(3))})
	contenttest.Finish(l.Add(t.Context(), []string{"-"}, content.JSONLines))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Count(t.Context(), query.Query{})
	if err == nil || !strings.HasSuffix(err.Error(), "a newer lede has written it. Update lede.") {
		t.Errorf("got %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file has changed")
	}
}

func TestALibraryThatAnotherHoldsIsWaitedForAndNamed(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits five seconds")
	}
	path := filepath.Join(t.TempDir(), "library.db")
	l := contenttest.NewLibrary(t, content.Options{Path: path, Stdin: strings.NewReader(contenttest.Rows(3))})
	contenttest.Finish(l.Add(t.Context(), []string{"-"}, content.JSONLines))
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if n, err := l.Count(t.Context(), query.Query{}); err != nil || n != 3 {
		t.Errorf("reading: %d, %v", n, err)
	}
	yes := true
	_, err = l.MarkQuery(t.Context(), "mark", query.Query{}, model.StatusChange{Read: &yes})
	if err == nil || !strings.HasSuffix(err.Error(), "another program keeps it busy. Try again in a moment.") {
		t.Errorf("writing: %v", err)
	}
}

func TestALibraryThatCannotBeWrittenIsRead(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	path := filepath.Join(t.TempDir(), "library.db")
	l := contenttest.NewLibrary(t, content.Options{Path: path, Stdin: strings.NewReader(contenttest.Rows(3))})
	contenttest.Finish(l.Add(t.Context(), []string{"-"}, content.JSONLines))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(path)
	for place, mode := range map[string]os.FileMode{path: 0o400, dir: 0o500} {
		if err := os.Chmod(place, mode); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(dir, 0o700)
	if n, err := l.Count(t.Context(), query.Query{}); err != nil || n != 3 {
		t.Errorf("reading: %d, %v", n, err)
	}
	if err := l.KeepPlace(t.Context(), "0123456789abcdef", model.Place{Block: 1}, 1); err == nil ||
		!strings.Contains(err.Error(), "it cannot be written. Ask for the right") {
		t.Errorf("writing: %v", err)
	}
}
