package parse

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lede/model"
)

// hostile are texts of shapes that take some parsers a time that grows with the square of their length. They are made
// a part as long as they could be: 1 is the whole length, 20 a twentieth.
func hostile(part int) map[string]string {
	some := func(s string, n int) string { return strings.Repeat(s, n/part) }
	number := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := range n / part {
			b.WriteString(f(i))
		}
		return b.String()
	}
	return map[string]string{
		"nested quotes":   strings.Repeat("> ", 5000) + "VSend\n",
		"quotes in lines": strings.Repeat(strings.Repeat("> ", 100)+"word\n", 1000) + "VSend",
		"deep list":       steps("  ", "- a\n", 500) + "\n\nVSend",
		"list in a line":  strings.Repeat("- ", 2000) + "VSend\n",
		"mixed nesting":   strings.Repeat("> - ", 2000) + "VSend\n",
		"open brackets":   some("[", 50000) + "VSend",
		"brackets":        some("[", 20000) + "VSend" + some("]", 20000),
		"open links":      some("[a](b", 10000) + "VSend",
		"open addresses":  some("[a](<b)", 20000) + "VSend",
		"open titles":     some("[a](b \"", 20000) + "VSend",
		"emphasis":        some("*a **b ", 20000) + "VSend",
		"mixed emphasis":  some("**a *b_ ", 20000) + "VSend",
		"inner emphasis":  some("a**b", 20000) + some("c* d", 20000) + "VSend",
		"tildes":          some("~~a ", 50000) + "VSend",
		"smaller signs":   some("<", 100000) + "VSend",
		"open comments":   some("a <!-- a ", 30000) + "VSend",
		"open tags":       some("x <a href=\"", 20000) + "VSend",
		"ampersands":      some("&", 100000) + "VSend",
		"a word":          some("a", 1<<20) + " VSend",
		"a paragraph":     some("word ", 200000) + "VSend",
		"lines":           some("word and word\n", 50000) + "VSend",
		"code":            "```\n" + some("code line here\n", 50000) + "VSend\n```\n",
		"items":           some("- item\n", 20000) + "- VSend",
		"headings":        some("# h\n", 50000) + "VSend",
		"rows":            "|a|b|\n|-|-|\n" + some("|c|d|\n", 20000) + "|VSend|\n",
		"columns": "|" + some("a|", 5000) + "\n|" + some("-|", 5000) + "\n" +
			strings.Repeat("|b\n", 500) + "VSend",
		"notes": number(20000, func(i int) string {
			return fmt.Sprintf("x[^%d]\n\n[^%d]: note\n\n", i, i)
		}) + "VSend",
		"links": some("[a](https://x.example) ", 20000) + "VSend",
		"definitions": number(20000, func(i int) string {
			return fmt.Sprintf("[a%d]\n\n[a%d]: <b>\n\n", i, i)
		}) + "VSend",
		"many definitions":   number(20000, func(i int) string { return fmt.Sprintf("[a%d]: b\n", i) }) + "\nVSend",
		"terms":              some("a\n: b\n\n", 20000) + "VSend",
		"addresses":          some("http://a.example ", 20000) + "VSend",
		"at signs":           some("a@", 50000) + "VSend",
		"marks":              strings.Repeat("e"+strings.Repeat("\u0301", 500), 1000) + "VSend",
		"controls":           some("\x1b[2J", 100000) + "VSend",
		"html":               some("<div><blockquote><b>", 20000) + "VSend",
		"backticks":          steps("`", "a", 600) + " VSend",
		"bare lines":         some("A line\n", 100000),
		"headings and lines": some("What they say\nA sentence that somebody says about them.\n", 30000),
		"questions":          some("Who?\n", 100000),
		"credits":            some("(Photo)\n", 100000),
		"signed":             some("By Ines Okafor\n", 50000),
		"table rules":        some("|---|\n", 100000),
		"numbers":            some("1. a\n", 100000),
		"deep":               some("- a\n  - b\n", 50000),
		"gaps":               some("- a\n\n", 100000),
		"line of quotes":     some(">", 1<<20),
		"hyphens": some("some words that go on to the very end of the line and are then di-\nvided ",
			20000),
		"one-word lines":             some(strings.Repeat("a", 60)+"-\n", 20000),
		"indented":                   some("a\n    b\n", 50000) + some("a\n", 60000),
		"bars":                       some("|", 1<<20),
		"open lists in front matter": "---\ntitle: x\na: " + some("[", 30000) + "\n---\n\nVSend\n",
		"spaced columns":             some("a  ", 300000),
		"colons":                     some("a: b\n", 100000),
		"footnotes":                  some("[1]", 300000),
		"formulas":                   some("$a ", 100000) + "VSend",
		"open formulas":              some("$$\na\n", 50000) + "VSend",
		"open environments":          some("\\begin{a}\n", 50000) + "VSend",
		"open names":                 some("[[a ", 50000) + "VSend",
		"comments":                   some("%%a ", 100000) + "VSend",
		"highlights":                 some("==a ", 50000) + "VSend",
		"open inner notes":           some("^[a ", 50000) + "VSend",
		"open tables":                some("<table>\n\n", 20000) + "VSend",
		"levels of quotation":        some("> a\n>> b\n", 50000) + "VSend",
		"drawings":                   some("|/\\_|\n", 50000) + "VSend",
		"fields":                     some("Subject: a\n", 50000) + "VSend",
	}
}

// steps repeats before once more for each of n words.
func steps(before, word string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(before, i+1) + word)
	}
	return b.String()
}

func TestHostileShapesKeepTheirWords(t *testing.T) {
	for name, s := range hostile(20) {
		for _, f := range formats {
			if (f.name == HTML || f.name == model.EntryFormat) && strings.Contains(s, "<") {
				continue // what is in a tag or a comment is no text there
			}
			a, err := Read([]byte(s), Options{Format: f.name})
			if err != nil {
				t.Errorf("%s as %s: %v", name, f.name, err)
			} else if strings.Contains(s, "VSend") && !strings.Contains(words(a), "VSend") {
				t.Errorf("%s as %s: the last word is lost: …%q", name, f.name, tail(words(a)))
			}
		}
	}
}

// BenchmarkHostile reports how many times the cost of an ordinary text a hostile one has, kilobyte by kilobyte. A cost
// that grows with the square of the length is hundreds of times that, and fails.
func BenchmarkHostile(b *testing.B) {
	const most = 100
	for _, f := range formats {
		usual := perKB(b, f.name, strings.Repeat(ordinary, 1<<20/len(ordinary)))
		for name, s := range hostile(1) {
			b.Run(string(f.name)+"/"+name, func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				times := 0.0
				for b.Loop() {
					times = max(times, perKB(b, f.name, s)/usual)
				}
				b.ReportMetric(times, "times-ordinary")
				if times > most {
					b.Errorf("%d kB cost %.0f times as much as an ordinary text, want at most %d", len(s)>>10, times, most)
				}
			})
		}
	}
}

// perKB is what a kilobyte of a text costs to read, in seconds: the best of three, since the machine may be busy.
func perKB(b *testing.B, f Format, s string) float64 {
	best := time.Hour
	for range 3 {
		start := time.Now()
		if _, err := Read([]byte(s), Options{Format: f}); err != nil {
			b.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	return best.Seconds() / float64(len(s)>>10+1)
}
