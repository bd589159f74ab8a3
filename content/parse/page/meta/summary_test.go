package meta

import (
	"strings"
	"testing"

	"lede/model"
)

func TestPageTopics(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"tags": {
			`<meta property="article:tag" content="Tides"><meta property="article:tag" content="Westhaven">`,
			"Tides|Westhaven",
		},
		"keywords": {
			`<meta name="keywords" content="tides, sea wall; Westhaven|harbour">`,
			"tides|sea wall|Westhaven|harbour",
		},
		"JSON-LD": {
			`<script type="application/ld+json">` +
				`{"@type":"Article","keywords":["Tides","Westhaven"],"articleSection":"Weather"}</script>`,
			"Tides|Westhaven|Weather",
		},
		"JSON-LD in a text": {
			`<script type="application/ld+json">{"@type":"Article","keywords":"Tides, ` +
				`Westhaven","about":[{"@type":"Place","name":"Slip Street"}]}</script>`, "Slip Street|Tides|Westhaven",
		},
		"links": {
			`<h1>x</h1><a rel="tag" href="/t">Tides</a><ul class="tags"><li><a>Westhaven</a><li><a>#Harbour</a></ul>`,
			"Tides|Westhaven|Harbour",
		},
		"once each": {
			`<meta name="keywords" content="Tides,tides"><meta property="article:section" content="TIDES">`, "Tides",
		},
		"not the site": {
			`<meta property="og:site_name" content="The Courier"><meta name="keywords" content="The Courier, Tides">`, "Tides",
		},
		"not a mark": {`<meta name="keywords" content="@post-id:7,@river,post:12, Tides">`, "Tides"},
		"no identifiers": {
			`<meta property="article:tag" content="Tides"><meta property="article:tag" ` +
				`content="3f2a9c1e-77b0-4c1d-9e55-0a1b2c3d4e5f">` +
				`<meta property="article:tag" content="/coast/tides"><meta property="article:tag" content="coast/tides"><meta ` +
				`property="article:tag" content="HIV/AIDS">`, "Tides|HIV/AIDS",
		},
		"no keys": {
			`<meta name="keywords" content="kind:report, Subject: Sea walls, Main Category:Tides, Star Harbour: the film">`,
			"Sea walls|Tides|Star Harbour: the film",
		},
		"no labels": {
			`<meta name="keywords" content="Day: Monday, Partner: Wire, Page Type: Report, Topic: Tides">`, "Tides",
		},
		"no codes": {
			`<meta name="keywords" content="ZZX, QLM07, HARBRX, p-q-teaser, DOC-4471, RNLI, NATO-led, sea-wall"><p>The ` +
				`RNLI came.`, "RNLI|NATO-led|sea-wall",
		},
		"no codes of hidden text": {`<meta name="keywords" content="ZZX, Tides"><p hidden>ZZX</p>`, "Tides"},
		"no word for an article": {
			`<meta name="keywords" content="News, Tides, Nachrichten, Top Stories, ニュース, aguas altas">`, "Tides|aguas altas",
		},
		"no words of the site": {
			`<title>The gate is shut</title><meta name="description" content="A gate was shut."><meta name="keywords" ` +
				`content="coast, weather, sport, money, opinion, travel">`, "",
		},
		"words of the article": {
			`<title>The gate is shut</title><meta name="description" content="A gate was shut."><meta name="keywords" ` +
				`content="gate, weather, flooding, money, tides, travel">`, "gate|weather|flooding|money|tides|travel",
		},
		"no sentence cut up": {
			`<title>x</title><meta name="description" content="The mayor, the miller and the baker met on the bridge.">` +
				`<meta name="keywords" content="The, mayor, the miller, and, the baker, met, on the bridge">`, "",
		},
		"not a sentence": {`<meta name="keywords" content="` + strings.Repeat("water ", 20) + `, Tides">`, "Tides"},
	} {
		var got []string
		for _, topic := range metaOf(c.page).Topics {
			got = append(got, topic.Name)
			if topic.From != model.Publisher {
				t.Errorf("%s: %s is of %q, want of the publisher", name, topic.Name, topic.From)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %q, want %q", name, s, c.want)
		}
	}
}

func TestPageFacts(t *testing.T) {
	e := metaOf(`<html lang="en_GB"><title>x</title><meta property="og:site_name" content="North Coast Courier">
<meta property="og:description" content="The water came &amp;amp; went.">
<link rel="canonical" href="/2026/tide?a=1#top">`)
	want := model.Entry{
		Title: "x", Site: "North Coast Courier", Summary: "The water came & went.", Language: "en-GB",
		URL: "https://www.courier.example/2026/tide?a=1#top",
	}
	if e.Site != want.Site || e.Summary != want.Summary || e.Language != want.Language || e.URL != want.URL {
		t.Errorf("got %+v, want %+v", e, want)
	}
}

func TestPageSite(t *testing.T) {
	for page, want := range map[string]string{
		`<meta property="og:site_name" content="North Coast ` +
			`Courier">`: "North Coast Courier",
		`<meta property="og:site_name" content="The Courier | News from the harbour and the ` +
			`coast">`: "The Courier",
		`<meta property="og:site_name" ` +
			`content="https://www.courier.example">`: "courier.example",
		`<script type="application/ld+json">{"@type":"Article","publisher":{"@type":"Organization","name":"The ` +
			`Courier"}}</script>`: "The Courier",
		`<script type="application/ld+json">{"@type":"WebSite","name":"The ` +
			`Courier"}</script>`: "The Courier",
		`<meta name="application-name" content="The ` +
			`Courier">`: "The Courier",
		`<p>x`: "courier.example",
	} {
		if got := metaOf(page).Site; got != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
	}
}

func TestCanonicalAddressIsOfTheSite(t *testing.T) {
	for name, c := range map[string]struct{ page, base, want string }{
		"of the page": {
			`<link rel=canonical href="https://courier.example/tide">`,
			"https://m.courier.example/tide?x", "https://courier.example/tide",
		},
		"of OpenGraph": {
			`<meta property="og:url" content="https://courier.example/tide">`,
			"https://courier.example/tide?x", "https://courier.example/tide",
		},
		"of another site": {
			`<link rel=canonical href="https://other.example/tide">`, "https://courier.example/tide",
			"https://courier.example/tide",
		},
		"of the front page": {
			`<link rel=canonical href="https://courier.example/">`, "https://courier.example/tide",
			"https://courier.example/tide",
		},
		"of a script": {
			`<link rel=canonical href="javascript:alert(1)">`, "https://courier.example/tide",
			"https://courier.example/tide",
		},
		"of a page without one": {``, "https://courier.example/tide", "https://courier.example/tide"},
		"of a file": {
			`<link rel=canonical href="https://courier.example/tide">`, "",
			"https://courier.example/tide",
		},
		"of a file, relative": {`<link rel=canonical href="/tide">`, "", ""},
		"under a common suffix": {
			`<link rel=canonical href="https://b.co.uk/tide">`, "https://a.co.uk/tide",
			"https://a.co.uk/tide",
		},
		"with a name of the user": {
			`<link rel=canonical href="https://me@courier.example/tide">`,
			"https://courier.example/tide", "https://courier.example/tide",
		},
	} {
		e, _ := metaAt(c.page, c.base)
		if got := e.URL; got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestPageLanguage(t *testing.T) {
	for page, want := range map[string]string{
		`<html lang="de">`: "de",
		`<meta property="og:locale" content="pt_BR">`:                                          "pt-BR",
		`<script type="application/ld+json">{"@type":"Article","inLanguage":"fr-FR"}</script>`: "fr-FR",
		`<html lang="no such language"><meta property="og:locale" content="en_US">`:            "en-US",
		`<p>x`: "",
	} {
		if got := metaOf(page).Language; got != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
	}
}
