package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestPageMarksLinksToOtherArticles(t *testing.T) {
	wall := model.Link{Title: "Who pays for the sea wall?", URL: "https://courier.example/wall"}
	walks := model.Link{Title: "Ten walks along the coast", URL: "https://courier.example/walks"}
	for _, c := range []struct {
		name, element, label string
		links                []model.Link
	}{
		{
			"paragraph", `<p><strong>Related: </strong><a href="/wall"><b>Who pays for the sea wall?</b></a></p>`, "Related",
			[]model.Link{wall},
		},
		{
			"paragraph that is a link", `<p><a href="/wall"><b>READ MORE: Who pays for the sea wall?</b></a></p>`, "READ MORE",
			[]model.Link{wall},
		},
		{"title alone", `<p><b><a href="/wall">Who pays for the sea wall?</a></b></p>`, "", []model.Link{wall}},
		{
			"card",
			`<aside class="box"><a href="/wall"><picture><img src="/w.jpg" alt="The wall"></picture><div class="texts">` +
				`<div class="flag">Mehr zum Thema</div><h3 class="t">Who pays for the sea wall?</h3></div></a>` +
				`</aside>`, "Mehr zum Thema",
			[]model.Link{wall},
		},
		{
			"card without telling names",
			`<div class="a1"><span class="b2">Read more</span><figure><a href="/wall"><img src="/w.jpg"></a></figure><h3 ` +
				`class="c3"><a href="/wall">Who pays for the sea wall?</a></h3></div>`, "Read more",
			[]model.Link{wall},
		},
		{
			"card with its author",
			`<aside class="left related-oneup"><h4>Related Article</h4><div><a href="/wall"><img src="/w.jpg" alt=""></a>` +
				`</div><a href="/wall"><h5>Who pays for the sea wall?</h5></a><p class="author"><a href="/by/ines">Ines ` +
				`Okafor</a></p></aside>`, "Related Article",
			[]model.Link{wall},
		},
		{
			"list",
			`<section class="article-extras-related-articles"><h2>Lire aussi</h2><ul><li><a href="/wall">Who pays for the ` +
				`sea wall?</a></li><li><a href="/walks">Ten walks along the coast</a></li></ul>` +
				`</section>`, "Lire aussi",
			[]model.Link{wall, walks},
		},
		{
			"label and list without a box",
			`<h3>यह भी पढ़ें</h3><ul><li><a href="/wall">Who pays for the sea wall?</a></li><li><a href="/walks">Ten walks ` +
				`along the coast</a></li></ul>`, "यह भी पढ़ें",
			[]model.Link{wall, walks},
		},
		{
			"label and paragraphs",
			`<p><strong>DON'T MISS</strong></p><p><a href="/wall">Who pays for the sea wall?</a> [INSIGHT]<br><a ` +
				`href="/walks">Ten walks along the coast</a> [PICTURES]</p>`, "DON'T MISS",
			[]model.Link{wall, walks},
		},
		{
			"plugin",
			`<div class='yarpp yarpp-related yarpp-related-website'><h3>More like this:</h3><ol><li><a href="/wall" ` +
				`rel="bookmark">Who pays for the sea wall?</a></li></ol></div>`, "More like this",
			[]model.Link{wall},
		},
		{
			"plugin of WordPress",
			`<div id='jp-relatedposts' class='jp-relatedposts'><h3 class="jp-relatedposts-headline"><em>Related</em></h3>` +
				`<div class="jp-relatedposts-items"><p class="jp-relatedposts-post"><span class="jp-relatedposts-post-title">` +
				`<a href="/wall">Who pays for the sea wall?</a></span><time>May 3, 2026</time></p></div>` +
				`</div>`, "Related",
			[]model.Link{wall},
		},
		{
			"box of a shop of links",
			`<div class="recirculation-box"><div class="title">Mehr dazu</div><div class="contentbox"><a href="/wall" ` +
				`title="Who pays for the sea wall?"><div class="h3">Who pays for the sea wall?</div><div class="info">von ` +
				`<span>Ines Okafor</span></div></a></div>` +
				`</div>`, "Mehr dazu",
			[]model.Link{{Title: "Who pays for the sea wall? von Ines Okafor", URL: wall.URL}},
		},
		{
			"aside of links",
			`<aside><h4>From the archive</h4><a href="/wall">Who pays for the sea wall?</a><a href="/walks">Ten walks ` +
				`along the coast</a></aside>`, "From the archive",
			[]model.Link{wall, walks},
		},
		{
			"card that is one link",
			`<a class="read-more-big" href="/wall"><span><span class="subtitle">Also on the Courier</span><span ` +
				`class="read-more-big__title">Who pays for the sea wall?</span></span></a>`, "",
			[]model.Link{wall},
		},
		{
			"card without a name that is one link",
			`<div class="x1"><a href="/wall"><img src="/w.jpg"><h5>From the Courier</h5><h4>Who pays for the sea wall?</h4>` +
				`</a></div>`, "From the Courier",
			[]model.Link{wall},
		},
		{"cards with summaries", `<section><h2>Articles liés</h2><ul>` + teaser("/wall", "Who pays for the sea wall?") +
			teaser("/walks", "Ten walks along the coast") + `</ul></section>`, "Articles liés", []model.Link{wall, walks}},
		{"label in a box of its own", `<div><div><h2>Related Stories</h2></div></div><div><div>` +
			teaser("/wall", "Who pays for the sea wall?") + `</div></div>`, "Related Stories", []model.Link{wall}},
		{
			"catcher",
			`<section class="catcher"><div><span class="catcher__title">Lire aussi :</span><span> <span class="sr-only">` +
				`Réservé aux abonnés</span> <a href="/wall">Who pays for the sea wall?</a></span></div>` +
				`</section>`, "Lire aussi",
			[]model.Link{wall},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := []model.Block{model.Related{Label: c.label, Links: c.links}}
			if diff := cmp.Diff(want, embedded(t, c.element)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.element, diff)
			}
		})
	}
}

// teaser is a card with a summary below its title.
func teaser(href, title string) string {
	return `<li><a href="` + href + `"><img src="/t.jpg"></a><h3><a href="` + href + `">` + title + `</a></h3><p>` +
		strings.Repeat("What the council has to say of it. ", 4) + `</p></li>`
}

func TestPageKeepsWhatOnlyLooksLikeLinksToOtherArticles(t *testing.T) {
	for _, element := range []string{
		`<p><strong>Related content:</strong> Look at <a href="/a">the list of walks</a> or come back every month for ` +
			`what <a href="/b">readers walk most</a>, and tell us of yours.</p>`,
		`<p><a href="/wall">The council has published the plan of the wall.</a></p>`,
		`<div><a href="/wall"><img src="/w.jpg"></a></div>`,
		`<div><a href="/wall.jpg"><img src="/w.jpg"><span>Who pays for the sea wall?</span></a></div>`,
		`<p><a href="https://harbour.example/wall">Who pays for the sea wall?</a></p>`,
		`<p><a href="/wall.pdf">The plan of the whole sea wall</a></p>`,
		`<p><a href="/log">[1] The log of the harbour office</a></p>`,
		`<p><a href="/wall">Who pays for the sea wall?</a></p><p><a href="/walks">Ten walks along the coast</a></p>` +
			strings.Repeat(`<p><a href="/gauge">What the gauge has to say today</a></p>`, 12),
		`<section><p><a href="/wall">Who pays for the sea wall?</a></p>` + strings.Repeat(onTheQuay, 4) + `</section>`,
		`<p>Read more about <a href="/wall">the wall</a> and the people who built it in one summer.</p>`,
		`<aside class="sidebar"><h4>In this article</h4><a href="https://courier.example/tide#one">What the gauges say ` +
			`tonight</a><a href="https://courier.example/tide#two">What the council has to answer</a></aside>`,
		`<table><tr class="most-popular"><td><a href="/a">Lifestyle Moving and Storage</a></td><td>four stars</td></tr>` +
			`</table>`,
		`<div class="related-to-harbour"><p>The harbour master says that the wall is too low, and that the council knows. ` +
			strings.Repeat("It has said so for years. ", 8) + `<a href="/x">The letter</a></p></div>`,
	} {
		for _, b := range embedded(t, element) {
			if _, ok := b.(model.Related); ok {
				t.Errorf("%s: got %+v, want prose", element, b)
			}
		}
	}
}
