package content

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/model/query"
)

// library is an empty one in a folder of its own.
func library(t testing.TB, o Options) *Library {
	t.Helper()
	if o.Path == "" {
		o.Path = filepath.Join(t.TempDir(), "library.db")
	}
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
		fmt.Fprintf(&b,
			`{"title":"Row %d","url":"https://news.example/%d","date":"2026-05-%02d","topics":["t%d"],"body":"This is the `+
				`text of row %d, with a few words of its own: w%d."}`+"\n",
			i, i, i%28+1, i%7, i, i)
	}
	return b.String()
}

func every(t *testing.T, l *Library) map[model.ID]model.Row {
	t.Helper()
	found, err := l.Find(t.Context(), query.Query{}, 0, 1_000_000)
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
	l := library(t, Options{Tags: []string{"mine"}, Topics: []model.NamedQuery{{Name: "lucky", Query: "title:77"}}})
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
	for i, want := range []string{
		"Line 4 of standard input was left out: it is not a JSON object",
		`Line 6 of standard input was left out: it has no text under "body".`,
	} {
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

func TestChangesOfAnotherInstanceAreTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	path := filepath.Join(t.TempDir(), "library.db")
	a := library(t, Options{Path: path, Stdin: strings.NewReader(rows(10))})
	finish(a.Add(ctx, []string{"-"}, JSONLines))
	b := New(Options{Path: path})
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
