package parse

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	ghtml "github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/model"
)

// example is one of the examples of a Markdown specification.
type example struct {
	ID, Section, Markdown, HTML string
}

// examples reads the examples of the specifications, which lie beside the repository.
func examples(t *testing.T) []example {
	t.Helper()
	var all []example
	for _, name := range []string{"commonmark.json", "gfm.json"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", "markdown", name))
		if err != nil {
			t.Skip("the examples are not there")
		}
		var some []example
		if err := json.Unmarshal(data, &some); err != nil {
			t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

// exampleBase is what the relative links of the examples are resolved against.
const exampleBase = "https://base.example/"

func read(t *testing.T, s string) model.Article {
	t.Helper()
	a, err := Read([]byte(s), Options{Name: "a.md", Format: Markdown, Base: exampleBase})
	if err != nil {
		t.Fatalf("Read(%q): %v", s, err)
	}
	return a
}

// rewritten writes an article's blocks as one Markdown text.
func rewritten(a model.Article) string {
	var parts []string
	if a.Title != "" && a.Title != "a" {
		parts = append(parts, "# "+model.Escape(a.Title))
	}
	for _, s := range a.Sections {
		if s.Title != "" {
			parts = append(parts, strings.Repeat("#", s.Level)+" "+model.Escape(s.Title))
		}
		for _, b := range s.Blocks {
			p, ok := b.(model.Prose)
			if ok && p.Continued && p.Kind == model.Table {
				parts[len(parts)-1] += "\n" + strings.SplitN(p.Source, "\n", 3)[2]
			} else if ok && p.Continued {
				parts[len(parts)-1] += "\n" + p.Source
			} else {
				parts = append(parts, b.Markdown())
			}
		}
	}
	return strings.Join(parts, "\n\n")
}

// shown returns the words that a reader sees of HTML.
func shown(t *testing.T, s string) string {
	t.Helper()
	var b strings.Builder
	z := nethtml.NewTokenizer(strings.NewReader(s))
	skip := false
	for {
		kind := z.Next()
		if kind == nethtml.ErrorToken {
			break
		}
		tok := z.Token()
		switch {
		case kind == nethtml.TextToken && !skip:
			b.WriteString(tok.Data)
		case tok.Data == "img":
			b.WriteString(block.Attr(tok, "alt"))
		case tok.Data == "script" || tok.Data == "style":
			skip = kind == nethtml.StartTagToken
		case tok.Data == "p" || tok.Data == "br" || tok.Data == "li" || tok.Data == "td" || tok.Data == "div":
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), "")
}

func TestMarkdownShowsTheWordsOfTheSpecifications(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList), goldmark.WithRendererOptions(ghtml.WithUnsafe()))
	good, all := 0, 0
	for _, e := range examples(t) {
		if strings.TrimSpace(html.UnescapeString(e.Markdown)) == "" {
			continue
		}
		all++
		source := rewritten(read(t, e.Markdown))
		var b bytes.Buffer
		if err := md.Convert([]byte(source), &b); err != nil {
			t.Fatal(err)
		}
		got, want := shown(t, b.String()), shown(t, e.HTML)
		if got == want {
			good++
		} else if testing.Verbose() {
			t.Logf("%s (%s)\nsource %q\nwritten %q\ngot  %q\nwant %q", e.ID, e.Section, e.Markdown, source, got, want)
		}
	}
	t.Logf("%d of %d examples show the words that they should", good, all)
	if good*100 < all*95 {
		t.Errorf("%d of %d examples show the words that they should, want 95 %%", good, all)
	}
}

func TestMarkdownReadsBackToTheSameBlocks(t *testing.T) {
	bad, all := 0, 0
	for _, e := range examples(t) {
		if strings.TrimSpace(html.UnescapeString(e.Markdown)) == "" {
			continue
		}
		all++
		first := read(t, e.Markdown)
		source := rewritten(first)
		if strings.TrimSpace(source) == "" {
			continue
		}
		again := read(t, source)
		if diff := cmp.Diff(first.Sections, again.Sections); diff != "" {
			bad++
			if testing.Verbose() {
				t.Logf("%s (%s)\nsource %q\nwritten %q\nagain %q\n%s", e.ID, e.Section, e.Markdown, source, rewritten(again), diff)
			}
		}
	}
	t.Logf("%d of %d examples read back differently", bad, all)
	if bad*100 > all*2 {
		t.Errorf("%d of %d examples read back differently, want 2 %%", bad, all)
	}
}
