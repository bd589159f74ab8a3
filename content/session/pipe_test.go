package session

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"lede/content"
	"lede/content/contenttest"
)

// TestASessionReadsAPipeOnce lists two pipes, whose writers write once.
func TestASessionReadsAPipeOnce(t *testing.T) {
	var refs []string
	for _, name := range []string{"first", "second"} {
		path := filepath.Join(t.TempDir(), name)
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Skip(err)
		}
		refs = append(refs, path)
		go func() {
			if w, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
				_, _ = io.WriteString(w, "---\ntitle: The "+name+"\n---\n\n"+strings.Repeat(contenttest.Tides, 20))
				_ = w.Close()
			}
		}()
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	third := strings.NewReader("---\ntitle: The third\n---\n\n" + contenttest.Tides)
	s := unlistedSession(t, content.Options{Stdin: third}, append(refs, "-")...)
	for p := range s.List(ctx) {
		for _, err := range p.Errs {
			t.Error(err)
		}
	}
	rows := rowsOf(t, s, "")
	if want := "The first, The second, The third"; titlesOf(rows) != want || ctx.Err() != nil {
		t.Fatalf("got %q, want %s; %v", titlesOf(rows), want, ctx.Err())
	}
	for _, row := range rows { // nothing is written into the pipes again
		for o := range s.Open(ctx, row.Ref) {
			if o.Err != nil || o.Article.Title != row.Title || len(o.Article.Sections) == 0 {
				t.Errorf("%s opens as %q: %v", row.Ref, o.Article.Title, o.Err)
			}
		}
	}
}
