package meta

import (
	"strings"
	"testing"
	"time"
)

func TestPageDate(t *testing.T) {
	linked := func(fields string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle",` + fields + `}</script>`
	}
	const heading = `<article><h1>The tide comes back</h1>`
	for name, c := range map[string]struct{ page, want string }{
		"JSON-LD": {linked(`"datePublished":"2026-05-03T14:05:00+02:00"`), "2026-05-03T12:05:00Z"},
		"a meta": {
			`<meta property="article:published_time" content="2026-05-03T14:05:00Z">`,
			"2026-05-03T14:05:00Z",
		},
		"a day with the time of another": {linked(`"datePublished":"2026-05-03"`) +
			`<meta property="article:published_time" content="2026-05-03T14:05:00Z">`, "2026-05-03T14:05:00Z"},
		"what most say": {linked(`"datePublished":"2020-01-01"`) +
			`<meta property="article:published_time" content="2026-05-03"><meta name="parsely-pub-date" ` +
			`content="2026-05-03"><meta name="pubdate" content="2026-05-03">`, "2026-05-03T00:00:00Z"},
		"seconds":      {`<meta name="pubdate" content="1777810000">`, "2026-05-03T12:06:40Z"},
		"eight digits": {`<meta name="pubdate" content="20260503">`, "2026-05-03T00:00:00Z"},
		"a time element": {
			heading + `<time datetime="2026-05-03T14:05Z">today</time>`,
			"2026-05-03T14:05:00Z",
		},
		"the marked one": {
			heading +
				`<time datetime="2026-05-05">x</time><time itemprop="datePublished" datetime="2026-05-03">x</time>`,
			"2026-05-03T00:00:00Z",
		},
		"printed in a class": {heading + `<span class="date">3 May 2026</span>`, "2026-05-03T00:00:00Z"},
		"printed late in the west": {
			heading + `<p class="date">3 May 2026 at 08:34 PM EDT</p>`,
			"2026-05-03T20:34:00Z",
		},
		"printed in a zone": {
			heading + `<p class="date">3 May 2026 at 10:34 AM EDT</p>`,
			"2026-05-03T14:34:00Z",
		},
		"printed in June":     {heading + `<span class="date">3 June 2026</span>`, "2026-06-03T00:00:00Z"},
		"printed in German":   {heading + `<p>Stand: 03.05.2026, 14:05 Uhr</p>`, "2026-05-03T14:05:00Z"},
		"printed in Japanese": {heading + `<p>公開日：2026年5月3日</p>`, "2026-05-03T00:00:00Z"},
		"printed behind a name": {
			heading + `<p class="byline">Ines Okafor2026-05-03 14:05</p>`,
			"2026-05-03T14:05:00Z",
		},
		"printed before other figures": {
			heading + `<div><span>3 May 2026</span><span>5 mins</span></div>`,
			"2026-05-03T00:00:00Z",
		},
		"printed far from an author's": {heading + `<p>3 May 2026</p>` + strings.Repeat("<p>Words.</p>", 50) +
			`<li class="author-card">The ebb, 9 January 2025</li>`, "2026-05-03T00:00:00Z"},
		"far down it is another's": {heading + `<p>` + strings.Repeat("water ", 700) + `</p><p>3 May 2026</p>`, ""},
		"of other articles": {heading +
			`<div class="related-list"><time datetime="2020-01-01">x</time></div>`, ""},
		"nearest to the title": {`<time datetime="2020-01-01">x</time><p><p><p>` + heading +
			`<time datetime="2026-05-03">x</time><time datetime="2021-01-01">x</time>`, "2026-05-03T00:00:00Z"},
		"in the title": {
			`<title>The tide comes back | 03.05.2026</title>` + heading,
			"2026-05-03T00:00:00Z",
		},
		"a midnight elsewhere is a day": {linked(`"datePublished":"2026-05-03T00:00:00+08:00"`), "2026-05-03T00:00:00Z"},
		"the day that the page prints": {linked(`"datePublished":"2026-05-02T22:04:00Z"`) + heading +
			`<p class="date">3. Mai 2026, 00:04 Uhr</p>`, "2026-05-03T00:04:00Z"},
		"and the one west of Greenwich": {linked(`"datePublished":"2026-05-03T22:05:00-05:00"`) + heading +
			`<p class="date">May 3, 2026</p>`, "2026-05-03T22:05:00Z"},
		"the moment, on one day": {linked(`"datePublished":"2026-05-03T14:05:00+02:00"`) + heading +
			`<p class="date">3 May 2026</p>`, "2026-05-03T12:05:00Z"},
		"the day of the publisher": {linked(`"datePublished":"2026-05-03T23:30:00-07:00"`), "2026-05-03T23:30:00Z"},
		"unless the page prints the other": {linked(`"datePublished":"2026-05-03T23:30:00-07:00"`) + heading +
			`<p class="date">4 May 2026</p>`, "2026-05-04T06:30:00Z"},
		"a change before it on a line": {
			heading + `<p>Updated: 9 May 2026 | Published: 3 May 2026</p>`,
			"2026-05-03T00:00:00Z",
		},
		"a change on the line before it": {
			heading + `<p>Last updated 9 May 2026</p><p>First published 3 May 2026</p>`,
			"2026-05-03T00:00:00Z",
		},
		"a year that nobody has seen": {linked(`"datePublished":"2099-01-01T00:00:00Z"`) + heading +
			`<p>3 May 2026</p>`, "2026-05-03T00:00:00Z"},
		"another day is another date": {linked(`"datePublished":"2026-05-03T12:00:00Z"`) + heading +
			`<p class="date">5 May 2026</p>`, "2026-05-03T12:00:00Z"},
		"a page that was made anew": {
			linked(`"datePublished":"2026-05-03T12:00:00Z","dateModified":"2026-05-03T12:00:01Z"`) + heading +
				`<p class="date">8 August 2019</p>`, "2019-08-08T00:00:00Z",
		},
		"changed is not published": {heading +
			`<p class="date">Updated 5 May 2026</p><p class="date">3 May 2026</p>`, "2026-05-03T00:00:00Z"},
		"changed if there is no other": {linked(`"dateModified":"2026-05-03T12:00:00Z"`), "2026-05-03T12:00:00Z"},
		"fourteen digits":              {`<meta name="pubdate" content="20260503120000">`, "2026-05-03T12:00:00Z"},
		"digits of no calendar":        {`<meta name="pubdate" content="20269903120000">`, ""},
		"a lone line with a time":      {heading + `<p>Posted on the 15/12/2025 at 19:00</p>`, "2025-12-15T19:00:00Z"},
		"a lone line of figures": {heading + `<div><span>01.11.2023 11:35</span> <p>` +
			strings.Repeat("water ", 60) + `</p></div>`, "2023-11-01T11:35:00Z"},
		"right above the title": {
			`<section><p>May 3, 2026</p><span>Tides</span><h1>The tide comes back</h1></section>`, "2026-05-03T00:00:00Z",
		},
		"it opens the first paragraph": {
			heading +
				`<p>(3. Mai 2026) Das Wasser kam zuerst durch die Gullys, und dann über die Mauer am Hafen.</p>`,
			"2026-05-03T00:00:00Z",
		},
		"labelled below the text": {heading + `<p>` + strings.Repeat("water ", 700) +
			`</p><p>Letzte Änderung: 05.05.2026<br>Erschienen am: 03.05.2026</p>`, "2026-05-03T00:00:00Z"},
		"a part of the title by itself": {
			`<title>03.05.2026 - The tide comes back</title><article><h1>03.05.2026 - The tide comes back</h1><p>x`,
			"2026-05-03T00:00:00Z",
		},
		"the title is about another day": {
			`<title>The tide of 14 July 1998</title><article><h1>The tide of 14 July 1998</h1><p>x`, "",
		},
		"a sentence is about another day": {heading +
			`<p>On 14 July 1998 the water stood a hand below the edge of the quay.</p>`, ""},
		"a post has its own day": {heading +
			`<blockquote class="twitter-tweet"><p>The hum</p>&mdash; Ines (@ines) <a href="https://x.com/ines/status/1">3 ` +
			`May 2026</a></blockquote>`, ""},
		"an epoch is no date": {linked(`"datePublished":"1970-01-01T00:00:00Z"`), ""},
		"nor in an element":   {heading + `<time datetime="1970-01-01T00:00:00+00:00">1 January 1970</time>`, ""},
		"of two stated the one that is printed": {linked(`"datePublished":"2026-05-01T08:00:00Z"`) +
			`<meta property="article:published_time" content="2026-05-03T09:30:00">` + heading +
			`<p class="date">3 May 2026</p>`, "2026-05-03T09:30:00Z"},
		"a box named for its place": {heading + `<div class="page-footer"><time itemprop="datePublished"
			datetime="2026-05-03">03.05.2026</time></div><p>x</p>`, "2026-05-03T00:00:00Z"},
		"a box at the side": {heading +
			`<div class="sidebar"><h4>Published</h4><div class="post-date">May 3, 2026</div></div>`, "2026-05-03T00:00:00Z"},
		"a comment has its own day": {heading +
			`<div class="comment"><p class="date">3 May 2026</p></div>`, ""},
		"both on one line": {heading +
			`<p class="date">May 3, 2026. <i>Updated: May 9, 2026</i></p>`, "2026-05-03T00:00:00Z"},
		"a change before an address": {heading + `<p class="date">Updated 9 May 2026</p>` +
			`<meta name="date" content="2026-05-03">`, "2026-05-03T00:00:00Z"},
		"after a name of digits": {heading +
			`<p class="byline">7f2a-4ce5 Dec 16, 2025</p>`, "2025-12-16T00:00:00Z"},
		"after a German preposition": {heading +
			`<p class="date">Erstellt am 09.02.2026</p>`, "2026-02-09T00:00:00Z"},
		"hours are not a date": {heading +
			`<p>Monday - Tuesday 9:30 am – 8:00 pm<br>Friday 9:30 am – 6:00 pm</p>`, ""},
		"small print in the title": {
			`<article><h1>The tide comes back<br><small>03.05.2026 • Harbour, Press</small></h1><p>x`, "2026-05-03T00:00:00Z",
		},
		"below a title that is no h1": {
			`<title>The tide comes back</title><h1>Courier</h1><ul>` +
				strings.Repeat("<li>Tides</li>", 90) + `</ul><h2>The tide comes back</h2><p>Ines · May 3, 2026</p>`,
			"2026-05-03T00:00:00Z",
		},
		"the foot of a wiki": {heading + strings.Repeat("<p>"+strings.Repeat("water ", 90)+"</p>", 5) +
			`<footer><ul><li>This page was last edited on 3 May 2026, at 09:40.</li></ul></footer>`, "2026-05-03T09:40:00Z"},
		"the foot of another": {
			heading + strings.Repeat("<p>"+strings.Repeat("Wasser ", 90)+"</p>", 5) +
				`<footer><p>Diese Seite wurde zuletzt am 3. Mai 2026 um 09:40 Uhr bearbeitet.</p></footer>`,
			"2026-05-03T09:40:00Z",
		},
		"no date": {linked(`"datePublished":"soon"`) + heading +
			`<p class="date">yesterday</p>`, ""},
		"a year that is no year":           {heading + `<p class="date">1 2 99999999999999999999</p>`, ""},
		"a month and a day are too little": {heading + `<p class="date">May 3</p>`, ""},
	} {
		e, _ := metaAt(c.page, "")
		got := ""
		if at := e.Published; !at.IsZero() {
			got = at.Format(time.RFC3339)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestAddressTellsTheOrderOfAPrintedDate(t *testing.T) {
	e, _ := metaAt(`<h1>The tide comes back</h1><p class="date">05/03/2026</p>`,
		"https://courier.example/2026/05/03/tide")
	if got := e.Published.Format(time.DateOnly); got != "2026-05-03" {
		t.Errorf("got %s, want the day of the address", got)
	}
}

func TestDateOfAnAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://courier.example/2026/05/03/tide":      "2026-05-03",
		"https://courier.example/news/2026-5-3-tide":   "2026-05-03",
		"https://courier.example/tide-20260503.html":   "2026-05-03",
		"https://courier.example/2026/tide":            "",
		"https://courier.example/20269999":             "",
		"https://courier.example/article/1777810000/x": "",
	} {
		e, _ := metaAt(`<h1>The tide</h1>`, address)
		got := ""
		if at := e.Published; !at.IsZero() {
			got = at.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}

func TestSmallPrintIsNoPartOfTheTitle(t *testing.T) {
	for page, want := range map[string]string{
		`<title>The tide comes back</title>
			<h1>The tide comes back<br><small>03.05.2026 • Harbour</small></h1>`: "The tide comes back",
		`<h1>The tide comes back <time>3 May 2026</time></h1>`: "The tide comes back",
		`<h1>The tide <small>of the north coast</small></h1>`:  "The tide of the north coast",
		`<h1>The tide of 14 July 1998</h1>`:                    "The tide of 14 July 1998",
	} {
		if got := metaOf(page).Title; got != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
	}
}

func TestThePageIsUpdatedAfterItWasPublished(t *testing.T) {
	const linked = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-05-03T08:00:00Z",` +
		`"dateModified":"2026-05-09T09:30:00+02:00"}</script>`
	const heading = `<article><h1>The tide comes back</h1>`
	for page, want := range map[string]string{
		linked + heading: "2026-05-09T07:30:00Z",
		heading + `<p class="date">May 3, 2026. <i>Updated: May 9, 2026</i></p>`:                   "2026-05-09T00:00:00Z",
		heading + `<p>Erschienen am 03.05.2026</p><p>Zuletzt geändert am 09.05.2026</p>`:           "2026-05-09T00:00:00Z",
		heading + `<p class="date">May 3, 2026</p><p>On 9 May 2026 the water came up to here.</p>`: "",
		heading + `<p class="date">May 3, 2026</p><p>The law was modified on 9 May 2026.</p>`:      "",
		heading + `<p class="date">Updated May 9, 2026</p>`:                                        "",
		`<meta property="article:published_time" content="2026-05-03T08:00:00Z">` +
			`<meta property="article:modified_time" content="2026-05-03T08:00:00Z">` + heading: "",
	} {
		e, facts := metaAt(page, "")
		got := ""
		if !facts.Updated.IsZero() {
			got = facts.Updated.Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("%s\npublished %v, got %q, want %q", page, e.Published, got, want)
		}
	}
}
