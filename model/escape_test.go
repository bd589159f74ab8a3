package model_test

import (
	"bytes"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"lede/model"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Nothing to do, at 4.1 metres (really).", "Nothing to do, at 4.1 metres (really)."},
		{"snake_case stays", "snake_case stays"},
		{"_emphasis_ does not", `\_emphasis\_ does not`},
		{"R&D &amp; &#27;", "R&amp;D &amp;amp; &amp;#27;"},
		{"# not a heading", `\# not a heading`},
		{"#1 in the world", `\#1 in the world`},
		{"we are #1", "we are #1"},
		{"1. June", `1\. June`},
		{"1.5 million", "1.5 million"},
		{"12) twelve", `12\) twelve`},
		{"- a dash", `\- a dash`},
		{"-5 degrees", "-5 degrees"},
		{"---", `\---`},
		{"> quoted?", `\> quoted?`},
		{"a > b", "a > b"},
		{"=====", "&#61;===="},
		{": defined", "&#58; defined"},
		{"metres\n-:", "metres\\\n\\-:"},
		{"see https://news.example/a_b", "see https&#58;//news.example/a_b"},
		{"www.news.example", `www\.news.example`},
		{"ask ines@news.example, or @ines", "ask ines&#64;news.example, or @ines"},
		{"one\ntwo", "one\\\ntwo"},
		{"one\n\ntwo", "one\n\ntwo"},
		{"    four spaces", "&#32;   four spaces"},
		{"~5 km", "&#126;5 km"},
		{"from $5 to $6", "from $5 to $6"},
		{"that $x_1$ and $HOME", `that \$x_1\$ and \$HOME`},
		{"a ==b== and %%c%%", `a \==b\== and \%%c\%%`},
		{"it ends ^a1b2", `it ends \^a1b2`},
	} {
		if got := model.Escape(c.in); got != c.want {
			t.Errorf("Escape(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestEscapeCopiesNothingWhenThereIsNothingToDo(t *testing.T) {
	s := strings.Repeat("Plain words, with “quotes” and 3.5 per cent; no more. ", 100) + "End."
	if n := testing.AllocsPerRun(10, func() { model.Escape(s) }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

// TestEscapeShowsTheSameText joins pieces that mean something to Markdown at random and reads them back.
func TestEscapeShowsTheSameText(t *testing.T) {
	pieces := []string{
		"a", "b1", "Ünï", " ", "  ", "    ", "\t", "\n", "\n\n", "*", "**", "_", "__", "`", "```", "~", "~~", "~~~", "[",
		"]", "[x]", "](",
		"(u)", "<", ">", "<b>", "</b>", "<!--", "<a@b.c>", "&", "&amp;", "&#42;", "\\", "\\*", "|", "|-|", "---", "-", "+",
		"=", "===", "#",
		"##", "1.", "2)", "1234567890.", ":", ":-:", ": x", "!", "![", "http://", "https://x.org/a_b?c=d&e", "www.",
		"www.x.org", "ftp://x.org",
		"@", "me@x.org", "mailto:me@x.org", "^", "[^1]", "[a]: /u", "$", "{#id}", `"`, "'", "...", "--", "x", "0",
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList))
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(9) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		text := b.String()
		source := model.Escape(text)
		if got, want := shown(t, md, source), visible(text); got != want {
			t.Fatalf("%q is written %q and shows\n%q, want\n%q", text, source, got, want)
		}
	}
}

func FuzzEscape(f *testing.F) {
	f.Add("# a\n- b _c_ &amp; <d> www.e.org")
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList))
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r == '\uFFFD' {
				return 'x' // what is clean has none
			}
			return r
		}, text)
		if got, want := shown(t, md, model.Escape(text)), visible(text); got != want {
			t.Fatalf("%q shows %q", text, got)
		}
	})
}

// shown renders Markdown and returns the text of the paragraphs, which must be all there is. Paragraphs are
// parted by an empty line.
func shown(t *testing.T, md goldmark.Markdown, source string) string {
	t.Helper()
	var out bytes.Buffer
	if err := md.Convert([]byte(source), &out); err != nil {
		t.Fatal(err)
	}
	s := strings.ReplaceAll(out.String(), "<br>", "")
	s = strings.TrimSuffix(strings.ReplaceAll(s, "</p>\n<p>", "\n\n"), "</p>\n")
	s = strings.TrimPrefix(s, "<p>")
	if strings.ContainsAny(s, "<>") {
		t.Fatalf("%q is markup: %q", source, s)
	}
	return html.UnescapeString(s)
}

// visible is what of a text can be told apart: runs of empty lines are one, and none stands at the ends.
func visible(text string) string {
	return strings.Trim(regexp.MustCompile(`\n\n+`).ReplaceAllString(text, "\n\n"), "\n")
}
