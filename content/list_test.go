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

func batches(l *Library) []model.Batch {
	var all []model.Batch
	for b := range l.List(context.Background()) {
		all = append(all, b)
	}
	return all
}

func TestListSendsRowsThenTopics(t *testing.T) {
	const n = 300
	l := New(Options{Refs: []string{folder(t, n)}})
	rows := map[string]model.Entry{}
	var order, stages []string
	for _, b := range batches(l) {
		if len(b.Errs) > 0 {
			t.Error(b.Errs)
		}
		if !slices.Contains(stages, b.Stage) {
			stages = append(stages, b.Stage)
		}
		for _, e := range b.Entries {
			if _, seen := rows[e.Ref]; !seen {
				order = append(order, e.Title)
			}
			rows[e.Ref] = e
		}
		if b.Done > b.Total {
			t.Errorf("done %d of %d", b.Done, b.Total)
		}
	}
	if want := []string{StageReading, StageTopics, ""}; !slices.Equal(stages, want) {
		t.Errorf("stages %q, want %q", stages, want)
	}
	if len(rows) != n || order[0] != "Story 0" || order[n-1] != fmt.Sprintf("Story %d", n-1) {
		t.Errorf("%d rows, from %q to %q", len(rows), order[0], order[len(order)-1])
	}
	for ref, e := range rows {
		if len(e.Topics) == 0 || e.Topics[0].Name != "tides" || e.Words == 0 || e.Published.IsZero() || e.Site == "" {
			t.Fatalf("%s: %+v", ref, e)
		}
	}
}

func TestListGoesOnAfterErrors(t *testing.T) {
	good := file(t, "good.md", article(200))
	loop := filepath.Join(t.TempDir(), "loop")
	if err := os.Symlink(loop, loop); err != nil {
		t.Skip(err)
	}
	empty := t.TempDir()
	var errs []error
	refs := map[string]bool{}
	for _, b := range batches(New(Options{Refs: []string{"nosuch.md", loop, good, empty}})) {
		errs = append(errs, b.Errs...)
		for _, e := range b.Entries {
			refs[e.Ref] = true
		}
	}
	if len(refs) != 1 || !refs[good] || len(errs) != 3 {
		t.Errorf("entries %v, errors %q", refs, errs)
	}
}

func TestListHasNoRowForWhatIsNoArticle(t *testing.T) {
	late := file(t, "late.txt", strings.Repeat("\n", 2*headBytes)+"Words after many blank lines.\n")
	refs := []string{file(t, "empty.txt", ""), file(t, "blank.md", "\n \n"), file(t, "odd.txt", strings.Repeat("\x00\x01\xF2", 99)), late}
	var rows, problems []string
	for _, b := range batches(New(Options{Refs: refs})) {
		for _, err := range b.Errs {
			problems = append(problems, err.Error())
		}
		for _, e := range b.Entries {
			rows = append(rows, e.Ref)
		}
	}
	if len(problems) != 3 || len(rows) == 0 || slices.ContainsFunc(rows, func(ref string) bool { return ref != late }) {
		t.Errorf("rows %q, problems %q", rows, problems)
	}
}

// TestListEndsWithItsContext hangs when the channel stays open.
func TestListEndsWithItsContext(t *testing.T) {
	l := New(Options{Refs: []string{folder(t, 200)}})
	ctx, cancel := context.WithCancel(context.Background())
	got := l.List(ctx)
	<-got
	cancel()
	for b := range got {
		if b.Stage != StageReading {
			t.Fatalf("the listing went on to %q after its context", b.Stage)
		}
	}
}

// BenchmarkListing compares, for ten thousand files, reading them and doing nothing with them, the first batch of
// a listing, all cheap rows, and a whole listing with topics.
func BenchmarkListing(b *testing.B) {
	const many = 10_000
	dir := folder(b, many)
	b.Run("floor=read", func(b *testing.B) {
		for b.Loop() {
			readAll(b, dir)
		}
	})
	b.Run("first", func(b *testing.B) { benchmarkList(b, dir, StageReading, 1) })
	b.Run("rows", func(b *testing.B) { benchmarkList(b, dir, StageReading, many) })
	b.Run("topics", func(b *testing.B) { benchmarkList(b, dir, "", 0) })
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

// benchmarkList lists dir up to the batch of a stage with so many entries done.
func benchmarkList(b *testing.B, dir, stage string, done int) {
	l := New(Options{Refs: []string{dir}})
	for b.Loop() {
		ctx, cancel := context.WithCancel(context.Background())
		for batch := range l.List(ctx) {
			if batch.Stage == stage && batch.Done >= done {
				break
			}
		}
		cancel()
	}
}

func TestAPageThatIsNoArticleIsNotListed(t *testing.T) {
	const app = `<!DOCTYPE html><html><head><title>News</title>%s</head><body><noscript>Please enable JavaScript.</noscript><div id="root"></div><script src="a.js"></script></body></html>`
	dir := t.TempDir()
	for name, page := range map[string]string{
		"short.html": fmt.Sprintf(app, ""),
		"long.html":  fmt.Sprintf(app, "<script>"+strings.Repeat("a=1;", 10_000)+"</script>"), // its row comes before the whole is read
		"story.md":   "# Tides\n\n" + article(500),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	listed, problems := map[string]bool{}, 0
	for _, b := range batches(New(Options{Refs: []string{dir}})) {
		for _, e := range b.Entries {
			listed[filepath.Base(e.Ref)] = true
		}
		for _, ref := range b.Gone {
			delete(listed, filepath.Base(ref))
		}
		problems += len(b.Errs)
	}
	if len(listed) != 1 || !listed["story.md"] || problems != 2 {
		t.Errorf("listed are %v with %d problems, want story.md and 2", listed, problems)
	}
}
