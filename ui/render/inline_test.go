package render

import (
	"math/rand/v2"
	"strings"
	"testing"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/styles"
	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/model/address"
	"lede/ui/theme"
)

// shown returns the words of a block at a width that no line reaches.
func shown(b model.Block) string {
	var lines []string
	for _, l := range New(theme.New(true), 10_000).Block(b) {
		lines = append(lines, Plain(l.Styled))
	}
	return strings.Join(lines, "\n")
}

func paragraph(source string) model.Prose {
	return model.Prose{Kind: model.Paragraph, Source: source}
}

func TestMarkupShowsExactlyItsWords(t *testing.T) {
	cases := []struct{ source, want string }{
		{"R&amp;D", "R&D"},
		{"&amp;#27;[31m", "&#27;[31m"},
		{"&#27;[31m", "&#27;[31m"},
		{"*&amp;#27;*", "&#27;"},
		{"&#64;ines&#32;https&#58;//a&#126; *&#92;&#42;*", "@ines https://a~ \\*"},
		{"&#10;&#127;&#0027;&#+27;&#155;&#8238;&#;&#", "&#10;&#127;&#0027;&#+27;&#155;&#8238;&#;&#"},
		{"**&amp;amp;#27;**", "&amp;#27;"},
		{"`&#27;`", "&#27;"},
		{"`&amp;`", "&amp;"},
		{"*`&lt;`*", "&lt;"},
		{"[`&#155;`](<https://a.example>)", "&#155;"},
		{"[&amp;#155;](<https://a.example>)", "&#155;"},
		{"~~&amp;#7;~~", "&#7;"},
		{"&NewLine;&Tab;&zwj;&#x1b;&#0x9b;", "&NewLine;&Tab;&zwj;&#x1b;&#0x9b;"},
		{`\*stars\* \~ \` + "`" + ` \\ \&amp; \_`, "*stars* ~ ` \\ &amp; _"},
		{`*\\\* \\\\*`, `\* \\`},
		{"`\\*` and *`\\\\`* and [`\\*`](<https://a.example>)", `\* and \\ and \*`},
		{"a **b *c* d** ~~e *f*~~", "a b c d e f"},
		{"[plain](<https://a.example>) [**bold**](<https://a.example>)", "plain bold"},
		{"**[bold](<https://a.example>)** *x*", "bold x"},
		{"<https://a.example/?a&b>", "https://a.example/?a&b"},
		{"write to ines@a.example or www.a.example.", "write to ines@a.example or www.a.example."},
		{"[x](<javascript:alert(1)>) *y*", "x y"},
		{"H<sub>2</sub>O <b class=x>y</b> <T> </T>", "H2O y <T> </T>"},
		{"one<br>two  \nthree\\\nfour\nfive", "one\ntwo\nthree\nfour five"},
		{"![a pier](<https://a.example/p.jpg>) *x*", "▣ a pier x"},
		{"12. May was cold", "12. May was cold"},
		{"# not a heading", "# not a heading"},
		{"- not a list", "- not a list"},
		{"> not a quote", "> not a quote"},
		{"    not code", "not code"},
		{"*a\x1b[31mb*", "a [31mb"},
		{"[a]: https://a.example *x*", "[a]: https://a.example x"},
		{"1 < 2 > 0 & 3 * 4", "1 < 2 > 0 & 3 * 4"},
	}
	for _, c := range cases {
		if got := shown(paragraph(c.source)); got != c.want {
			t.Errorf("%q is shown as %q, want %q", c.source, got, c.want)
		}
	}
}

// TestEscapedTextShowsExactlyItself checks that words which are escaped for Markdown are shown as they were.
func TestEscapedTextShowsExactlyItself(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	parts := []string{
		"&", "#", ";", "27", "\\", "`", "*", "_", "~", "[", "]", "(", ")", "<", ">", "!", "|", "@", ":", "//", "www.",
		"http", "-", "+", "=",
		"1.", ".", " ", "a", "Ü", "港", "\"", "'", "{", "}", "^", "$", "%", "amp;", "x.example",
	}
	for range 2000 {
		var b strings.Builder
		for range 1 + random.IntN(12) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		want := strings.TrimSpace(b.String())
		if want == "" || strings.Contains(want, "  ") {
			continue
		}
		for _, around := range []string{"", "*", "~~"} {
			// Markup must touch a letter to be markup.
			source := model.Escape("x" + want + "x")
			if got := shown(paragraph(around + source + around)); got != "x"+want+"x" {
				t.Fatalf("%q in %q is shown as %q", "x"+want+"x", around+source+around, got)
			}
		}
		if got := shown(paragraph(model.Escape(want))); got != want {
			t.Fatalf("%q, written %q, is shown as %q", want, model.Escape(want), got)
		}
	}
}

func TestLinksLeadWhereTheyMay(t *testing.T) {
	cases := []struct{ source, url string }{
		{"[x](<https://a.example/?a=1&b=2>)", "https://a.example/?a=1&b=2"},
		{"[x](<https://a.example/?a=1&amp;b=2>)", "https://a.example/?a=1&b=2"},
		{"**[x](<https://a.example>)**", "https://a.example"},
		{"~~[x](<https://a.example>)~~", "https://a.example"},
		{"[*x*](<mailto:ines@a.example>)", "mailto:ines@a.example"},
		{"ines@a.example", "mailto:ines@a.example"},
		{"<https://a.example>", "https://a.example"},
		{"see https://a.example/x_y_z.", "https://a.example/x_y_z"},
		{"[x](<file:///etc/passwd>)", ""},
		{"[x](</relative>)", ""},
		{"[x](<https://a.example/ü>)", ""},
		{"[x](<https://a.example/" + strings.Repeat("a", address.MaxLinkBytes) + ">)", ""},
	}
	for _, c := range cases {
		var got string
		for _, l := range New(theme.New(true), 3000).Block(paragraph(c.source)) {
			for _, span := range Links(l) {
				got = span.URL
			}
		}
		if got != c.url {
			t.Errorf("%q leads to %q, want %q", c.source, got, c.url)
		}
	}
}

func TestParagraphWithoutMarkupLooksAsGlamourDrawsIt(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	vocabulary := strings.Fields(
		`the quay, stood (at) 4.1 metres; "high" water's wall: Westhaven! Übermut вода 港 café no? a I 1998.`)
	themes := []*theme.Theme{theme.New(true), themeOf(t, styles.DraculaStyleConfig)}
	for i := range 100 {
		th := themes[i%len(themes)]
		words := make([]string, 1+random.IntN(60))
		for i := range words {
			words[i] = vocabulary[random.IntN(len(vocabulary))]
		}
		source, width := "So "+strings.Join(words, " "), 20+random.IntN(80)
		g, err := glamour.NewTermRenderer(glamour.WithStyles(th.Sheet), glamour.WithWordWrap(width))
		if err != nil {
			t.Fatal(err)
		}
		want, err := g.Render(source)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range New(th, width).Block(paragraph(source)) {
			got = append(got, l.Styled)
		}
		drawn := strings.Join(got, "\n")
		if diff := cmp.Diff(stretches(looked(want)), stretches(looked(drawn))); diff != "" {
			t.Fatalf("%q at %d (-glamour +lede):\n%s", source, width, diff)
		}
		if g, w := Plain(drawn), trimLines(Plain(want)); g != w {
			t.Fatalf("%q at %d:\n%s\nwant\n%s", source, width, g, w)
		}
	}
}

func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// FuzzProse checks that whatever Markdown says, what is drawn passes the gate unchanged, fits, and is as wide as it
// claims.
func FuzzProse(f *testing.F) {
	for _, s := range []string{
		"a *b* `c` [d](<https://a.example>)", "> > - 1. x", "| a | b |\n|--|--|\n| c |", "```go\nx\n```", "- [x] a\n\n  b",
		"&#27;[31m", "<div>\n*x*", "~~a~~ **b**\n***\n# c", "[x]: <y>\n[x]", "港の水位**が**上がって`い`ます", "\t\tx\n\ty",
		"000\n  -| -| -   \n000", // an empty column beside others in ten cells
	} {
		f.Add(s, 40)
		f.Add(s, 0)
	}
	garish, err := theme.FromSheet(garish())
	if err != nil {
		f.Fatal(err)
	}
	blocks := []model.ProseKind{model.Paragraph, model.List, model.Quote, model.Table, model.Rule}
	f.Fuzz(func(t *testing.T, source string, width int) {
		source = strings.ReplaceAll(Plain(source), "\uFFFD", "")
		width = 10 + (width%100+100)%100
		for _, th := range []*theme.Theme{theme.New(false), garish} {
			r, gate := New(th, width), NewGate(th)
			for _, k := range blocks {
				for _, l := range r.Block(model.Prose{Kind: k, Source: source, Plain: source}) {
					checkLine(t, k, l, width, gate)
				}
			}
		}
	})
}

func checkLine(t *testing.T, k model.ProseKind, l Line, width int, gate Gate) {
	t.Helper()
	if got := gate.Screen(l.Styled); got != l.Styled {
		t.Errorf("%s: the gate changes %q to %q", k, l.Styled, got)
	}
	if Width(l.Styled) > width {
		t.Errorf("%s: %q is wider than %d", k, l.Styled, width)
	}
	at := Plain(Slice(l.Styled, l.Col, maxColumns))
	if !strings.HasPrefix(at, l.signed()) && !beginsWithMark(l.signed()) {
		t.Errorf("%s: at cell %d stands %q, not %q", k, l.Col, at, l.Text)
	}
	if strings.Contains(l.Styled, "\n") {
		t.Errorf("%s: %q is not one line", k, l.Styled)
	}
}

// beginsWithMark reports a text whose first character joins the cell before it.
func beginsWithMark(s string) bool {
	_, width := next(s)
	return width == 0
}

func TestATabIsDrawnAsASpace(t *testing.T) {
	th := theme.New(true)
	for name, b := range map[string]model.Block{
		"paragraph": paragraph("a\tb"),
		"reference": paragraph("a&#9;b"),
		"emphasis":  paragraph("*a\tb* &#9; c"),
		"list":      model.Prose{Kind: model.List, Source: "- a&#9;b\tc"},
		"table":     model.Prose{Kind: model.Table, Source: "| a\tb | c |\n|---|---|\n| d | e&#9;f |"},
		"large": model.Prose{
			Kind: model.Paragraph, Source: strings.Repeat("a\tb ", maxRich),
			Plain: strings.Repeat("a\tb ", 40),
		},
		"post": model.Post{
			Author: "a\tb", Source: "a\tb",
			Links: []model.Link{{Title: "a\tb", URL: "https://a.example"}},
		},
		"related": model.Related{
			Label: "a\tb",
			Links: []model.Link{{Title: "a\tb"}, {Title: "c\td", URL: "https://a.example"}},
		},
		"notice": model.Notice{Source: "a\tb"},
		"image":  model.Image{Alt: "a\tb", Credit: "a\tb"},
	} {
		for width := 10; width < 60; width += 7 {
			for _, l := range New(th, width).Block(b) {
				if got := NewGate(th).Screen(l.Styled); got != l.Styled || strings.Contains(l.Text, "\t") ||
					Width(l.Styled) > width {
					t.Errorf("%s at %d: %q, of %d cells", name, width, l.Styled, Width(l.Styled))
				}
			}
		}
	}
}

// signed is the line's text with its signs.
func (l Line) signed() string {
	var b strings.Builder
	from := 0
	for _, s := range l.Signs {
		b.WriteString(l.Text[from:s.At] + s.Text)
		from = s.At
	}
	return b.String() + l.Text[from:]
}
