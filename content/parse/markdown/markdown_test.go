package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/parse/block"
	"lede/model"
	"lede/model/clean"
)

// FuzzMarkdown holds that whatever is read is clean, that addresses are checked, and that what is written reads
// back to the same words.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# Title\n\nText with *emphasis*, **strong _nested_**, `code`, [link](https://a.example 'x') &amp; ![pic](b.png).\n",
		"> quote\n> > nested\n\n- a\n  1. b\n\n     c\n- [x] done\n",
		"| a | b |\n|:-:|--:|\n| `x|y` | **c** |\n\nTerm\n: meaning\n\n[^1]: note\n\nText[^1] ~~gone~~\n",
		"<details><summary>More</summary><p>in <b>HTML</b><br>here</p></details>\n\n<!-- no -->\n\n```go\nx := 1\n```\n",
		"---\ntitle: One: two\ntags: [a, b]\n---\n\nhttps://a.example/x_y_z, www.b.example and c@d.example\n",
		"~~a~|~\n",
		"a\\\nb  \nc&#10;d\\*e\\&f\n\n***\n\nSetext\n===\n\n    code\n\n*a **b*** _c_d_ **e *f***",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := read(s)
		for _, b := range a.Blocks() {
			for _, text := range []string{b.Text(), b.Markdown()} {
				if clean.Text(text) != text {
					t.Fatalf("Read(%q) has %q, which is not clean", s, text)
				}
			}
		}
		source := rewritten(a)
		if strings.TrimSpace(source) == "" {
			return
		}
		again := read(source)
		if got, want := shownLetters(again), shownLetters(a); got != want {
			t.Fatalf("Read(%q)\nwritten  %q\nreads as %q\nwant     %q", s, source, got, want)
		}
	})
}

func TestLongListsAndTablesAreSplit(t *testing.T) {
	var b strings.Builder
	for i := range 120 {
		fmt.Fprintf(&b, "%d. item %d\n", i+7, i)
	}
	b.WriteString("\n| n | v |\n|---|---|\n")
	for i := range 120 {
		fmt.Fprintf(&b, "| %d | x |\n", i)
	}
	blocks := read(b.String()).Blocks()
	if len(blocks) != 6 {
		t.Fatalf("%d blocks, want 6", len(blocks))
	}
	for i, block := range blocks {
		if p := block.(model.Prose); p.Continued != (i%3 > 0) {
			t.Errorf("block %d: Continued is %v", i, p.Continued)
		}
	}
	if got := blocks[1].(model.Prose).Source; !strings.HasPrefix(got, "57. item 50\n") {
		t.Errorf("the second part of the list begins with %.20q", got)
	}
	table := blocks[4].(model.Prose)
	if !strings.HasPrefix(table.Source, "| n | v |\n| --- | --- |\n| 50 | x |") ||
		!strings.HasPrefix(table.Plain, "50\tx\n") {
		t.Errorf("the second part of the table is %.60q, plain %.20q", table.Source, table.Plain)
	}
	again := read(rewritten(read(b.String())))
	if diff := cmp.Diff(blocks, again.Blocks()); diff != "" {
		t.Errorf("it reads back differently:\n%s", diff)
	}
}

func TestNestingIsFlattened(t *testing.T) {
	quotes := read(strings.Repeat("> ", 110) + "word").Blocks()[0].Markdown()
	if n := strings.Count(quotes, ">"); n > block.MaxNesting {
		t.Errorf("%d levels of quotation are kept, want at most %d", n, block.MaxNesting)
	}
	var b strings.Builder
	for i := range 100 {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	for line := range strings.Lines(read(b.String()).Blocks()[0].Markdown()) {
		if indent := len(line) - len(strings.TrimLeft(line, " ")); indent > 2*block.MaxNesting {
			t.Fatalf("an item is set in by %d columns", indent)
		}
	}
}

func TestLongTextIsReadInParts(t *testing.T) {
	var b strings.Builder
	for i := range 6000 {
		fmt.Fprintf(&b,
			"Paragraph %d speaks of [one][first] and [two][last] at length, and of nothing[^n%d] else that would matter "+
				"here.\n\n", i, i%3)
	}
	s := "[first]: https://first.example/\n\n" + b.String() + "```\n[no]: link\n\n" + strings.Repeat("code\n\n", 1000) +
		"```\n\n[^n0]: Zero.\n[^n1]: One.\n[^n2]: Two.\n\n[last]: https://last.example/\n"
	blocks := read(s).Blocks()
	if len(blocks) != 6002 {
		t.Fatalf("%d blocks, want 6002", len(blocks))
	}
	for i, block := range blocks[:6000] {
		want := fmt.Sprintf(
			`Paragraph %d speaks of [one](<https://first.example/>) and [two](<https://last.example/>) at length, and of `+
				`nothing\[%d\] else that would matter here.`, i, i%3+1)
		if got := block.Markdown(); got != want {
			t.Fatalf("block %d is %q, want %q", i, got, want)
		}
	}
	if got := blocks[6001].Markdown(); got != "1. Zero.\n2. One.\n3. Two." {
		t.Errorf("the notes are %q", got)
	}
}
