package content_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"lede/content/contenttest"
	"lede/content/export"
	"lede/content/fetch"
	"lede/content/manual"
	"lede/content/parse"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

// readBack writes every built-in page in a format, reads that as a file of a name, and hands both and what was
// written to check.
func readBack(t *testing.T, format, name string, check func(ref string, want, got model.Article, written string)) {
	t.Helper()
	l := content.New(content.Options{Pages: manual.Pages()})
	for _, ref := range (fetch.Fetcher{Pages: manual.Pages(), IsArticle: parse.IsArticle}).BuiltinRefs() {
		want, err := l.Read(t.Context(), ref)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := export.Write(&b, format, want, export.Options{}); err != nil {
			t.Fatal(err)
		}
		got, err := parse.Read(b.Bytes(), parse.Options{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		check(ref, want, got, b.String())
	}
}

func TestMarkdownReadsBack(t *testing.T) {
	readBack(t, "markdown", "again.md", func(ref string, want, got model.Article, written string) {
		got.Topics = publisher(got.Topics)
		want.Topics = publisher(want.Topics)
		ignore := cmpopts.IgnoreFields(model.Article{}, "Source", "Format", "Base", "Reasons", "Entry.ID", "Entry.Ref")
		if diff := cmp.Diff(want, got, ignore, cmpopts.IgnoreFields(model.Prose{}, "Plain"),
			cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: written and read again (-want +got):\n%s\nwritten:\n%s", ref, diff, written)
		}
	})
}

func TestHTMLReadsBack(t *testing.T) {
	readBack(t, "html", "again.html", func(ref string, want, got model.Article, written string) {
		if diff := cmp.Diff(outlineOf(want), outlineOf(got)); diff != "" {
			t.Errorf("%s: written and read again (-want +got):\n%s\nwritten:\n%s", ref, diff, written)
		}
	})
}

// outlineOf is what an article holds, a line each: the entry's fields, the headings with their levels, the blocks
// with their kinds.
func outlineOf(a model.Article) []string {
	lines := append([]string{a.Title, a.Site, a.Published.String(), a.URL}, a.Byline...)
	for _, s := range a.Sections {
		lines = append(lines, fmt.Sprint(s.Level, " ", s.Title))
		for _, b := range s.Blocks {
			lines = append(lines, fmt.Sprintf("%T %s", b, b.Markdown()))
		}
	}
	return lines
}

// publisher are the topics that a source states.
func publisher(topics []model.Topic) []model.Topic {
	var stated []model.Topic
	for _, t := range topics {
		if t.From == model.Publisher {
			stated = append(stated, t)
		}
	}
	return stated
}

// busy is a folder of articles with every kind of block.
func busy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	text := "---\ntitle: Everything %d\ndate: 2026-04-01T10:00:00Z\nauthor: [A. Writer, B. Writer]\ntags: [mixed]\n" +
		"lang: en\n---\n" +
		"The lead & more, *set* with `code <b>` and <https://news.example/here> &amp; AT&amp;T.\n\n## A part\n\n" +
		"> A quotation.\n\n" +
		"> Water over the lower quay since six.\n>\n> — Harbour Watch (@harbourwatch) [May 3, " +
		"2026](https://x.com/harbourwatch/status/%d)\n\n" +
		"ALSO READ: [Who pays?](https://news.example/wall)\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n" +
		"![A picture](https://news.example/p.png \"A caption\")\n\n" +
		"```go\nx := 1 // &amp; <b>\n```\n\nSubscribe to our newsletter.\n\n1. one\n2. two\n\n***\n\n" +
		"Number %d 2 * 3 * 4 \\* 5 [x] ~ @you #tag\n"
	for i := range 40 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), fmt.Appendf(nil, text, i, i, i),
			0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWhatIsExportedIsReadBackTheSame(t *testing.T) {
	ctx := t.Context()
	refs := []string{busy(t)}
	if pages, err := filepath.Glob("../../shared/corpus/scraped/*.txt"); err == nil { // where it lies beside the project
		refs = append(refs, pages...)
	}
	from := contenttest.NewLibrary(t, content.Options{})
	if got := contenttest.Finish(from.Add(ctx, refs, content.Files)); got.Added < 40 {
		t.Fatalf("%+v", got)
	}
	n := 0
	for id := range contenttest.Every(t, from) {
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
	if got := contenttest.Finish(from.Export(ctx, query.Query{}, content.JSONLines, path, nil)); got.Added != n ||
		len(got.Errs) > 0 {
		t.Fatalf("%+v", got)
	}
	to := contenttest.NewLibrary(t, content.Options{})
	if got := contenttest.Finish(to.Add(ctx, []string{path}, content.JSONLines)); got.Added != n || len(got.Errs) > 0 {
		t.Fatalf("%+v", got)
	}
	if d := cmp.Diff(contenttest.Every(t, from), contenttest.Every(t, to)); d != "" {
		t.Fatalf("rows (-from +to):\n%s", d)
	}
	for id := range contenttest.Every(t, from) {
		a, err := from.Read(ctx, string(id))
		b, err2 := to.Read(ctx, string(id))
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		// an export has texts, not sources
		if d := cmp.Diff(a, b, cmpopts.IgnoreFields(model.Article{}, "Source", "Format")); d != "" {
			t.Fatalf("(-from +to):\n%s", d)
		}
	}
}

func TestTagsOfTheReaderStayWhenAnArticleIsReadBack(t *testing.T) {
	ctx := t.Context()
	l := contenttest.NewLibrary(t, content.Options{Stdin: strings.NewReader(contenttest.Rows(1))})
	contenttest.Finish(l.Add(ctx, []string{"-"}, content.JSONLines))
	var out bytes.Buffer
	for id := range contenttest.Every(t, l) {
		if _, err := l.Tag(ctx, "tag", []model.ID{id}, []string{"mine"}, []string{"t0"}); err != nil {
			t.Fatal(err)
		}
	}
	contenttest.Finish(l.Export(ctx, query.Query{}, content.JSONLines, "-", &out))
	to := contenttest.NewLibrary(t, content.Options{Stdin: &out})
	contenttest.Finish(to.Add(ctx, []string{"-"}, content.JSONLines))
	for _, r := range contenttest.Every(t, to) {
		if len(r.Topics) != 1 || r.Topics[0] != model.NewTopic("mine", "", model.Reader) {
			t.Errorf("topics %+v", r.Topics)
		}
	}
}
