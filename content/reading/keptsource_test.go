package reading_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/contenttest"
	"lede/content/reading"
	"lede/model"

	"lede/content"
)

// keptAgain adds a file to a library, and opens what is kept of it.
func keptAgain(t *testing.T, name, source string) (l *content.Library, opened, kept model.Article) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	l = contenttest.NewLibrary(t,
		content.Options{Config: filepath.Join(dir, "lede", "config.toml"), Sites: filepath.Join(dir, "lede", "sites")})
	opened, err := l.Read(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	if end := contenttest.Finish(l.Add(t.Context(), []string{file}, content.Files)); end.Added != 1 {
		t.Fatalf("added %d: %v", end.Added, end.Errs)
	}
	if kept, err = l.Read(t.Context(), string(opened.ID)); err != nil {
		t.Fatal(err)
	}
	return l, opened, kept
}

func TestAKeptArticleHasItsSourceAndTellsWhy(t *testing.T) {
	page := strings.Replace(tidePage, "<main", "<script>count()</script><style>p { color: red }</style><main", 1)
	text := "The tide\n\nThe water came up through the drains first.\n\nALSO READ: The wall holds\n\n" +
		"By six it stood across the lower quay.\n"
	for _, c := range []struct {
		name, source, kept string
		format             model.Format
	}{
		{"tide.html", page, strings.NewReplacer("count()", "", "p { color: red }", "").Replace(page), model.HTML},
		{"tide.txt", text, text, model.Text},
		{
			"tide.md", "# The tide\n\nSome *words*.\n\n- one\n- two\n", "# The tide\n\nSome *words*.\n\n- one\n- two\n",
			model.Markdown,
		},
	} {
		l, opened, kept := keptAgain(t, c.name, c.source)
		if kept.Source != c.kept || kept.Format != c.format || len(kept.Reasons) > 0 {
			t.Errorf("%s: got %q %q, %d reasons; want %q %q, none yet", c.name, kept.Format, kept.Source, len(kept.Reasons),
				c.format, c.kept)
		}
		for i := range opened.Reasons {
			want, err := l.Why(t.Context(), &opened, i)
			if err != nil {
				t.Fatal(err)
			}
			got, err := l.Why(t.Context(), &kept, i)
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("%s: part %d, %q: %v (-opened +kept)\n%s", c.name, i, reading.PartText(&kept, i), err, diff)
			}
		}
	}
}

func TestAKeptArticleIsReadAgainByARule(t *testing.T) {
	l, _, kept := keptAgain(t, "tide.html", tidePage)
	w, err := l.Why(t.Context(), &kept, 4)
	if err != nil || len(w.Spots) == 0 {
		t.Fatalf("got %+v, %v", w, err)
	}
	if _, err := l.Correct(model.Correction{Kind: model.DropThis, Value: "div.pull-box", File: w.File}); err != nil {
		t.Fatal(err)
	}
	again, err := l.Reread(t.Context(), &kept, false)
	if n := len(again.Blocks()); err != nil || n != len(kept.Blocks())-1 || again.ID != kept.ID ||
		again.Ref != kept.Ref || again.Title != kept.Title {
		t.Errorf("got %d blocks of %q, %v; want one less than %d", n, again.Title, err, len(kept.Blocks()))
	}
}

func TestAKeptTextWithoutATitleHasTheSameOneAgain(t *testing.T) {
	l, opened, kept := keptAgain(t, "spring-tides.md", "Some words, and no title.\n\nMore of them.\n")
	again, err := l.Reread(t.Context(), &kept, false)
	if opened.Title != "spring tides" || again.Title != opened.Title || err != nil {
		t.Errorf("the title was %q, and is %q again (%v)", opened.Title, again.Title, err)
	}
}

func TestAnArticleThatIsKeptWithoutItsSourceSaysSo(t *testing.T) {
	l, _, kept := keptAgain(t, "tide.html", tidePage)
	kept.Source = ""
	const want = "The original page isn't kept. Reopen its link to see why."
	if _, err := l.Why(t.Context(), &kept, 1); err == nil || err.Error() != want {
		t.Errorf("Why: got %v, want %q", err, want)
	}
	if _, err := l.Reread(t.Context(), &kept, true); err == nil || err.Error() != want {
		t.Errorf("Reread: got %v, want %q", err, want)
	}
}

func TestAPartThatTheSourceNoLongerGivesHasNoReason(t *testing.T) {
	l, _, kept := keptAgain(t, "tide.md", "One.\n\nTwo.\n\nTwo.\n\nThree.\n")
	kept.Sections[0].Blocks = append(kept.Sections[0].Blocks,
		model.Prose{Kind: model.Paragraph, Source: "On another page."})
	for i, want := range []string{
		"Markdown paragraph", "Markdown paragraph", "Markdown paragraph", "Markdown paragraph", "",
	} {
		if w, err := l.Why(t.Context(), &kept, i); err != nil || w.Rule != want {
			t.Errorf("part %d: got %q, %v, want %q", i, w.Rule, err, want)
		}
	}
	for i, line := range []int{1, 3, 5, 7, 0} {
		if w, _ := l.Why(t.Context(), &kept, i); w.Line != line {
			t.Errorf("part %d is from line %d, want %d", i, w.Line, line)
		}
	}
}
