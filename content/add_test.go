package content

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// library is an empty one in a folder of its own.
func library(t testing.TB, o Options) *Library {
	t.Helper()
	o.Path = filepath.Join(t.TempDir(), "library.db")
	l := New(o)
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// finish takes all steps and returns the last with the errors of all.
func finish(steps <-chan model.Progress) model.Progress {
	var last model.Progress
	var errs []error
	for s := range steps {
		errs = append(errs, s.Errs...)
		last = s
	}
	last.Errs = errs
	return last
}

// rows writes n plain rows.
func rows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"title":"Row %d","url":"https://news.example/%d","date":"2026-05-%02d","topics":["t%d"],"body":"This is the text of row %d, with a few words of its own: w%d."}`+"\n",
			i, i, i%28+1, i%7, i, i)
	}
	return b.String()
}

func every(t *testing.T, l *Library) map[model.ID]model.Row {
	t.Helper()
	found, err := l.Find(t.Context(), model.Query{}, 0, 1_000_000)
	if err != nil {
		t.Fatal(err)
	}
	all := map[model.ID]model.Row{}
	for _, r := range found {
		all[r.ID] = r
	}
	return all
}

func TestAddKeepsFoldersWithWhatIsBelow(t *testing.T) {
	const n = 200
	dir := folder(t, n)
	l := library(t, Options{Tags: []string{"mine"}, Rules: []model.NamedQuery{{Name: "lucky", Query: "title:77"}}})
	got := finish(l.Add(t.Context(), []string{dir}, Files))
	if len(got.Errs) > 0 || got.Added != n || got.Known != 0 || got.Done != n || got.Total != n || !got.Last {
		t.Fatalf("%+v", got)
	}
	lucky := 0
	for _, r := range every(t, l) {
		names := map[string]model.Origin{}
		for _, topic := range r.Topics {
			names[topic.Name] = topic.From
		}
		if names["mine"] != model.Reader || names["tides"] != model.Publisher || !r.Status.Saved || !filepath.IsAbs(r.Ref) {
			t.Fatalf("%+v", r)
		}
		if names["lucky"] == model.Reader {
			lucky++
		}
	}
	if lucky != 1 {
		t.Errorf("the rule gave its topic to %d articles, want 1", lucky)
	}
	if again := finish(l.Add(t.Context(), []string{dir}, Files)); again.Added != 0 || again.Known != n {
		t.Errorf("added again: %+v", again)
	}
}

func TestAddNamesBrokenLines(t *testing.T) {
	long := `{"title":"Long","body":"` + strings.Repeat("word ", 100_000) + `"}`
	text := "\uFEFF" + rows(3) + "nonsense\n\n{\"title\":\"x\"}\n" + long + "\n" + strings.TrimSuffix(rows(5), "\n")
	l := library(t, Options{Stdin: strings.NewReader(text)})
	got := finish(l.Add(t.Context(), []string{"-"}, JSONLines))
	if got.Added != 6 || got.Known != 3 || len(got.Errs) != 2 {
		t.Fatalf("%+v", got)
	}
	for i, want := range []string{"Line 4 of standard input was left out: it is no JSON object", `Line 6 of standard input was left out: it has no text under "body".`} {
		if !strings.HasPrefix(got.Errs[i].Error(), want) {
			t.Errorf("got %q, want %q", got.Errs[i], want)
		}
	}
}

func TestAddStopsWhereItIs(t *testing.T) {
	r, w := io.Pipe()
	l := library(t, Options{Stdin: r})
	ctx, cancel := context.WithCancel(t.Context())
	steps := l.Add(ctx, []string{"-"}, JSONLines)
	if _, err := io.WriteString(w, rows(2000)); err != nil {
		t.Fatal(err)
	}
	for s := range steps {
		if s.Added > 0 {
			break
		}
	}
	cancel()
	last := finish(steps) // the pipe is still open: it would never end by itself
	if !last.Last {
		t.Errorf("ended with %+v", last)
	}
	if n := len(every(t, l)); n != last.Added || n == 0 {
		t.Errorf("%d articles are in, and it told %d", n, last.Added)
	}
	_ = w.Close()
}

func TestAddWaitsForNobody(t *testing.T) {
	l := library(t, Options{Stdin: strings.NewReader(rows(3000))})
	steps := l.Add(t.Context(), []string{"-"}, JSONLines)
	for len(every(t, l)) < 3000 {
		time.Sleep(10 * time.Millisecond) // nobody takes a step meanwhile
	}
	if last := finish(steps); last.Added != 3000 {
		t.Errorf("%+v", last)
	}
}

// busy is a folder of articles with every kind of block.
func busy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	text := "---\ntitle: Everything %d\ndate: 2026-04-01T10:00:00Z\nauthor: [A. Writer, B. Writer]\ntags: [mixed]\nlang: en\n---\n" +
		"The lead & more, *set* with `code <b>` and <https://news.example/here> &amp; AT&amp;T.\n\n## A part\n\n> A quotation.\n\n" +
		"> Water over the lower quay since six.\n>\n> — Harbour Watch (@harbourwatch) [May 3, 2026](https://x.com/harbourwatch/status/%d)\n\n" +
		"ALSO READ: [Who pays?](https://news.example/wall)\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n![A picture](https://news.example/p.png \"A caption\")\n\n" +
		"```go\nx := 1 // &amp; <b>\n```\n\nSubscribe to our newsletter.\n\n1. one\n2. two\n\n***\n\nNumber %d 2 * 3 * 4 \\* 5 [x] ~ @you #tag\n"
	for i := range 40 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), fmt.Appendf(nil, text, i, i, i), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWhatIsExportedIsReadBackTheSame(t *testing.T) {
	ctx := t.Context()
	refs := []string{busy(t)}
	if pages, err := filepath.Glob("../../shared/pages/*"); err == nil {
		refs = append(refs, pages...)
	}
	from := library(t, Options{})
	if got := finish(from.Add(ctx, refs, Files)); got.Added < 40 {
		t.Fatalf("%+v", got)
	}
	n := 0
	for id := range every(t, from) {
		yes := true
		c := model.StatusChange{Read: &yes}
		if n++; n%2 == 0 {
			c = model.StatusChange{Starred: &yes}
		}
		if _, err := from.Mark(ctx, "mark", []model.ID{id}, c); err != nil {
			t.Fatal(err)
		}
		if err := from.KeepPlace(ctx, id, model.Place{Block: n, Line: n % 3}, n); err != nil {
			t.Fatal(err)
		}
		if _, err := from.Tag(ctx, "tag", []model.ID{id}, []string{"by hand"}, nil); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "all.jsonl")
	if got := finish(from.Export(ctx, model.Query{}, JSONLines, path, nil)); got.Added != n || len(got.Errs) > 0 {
		t.Fatalf("%+v", got)
	}
	to := library(t, Options{})
	if got := finish(to.Add(ctx, []string{path}, JSONLines)); got.Added != n || len(got.Errs) > 0 {
		t.Fatalf("%+v", got)
	}
	if d := cmp.Diff(every(t, from), every(t, to)); d != "" {
		t.Fatalf("rows (-from +to):\n%s", d)
	}
	for id := range every(t, from) {
		a, err := from.Read(ctx, string(id))
		b, err2 := to.Read(ctx, string(id))
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if d := cmp.Diff(a, b); d != "" {
			t.Fatalf("(-from +to):\n%s", d)
		}
	}
}

func TestTagsOfTheReaderStayWhenAnArticleIsReadBack(t *testing.T) {
	ctx := t.Context()
	l := library(t, Options{Stdin: strings.NewReader(rows(1))})
	finish(l.Add(ctx, []string{"-"}, JSONLines))
	var out bytes.Buffer
	for id := range every(t, l) {
		if _, err := l.Tag(ctx, "tag", []model.ID{id}, []string{"mine"}, []string{"t0"}); err != nil {
			t.Fatal(err)
		}
	}
	finish(l.Export(ctx, model.Query{}, JSONLines, "-", &out))
	to := library(t, Options{Stdin: &out})
	finish(to.Add(ctx, []string{"-"}, JSONLines))
	for _, r := range every(t, to) {
		if len(r.Topics) != 1 || r.Topics[0] != (model.Topic{Name: "mine", From: model.Reader}) {
			t.Errorf("topics %+v", r.Topics)
		}
	}
}

func TestChangesOfAnotherInstanceAreTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	a := library(t, Options{Stdin: strings.NewReader(rows(10))})
	finish(a.Add(ctx, []string{"-"}, JSONLines))
	b := New(Options{Path: a.o.Path})
	defer b.Close()
	changes := b.Changes(ctx)
	const soon = 2 * time.Second
	told := false
	for try := 1; !told && try <= 10; try++ { // before the first look nothing is told, and the machine may be busy
		if err := a.KeepPlace(ctx, "0123456789abcdef", model.Place{Block: try}, 30); err != nil {
			t.Fatal(err)
		}
		select {
		case _, told = <-changes:
		case <-time.After(soon):
		}
	}
	if !told {
		t.Errorf("no change was told within %v", soon)
	}
	cancel()
	for range changes { // it ends with its context
	}
}

func TestADamagedLibraryIsSavedAsFarAsItGoes(t *testing.T) {
	ctx := t.Context()
	l := library(t, Options{Stdin: strings.NewReader(rows(2000))})
	if got := finish(l.Add(ctx, []string{"-"}, JSONLines)); got.Added != 2000 {
		t.Fatalf("%+v", got)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(l.o.Path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, _ := f.Stat()
	for at := info.Size() / 10; at < info.Size(); at += info.Size() / 10 { // nine pages are gone
		if _, err := f.WriteAt(bytes.Repeat([]byte{0xA5}, 4096), at/4096*4096); err != nil {
			t.Fatal(err)
		}
	}
	_ = f.Close()
	if wrong, err := l.Inspect(ctx); err == nil && len(wrong) == 0 {
		t.Error("the damage is not found")
	}
	n, old, err := l.Recover(ctx)
	if err != nil || n < 1500 {
		t.Fatalf("saved %d, %v", n, err)
	}
	if _, err := os.Stat(old); err != nil {
		t.Error(err)
	}
	if wrong, err := l.Inspect(ctx); err != nil || len(wrong) > 0 {
		t.Errorf("the new library: %v, %v", wrong, err)
	}
	t.Logf("saved %d of 2000", n)
	if got := len(every(t, l)); got != n {
		t.Errorf("%d articles, and it told %d", got, n)
	}
}

// TestRecoverBringsAllThatTheReaderDid saves a sound library, which must lose nothing.
func TestRecoverBringsAllThatTheReaderDid(t *testing.T) {
	ctx := t.Context()
	l := library(t, Options{Stdin: strings.NewReader(rows(6))})
	finish(l.Add(ctx, []string{"-"}, JSONLines))
	ids, err := l.IDs(ctx, model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	yes := true
	for _, err := range []error{
		second(l.Mark(ctx, "remove", ids[:2], model.StatusChange{Removed: &yes})),
		second(l.Mark(ctx, "star", ids[2:3], model.StatusChange{Starred: &yes})),
		second(l.Tag(ctx, "tag", ids[:4], []string{"Dykes", "Piers", "Sluices"}, nil)),
		l.RenameTopic(ctx, "rename", "Dykes", "Sea dykes"), l.MergeTopics(ctx, "merge", []string{"Piers"}, "Sea dykes"), l.HideTopic(ctx, "hide", "Sluices", true),
		l.KeepPlace(ctx, ids[4], model.Place{Block: 2}, 40), l.KeepPlace(ctx, ids[3], model.Place{Block: 1}, 30),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s, err := l.opened(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Lead(ctx, "https://t.example/short", ids[5]); err != nil {
		t.Fatal(err)
	}
	told := func() string {
		var b strings.Builder
		held, err := l.Held(ctx, []string{"https://t.example/short"})
		fmt.Fprintln(&b, held, err)
		trash, err := l.Trash(ctx, 0, 9)
		fmt.Fprintln(&b, trash, err)
		going, err := l.Continue(ctx, 9)
		fmt.Fprintln(&b, going, err)
		facets, err := l.Facets(ctx, model.Query{})
		fmt.Fprintln(&b, facets, err)
		return b.String()
	}
	want := told()
	if n, _, err := l.Recover(ctx); err != nil || n != 6 {
		t.Fatalf("saved %d, %v", n, err)
	}
	if d := cmp.Diff(want, told()); d != "" {
		t.Errorf("(-before +after):\n%s", d)
	}
}

func second(_ int, err error) error { return err }

func TestErrorsOfTheLibraryAreSentences(t *testing.T) {
	dir := t.TempDir()
	junk := filepath.Join(dir, "junk.db")
	if err := os.WriteFile(junk, bytes.Repeat([]byte("no database "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"":                             "Cannot use the library : there is no home folder to keep it in. Name a file with --library FILE.",
		dir:                            "it is a folder. Name a file with --library FILE.",
		junk:                           "it is damaged. Save what can be read with: lede db recover.",
		filepath.Join(junk, "x", "db"): "Cannot use the library",
	} {
		_, err := New(Options{Path: path}).Count(t.Context(), model.Query{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", path, err, want)
		}
	}
}

func TestANewerLibraryIsLeftAsItIs(t *testing.T) {
	l := library(t, Options{Stdin: strings.NewReader(rows(3))})
	finish(l.Add(t.Context(), []string{"-"}, JSONLines))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", l.o.Path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	before, err := os.ReadFile(l.o.Path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = l.Count(t.Context(), model.Query{})
	if err == nil || !strings.HasSuffix(err.Error(), "a newer lede has written it. Update lede.") {
		t.Errorf("got %v", err)
	}
	if after, _ := os.ReadFile(l.o.Path); !bytes.Equal(before, after) {
		t.Error("the file has changed")
	}
}

func TestALibraryThatAnotherHoldsIsWaitedForAndNamed(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits five seconds")
	}
	l := library(t, Options{Stdin: strings.NewReader(rows(3))})
	finish(l.Add(t.Context(), []string{"-"}, JSONLines))
	db, err := sql.Open("sqlite", l.o.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if n, err := l.Count(t.Context(), model.Query{}); err != nil || n != 3 {
		t.Errorf("reading: %d, %v", n, err)
	}
	yes := true
	_, err = l.MarkQuery(t.Context(), "mark", model.Query{}, model.StatusChange{Read: &yes})
	if err == nil || !strings.HasSuffix(err.Error(), "another program keeps it busy. Try again in a moment.") {
		t.Errorf("writing: %v", err)
	}
}

func TestALibraryThatCannotBeWrittenIsRead(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everything")
	}
	l := library(t, Options{Stdin: strings.NewReader(rows(3))})
	finish(l.Add(t.Context(), []string{"-"}, JSONLines))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Dir(l.o.Path)
	for path, mode := range map[string]os.FileMode{l.o.Path: 0o400, dir: 0o500} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(dir, 0o700)
	if n, err := l.Count(t.Context(), model.Query{}); err != nil || n != 3 {
		t.Errorf("reading: %d, %v", n, err)
	}
	if err := l.KeepPlace(t.Context(), "0123456789abcdef", model.Place{Block: 1}, 1); err == nil || !strings.Contains(err.Error(), "it cannot be written. Ask for the right") {
		t.Errorf("writing: %v", err)
	}
}
