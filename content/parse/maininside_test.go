package parse

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func TestInsideTellsTheArticlesOwnPictures(t *testing.T) {
	prose := strings.Repeat("<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey.</p>", 5)
	page := parseDOM(`<body><header><img id="logo"></header><div class="page"><article>`+prose+`<img id="between"><div class="embed"><img id="wrapped"></div>`+prose+
		`<div class="more-stories"><a href="/a"><img id="teaser">Ten walks along the coast</a></div><img id="last"></article></div><aside><img id="beside"></aside></body>`, "", nil)
	marks := liftMarks{}
	var images []*html.Node
	for n := range page.doc.Descendants() {
		if n.DataAtom == atom.Img {
			images = append(images, n)
			marks[n] = mark{}
		}
	}
	kept := chooseBody(page, marks, metaFacts{})
	want := map[string]bool{"between": true, "wrapped": true, "last": true, "logo": false, "teaser": false, "beside": false}
	for _, n := range images {
		if got := kept.inside(n); got != want[attr(n, "id")] {
			t.Errorf("inside(%s) = %v, want %v", attr(n, "id"), got, want[attr(n, "id")])
		}
	}
}
