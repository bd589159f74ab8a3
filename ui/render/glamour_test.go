package render

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"
	"charm.land/glamour/v2/styles"
	chroma "github.com/alecthomas/chroma/v2/styles"
	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui/theme"
)

// kinds are blocks of Markdown, one a kind, with all that may be in them. Links lead to "#", since lede does not
// print addresses.
var kinds = []struct {
	name   string
	kind   model.ProseKind
	source string
}{
	{"plain paragraph", model.Paragraph, "The gauge at Westhaven pier stood at 4.1 metres on Sunday, the " +
		"highest reading since the wall was raised in 1998."},
	{"emphasis", model.Paragraph, "A *long* **letter with *a few* words** and ***both***, ~~struck~~ out; " +
		"*then **again** more*. R&amp;D, 3\\*4 &lt;b&gt; \\\\ x."},
	{"code", model.Paragraph, "With `gauge --all` and **bold `code` here** and *`\\*` x* and `a && b \\\\`."},
	{"links", model.Paragraph, "See [the table](https://a.example), [**bold** and *slanted*](https://a.example), " +
		"**[all bold](https://a.example)**, [`code` in it](https://a.example)."},
	{"addresses", model.Paragraph, "See <https://a.example/x> and https://b.example/y_z, *or " +
		"<https://c.example>*, or write to ines@a.example."},
	{"written address", model.Paragraph, "See [https&#58;//a.example/x](<https://a.example/x>)."},
	{"picture", model.Paragraph, "Before ![a pier & \\*more\\* of it](https://p.example) after."},
	{"hard break", model.Paragraph, "one\\\ntwo *three*\\\nfour"},
	{"list", model.List, "- Keep the *slip* clear of boats\n- Move `cars`\n" +
		"  - one [link](https://a.example)\n  - two\n- Last"},
	{"numbers", model.List, "1. one\n2. **two**\n3. three"},
	{"loose list", model.List, "- one\n\n- two *words*\n\n- three"},
	{"tasks", model.List, "- [x] Move *cars*\n- [ ] Sandbags"},
	{"quote", model.Quote, "> We had **never** seen `the water` stand.\n>\n> > Nor had *we*.\n>\n" +
		"> - a [list](https://a.example)\n> - in it\n>\n> The master"},
	{"quote in list", model.List, "- one\n\n  > quoted *words*\n\n- two"},
	{"table", model.Table, "| Harbour | Level | Time |\n|:--|--:|:-:|\n| Westhaven | **4.1** m | 06:00 |\n" +
		"| Port *Ellis* | `3.9` | [12](https://a.example) ~~x~~ |"},
	{"code block", model.List, "```go\n// level is in metres.\nfunc level(g gauge) float64 {\n" +
		"\treturn g.read(\"pier\\n\", 3.14) & 0xf && true\n}\n```"},
	{"other code", model.List, "```python\ndef f(x):\n    \"\"\"Two\n    lines.\"\"\"\n    return None, 'a&amp;b'\n```"},
	{"rule", model.Rule, "***"},
	{"heading 1", model.List, "# A *first* `heading`"},
	{"heading 2", model.List, "## A **second** [heading](https://a.example)"},
	{"heading 3", model.List, "### A third ~~heading~~"},
	{"heading 4", model.List, "#### A fourth heading"},
	{"heading 5", model.List, "##### A fifth heading"},
	{"heading 6", model.List, "###### A sixth heading"},
	{"heading in quote", model.Quote, "> ## In *a* quote\n>\n> words"},
}

// garish is a style sheet in which nearly everything has a colour of its own, and words round it.
func garish() ansi.StyleConfig {
	n := 16
	color := func() *string { n++; c := fmt.Sprint(n); return &c }
	yes := true
	s := ansi.StyleConfig{}
	for _, p := range []*ansi.StylePrimitive{
		&s.Document.StylePrimitive, &s.BlockQuote.StylePrimitive, &s.List.StylePrimitive, &s.Heading.StylePrimitive,
		&s.H1.StylePrimitive, &s.H2.StylePrimitive, &s.Strikethrough, &s.Emph, &s.Strong, &s.HorizontalRule, &s.Item,
		&s.Enumeration, &s.Link, &s.LinkText, &s.ImageText, &s.Code.StylePrimitive, &s.CodeBlock.StylePrimitive,
	} {
		p.Color = color()
	}
	s.Paragraph.Italic, s.Table.Bold, s.H2.Underline, s.H3.Inverse = &yes, &yes, &yes, &yes
	s.H1.BackgroundColor, s.Code.BackgroundColor, s.Strong.BackgroundColor = color(), color(), color()
	s.Code.Prefix, s.Code.Suffix, s.H1.Prefix, s.H1.Suffix, s.H2.Prefix = "<", ">", " ", " ", "## "
	s.Emph.BlockPrefix, s.Emph.BlockSuffix = "*", "*"
	s.ImageText.Format, s.HorizontalRule.Format = "Image: {{.text}} →", "\n----\n"
	s.Item.BlockPrefix, s.Item.Prefix, s.Enumeration.BlockPrefix = "* ", "+ ", ") "
	s.Task.Ticked, s.Task.Unticked = "(x) ", "( ) "
	s.H3.Upper = &yes
	return s
}

// sheets are the style sheets that lede is compared with Glamour in.
func sheets(t *testing.T) map[string]ansi.StyleConfig {
	t.Helper()
	all := map[string]ansi.StyleConfig{"garish": garish()}
	for name, s := range styles.DefaultStyles {
		all["glamour:"+name] = *s
	}
	for _, name := range []string{"dark", "light", "terminal", "nord"} {
		th, err := theme.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = th.Sheet
	}
	return all
}

// byGlamour is what Glamour draws in a style sheet: with the look of code under a name of its own, since it keeps the
// first for all.
func byGlamour(t *testing.T, source string, s ansi.StyleConfig, th *theme.Theme, width int) string {
	t.Helper()
	if th.Code().Style != nil {
		registry.Lock()
		chroma.Register(th.Code().Style)
		registry.Unlock()
		s.CodeBlock.Chroma, s.CodeBlock.Theme = nil, th.Code().Style.Name
	}
	g, err := glamour.NewTermRenderer(glamour.WithStyles(s), glamour.WithWordWrap(width),
		glamour.WithInlineTableLinks(true),
		glamour.WithChromaFormatter(th.Code().Formatter), glamour.WithPreservedNewLines())
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := g.Render(strings.NewReplacer("(https://a.example)", "(#)", "(https://p.example)", "()",
		"[https&#58;//a.example/x](<https://a.example/x>)", "<https://a.example/x>").Replace(source))
	if err != nil {
		t.Fatal(err)
	}
	return drawn
}

// character is one of styled text, and how it looks.
type character struct{ text, look string }

// looked are the characters of styled text, but for white space, and lines and signs of lists.
func looked(s string) []character {
	var all []character
	for c := range cells(s) {
		if strings.TrimSpace(c.text) != "" && !strings.Contains("│─┼|•◦▪-↪", c.text) {
			all = append(all, character{c.text, state(c.pen)})
		}
	}
	return all
}

// expected is what lede draws where Glamour draws that: heads of tables are bold, and no arrow leads to an address.
func expected(kind model.ProseKind, glamour []character) []character {
	var all []character
	head := kind == model.Table
	for _, c := range glamour {
		if head = head && c.text != "W"; head {
			c.look = state(c.look + "\x1b[1m")
		}
		if c.text != "→" {
			all = append(all, c)
		}
	}
	return all
}

// stretches joins characters that look alike.
func stretches(all []character) []string {
	var joined []string
	for i, c := range all {
		if i > 0 && all[i-1].look == c.look {
			joined[len(joined)-1] += c.text
			continue
		}
		joined = append(joined, strings.ReplaceAll(c.look, "\x1b", "")+" "+c.text)
	}
	return joined
}

// state is how a terminal shows what follows SGR sequences.
func state(pen string) string {
	set := map[string]string{}
	for seq := range strings.SplitSeq(pen, "\x1b[") {
		params := strings.TrimSuffix(seq, "m")
		for params != "" {
			first := field(params, 1)
			key := first
			switch {
			case first == "38" || first == "48":
				n := 5
				if field(params, 2) == first+";5" {
					n = 3
				}
				key, first = first, field(params, n)
			case len(first) == 2 && (first[0] == '3' || first[0] == '9'):
				key = "38"
			case len(first) == 2 && first[0] == '4' || len(first) == 3:
				key = "48"
			}
			set[key] = first
			params = strings.TrimPrefix(params[len(first):], ";")
		}
	}
	var all []string
	for _, v := range set {
		all = append(all, v)
	}
	slices.Sort(all)
	return "\x1b[" + strings.Join(all, ";") + "m"
}

// TestBlocksLookAsGlamourDrawsThem compares the words and the look of each with Glamour's, for each kind of block in
// each style sheet. What may differ is listed in render.go.
func TestBlocksLookAsGlamourDrawsThem(t *testing.T) {
	quiet := hushed(t)
	for name, sheet := range sheets(t) {
		th := themeOf(t, sheet)
		for _, k := range kinds {
			for _, width := range []int{40, 100} {
				t.Run(fmt.Sprintf("%s/%s/%d", name, k.name, width), func(t *testing.T) {
					want := expected(k.kind, looked(byGlamour(t, k.source, sheet, th, width)))
					var got []character
					for _, l := range New(th, width).Block(model.Prose{Kind: k.kind, Source: k.source}) {
						got = append(got, looked(l.Styled)...)
					}
					if diff := cmp.Diff(stretches(want), stretches(got)); diff != "" {
						t.Errorf("(-glamour +lede):\n%s", diff)
					}
				})
			}
		}
	}
	quiet()
}

// TestDeviationsFromGlamour shows what render.go lists: what Glamour draws, and what lede does.
func TestDeviationsFromGlamour(t *testing.T) {
	const width = 30
	sheet := *styles.DefaultStyles["dark"]
	th := themeOf(t, sheet)
	for _, c := range []struct {
		name          string
		kind          model.ProseKind
		source        string
		glamour, lede string
	}{
		{"address of a link", model.Paragraph, "A [b](https://b.example).", "A b https://b.example.", "A b."},
		{"address of a picture", model.Paragraph, "![b](https://b.example)", "Image: b → https://b.example", "Image: b"},
		{"written address", model.Paragraph, "www.b.example", "http://www.b.example", "www.b.example"},
		{"line break", model.Paragraph, "one<br>two", "onetwo", "one two"},
		{"loose item", model.List, "- one\n\n  two", "• onetwo", "• one two"},
		{"number", model.List, "1) one", "1. one", "1) one"},
		{"inner list", model.List, "- one\n  - two", "• one • two", "• one ◦ two"},
		{"reference in code", model.Paragraph, "`&amp;`", "&", "&amp;"},
		{"unknown tag", model.Paragraph, "a <T> b", "a b", "a <T> b"},
		{"block of HTML", model.List, "<div>\na\n</div>", "a", "<div> a </div>"},
		{
			"head of a table", model.Table, "|A long head|b|\n|-|-|\n|c|d e f g h i j k l m n|",
			"A long he… │ b ────────────┼───────────── c │ d e f g h i │ j k l m n",
			"A long head │ b ────────────┼──" +
				"─────────────── c │ d e f g h i j k │ l m n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			drawn := byGlamour(t, c.source, sheet, th, width)
			if got := wordsOf(drawn); got != c.glamour {
				t.Errorf("Glamour draws %q, no longer %q", got, c.glamour)
			}
			var lines []string
			for _, l := range New(th, width).Block(model.Prose{Kind: c.kind, Source: c.source}) {
				lines = append(lines, l.Styled)
			}
			if got := wordsOf(strings.Join(lines, "\n")); got != c.lede {
				t.Errorf("lede draws %q, want %q", got, c.lede)
			}
		})
	}
}

// wordsOf are the words of styled text.
func wordsOf(s string) string {
	var b strings.Builder
	for c := range cells(s) {
		b.WriteString(c.text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// themeOf is a style sheet as a theme.
func themeOf(t *testing.T, s ansi.StyleConfig) *theme.Theme {
	t.Helper()
	th, err := theme.FromSheet(s)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// hushed lets the test fail when something is written to standard output until the function that it returns is called.
func hushed(t *testing.T) func() {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stdout
	os.Stdout = w
	return func() {
		os.Stdout = before
		w.Close()
		said := make([]byte, 200)
		if n, _ := r.Read(said); n > 0 {
			t.Errorf("written to standard output: %q", said[:n])
		}
	}
}
