package reading

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/content/fetch"
	"lede/content/shelf"
	"lede/model"
)

// reader reads without a library.
func reader(o Options) *Reader {
	return New(shelf.New(shelf.Options{Now: time.Now, Pool: func(_ string, f func()) { f() }}), o)
}

// long is a file of n bytes or a little more, and what is in it.
func long(t *testing.T, n int) (path, text string) {
	t.Helper()
	paragraph := "The water rose over the lower quay, and the harbour master wrote it down in a green book.\n\n"
	text = "# Tides\n\n" + strings.Repeat(paragraph, n/len(paragraph)+1)
	path = filepath.Join(t.TempDir(), "long.md")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, text
}

// TestOpenEndsWithItsContext hangs when a step is waited for that nobody wants any more.
func TestOpenEndsWithItsContext(t *testing.T) {
	r, w := io.Pipe()
	path, _ := long(t, 300<<10)
	defer w.Close()
	busy := reader(Options{})
	busy.heavy <- struct{}{} // the whole of a long text waits until another has been read
	for name, c := range map[string]struct {
		library *Reader
		ref     string
	}{
		"a silent pipe": {reader(Options{Stdin: r}), fetch.Stdin},
		"a long text":   {busy, path},
	} {
		ctx, cancel := context.WithCancel(context.Background())
		got := c.library.Open(ctx, c.ref)
		if _, ok := <-got; !ok {
			t.Fatalf("%s: no first step", name)
		}
		cancel()
		for step := range got {
			if !step.Article.Partial {
				t.Errorf("%s: a step after its context: %+v", name, step.Article.Entry)
			}
		}
	}
}

func TestATextIsCutAtTheLimit(t *testing.T) {
	path, text := long(t, 300<<10)
	for name, l := range map[string]*Reader{
		path:        reader(Options{}),
		fetch.Stdin: reader(Options{Stdin: strings.NewReader(text)}),
	} {
		l.limit = 200 << 10
		var last model.Opening
		for last = range l.Open(t.Context(), name) {
		}
		if last.Err != nil || last.Read != int64(l.limit) {
			t.Fatalf("%s: read %d, %v", name, last.Read, last.Err)
		}
		blocks := last.Article.Blocks()
		if n, ok := blocks[len(blocks)-1].(model.Notice); !ok || !strings.Contains(n.Source, "64 MB") {
			t.Errorf("%s: last block %#v", name, blocks[len(blocks)-1])
		}
	}
}

func TestAddressOfAPage(t *testing.T) {
	for _, c := range []struct{ stated, found, want string }{
		{"", "https://www.news.example/a?utm_source=x", "https://www.news.example/a?utm_source=x"},
		{"https://news.example/a", "https://m.news.example/a?x", "https://news.example/a"},
		{"https://other.example/a", "https://news.example/a", "https://news.example/a"},
		{"https://one.co.uk/a", "https://two.co.uk/a", "https://two.co.uk/a"},
		{"http://127.0.0.1:81/a", "http://127.0.0.1:80/a", "http://127.0.0.1:80/a"},
		{"https://news.example/a", "https://news.example:8443/a", "https://news.example/a"},
	} {
		e := model.Entry{URL: c.stated}
		settle(&e, c.found, []byte("x"))
		if e.URL != c.want || e.ID != model.NewID(c.want) {
			t.Errorf("%s said at %s: got %s, want %s", c.stated, c.found, e.URL, c.want)
		}
	}
}
