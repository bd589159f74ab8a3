//go:build unix

package fetch

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"
)

func fetcher() Fetcher {
	return Fetcher{
		Stdin: strings.NewReader("from a pipe"),
		Pages: fstest.MapFS{
			"b.md": {Data: []byte("b")}, "a.txt": {Data: []byte("a")}, "x.go": {},
			"more/c.md": {Data: []byte("c")},
		},
		IsArticle: func(name string) bool {
			return slices.Contains([]string{".md", ".markdown", ".txt", ".html"}, strings.ToLower(filepath.Ext(name)))
		},
		Go: func(_ string, f func()) { go f() },
	}
}

func TestOpenReadsEachKindOfReference(t *testing.T) {
	path := filepath.Join(t.TempDir(), "story.txt")
	if err := os.WriteFile(path, []byte("a file"), 0o600); err != nil {
		t.Fatal(err)
	}
	for ref, want := range map[string]string{path: "a file", Stdin: "from a pipe", Builtin + "more/c.md": "c"} {
		src, err := fetcher().Open(context.Background(), ref)
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := src.ReadAll(context.Background(), nil, MaxBytes)
		if string(got) != want || err != nil {
			t.Errorf("%s: got %q, %v", ref, got, err)
		}
		_ = src.Close()
	}
}

func TestErrorsAreCleanSentences(t *testing.T) {
	dir := t.TempDir()
	socket := filepath.Join(dir, "s")
	fd, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		t.Skip(err)
	}
	defer syscall.Close(fd)
	if err := syscall.Bind(fd, &syscall.SockaddrUnix{Name: socket}); err != nil {
		t.Skip(err)
	}
	for ref, want := range map[string]string{
		"":                          "the name is empty",
		"no\x1b[31m\nsuch":          "Cannot open no\uFFFD[31m such: there is no such file.",
		strings.Repeat("long/", 99): "…: there is no such file.",
		"https://":                  "nothing is fetched from the web here",
		"https://a.example/x":       "nothing is fetched from the web here",
		"news.example/story":        "there is no such file. For the web page write https:// before it.",
		"www.news.example":          "For the web page write https:// before it.",
		"../news.example/story":     "there is no such file. Check the name",
		"story.txt":                 "there is no such file. Check the name",
		"story.md":                  "there is no such file. Check the name",
		"notes:1":                   "there is no such file. Check the name",
		"news.com":                  "For the web page write https:// before it.",
		"mailto:x@news.example": "lede does not open addresses that begin with mailto:. It opens files, folders and " +
			"pages: https://HOST/PAGE.",
		"JavaScript:alert(1)": "lede does not open addresses that begin with javascript:.",
		"file:/etc/hosts":     "lede opens a file by its path. Write the path alone.",
		"https:":              "the address names no host. Write it as https://HOST/PAGE.",
		dir:                   "it is a folder",
		socket:                "it is a socket",
		"/dev/zero":           "it is a device",
		dir + "/s/below":      "not a directory",
		Builtin + "../secret": "there is no such built-in page",
	} {
		_, err := fetcher().Open(context.Background(), ref)
		var known *Error
		if !errors.As(err, &known) || !strings.Contains(err.Error(), want) || strings.ContainsAny(err.Error(), "\x1b\n") {
			t.Errorf("%q: got %q, want %q", ref, err, want)
		}
	}
}

func TestRightsAreTold(t *testing.T) {
	err := fileError("x.txt", &fs.PathError{Op: "open", Path: "x.txt", Err: syscall.EACCES})
	if !strings.Contains(err.Error(), "you may not read it") || !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
}

func TestPipeWaitsAndEndsWithItsContext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		_, err := fetcher().Open(ctx, path)
		ended <- err
	}()
	cancel()
	select {
	case err := <-ended:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the open did not end")
	}

	go func() {
		if w, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			_, _ = io.WriteString(w, "written")
			_ = w.Close()
		}
	}()
	src, err := fetcher().Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(src)
	if string(got) != "written" || err != nil || !src.Slow {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestReadAllCuts(t *testing.T) {
	src := &Source{ReadCloser: io.NopCloser(strings.NewReader(strings.Repeat("x", 5000)))}
	got, cut, err := src.ReadAll(context.Background(), []byte("yy"), 1000)
	if len(got) != 1000 || !cut || err != nil || !strings.HasPrefix(string(got), "yyx") {
		t.Errorf("%d bytes, cut %v, %v", len(got), cut, err)
	}
}

func TestWalkFindsArticles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"b.md", "a.txt", "c.MARKDOWN", "n.go", "p.html", ".h.md", "p_files/part.html", "sub/d.md", ".git/e.md",
		"sub/deep/f.txt",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_ = os.Symlink(dir, filepath.Join(dir, "sub", "loop"))
	_ = os.Symlink(filepath.Join(dir, "b.md"), filepath.Join(dir, "z.md"))
	_ = syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o600)
	var got []string
	var folders []string
	enter := func(path string) {
		name, _ := filepath.Rel(dir, path)
		folders = append(folders, filepath.ToSlash(name))
	}
	fetcher().WalkFolders(context.Background(), []string{dir, dir}, enter, func(f Found) bool {
		if f.Err != nil {
			t.Error(f.Err)
		}
		for _, ref := range f.Refs {
			name, _ := filepath.Rel(dir, ref)
			got = append(got, filepath.ToSlash(name))
		}
		return true
	})
	if want := []string{".", "sub", "sub/deep"}; !slices.Equal(folders, want) {
		t.Errorf("the folders are %q, want %q", folders, want)
	}
	want := []string{"a.txt", "b.md", "c.MARKDOWN", "p.html", "z.md", "sub/d.md", "sub/deep/f.txt"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestBuiltinPagesAreInOrder(t *testing.T) {
	want := []string{"lede:a.txt", "lede:b.md", "lede:more/c.md"}
	if got := fetcher().BuiltinRefs(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
