//go:build unix

package content_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/content/command"
	"lede/model"
	"lede/model/clean"
	"lede/model/query"

	"lede/content"
)

// tidesArticle is what the commands of these tests are given.
func tidesArticle() model.Article {
	return model.Article{
		Entry: model.Entry{Title: "The spring tides", URL: "https://courier.example/tides"},
		Sections: []model.Section{
			{Blocks: []model.Block{model.Prose{
				Kind: model.Paragraph, Source: "Four towns closed their *quays*.", Plain: "Four towns closed their quays.",
			}}},
		},
	}
}

func shell(script string) model.Command {
	return model.Command{Name: "summary", Run: []string{"sh", "-c", script}}
}

func TestACommandIsGivenTheArticleInItsForm(t *testing.T) {
	l := content.New(content.Options{})
	for input, want := range map[string]string{
		"": "closed their *quays*.", "plain": "closed their quays.", "json": `"title": "The spring tides"`,
	} {
		c := shell("echo '~~~~'; cat; echo '~~~~'")
		c.Input = input
		a, err := l.Answer(t.Context(), c, tidesArticle())
		if err != nil {
			t.Fatal(err)
		}
		if text := a.Markdown(); !strings.Contains(text, want) {
			t.Errorf("%q: the command read %q, want %q", input, text, want)
		}
	}
}

func TestAnAnswerIsAnArticle(t *testing.T) {
	c := shell(`printf 'Quays are **closed**.\n\n## Why\n\nThe tide.\n'`)
	a, err := content.New(content.Options{}).Answer(t.Context(), c, tidesArticle())
	if err != nil {
		t.Fatal(err)
	}
	named := a.ID != "" && a.Ref == string(a.ID) && a.URL == ""
	if a.Title != "summary: The spring tides" || !named || len(a.Sections) < 2 {
		t.Errorf("got %+v", a)
	}
	text := a.Markdown()
	if !strings.Contains(text, "**closed**") || !strings.Contains(text, "https://courier.example/tides") {
		t.Errorf("the text is %q", text)
	}
}

// TestAnAnswerOfEscapesHarmsNothing lets a command write what drives terminals, in the clear and in disguise.
func TestAnAnswerOfEscapesHarmsNothing(t *testing.T) {
	for _, script := range []string{
		`printf 'Low\033[2J water \033]52;c;eA==\007 \233\x33\x31m here.\n'`,
		`printf 'Low &#27;[31m water, [click](javascript:alert(1)) and [you](file:///etc/passwd).\n'`,
		`printf '<html><body><p>Low &#x1b;]0;owned&#7; water<script>x</script></p></body></html>'`,
		`printf '\033]0;never ended\n\nLow water.\n'`,
	} {
		a, err := content.New(content.Options{}).Answer(t.Context(), shell(script), tidesArticle())
		if err != nil {
			t.Errorf("%s: %v", script, err)
			continue
		}
		text := a.Markdown() + a.Title + a.Source
		if clean.Text(text) != text || !strings.Contains(text, "water") && !strings.Contains(text, "Low") {
			t.Errorf("%s: got %q", script, text)
		}
		for _, b := range a.Blocks() {
			if text := b.Text(); clean.Text(text) != text {
				t.Errorf("%s: a block says %q", script, text)
			}
		}
	}
}

func TestAnAnswerThatIsNoneSaysSo(t *testing.T) {
	for script, want := range map[string]string{
		"true": "it answered nothing", "printf ' \\n\\n'": "it answered nothing",
		"head -c 4000 /bin/sh":        "its answer is not text: ",
		"echo 'no model' >&2; exit 2": "it failed (exit status 2): no model",
	} {
		_, err := content.New(content.Options{}).Answer(t.Context(), shell(script), tidesArticle())
		var known *command.Error
		if !errors.As(err, &known) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", script, err, want)
		}
	}
	c := shell("head -c 4000 /bin/sh")
	c.Answer = model.NoAnswer
	if a, err := content.New(content.Options{}).Answer(t.Context(), c, tidesArticle()); err != nil || a.Title != "" {
		t.Errorf("what is thrown away is read: %+v, %v", a, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := content.New(content.Options{}).Answer(ctx, shell("sleep 600"), tidesArticle()); !errors.Is(err,
		context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestANoteIsKept(t *testing.T) {
	l := content.New(content.Options{Path: filepath.Join(t.TempDir(), "library.db")})
	defer l.Close()
	c := shell("echo 'The quays are closed until the tide is out.'")
	c.Answer = model.NoteAnswer
	a, err := l.Answer(t.Context(), c, tidesArticle())
	if err != nil {
		t.Fatal(err)
	}
	rows, err := l.Find(t.Context(), query.Query{}, 0, 10)
	if err != nil || len(rows) != 1 || rows[0].Title != "summary: The spring tides" || rows[0].ID != a.ID {
		t.Fatalf("got %+v, %v", rows, err)
	}
	if !slices.ContainsFunc(rows[0].Topics, func(t model.Topic) bool { return t.Key == "note" }) {
		t.Errorf("its topics are %v", rows[0].Topics)
	}
	if title, n, err := l.Undo(t.Context()); title != "keep a note" || n != 1 || err != nil {
		t.Errorf("undo takes back %q of %d articles (%v), want the keeping of the note", title, n, err)
	}
	if n, err := l.Count(t.Context(), query.Query{}); n != 0 || err != nil {
		t.Errorf("after undo there are %d articles (%v), want none", n, err)
	}
	if gone, err := l.Trash(t.Context(), 0, 10); len(gone) != 1 || err != nil {
		t.Errorf("after undo %d articles are in the trash (%v), want the note", len(gone), err)
	}
}
