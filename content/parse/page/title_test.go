package page

import (
	"strings"
	"testing"

	"lede/model"
)

func TestPageTitle(t *testing.T) {
	const site = `<meta property="og:site_name" content="North Coast Courier">`
	for name, c := range map[string]struct{ page, want string }{
		"the title of the page": {`<title>The tide</title><p>x`, "The tide"},
		"without the site": {
			site + `<title>The tide comes back | North Coast Courier</title>`,
			"The tide comes back",
		},
		"without the site before it": {
			site + `<title>North Coast Courier: The tide comes back</title>`,
			"The tide comes back",
		},
		"without the host": {`<title>The tide comes back - courier.example</title>`, "The tide comes back"},
		"what belongs to it stays": {
			site + `<title>The tide - a visit | North Coast Courier</title>`,
			"The tide - a visit",
		},
		"the heading": {
			`<title>Tide back in town, say many</title><h1>The tide comes back</h1>`,
			"The tide comes back",
		},
		"a logo is no title": {
			`<title>The tide comes back</title><h1 class="logo">Courier</h1>`,
			"The tide comes back",
		},
		"a link to the front page is none": {
			`<title>The tide comes back</title><h1><a href="/">A good paper</a></h1>`,
			"The tide comes back",
		},
		"a headline among the classes of a blog is none": {
			`<title>Tides: all there is</title><div class="title blog-title"><h1 class="entry-title">The tide comes ` +
				`back</h1></div>`, "The tide comes back",
		},
		"the site before a heading that has it too": {
			site + `<meta property="og:title" content="North Coast Courier: the week of 3 May"><title>North Coast Courier: ` +
				`the week of 3 May</title><h1>North Coast Courier: the week of 3 May</h1>`,
			"North Coast Courier: the week of 3 May",
		},
		"without the ornament after it":     {`<title>Tides ⋆</title>`, "Tides"},
		"without a section in dense script": {`<title>潮水夜里回来_科技_河畔</title>`, "潮水夜里回来"},
		"what a hyphen joins stays":         {`<title>潮水回到北-南海岸</title>`, "潮水回到北-南海岸"},
		"a description given as the headline": {
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"` +
				strings.Repeat("The tide comes back at night and takes the sand. ", 6) +
				`"}</script><title>Five things about tides</title><h2>Five things about tides</h2>`, "Five things about tides",
		},
		"the heading that others confirm": {
			`<meta property="og:title" content="The tide comes back"><title>x</title><h1>Log in to read</h1><h1>The tide ` +
				`comes back</h1>`, "The tide comes back",
		},
		"a subject before the heading": {
			`<meta property="og:title" content="The tide comes back"><title>The tide comes back</title><h1><span>` +
				`Weather</span> The tide comes back</h1>`, "The tide comes back",
		},
		"OpenGraph and JSON-LD together": {
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"The tide comes back"}</script><meta ` +
				`property="og:title" content="The tide comes back"><title>Tides</title>`, "The tide comes back",
		},
		"an editors' title in JSON-LD": {
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Where the water goes at night"}</script>` +
				`<meta property="og:title" content="Tide: where the water goes"><title>Tide: where the water goes</title><h1>` +
				`Tide: where the water goes</h1>`, "Where the water goes at night",
		},
		"an editors' title in OpenGraph": {
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Tide: where the water goes"}</script>` +
				`<meta property="og:title" content="Where the water goes at night"><title>Tide: where the water goes</title>` +
				`<h1>Tide: where the water goes</h1>`, "Where the water goes at night",
		},
		"one that is cut off is none": {
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Tide: where the"}</script><meta ` +
				`property="og:title" content="Tide: where the water goes"><title>Tide: where the water goes</title><h1>Tide: ` +
				`where the water goes</h1>`, "Tide: where the water goes",
		},
		"the only heading of a plain page": {
			`<meta property="og:title" content="Tide back in town"><meta name="twitter:title" content="Tide back in town">` +
				`<title>Tide back in town</title><h1>The tide comes back</h1>`, "The tide comes back",
		},
		"a heading that nothing confirms": {
			`<meta property="og:title" content="The tide comes back"><title>The tide comes back</title><h1>Single Post</h1>`,
			"The tide comes back",
		},
		"a kicker in an element of its own": {
			`<title>The tide comes back - Courier</title><h1><span class="kicker">Weather</span> The tide comes back</h1>`,
			"The tide comes back",
		},
		"another title in JSON-LD": {
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Tides: all that you need to ` +
				`know"}</script><title>The tide comes back</title><h1>The tide comes back</h1>`, "The tide comes back",
		},
		"two subjects before it": {
			`<meta property="og:title" content="Weather: The tide comes back to town"><title>x</title><h1>Westhaven - The ` +
				`tide comes back to town</h1>`, "The tide comes back to town",
		},
		"a subject that OpenGraph has too": {
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Westhaven: The tide comes ` +
				`back"}</script><meta property="og:title" content="Westhaven: The tide comes back"><h1>The tide comes ` +
				`back</h1>`, "Westhaven: The tide comes back",
		},
		"a bar and a section": {`<title>The tide comes back | Weather</title><p>x`, "The tide comes back"},
		"a sign between two elements": {
			`<meta property="og:title" content="Weather / The tide comes back"><h1><span>Weather</span><span>The tide ` +
				`comes back</span></h1>`, "Weather / The tide comes back",
		},
		"references that are written twice": {
			`<meta property="og:title" content="Tide &amp;amp; time"><title>x</title>`,
			"Tide & time",
		},
		"controls": {"<title>The \u009b31m tide</title>", "The \uFFFD31m tide"},
	} {
		a := pageAt(c.page, "https://www.courier.example/2026/tide")
		if a.Title != c.want {
			t.Errorf("%s: got %q, want %q", name, a.Title, c.want)
		}
	}
}

func TestPageTitleThatIsKnownStays(t *testing.T) {
	a := Read(`<title>The tide</title><h1>The tide</h1>`, Options{Known: model.Entry{Title: "What the feed says"}})
	if a.Title != "What the feed says" {
		t.Errorf("got %q, want the title that is known", a.Title)
	}
}
