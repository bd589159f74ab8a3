//go:build unix

package content

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestListReadsAPipeOnce lists two pipes, whose writers write once.
func TestListReadsAPipeOnce(t *testing.T) {
	var refs []string
	for _, name := range []string{"first", "second"} {
		path := filepath.Join(t.TempDir(), name)
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Skip(err)
		}
		refs = append(refs, path)
		go func() {
			if w, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
				_, _ = io.WriteString(w, "---\ntitle: The "+name+"\n---\n\n"+strings.Repeat(tides, 20))
				_ = w.Close()
			}
		}()
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var got []string
	for b := range New(Options{Refs: append(refs, "-"), Stdin: strings.NewReader("---\ntitle: The third\n---\n\n" + tides)}).List(ctx) {
		for _, err := range b.Errs {
			t.Error(err)
		}
		for _, e := range b.Entries {
			got = append(got, e.Title)
		}
	}
	if want := "The first, The second, The third, The first, The second, The third"; strings.Join(got, ", ") != want || ctx.Err() != nil {
		t.Errorf("got %q, want %s; %v", got, want, ctx.Err())
	}
}
