package parse

import (
	"log/slog"
	"strings"
	"testing"

	"lede/content/parse/page/dom"
	"lede/content/parse/page/write"
)

func TestPageKeepsTheArticleAndLeavesTheRest(t *testing.T) {
	page := `<html><head><title>The tide</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>The tide</h1>` +
		strings.Repeat("<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey.</p>", 6) +
		`<h2>What the gauges say</h2><p>The gauge read four metres, the <b>highest</b> since the wall was raised, and the harbour master keeps the log.</p></article>` +
		`<footer><a href="/imprint">Imprint</a></footer></body></html>`
	a, err := Read([]byte(page), Options{Name: "tide.html", Base: "https://courier.example/tide"})
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, b := range a.Blocks() {
		text += b.Text() + "\n"
	}
	for _, want := range []string{"The water came up", "the highest since the wall"} {
		if !strings.Contains(text, want) {
			t.Errorf("got %q, want %q in it", text, want)
		}
	}
	for _, not := range []string{"Home", "Imprint"} {
		if strings.Contains(text, not) {
			t.Errorf("got %q, want no %q in it", text, not)
		}
	}
	if len(a.Sections) < 2 || a.Sections[len(a.Sections)-1].Title != "What the gauges say" {
		t.Errorf("got %d sections, want the heading as the last", len(a.Sections))
	}
}

func TestPageSaysOnceWhoWroteIt(t *testing.T) {
	page := `<html><head><meta name="author" content="Ines Okafor"><meta property="article:published_time" content="2026-05-03T08:00:00Z"></head><body><article><h1>The tide</h1>` +
		`<p>By Ines Okafor</p><p>By noon the quay was dry again, and the baker on Slip Street sold what was left of his bread.</p>` + strings.Repeat(onTheQuay, 4) + `</article></body></html>`
	a, err := Read([]byte(page), Options{Format: HTML})
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Blocks()[0].Text(); !strings.HasPrefix(got, "By noon") || len(a.Byline) != 1 || a.Byline[0] != "Ines Okafor" {
		t.Errorf("by %q it begins %q", a.Byline, got)
	}
}

func TestPageOfTooManyStepsIsReadFromItsTags(t *testing.T) {
	const long = 300_000
	rows := strings.Repeat("<tr><td>b</td></tr>", 900)
	page := "<h1>The tide</h1><table><tr><th>A</th><th>B</th></tr><tr><td rowspan=900>" + strings.Repeat("word ", long/5) + "</td><td>a</td></tr>" + rows + "</table><p>VSend</p>"
	var log strings.Builder
	a, err := Read([]byte(page), Options{Name: "tide.html", Format: HTML, Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	if got := words(a); len(got) > 2*len(page) || !strings.Contains(got, "VSend") {
		t.Errorf("%d bytes were made of %d, ending in %q", len(got), len(page), tail(got))
	}
	if got := log.String(); !strings.Contains(got, "ref=tide.html") || !strings.Contains(got, write.ErrSteps.Error()) {
		t.Errorf("logged %q, want the reference and the reason", got)
	}
}

func TestPanicIsLoggedWithItsReference(t *testing.T) {
	var log strings.Builder
	asked := 0
	o := Options{Name: "tide\x1b.html", Format: HTML, Log: slog.New(slog.NewTextHandler(&log, nil)), Sites: func(string) dom.SiteRules {
		if asked++; asked == 1 {
			panic("no rules")
		}
		return dom.SiteRules{}
	}}
	a, err := Read([]byte("<h1>The tide</h1>"+strings.Repeat(onTheQuay, 3)), o)
	if err != nil || !strings.Contains(words(a), "quay") {
		t.Errorf("got %q (%v), want the text all the same", words(a), err)
	}
	if got := log.String(); !strings.Contains(got, "tide\ufffd.html") || !strings.Contains(got, "no rules") || !strings.Contains(got, "TestPanicIsLogged") {
		t.Errorf("logged %q, want the reference, the cause and the stack", got)
	}
}
