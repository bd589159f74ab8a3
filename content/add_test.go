package content_test

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/content/contenttest"
	"lede/model"

	"lede/content"
)

func TestAddKeepsFoldersWithWhatIsBelow(t *testing.T) {
	const n = 200
	dir := contenttest.Folder(t, n)
	l := contenttest.NewLibrary(t,
		content.Options{Tags: []string{"mine"}, Topics: []model.NamedQuery{{Name: "lucky", Query: "title:77"}}})
	got := contenttest.Finish(l.Add(t.Context(), []string{dir}, content.Files))
	if len(got.Errs) > 0 || got.Added != n || got.Known != 0 || got.Done != n || got.Total != n || !got.Last {
		t.Fatalf("%+v", got)
	}
	lucky := 0
	for _, r := range contenttest.Every(t, l) {
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
	if again := contenttest.Finish(l.Add(t.Context(), []string{dir}, content.Files)); again.Added != 0 ||
		again.Known != n {
		t.Errorf("added again: %+v", again)
	}
}

func TestAddNamesBrokenLines(t *testing.T) {
	long := `{"title":"Long","body":"` + strings.Repeat("word ", 100_000) + `"}`
	text := "\uFEFF" + contenttest.Rows(3) + "nonsense\n\n{\"title\":\"x\"}\n" + long + "\n" +
		strings.TrimSuffix(contenttest.Rows(5), "\n")
	l := contenttest.NewLibrary(t, content.Options{Stdin: strings.NewReader(text)})
	got := contenttest.Finish(l.Add(t.Context(), []string{"-"}, content.JSONLines))
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
	l := contenttest.NewLibrary(t, content.Options{Stdin: r})
	ctx, cancel := context.WithCancel(t.Context())
	steps := l.Add(ctx, []string{"-"}, content.JSONLines)
	if _, err := io.WriteString(w, contenttest.Rows(2000)); err != nil {
		t.Fatal(err)
	}
	for s := range steps {
		if s.Added > 0 {
			break
		}
	}
	cancel()
	last := contenttest.Finish(steps) // the pipe is still open: it would never end by itself
	if !last.Last {
		t.Errorf("ended with %+v", last)
	}
	if n := len(contenttest.Every(t, l)); n != last.Added || n == 0 {
		t.Errorf("%d articles are in, and it told %d", n, last.Added)
	}
	_ = w.Close()
}

func TestAddWaitsForNobody(t *testing.T) {
	l := contenttest.NewLibrary(t, content.Options{Stdin: strings.NewReader(contenttest.Rows(3000))})
	steps := l.Add(t.Context(), []string{"-"}, content.JSONLines)
	for len(contenttest.Every(t, l)) < 3000 {
		time.Sleep(10 * time.Millisecond) // nobody takes a step meanwhile
	}
	if last := contenttest.Finish(steps); last.Added != 3000 {
		t.Errorf("%+v", last)
	}
}

func TestChangesOfAnotherInstanceAreTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	path := filepath.Join(t.TempDir(), "library.db")
	a := contenttest.NewLibrary(t, content.Options{Path: path, Stdin: strings.NewReader(contenttest.Rows(10))})
	contenttest.Finish(a.Add(ctx, []string{"-"}, content.JSONLines))
	b := content.New(content.Options{Path: path})
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
