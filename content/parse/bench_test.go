package parse

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// ordinary is a paragraph like those that articles are made of.
const ordinary = "The gauge at the *pier* stood at 4.1 metres on Sunday, the highest [reading](https://harbour.example/gauge) since the wall was raised in the year\n" +
	"of the great storm, and the `council` had to answer & did.\n\n## A heading\n\nAnother paragraph without any markup, of the usual length, which says what the first one said once more.\n\n"

func BenchmarkMarkdown(b *testing.B) {
	for _, size := range []int{10 << 10, 10 << 20} {
		data := []byte(strings.Repeat(ordinary, size/len(ordinary)))
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(data, Options{Name: "a.md"}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(size>>10), "µs/kB")
		})
	}
}

func BenchmarkHead(b *testing.B) {
	data := []byte("---\ntitle: Spring tides\nauthor: Ines Okafor\ndate: 2026-05-03\ntags: [flooding, Westhaven]\n---\n\n" + strings.Repeat(ordinary, 3000/len(ordinary)))
	for b.Loop() {
		if _, err := Head(data, Options{Name: "a.md"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCut(b *testing.B) {
	data := []byte(strings.Repeat(ordinary, 64<<10/len(ordinary)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		Cut(data)
	}
}

// hostile are texts of shapes that take some parsers a time that grows with the square of their length.
func hostile() map[string]string {
	number := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i))
		}
		return b.String()
	}
	return map[string]string{
		"nested quotes":    strings.Repeat("> ", 5000) + "VSend\n",
		"quotes in lines":  strings.Repeat(strings.Repeat("> ", 100)+"word\n", 1000) + "VSend",
		"deep list":        number(500, func(i int) string { return strings.Repeat("  ", i) + "- a\n" }) + "\n\nVSend",
		"list in a line":   strings.Repeat("- ", 2000) + "VSend\n",
		"mixed nesting":    strings.Repeat("> - ", 2000) + "VSend\n",
		"open brackets":    strings.Repeat("[", 50000) + "VSend",
		"brackets":         strings.Repeat("[", 20000) + "VSend" + strings.Repeat("]", 20000),
		"open links":       strings.Repeat("[a](b", 10000) + "VSend",
		"open addresses":   strings.Repeat("[a](<b)", 20000) + "VSend",
		"open titles":      strings.Repeat("[a](b \"", 20000) + "VSend",
		"emphasis":         strings.Repeat("*a **b ", 20000) + "VSend",
		"mixed emphasis":   strings.Repeat("**a *b_ ", 20000) + "VSend",
		"inner emphasis":   strings.Repeat("a**b", 20000) + strings.Repeat("c* d", 20000) + "VSend",
		"tildes":           strings.Repeat("~~a ", 50000) + "VSend",
		"smaller signs":    strings.Repeat("<", 100000) + "VSend",
		"open comments":    strings.Repeat("a <!-- a ", 30000) + "VSend",
		"open tags":        strings.Repeat("x <a href=\"", 20000) + "VSend",
		"ampersands":       strings.Repeat("&", 100000) + "VSend",
		"a word":           strings.Repeat("a", 1<<20) + " VSend",
		"a paragraph":      strings.Repeat("word ", 200000) + "VSend",
		"lines":            strings.Repeat("word and word\n", 50000) + "VSend",
		"code":             "```\n" + strings.Repeat("code line here\n", 50000) + "VSend\n```\n",
		"items":            strings.Repeat("- item\n", 20000) + "- VSend",
		"headings":         strings.Repeat("# h\n", 50000) + "VSend",
		"rows":             "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", 20000) + "|VSend|\n",
		"columns":          "|" + strings.Repeat("a|", 5000) + "\n|" + strings.Repeat("-|", 5000) + "\n" + strings.Repeat("|b\n", 500) + "VSend",
		"notes":            number(20000, func(i int) string { return fmt.Sprintf("x[^%d]\n\n[^%d]: note\n\n", i, i) }) + "VSend",
		"links":            strings.Repeat("[a](https://x.example) ", 20000) + "VSend",
		"definitions":      number(20000, func(i int) string { return fmt.Sprintf("[a%d]\n\n[a%d]: <b>\n\n", i, i) }) + "VSend",
		"many definitions": number(20000, func(i int) string { return fmt.Sprintf("[a%d]: b\n", i) }) + "\nVSend",
		"terms":            strings.Repeat("a\n: b\n\n", 20000) + "VSend",
		"addresses":        strings.Repeat("http://a.example ", 20000) + "VSend",
		"at signs":         strings.Repeat("a@", 50000) + "VSend",
		"marks":            strings.Repeat("e"+strings.Repeat("\u0301", 500), 1000) + "VSend",
		"controls":         strings.Repeat("\x1b[2J", 100000) + "VSend",
		"html":             strings.Repeat("<div><blockquote><b>", 20000) + "VSend",
		"backticks":        number(600, func(i int) string { return strings.Repeat("`", i+1) + "a" }) + " VSend",
	}
}

// perKB is what a kilobyte of a text costs to read.
func perKB(t *testing.T, s string) time.Duration {
	t.Helper()
	start := time.Now()
	if _, err := Read([]byte(s), Options{Name: "a.md"}); err != nil {
		t.Fatal(err)
	}
	return time.Since(start) / time.Duration(len(s)>>10)
}

// TestHostileShapesCostLittle allows a hostile text fifty times of what an ordinary one costs: a cost that grows with
// the square is hundreds of times that.
func TestHostileShapesCostLittle(t *testing.T) {
	base := perKB(t, strings.Repeat(ordinary, 1<<20/len(ordinary)))
	for name, s := range hostile() {
		start := time.Now()
		a, err := Read([]byte(s), Options{Name: "a.md"})
		took := time.Since(start)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		limit := 200*time.Millisecond + 50*base*time.Duration(len(s)>>10+1)
		if took > limit {
			t.Errorf("%s: reading %d kB took %v, want at most %v", name, len(s)>>10, took, limit)
		}
		t.Logf("%-18s %6d kB %10v %.3f ms/kB", name, len(s)>>10, took.Round(time.Microsecond), float64(took.Microseconds())/1000/(float64(len(s))/1024))
		if !strings.Contains(words(a), "VSend") {
			t.Errorf("%s: the last word is lost: …%q", name, tail(words(a)))
		}
	}
}

func TestMarkdownOfTenMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes a second")
	}
	data := []byte(strings.Repeat(ordinary, 10<<20/len(ordinary)))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	a, err := Read(data, Options{Name: "a.md"})
	took := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if err != nil || len(a.Sections) != 10<<20/len(ordinary)+1 {
		t.Fatalf("%d sections, %v", len(a.Sections), err)
	}
	kept := int(after.HeapAlloc-before.HeapAlloc) >> 20
	t.Logf("10 MB: %v, %d MB kept, %d MB allocated", took, kept, (after.TotalAlloc-before.TotalAlloc)>>20)
	if kept > 60 {
		t.Errorf("the article of 10 MB keeps %d MB, want at most 60", kept)
	}
	runtime.KeepAlive(a)
}
