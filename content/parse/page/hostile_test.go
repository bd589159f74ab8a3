package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lede/content/parse/page/dom"
)

// hostilePages are pages of shapes that cost some readers a time or a memory that grows with the square of their
// length, or that are more than a tree can hold. They are made a part as long as they could be: 1 is the whole
// length, 20 a twentieth.
func hostilePages(part int) map[string]string {
	some := func(s string, n int) string { return strings.Repeat(s, n/part) }
	number := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := range n / part {
			b.WriteString(f(i))
		}
		return b.String()
	}
	const ordinaryProse = aboutCouncil + " " + aboutMarket
	const in = aboutCouncil + " VSin " + aboutMarket
	bodies := map[string]string{
		"16 MB":             some("<p>"+ordinaryProse+"</p>\n", (16<<20)/len(ordinaryProse)),
		"nodes":             some("<p>w <b>x</b> y</p>", 100000),
		"elements":          some("<div>", 100000) + in,
		"spans":             some("<span>", 100000) + in,
		"as deep as it may": strings.Repeat("<div>", 490) + in,
		"lists in lists":    some("<ul><li>", 100000) + in,
		"quotes in quotes":  some("<blockquote>", 100000) + in,
		"tables in tables":  some("<table><tr><td>", 100000) + in,
		"headings":          some("<h2>Head</h2>", 100000),
		"paragraphs":        some("<p>Para</p>", 100000),
		"items":             "<ul>" + some("<li>item", 100000) + "</ul>",
		"inner items":       strings.Repeat("<ul><li>a", 15) + some("<li>b", 50000),
		"options":           "<select>" + some("<option>item", 100000) + "</select>",
		"links":             some("<a href='https://x.example/a'>link</a> ", 50000),
		"pictures":          some("<img src='/a.png' alt='x'>", 50000),
		"rows":              "<table><tr><th>A<th>B" + some("<tr><td>a<td>b", 20000) + "</table>",
		"spread words": "<table><tr><td rowspan=900>" + some("word ", 60_000) + "<td>a" +
			some("<tr><td>b", 900) + "</table>",
		"deep headings": strings.Repeat("<div role=heading>", 400) + "<table><tr><td>a<td>b<tr><td>c<td>" +
			strings.Repeat("<div role=heading>", 50) + in + strings.Repeat("</div>", 50) + "</table>" +
			strings.Repeat("</div>", 400),
		"deep and wide":  strings.Repeat("<div>", 480) + some("<p>"+aboutCouncil+" "+aboutMarket+"</p>", 4000),
		"wide cells":     "<table>" + some("<tr><td rowspan=65000 colspan=1000>a", 20000) + "</table>",
		"a word":         "<p>" + some("x", 5_000_000) + "</p>",
		"an attribute":   "<p title='" + some("x", 5_000_000) + "'>a</p>",
		"a line of code": "<pre>" + some("x", 5_000_000) + "</pre>",
		"code in spans":  "<pre>" + some("<span class=line>a</span>\n", 40000) + "</pre>",
		"words":          "<p>" + some("word ", 1_000_000) + "</p>",
		"attributes":     "<p " + number(100000, func(i int) string { return fmt.Sprintf("a%d=1 ", i) }) + ">a</p>",
		"marks":          "<p>e" + some("\u0301", 500_000) + "</p>",
		"breaks":         "<p>" + some("a<br>", 90000) + "</p>",
		"marks unended": number(8000, func(i int) string { return fmt.Sprintf("<b id=a%d>", i) }) +
			some("<p>x</p>", 20000),
		"marks that cross": some("<b><p></b>", 30000),
		"links that cross": some("<a><div></a>", 30000),
		"terms":            "<dl>" + some("<dt>a<dd>b", 40000) + "</dl>",
		"meanings":         "<dl><dt>a" + some("<dd>b", 80000) + "</dl>",
		"bold words":       "<p>" + some("<b>a</b>", 40000) + "</p>",
		"small numbers":    "<p>" + some("a<sup>2</sup>", 40000) + "</p>",
		"notes": number(20000, func(i int) string {
			return fmt.Sprintf("<p>x<sup><a href='#n%d' id=r%d>%d</a></sup>", i, i, i)
		}) + "<ol>" + number(20000, func(i int) string {
			return fmt.Sprintf("<li id=n%d>note <a href='#r%d'>↩</a>", i, i)
		}) + "</ol>",
		"quotes":          some("<blockquote><p>q</p></blockquote>", 60000),
		"a long quote":    "<blockquote>" + some("<p>q</p>", 60000) + "</blockquote>",
		"a long item":     "<ul><li>" + some("<p>q</p>", 60000) + "</ul>",
		"a deep quote":    strings.Repeat("<blockquote>", 15) + some("<p>q q q</p>", 60000),
		"text in a table": some("<table>x", 20000),
		"smaller signs":   some("<", 1_000_000),
		"references":      some("&amp;", 1_000_000),
		"drawings": strings.Repeat("<svg>", 400) + "<foreignObject>" + in + "</foreignObject>" +
			strings.Repeat("</svg>", 400),
	}
	for name, body := range bodies {
		bodies[name] = "<!DOCTYPE html><title>The tide</title><body><article><h1>The tide</h1>" +
			strings.Repeat("<p>"+aboutCouncil+" "+aboutMarket+"</p>", 4) + body + "<p>VSend " + aboutCouncil + " " +
			aboutMarket + "</p></article>"
	}
	return bodies
}

func TestHostilePagesKeepTheirWords(t *testing.T) {
	for name, s := range hostilePages(20) {
		for simple, p := range map[bool]dom.Page{false: dom.Parse(s, "", nil), true: dom.ParseFlat(s, "", nil)} {
			a := ReadTree(p, Options{})
			for _, want := range []string{"VSin", "VSend"} {
				if strings.Contains(s, want) && !strings.Contains(said(a), want) {
					t.Errorf("%s, simple %v: %s is lost: …%q", name, simple, want, endOf(said(a)))
				}
			}
		}
	}
}

// BenchmarkHostilePages reports how many times the cost of an ordinary page a hostile one has, kilobyte by kilobyte. A
// cost that grows with the square of the length is hundreds of times that, and fails.
func BenchmarkHostilePages(b *testing.B) {
	const most = 100
	const ordinaryProse = aboutCouncil + " " + aboutMarket
	usual := pagePerKB("<!DOCTYPE html><title>The tide</title>" +
		strings.Repeat("<p>"+ordinaryProse+"</p>\n", 1<<20/len(ordinaryProse)))
	for name, s := range hostilePages(1) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			times := 0.0
			for b.Loop() {
				times = max(times, pagePerKB(s)/usual)
			}
			b.ReportMetric(times, "times-ordinary")
			if times > most {
				b.Errorf("%d kB cost %.0f times as much as an ordinary page, want at most %d", len(s)>>10, times, most)
			}
		})
	}
}

// pagePerKB is what a kilobyte of a page costs to read, in seconds: the best of three, since the machine may be busy.
func pagePerKB(s string) float64 {
	best := time.Hour
	for range 3 {
		start := time.Now()
		pageAt(s, "")
		best = min(best, time.Since(start))
	}
	return best.Seconds() / float64(len(s)>>10+1)
}
