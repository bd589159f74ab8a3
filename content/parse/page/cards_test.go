package page

import (
	"strings"
	"testing"

	"lede/model"
)

const summary = "How the ovens of the lower town got through the frost, and what the peat cost by then."

func TestCardsWithoutALabelAreRelated(t *testing.T) {
	for name, cards := range map[string]string{
		"boxes": `<div><div><h3><a href="/a">A winter of short bread</a></h3><p>` + summary +
			`</p></div><div><h3><a href="/b">The race runs dry</a></h3><p>` + summary + `</p></div></div>`,
		"links": `<div><a href="/a"><img src="/a.jpg"><div><h4>A winter of short bread</h4><div>` + summary +
			`</div></div></a><a href="/b"><img src="/b.jpg"><div><h4>The race runs dry</h4><div>` + summary +
			`</div></div></a></div>`,
		"list": `<ul><li><a href="/a"><img src="/a.jpg"></a><div><a href="/a">A winter of short bread</a></div></li><li>` +
			`<a href="/b"><img src="/b.jpg"></a><div><a href="/b">The race runs dry</a></div></li></ul>`,
		"side by side": `<article><h3><a href="/a">A winter of short bread</a></h3><p>` + summary +
			`</p></article><article><h3><a href="/b">The race runs dry</a></h3><p>` + summary + `</p></article>`,
	} {
		page := `<html><body><main><article><h1>The tide</h1>` + strings.Repeat(onTheQuay, 4) + cards +
			strings.Repeat(onTheQuay, 2) + `</article></main></body></html>`
		a := pageAt(page, "https://courier.example/tide")
		titles := ""
		for _, b := range a.Blocks() {
			if r, ok := b.(model.Related); ok {
				for _, l := range r.Links {
					titles += l.Title + "|" + l.URL + "|"
				}
			}
		}
		want := "A winter of short bread|https://courier.example/a|The race runs dry|https://courier.example/b|"
		if titles != want || len(a.Sections) != 1 || strings.Contains(said(a), "ovens") {
			t.Errorf("%s: related %q, sections %d, text %q", name, titles, len(a.Sections), said(a))
		}
	}
}

func TestWhatOnlyLooksLikeCardsStaysText(t *testing.T) {
	for name, text := range map[string]string{
		"other sites": `<div><div><h3><a href="https://a.example/1">A winter of short bread</a></h3><p>` + summary +
			`</p></div><div><h3><a href="https://b.example/1">The race runs dry</a></h3><p>Three weeks without rain, say ` +
			`the men who light the ovens.</p></div></div>`,
		"steps": `<ol><li><a href="/a">A winter of short bread</a><p>` + summary +
			`</p></li><li><a href="/b">The race runs dry</a><p>` + summary + `</p></li></ol>`,
		"sentences": `<div><div><p>In <a href="/a">a winter of short bread</a> all went well. ` + summary +
			`</p></div><div><p>Then <a href="/b">the race ran dry</a> for a week. ` + summary + `</p></div></div>`,
	} {
		page := `<html><body><main><article><h1>The tide</h1>` + strings.Repeat(onTheQuay, 4) + text +
			strings.Repeat(onTheQuay, 2) + `</article></main></body></html>`
		for _, b := range pageAt(page, "https://courier.example/tide").Blocks() {
			if r, ok := b.(model.Related); ok {
				t.Errorf("%s: related %+v", name, r)
			}
		}
	}
	roundup := ""
	for _, title := range []string{"A winter of short bread", "The race runs dry", "Who salted the pond"} {
		roundup += `<div><h2><a href="/` + title[:3] + `">` + title + `</a></h2><p>` +
			strings.Repeat(summary+" ", 3) + `</p></div>`
	}
	if got := pageAt(`<html><body><main><h1>The best of the year</h1>`+onTheQuay+`<div>`+roundup+
		`</div></main></body></html>`, "https://courier.example/best"); len(got.Sections) != 4 {
		t.Errorf("a list of stories with what is said of each: %d sections, want 4", len(got.Sections))
	}
}
