package page

import (
	"strings"
	"testing"

	"lede/model"
)

// pictured is an article with this in its head and this before its text.
func pictured(head, before string) string {
	return `<html><head><meta property="og:type" content="article"><title>The tide comes back</title>` + head +
		`</head><body><article><h1>The tide comes back</h1>` + before +
		strings.Repeat(
			"<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey.</p>", 6) +
		`</article></body></html>`
}

func TestLeadImage(t *testing.T) {
	const graph = `<meta property="og:image" content="/pics/quay-1200x630.jpg"><meta property="og:image:alt" ` +
		`content="The lower quay under water">`
	const linked = `<script type="application/ld+json">` +
		`{"@type":"NewsArticle","image":{"@type":"ImageObject","url":"https://cdn.example/quay.jpg","caption":"The ` +
		`lower quay","creditText":"Mara Lind"}}</script>`
	for name, c := range map[string]struct {
		page string
		want model.Image
	}{
		"OpenGraph": {
			pictured(graph, ""),
			model.Image{URL: "https://www.courier.example/pics/quay-1200x630.jpg", Alt: "The lower quay under water"},
		},
		"JSON-LD": {
			pictured(linked, ""),
			model.Image{URL: "https://cdn.example/quay.jpg", Caption: "The lower quay", Credit: "Mara Lind"},
		},
		"none without words": {pictured(`<meta property="og:image" content="/pics/quay.jpg">`, ""), model.Image{}},
		"no logo":            {pictured(strings.ReplaceAll(graph, "quay-1200", "logo-1200"), ""), model.Image{}},
		"none that is small": {pictured(graph+`<meta property="og:image:width" content="100">`, ""), model.Image{}},
		"none of a script": {
			pictured(strings.ReplaceAll(graph, "/pics/quay-1200x630.jpg", "javascript:alert(1)"), ""),
			model.Image{},
		},
		"not on other pages": {
			strings.ReplaceAll(pictured(graph, ""), `content="article"`, `content="website"`),
			model.Image{},
		},
		"not above another one": {
			pictured(graph, `<p><img src="/other.jpg" alt="The pier"></p>`),
			model.Image{URL: "https://www.courier.example/other.jpg", Alt: "The pier"},
		},
		"not twice": {
			pictured(graph, `<p><img src="/pics/quay-640w.jpg" alt="The quay"></p>`),
			model.Image{URL: "https://www.courier.example/pics/quay-640w.jpg", Alt: "The quay"},
		},
	} {
		a := pageAt(c.page, "https://www.courier.example/2026/tide")
		var got []model.Image
		for _, b := range a.Blocks() {
			if image, ok := b.(model.Image); ok {
				got = append(got, image)
			}
		}
		switch {
		case c.want == model.Image{} && len(got) > 0, c.want != model.Image{} && len(got) != 1:
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		case len(got) == 1 && got[0] != c.want:
			t.Errorf("%s: got %+v, want %+v", name, got[0], c.want)
		}
	}
}
