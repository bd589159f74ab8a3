package markdown

import (
	"fmt"
	"strings"
	"testing"

	"lede/content/parse/block"
	"lede/model"
)

// numbered writes a line for each number below n.
func numbered(n int, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line+"\n", i+1)
	}
	return b.String()
}

func TestABlockThatIsLongerThanAPartGoesOn(t *testing.T) {
	const n = 20_000
	for name, c := range map[string]struct{ text, first, last string }{
		"a list":   {numbered(n, "%d. an item of a list"), "1. an item of a list", "20000. an item of a list"},
		"a table":  {"| n |\n|---|\n" + numbered(n, "| row %d |"), "| n |\n| --- |\n| row 1 |", "| row 20000 |"},
		"code":     {"```go\n" + strings.Repeat("x := 1\n", 200_000) + "```\n", "```go\nx := 1", "x := 1\n```"},
		"one line": {strings.Repeat("word ", 50_000) + "end\n", "word word", "word end"},
	} {
		blocks := read("Before.\n\n" + c.text + "\nBehind.\n").Blocks()
		first, last := blocks[1].Markdown(), blocks[len(blocks)-2].Markdown()
		if !strings.HasPrefix(first, c.first) || !strings.HasSuffix(last, c.last) {
			t.Errorf("%s: it begins with %.40q, and ends with %q", name, first, last[max(0, len(last)-40):])
		}
		for i, b := range blocks[2 : len(blocks)-1] {
			if p, ok := b.(model.Prose); ok && p.Kind != model.Paragraph && !p.Continued {
				t.Errorf("%s: block %d does not continue the one before", name, i+2)
			}
		}
		if got := blocks[len(blocks)-1].Text(); got != "Behind." {
			t.Errorf("%s: the text ends with %.40q", name, got)
		}
	}
}

func TestPreformattedHTMLStaysSoOverParts(t *testing.T) {
	blocks := read("Before.\n\n<!--\n" + strings.Repeat("hidden\n\n", 30_000) + "-->\n\nBehind.\n").Blocks()
	if len(blocks) != 2 {
		t.Errorf("%d blocks, want 2", len(blocks))
	}
}

func TestTheRestOfTooManyBlocksIsPlainLines(t *testing.T) {
	const n = 120_000
	a := read(numbered(n, "# %d\n"))
	if most := block.Most(10 * n); len(a.Sections) > most+partBytes/4 {
		t.Errorf("there are %d sections, want about %d", len(a.Sections), most)
	}
	last := a.Sections[len(a.Sections)-1]
	if len(last.Blocks) < 2 {
		t.Fatalf("the last section has %d blocks", len(last.Blocks))
	}
	if n, ok := last.Blocks[0].(model.Notice); !ok || !strings.Contains(n.Text(), "plain lines") {
		t.Errorf("it says %q", last.Blocks[0].Text())
	}
	next := 0
	if _, err := fmt.Sscanf(last.Title, "%d", &next); err != nil {
		t.Fatal(err)
	}
	for _, b := range last.Blocks[1:] {
		for _, line := range strings.Fields(b.Text()) {
			if line == "#" {
				continue
			}
			if next++; line != fmt.Sprint(next) {
				t.Fatalf("%s comes where %d should", line, next)
			}
		}
	}
	if next != n {
		t.Errorf("the text ends with %d, want %d", next, n)
	}
}
