package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lede/content"
	"lede/model/figure"
	"lede/model/query"
	"lede/ui"
	"lede/ui/cli/console"
)

// The screens take what they show from the library.
var _ ui.Store = (*content.Library)(nil)

func plainRows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b,
			`{"title":"Row %d","url":"https://news.example/%d","date":"2026-05-%02d","topics":["t%d"],"body":"%s w%d."}`+"\n",
			i, i, i%28+1, i%7, strings.Repeat("The text of a row has some words. ", 40), i)
	}
	return b.String()
}

func rowsFile(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "rows.jsonl")
	if err := os.WriteFile(path, []byte(plainRows(n)), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sound opens a library, looks through it, and returns how many articles there are and how many of them are starred.
func sound(t *testing.T, path string) (articles, starred int) {
	t.Helper()
	l := content.New(content.Options{Path: path})
	defer l.Close()
	ctx := context.Background()
	if wrong, err := l.Inspect(ctx); err != nil || len(wrong) > 0 {
		t.Fatalf("the library is damaged: %v, %v", wrong, err)
	}
	articles, err := l.Count(ctx, query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	starred, err = l.Count(ctx, query.Query{Expr: query.Is{State: query.Starred}})
	if err != nil {
		t.Fatal(err)
	}
	return articles, starred
}

// lede is a run of this test binary as lede.
func ledeCommand(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	return &exec.Cmd{
		Path: exe, Args: append([]string{"lede"}, args...),
		Env: []string{"HOME=" + home, "GOCOVERDIR=" + home},
	}
}

func TestKillingAnAddLeavesASoundLibrary(t *testing.T) {
	const n = 4000
	rows, path := rowsFile(t, n), filepath.Join(t.TempDir(), "library.db")
	before, marked := 0, 0
	for i := range 6 {
		c := ledeCommand(t, "--library", path, "add", "--format", "jsonl", rows)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if i > 2 { // acknowledged marks of another instance meanwhile
			if err := ledeCommand(t, "--library", path, "mark", "starred", fmt.Sprintf("title:%d", i)).Run(); err == nil {
				marked++
			}
		}
		time.Sleep(time.Duration(50+150*i) * time.Millisecond)
		_ = c.Process.Kill()
		_ = c.Wait()
		if _, err := os.Stat(path); err != nil {
			continue // it had not come so far
		}
		articles, starred := sound(t, path)
		if articles < before || starred < marked {
			t.Errorf("%d articles after %d, %d stars after %d", articles, before, starred, marked)
		}
		before = articles
	}
	if err := ledeCommand(t, "--library", path, "add", "--format", "jsonl", rows).Run(); err != nil {
		t.Fatal(err)
	}
	if articles, starred := sound(t, path); articles != n || starred < marked {
		t.Errorf("%d articles, want %d; %d stars of %d", articles, n, starred, marked)
	}
}

func TestAddTellsHowFarItIsAndStops(t *testing.T) {
	for name, stop := range map[string]func(s *terminalRun){
		"ctrl+c":  func(s *terminalRun) { s.press("\x03") },
		"SIGTERM": func(s *terminalRun) { s.signal(syscall.SIGTERM) },
		"SIGHUP":  func(s *terminalRun) { s.signal(syscall.SIGHUP) },
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		path := filepath.Join(t.TempDir(), "library.db")
		s := begin(t, r, "lede", "--library", path, "add", "--format", "jsonl", "-")
		if _, err := io.WriteString(w, plainRows(3000)); err != nil {
			t.Fatal(err)
		}
		s.await(0, "\r\x1b[KAdded ")
		stop(s)
		want := 128 + int(syscall.SIGINT)
		switch name {
		case "SIGHUP":
			want = 128 + int(syscall.SIGHUP)
		case "SIGTERM":
			want = 128 + int(syscall.SIGTERM)
		}
		if got := s.status(); got != want {
			t.Errorf("%s: exit status %d, want %d", name, got, want)
		}
		<-s.closed
		_ = w.Close()
		articles, _ := sound(t, path)
		if want := "Stopped. Added " + figure.Number(articles) + " articles."; !strings.Contains(s.output(), want) {
			t.Errorf("%s: %q is not in %q", name, want, s.output())
		}
		s.givenBack()
	}
}

func TestPackIsStoppedBeforeItsArticleHasCome(t *testing.T) {
	asked := make(chan bool)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "<title>The tide</title>"+strings.Repeat("<p>The water rose over the lower quay.</p>", 99))
		w.(http.Flusher).Flush()
		close(asked)
		<-r.Context().Done()
	}))
	defer server.Close()
	s := begin(t, nil, "lede", "pack", server.URL)
	<-asked
	s.press("\x03")
	if got := s.status(); got != 128+int(syscall.SIGINT) {
		t.Errorf("exit status %d", got)
	}
	<-s.closed
	if got := s.output(); !strings.HasSuffix(got, "lede: stopped\r\n") {
		t.Errorf("wrote %q", got)
	}
}

func TestSearchLightsUpWhatItFoundOnATerminal(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	if err := ledeCommand(t, "--library", path, "add", "--format", "jsonl", rowsFile(t, 1)).Run(); err != nil {
		t.Fatal(err)
	}
	s := begin(t, nil, "lede", "--library", path, "search", "words")
	if got := s.status(); got != console.Done {
		t.Errorf("exit status %d", got)
	}
	<-s.closed
	if !strings.Contains(s.output(), "\x1b[1mwords\x1b[0m") {
		t.Errorf("no word is lit: %q", s.output())
	}
}

func TestTwoInstancesAddAtOnce(t *testing.T) {
	if racing {
		t.Skip("one instance is so slow then that the other's patience of 5 s ends")
	}
	path := filepath.Join(t.TempDir(), "library.db")
	one, two := rowsFile(t, 800), rowsFile(t, 1200)
	a := ledeCommand(t, "--library", path, "add", "--format", "jsonl", one)
	b := ledeCommand(t, "--library", path, "add", "--format", "jsonl", two)
	var said [2]bytes.Buffer
	a.Stderr, b.Stderr = &said[0], &said[1]
	if err := a.Start(); err != nil {
		t.Fatal(err)
	}
	bad := b.Run()
	if err := a.Wait(); err != nil || bad != nil {
		t.Fatalf("%v: %s%v: %s", err, &said[0], bad, &said[1])
	}
	if articles, _ := sound(t, path); articles != 1200 {
		t.Errorf("%d articles, want 1200", articles)
	}
}
