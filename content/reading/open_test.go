package reading_test

import (
	"context"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"lede/content/contenttest"
	"lede/content/fetch"
	"lede/model"

	"lede/content"
)

func TestOpenTakesOneStepForAShortText(t *testing.T) {
	for _, n := range []int{100, 60 << 10, 100 << 10} {
		got := contenttest.Steps(content.New(content.Options{}), contenttest.File(t, "a.md", contenttest.Article(n)))
		if len(got) != 1 || got[0].Err != nil || got[0].Article.Partial || got[0].Article.Title != "Tides of the year" {
			t.Errorf("%d bytes: %d steps, the first %+v", n, len(got), got[0].Article.Entry)
		}
	}
}

func TestOpenShowsAPartOfALongTextFirst(t *testing.T) {
	text := contenttest.Article(1 << 20)
	got := contenttest.Steps(content.New(content.Options{}), contenttest.File(t, "a.md", text))
	if len(got) != 2 {
		t.Fatalf("%d steps, want 2", len(got))
	}
	first, last := got[0], got[1]
	if !first.Article.Partial || first.Read > 128<<10 || first.Size != int64(len(text)) {
		t.Errorf("first step: partial %v, read %d of %d", first.Article.Partial, first.Read, first.Size)
	}
	if last.Article.Partial || last.Read != int64(len(text)) {
		t.Errorf("last step: partial %v, read %d", last.Article.Partial, last.Read)
	}
	a, b := first.Article.Blocks(), last.Article.Blocks()
	for i := range a {
		if a[i].Text() != b[i].Text() {
			t.Fatalf("block %d: %q in the part, %q in the whole", i, a[i].Text(), b[i].Text())
		}
	}
}

func TestOpenGrowsWithAPipe(t *testing.T) {
	r, w := io.Pipe()
	l := content.New(content.Options{Stdin: r})
	got := l.Open(context.Background(), fetch.Stdin)
	parts := []string{"# Tides\n\nThe lead.\n\n", "## One\n\nText of one.\n\n", "## Two\n\nText of two.\n"}
	for i, part := range parts {
		if _, err := io.WriteString(w, part); err != nil {
			t.Fatal(err)
		}
		if i == len(parts)-1 {
			break
		}
		o := <-got
		if !o.Article.Partial || o.Err != nil ||
			!strings.Contains(part, o.Article.Blocks()[len(o.Article.Blocks())-1].Text()) {
			t.Fatalf("after part %d: %+v", i, o)
		}
	}
	_ = w.Close()
	last := model.Opening{Err: io.ErrUnexpectedEOF}
	for o := range got {
		last = o
	}
	if last.Err != nil || last.Article.Partial || !strings.Contains(last.Article.Source, "Text of two.") {
		t.Errorf("last step: %+v", last)
	}
	if again := contenttest.Steps(l, fetch.Stdin); again[len(again)-1].Article.Source != last.Article.Source {
		t.Errorf("opened again: %d steps, the last %+v", len(again), again[len(again)-1])
	}
}

func TestPanicsReachTheGuard(t *testing.T) {
	caught := make(chan any, 1)
	l := content.New(content.Options{Pages: panicking{}, Run: func(_ string, f func()) {
		defer func() {
			if v := recover(); v != nil {
				caught <- v
			}
		}()
		f()
	}})
	for range l.Open(context.Background(), fetch.Builtin+"page.md") { // nothing comes
	}
	if v := <-caught; v != "broken" {
		t.Errorf("caught %v", v)
	}
}

// panicking is a file system with a fault.
type panicking struct{ fstest.MapFS }

func (panicking) Open(string) (fs.File, error) { panic("broken") }

// benchmarkFirst measures the time to the first step of a text of n bytes.
func benchmarkFirst(b *testing.B, n int) {
	path := contenttest.File(b, "a.md", contenttest.Article(n))
	l := content.New(content.Options{})
	for b.Loop() {
		ctx, cancel := context.WithCancel(context.Background())
		if o := <-l.Open(ctx, path); o.Err != nil {
			b.Fatal(o.Err)
		}
		cancel()
	}
}

func BenchmarkOpenFirst10kB(b *testing.B) { benchmarkFirst(b, 10<<10) }
func BenchmarkOpenFirst10MB(b *testing.B) { benchmarkFirst(b, 10<<20) }
