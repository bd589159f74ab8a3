package content_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/content/contenttest"
	"lede/model"

	"lede/content"
)

func list(l *content.Library) []model.Listed {
	var all []model.Listed
	for one := range l.List(context.Background()) {
		all = append(all, one)
	}
	return all
}

func TestListGoesThroughAFolderInOrder(t *testing.T) {
	const n = 300
	all := list(content.New(content.Options{Refs: []string{contenttest.Folder(t, n)}}))
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
	good := contenttest.File(t, "good.md", contenttest.Article(200))
	late := contenttest.File(t, "late.txt", strings.Repeat("\n", 64<<10)+"Words after many blank lines.\n")
	loop := filepath.Join(t.TempDir(), "loop")
	if err := os.Symlink(loop, loop); err != nil {
		t.Skip(err)
	}
	refs := []string{
		"nosuch.md", loop, good, t.TempDir(), contenttest.File(t, "empty.txt", ""),
		contenttest.File(t, "blank.md", "\n \n"), late,
		contenttest.File(t, "odd.txt", strings.Repeat("\x00\x01\xF2", 99)),
		contenttest.File(t, "app.html", contenttest.ScriptPage),
	}
	var rows []string
	errs := 0
	for _, one := range list(content.New(content.Options{Refs: refs})) {
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
	l := content.New(content.Options{Refs: []string{contenttest.Folder(t, 200)}})
	ctx, cancel := context.WithCancel(context.Background())
	got := l.List(ctx)
	<-got
	cancel()
	for range got {
	}
}
