package render

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui/theme"
)

func TestAddressesAreThoseOfTheLinks(t *testing.T) {
	source := "See [a](<https://a.example/x?b=1&amp;c=2>) and [b](https://b.example/f_(x)), <http://c.example>, " +
		"https://d.example/e\nftp://no.example [f](<https://f.example/(>)"
	want := []string{
		"https://a.example/x?b=1&c=2", "https://b.example/f_(x)", "http://c.example", "https://d.example/e",
		"https://f.example/(",
	}
	if d := cmp.Diff(want, Addresses(source)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	var drawn []string
	for _, l := range New(theme.New(true), 300).Block(
		model.Prose{Kind: model.Paragraph, Source: strings.ReplaceAll(source, "\n", " ")}) {
		for _, span := range Links(l) {
			drawn = append(drawn, span.URL)
		}
	}
	if d := cmp.Diff(want, drawn); d != "" {
		t.Errorf("the links that are drawn are others (-want +got):\n%s", d)
	}
}

// TestWhatAStyleSheetPutsRoundWordsIsNoWord finds words on their cells where a style sheet puts others round them.
func TestWhatAStyleSheetPutsRoundWordsIsNoWord(t *testing.T) {
	th := themeOf(t, garish())
	for _, c := range []struct{ source, drawn, text string }{
		{"a `code` and *more words*", "a <code> and *more words*", "a code and more words"},
		{"## A second *heading*", "## A second *heading*", "A second heading"},
		{"| a `b` |\n|--|\n| *c* |", "a <b>", "a b"},
	} {
		l := New(th, 60).Block(model.Prose{Kind: model.Table, Source: c.source})[0]
		if got := Plain(l.Styled); got != c.drawn {
			t.Errorf("%q is drawn as %q, want %q", c.source, got, c.drawn)
		}
		if l.Text != c.text {
			t.Errorf("%q has the words %q, want %q", c.source, l.Text, c.text)
		}
		for word := range strings.FieldsSeq(c.text) {
			at := strings.Index(l.Text, word)
			from, to := l.Cells(at, at+len(word))
			if got := Plain(Slice(l.Styled, from, to)); got != word {
				t.Errorf("%q: on the cells of %q stands %q", c.source, word, got)
			}
		}
	}
	padded, err := theme.Find("glamour:light")
	if err != nil {
		t.Fatal(err)
	}
	l := New(padded, 60).Block(paragraph("a `code` b"))[0]
	if got, want := Plain(l.Styled), "a \u00a0code\u00a0 b"; got != want || l.Text != "a code b" {
		t.Errorf("drawn as %q, want %q; its words are %q", got, want, l.Text)
	}
}

// TestSignsAreNoWords finds the words of a line on their cells, with signs between them.
func TestSignsAreNoWords(t *testing.T) {
	all := func(string) Holding { return Held }
	block := model.Prose{
		Kind:   model.Paragraph,
		Source: "One [two](<https://a.example>) three [four](<https://b.example>).",
	}
	lines := New(theme.New(true), 60).Mark(all).Block(block)
	if got := Plain(lines[0].Styled); got != "One two✓ three four✓." {
		t.Errorf("drawn as %q", got)
	}
	if got := lines[0].Text; got != "One two three four." {
		t.Errorf("the words are %q", got)
	}
	for _, word := range []string{"One", "two", "three", "four", "."} {
		at := strings.Index(lines[0].Text, word)
		from, to := lines[0].Cells(at, at+len(word))
		if got := Plain(Slice(lines[0].Styled, from, to)); got != word {
			t.Errorf("on the cells of %q stands %q", word, got)
		}
	}
	if from, to := lines[0].Cells(4, 13); Plain(Slice(lines[0].Styled, from, to)) != "two✓ three" {
		t.Errorf("on the cells of two words stands %q", Plain(Slice(lines[0].Styled, from, to)))
	}
}
