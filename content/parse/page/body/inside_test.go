package body

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/content/parse/page/meta"
	"lede/content/parse/page/thread"
)

func TestInsideTellsTheArticlesOwnPictures(t *testing.T) {
	prose := strings.Repeat(
		"<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey.</p>", 5)
	page := dom.Parse(`<body><header><img id="logo"></header><div class="page"><article>`+prose+
		`<img id="between"><div class="embed"><img id="wrapped"></div>`+prose+
		`<div class="more-stories"><a href="/a"><img id="teaser">Ten walks along the coast</a></div><img id="last">`+
		`</article></div><aside><img id="beside"></aside></body>`, "", nil)
	marks := lift.Marks{}
	var images []*html.Node
	for n := range page.Doc.Descendants() {
		if n.DataAtom == atom.Img {
			images = append(images, n)
			marks[n] = lift.Mark{}
		}
	}
	kept := Choose(page, marks, meta.Facts{}, thread.Thread{})
	want := map[string]bool{
		"between": true, "wrapped": true, "last": true, "logo": false, "teaser": false,
		"beside": false,
	}
	for _, n := range images {
		if got := kept.Inside(n); got != want[dom.Attr(n, "id")] {
			t.Errorf("inside(%s) = %v, want %v", dom.Attr(n, "id"), got, want[dom.Attr(n, "id")])
		}
	}
}
