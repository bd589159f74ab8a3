package markdown

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	ghtml "github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model"
	"lede/model/clean"
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
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "corpus", "markdown", name))
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

func read(s string) model.Article {
	return Read(clean.Text(clean.Newlines(s)), exampleBase, model.Entry{}, lang.Labels{})
}

// rewritten writes an article as one Markdown text.
func rewritten(a model.Article) string {
	if a.Title == "" {
		return strings.TrimSuffix(a.Markdown(), "\n")
	}
	return "# " + model.Escape(a.Title) + "\n\n" + strings.TrimSuffix(a.Markdown(), "\n")
}

// shownLetters are the letters and digits of all that an article says.
func shownLetters(a model.Article) string {
	var b strings.Builder
	b.WriteString(a.Title)
	for _, s := range a.Sections {
		b.WriteString(s.Title)
		for _, block := range s.Blocks {
			b.WriteString(block.Text())
		}
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, b.String())
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
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList),
		goldmark.WithRendererOptions(ghtml.WithUnsafe()))
	good, all := 0, 0
	for _, e := range examples(t) {
		if strings.TrimSpace(html.UnescapeString(e.Markdown)) == "" {
			continue
		}
		all++
		source := rewritten(read(e.Markdown))
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
		first := read(e.Markdown)
		source := rewritten(first)
		if strings.TrimSpace(source) == "" {
			continue
		}
		again := read(source)
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
