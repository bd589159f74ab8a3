package render

import (
	"strings"
	"testing"

	"lede/model"
	"lede/ui/theme"
)

const sentence = "The gauge at Westhaven pier stood at 4.1 metres on Sunday, the highest reading since the wall " +
	"was raised. "

func BenchmarkBlock(b *testing.B) {
	marked := strings.Repeat(
		"The **gauge** at [Westhaven pier](<https://example.com/pier>) stood at `4.1` metres, *the highest* since. ", 6)
	table := "| Harbour | Level |\n|:--|--:|\n" + strings.Repeat("| Port **Ellis** | 3.9 |\n", 20)
	for _, c := range []struct {
		name  string
		block model.Block
	}{
		{"paragraph", model.Prose{Kind: model.Paragraph, Source: strings.Repeat(sentence, 6)}},
		{
			"cyrillic",
			model.Prose{
				Kind:   model.Paragraph,
				Source: strings.Repeat("Вода поднялась на нижнюю набережную ещё утром. ", 12),
			},
		},
		{"chinese", model.Prose{Kind: model.Paragraph, Source: strings.Repeat("港口的水位正在上涨，请注意安全。", 20)}},
		{"marked", model.Prose{Kind: model.Paragraph, Source: marked}},
		{"list", model.Prose{Kind: model.List, Source: strings.Repeat("- "+sentence+"\n", 10)}},
		{"table", model.Prose{Kind: model.Table, Source: table}},
		{"post", model.Post{Network: model.X, Author: "A", Handle: "@a", Source: sentence, URL: "https://x.com/a"}},
		{"code", model.Code{Source: strings.Repeat("func main() {\n\tprintln(42)\n}\n", 20)}},
		{"coloured", model.Code{Language: "go", Source: strings.Repeat("func main() {\n\tprintln(42)\n}\n", 20)}},
		{"huge", model.Prose{Kind: model.Paragraph, Source: strings.Repeat(sentence, 50_000)}},
		{"hugeChinese", model.Prose{Kind: model.Paragraph, Source: strings.Repeat("港口的水位正在上涨，请注意安全。", 100_000)}},
		{"hugeWord", model.Prose{Kind: model.Paragraph, Source: strings.Repeat("word", 1_250_000)}},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := New(theme.New(true), 72)
			b.SetBytes(int64(len(c.block.Markdown())))
			b.ReportAllocs()
			for b.Loop() {
				r.Block(c.block)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		New(theme.New(true), 72).Block(model.Prose{Kind: model.Paragraph, Source: "a *b* c"})
	}
}

func BenchmarkGate(b *testing.B) {
	th := theme.New(true)
	line := th.Border.Render("│") + " " + th.Strong.Render("The gauge at") + " " +
		linkTo("https://example.com/pier", "Westhaven") + strings.Repeat(" and on", 9) + th.Border.Render("│")
	screen := strings.Repeat(line+"\n", 50)
	g := NewGate(th)
	b.ReportAllocs()
	for b.Loop() {
		g.Screen(screen)
	}
}

func BenchmarkHighlight(b *testing.B) {
	th := theme.New(true)
	line := Line{Styled: strings.Repeat("word ", 14)}
	for b.Loop() {
		Highlight(line, 10, 20, th.Match)
	}
}
