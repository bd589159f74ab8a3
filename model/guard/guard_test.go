package guard

import (
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"lede/model/effort"
)

// ordinary is a text with all that texts are made of.
const ordinary = "# A heading\n\nWords with *marks*, [a link](https://a.example/b_c(d)), `code *` and 2 * 3.\n\n" +
	"- one\n  - two\n\n    > three\n\n" +
	"| a | b |\n|---|--:|\n| 1 | 2 |\n\n```\n> > > > > > > > > > > > > > > > > > > > > x\n```\n\n***\n\n" +
	"[one]: https://a.example\n[two]: https://b.example\n"

func TestAnOrdinaryTextStaysAsItIs(t *testing.T) {
	for name, s := range map[string]string{
		"short":          ordinary,
		"long":           strings.Repeat(ordinary, 500),
		"a list":         strings.Repeat("- [a](<https://a.example/b>) *c*\n", 3000),
		"the deepest":    strings.Repeat("> ", MaxNesting) + "words\n",
		"a long rule":    strings.Repeat("- ", 200) + "\n",
		"a wide table":   strings.Repeat("|a", MaxColumns-1) + "|\n" + strings.Repeat("|-", MaxColumns-1) + "|\n",
		"many sentences": strings.Repeat("He said *no* and [left](b). ", 1000),
	} {
		if Costly(s) {
			t.Errorf("%s: it is taken for costly: %.200q", name, Markdown(s))
		}
	}
}

// shapes are texts that goldmark takes the square of, or more, by how often their part is repeated.
func shapes() map[string]func(n int) string {
	repeat := func(s string) func(n int) string { return func(n int) string { return strings.Repeat(s, n) } }
	return map[string]func(n int) string{
		"quotations in each other":  func(n int) string { return strings.Repeat("> ", n) + "x" },
		"quotations without blanks": func(n int) string { return strings.Repeat(">", n) + "x" },
		"lists in each other":       func(n int) string { return strings.Repeat("- ", n) + "x" },
		"lists set in": func(n int) string {
			return strings.Repeat(" ", n) + "- x\n" + strings.Repeat(" ", n+2) + "- x\n"
		},
		"brackets that stay open":    repeat("[a "),
		"addresses that stay open":   repeat("[a](<b "),
		"marks that stay open":       repeat("*a **b "),
		"marks of two kinds":         repeat("*a _b "),
		"ends that fit no beginning": func(n int) string { return "a**b " + strings.Repeat("c* d", n) },
		"columns": func(n int) string {
			return strings.Repeat("|a", n) + "|\n" + strings.Repeat("|-", n) + "|\n"
		},
	}
}

func TestCostlyTextsAreTold(t *testing.T) {
	for name, shape := range shapes() {
		s := shape(3000)
		if !Costly(s) {
			t.Errorf("%s: %.60q… is not taken for costly", name, s)
		}
		if got := Markdown(s); strings.Count(got, "x") != strings.Count(s, "x") ||
			strings.Count(got, "a") != strings.Count(s, "a") {
			t.Errorf("%s: words are lost: %.200q", name, got)
		}
	}
}

// TestGuardedTextsAreReadInATimeThatGrowsWithTheirLength reads each shape, and one four times as long.
func TestGuardedTextsAreReadInATimeThatGrowsWithTheirLength(t *testing.T) {
	p := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	took := func(s string) time.Duration {
		return effort.Of(func() { p.Parse(text.NewReader([]byte(Markdown(s)))) })
	}
	for name, shape := range shapes() {
		short, long := took(shape(4000)), took(shape(16000))
		if long > 16*short+100*time.Millisecond {
			t.Errorf("%s: %v, and %v for four times as much", name, short, long)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add(ordinary)
	for _, shape := range shapes() {
		f.Add(shape(600))
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Markdown(s)
		if len(got) > 2*len(s)+64 {
			t.Fatalf("%d bytes become %d: %q", len(s), len(got), s)
		}
		if strings.Count(s, "\n") > strings.Count(got, "\n") {
			t.Fatalf("lines are lost: %q becomes %q", s, got)
		}
	})
}
