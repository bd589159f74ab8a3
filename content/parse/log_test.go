package parse

import (
	"log/slog"
	"strings"
	"testing"

	"lede/content/parse/page/dom"
)

func TestPageOfTooManyStepsIsReadFromItsTags(t *testing.T) {
	const long = 300_000
	rows := strings.Repeat("<tr><td>b</td></tr>", 900)
	page := "<h1>The tide</h1><table><tr><th>A</th><th>B</th></tr><tr><td rowspan=900>" +
		strings.Repeat("word ", long/5) + "</td><td>a</td></tr>" + rows + "</table><p>VSend</p>"
	var log strings.Builder
	a, err := Read([]byte(page), Options{Name: "tide.html", Format: HTML, Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	if got := words(a); len(got) > 2*len(page) || !strings.Contains(got, "VSend") {
		t.Errorf("%d bytes were made of %d, ending in %q", len(got), len(page), tail(got))
	}
	if got := log.String(); !strings.Contains(got, "ref=tide.html") || !strings.Contains(got, "too many steps") {
		t.Errorf("logged %q, want the reference and the reason", got)
	}
}

func TestPanicIsLoggedWithItsReference(t *testing.T) {
	var log strings.Builder
	asked := 0
	o := Options{
		Name: "tide\x1b.html", Format: HTML, Log: slog.New(slog.NewTextHandler(&log, nil)),
		Sites: func(string) dom.SiteRules {
			if asked++; asked == 1 {
				panic("no rules")
			}
			return dom.SiteRules{}
		},
	}
	a, err := Read([]byte("<h1>The tide</h1>"+strings.Repeat("<p>"+council+"</p>", 3)), o)
	if err != nil || !strings.Contains(words(a), "council") {
		t.Errorf("got %q (%v), want the text all the same", words(a), err)
	}
	if got := log.String(); !strings.Contains(got, "tide\ufffd.html") || !strings.Contains(got, "no rules") ||
		!strings.Contains(got, "TestPanicIsLogged") {
		t.Errorf("logged %q, want the reference, the cause and the stack", got)
	}
}
