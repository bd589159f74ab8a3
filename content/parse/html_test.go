package parse

import (
	"strings"
	"sync/atomic"
	"testing"

	"lede/model"
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

func TestPageIsReadInAGoroutineOfTheCallers(t *testing.T) {
	var names []string
	o := Options{Format: HTML, Go: func(name string, f func()) {
		names = append(names, name)
		go f()
	}}
	if _, err := Read([]byte("<p>The tide</p>"), o); err != nil || len(names) != 1 {
		t.Errorf("started %q (%v), want one goroutine", names, err)
	}
}

func TestStepsEndWhenTheirPageIsGivenUp(t *testing.T) {
	for name, step := range map[string]func(p *page){
		"lift":   func(p *page) { p.lift() },
		"survey": func(p *page) { p.survey() },
		"units":  func(p *page) { p.units(&model.Entry{}) },
		"all":    func(p *page) { readPage(p, false) },
	} {
		p := newPage("<article>"+strings.Repeat(onTheQuay, 3)+"</article>", Options{})
		p.late = &atomic.Bool{}
		p.late.Store(true)
		ended, whole := make(chan bool, 1), false
		go func() {
			defer func() { ended <- true }()
			step(p)
			whole = true
		}()
		if <-ended; whole {
			t.Errorf("%s: the step was taken to its end", name)
		}
	}
}
