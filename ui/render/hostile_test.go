package render

import (
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/model/effort"
	"lede/ui/theme"
)

// hostile are blocks made to take long, or to be drawn too large.
func hostile() map[string]model.Block {
	source := func(k model.ProseKind, s string) model.Block { return model.Prose{Kind: k, Source: s, Plain: s} }
	return map[string]model.Block{
		"word of 5 MB":           source(model.Paragraph, strings.Repeat("a", 5<<20)),
		"a million words":        source(model.Paragraph, strings.Repeat("word ", 1<<20)),
		"wide letters":           source(model.Paragraph, strings.Repeat("港", 20_000)),
		"marks":                  source(model.Paragraph, strings.Repeat("e"+strings.Repeat("\u0301", 8), 100_000)),
		"one letter, many marks": source(model.Paragraph, "e"+strings.Repeat("\u0301", 1<<20)),
		"families":               source(model.Paragraph, strings.Repeat("👩‍👩‍👧‍👦", 20_000)),
		"hebrew":                 source(model.Paragraph, strings.Repeat("שלום ", 100_000)),
		"hyphens":                source(model.Paragraph, strings.Repeat("-", 1<<20)),
		"spaces":                 source(model.Paragraph, strings.Repeat(" ", 5<<20)+"a"),
		"lines":                  source(model.Paragraph, strings.Repeat("a\\\n", 20_000)),
		"open brackets":          source(model.Paragraph, strings.Repeat("[", 60_000)),
		"open links":             source(model.Paragraph, strings.Repeat("[a](", 16_000)),
		"emphasis":               source(model.Paragraph, strings.Repeat("*a **b ", 9_000)),
		"backticks":              source(model.Paragraph, backticks()),
		"tags":                   source(model.Paragraph, strings.Repeat("<a ", 20_000)),
		"addresses":              source(model.Paragraph, strings.Repeat("www.a.b ", 8_000)),
		"100 quotes":             source(model.Quote, strings.Repeat("> ", 100)+"a"),
		"30,000 quotes":          source(model.Quote, strings.Repeat(">", 30_000)+"a"),
		"lists in lists":         source(model.List, strings.Repeat("- ", 100)+"a"),
		"20,000 items":           source(model.List, strings.Repeat("- a\n", 16_000)),
		"hundreds of columns":    source(model.Table, row("a", 600)+row("-", 600)+strings.Repeat(row("b", 600), 25)),
		"columns without rows":   source(model.Table, row("a", 8_000)+row("-", 8_000)),
		"rows to be filled":      source(model.Table, row("a", 8_000)+row("-", 8_000)+strings.Repeat("|\n", 15_000)),
		"cell of 60 kB":          source(model.Table, "|a|b|\n|-|-|\n|"+strings.Repeat("word ", 12_000)+"|x|\n"),
		"line of 40,000 columns": model.Code{Language: "go", Source: strings.Repeat("a ", 20_000)},
		"50,000 lines":           model.Code{Language: "go", Source: strings.Repeat("a := 1\n", 50_000)},
		"tabs":                   model.Code{Source: strings.Repeat("\t", 200_000)},
		"strange language":       model.Code{Language: strings.Repeat("[", 100_000), Source: "a"},
		"post": model.Post{
			Network: model.Network(strings.Repeat("x", 10_000)),
			Author:  strings.Repeat("a", 10_000), Source: strings.Repeat("a ", 10_000),
		},
		"10,000 links of a post":  model.Post{Source: "a", Links: make([]model.Link, 10_000)},
		"10,000 links to further": model.Related{Label: "Read", Links: make([]model.Link, 10_000)},
		"notice":                  model.Notice{Source: strings.Repeat("a ", 1<<20)},
		"image":                   model.Image{Alt: strings.Repeat("a", 100_000), Credit: strings.Repeat("b", 100_000)},
	}
}

func row(cell string, columns int) string { return strings.Repeat("|"+cell, columns) + "|\n" }

func backticks() string {
	var b strings.Builder
	for n := 1; b.Len() < 60_000; n++ {
		b.WriteString(strings.Repeat("`", n) + " a ")
	}
	return b.String()
}

// limit is hundreds of times the processor time that any of them takes, so that only what hangs reaches it.
const limit = 20 * time.Second

func TestHostileBlocksAreDrawnAtOnce(t *testing.T) {
	th := theme.New(true)
	for name, block := range hostile() {
		t.Run(name, func(t *testing.T) {
			before := effort.Used()
			lines := New(th, 40).Block(block)
			if took := effort.Used() - before; took > limit {
				t.Errorf("%v for %d kB", took, len(block.Text())>>10)
			}
			for _, l := range lines {
				if w := Width(l.Styled); w > 40 {
					t.Fatalf("%q is %d cells wide", l.Styled, w)
				}
			}
		})
	}
}
