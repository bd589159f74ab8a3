package content

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/model"
)

// folder makes a folder of n short articles, ten to a folder below it.
func folder(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		sub := filepath.Join(dir, fmt.Sprintf("d%04d", i/10))
		if i%10 == 0 {
			if err := os.Mkdir(sub, 0o700); err != nil {
				t.Fatal(err)
			}
		}
		text := fmt.Sprintf("---\ntitle: Story %d\ndate: 2026-05-03\ntags: [tides]\n---\n\n%s", i, article(3000))
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("a%d.md", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func list(l *Library) []model.Listed {
	var all []model.Listed
	for one := range l.List(context.Background()) {
		all = append(all, one)
	}
	return all
}

func TestListGoesThroughAFolderInOrder(t *testing.T) {
	const n = 300
	all := list(New(Options{Refs: []string{folder(t, n)}}))
	if len(all) != n {
		t.Fatalf("%d rows, want %d", len(all), n)
	}
	for i, one := range all {
		e := one.Entry
		if e.Title != fmt.Sprintf("Story %d", i) || len(e.Topics) == 0 || e.Topics[0].Name != "tides" || e.Words == 0 ||
			e.Published.IsZero() || e.Site != "" {
			t.Fatalf("row %d: %+v, %v", i, e, one.Err)
		}
	}
}

func TestListGoesOnAfterErrors(t *testing.T) {
	good := file(t, "good.md", article(200))
	late := file(t, "late.txt", strings.Repeat("\n", 64<<10)+"Words after many blank lines.\n")
	loop := filepath.Join(t.TempDir(), "loop")
	if err := os.Symlink(loop, loop); err != nil {
		t.Skip(err)
	}
	refs := []string{
		"nosuch.md", loop, good, t.TempDir(), file(t, "empty.txt", ""), file(t, "blank.md", "\n \n"), late,
		file(t, "odd.txt", strings.Repeat("\x00\x01\xF2", 99)), file(t, "app.html", app),
	}
	var rows []string
	errs := 0
	for _, one := range list(New(Options{Refs: refs})) {
		if one.Err != nil {
			errs++
		} else {
			rows = append(rows, one.Entry.Ref)
		}
	}
	if errs != 7 || !slices.Equal(rows, []string{good, late}) {
		t.Errorf("rows %q, %d errors", rows, errs)
	}
}

// TestListEndsWithItsContext hangs when the channel stays open.
func TestListEndsWithItsContext(t *testing.T) {
	l := New(Options{Refs: []string{folder(t, 200)}})
	ctx, cancel := context.WithCancel(context.Background())
	got := l.List(ctx)
	<-got
	cancel()
	for range got {
	}
}

func readAll(b *testing.B, dir string) {
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			_, err = os.ReadFile(path)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}
