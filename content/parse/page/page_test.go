package page

import (
	"strings"
	"testing"

	"lede/model"
	"lede/model/clean"
)

func TestPageKeepsTheArticleAndLeavesTheRest(t *testing.T) {
	page :=
		`<html><head><title>The tide</title></head><body><nav><a href="/">Home</a><a href="/news">News</a></nav>` +
			`<article><h1>The tide</h1>` +
			strings.Repeat(
				"<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey.</p>",
				6) +
			`<h2>What the gauges say</h2><p>The gauge read four metres, the <b>highest</b> since the wall was raised, and ` +
			`the harbour master keeps the log.</p></article>` +
			`<footer><a href="/imprint">Imprint</a></footer></body></html>`
	a := pageAt(page, "https://courier.example/tide")
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
	page :=
		`<html><head><meta name="author" content="Ines Okafor"><meta property="article:published_time" ` +
			`content="2026-05-03T08:00:00Z"></head><body><article><h1>The tide</h1>` +
			`<p>By Ines Okafor</p><p>By noon the quay was dry again, and the baker on Slip Street sold what was left of ` +
			`his bread.</p>` + strings.Repeat(onTheQuay, 4) + `</article></body></html>`
	a := pageAt(page, "")
	if got := a.Blocks()[0].Text(); !strings.HasPrefix(got, "By noon") || len(a.Byline) != 1 ||
		a.Byline[0] != "Ines Okafor" {
		t.Errorf("by %q it begins %q", a.Byline, got)
	}
}

// pageAt reads a page that came from an address.
func pageAt(page, origin string) model.Article {
	return Read(clean.Text(clean.Newlines(page)), Options{Origin: origin})
}
