package meta

import (
	"strings"
	"testing"

	"lede/content/parse/page/dom"
	"lede/model"
)

// metaOf reads the metadata of a page that was published at an address of the Courier.
func metaOf(page string) model.Entry {
	e, _ := metaAt(page, "https://www.courier.example/2026/tide")
	return e
}

// metaAt reads the metadata of a page that came from an address, of which nothing else is known.
func metaAt(page, origin string) (model.Entry, Facts) {
	return Read(dom.Parse(page, origin, nil), model.Entry{})
}

func TestPageAuthors(t *testing.T) {
	const site = `<meta property="og:site_name" content="North Coast Courier">`
	linked := func(author string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","author":` + author + `}</script>`
	}
	const heading = `<article><h1>The tide comes back</h1>`
	body := strings.Repeat("<p>"+strings.Repeat("The water came up the drains. ", 4)+"</p>", 3)
	for name, c := range map[string]struct{ page, want string }{
		"JSON-LD": {linked(`{"@type":"Person","name":"Ines Okafor"}`), "Ines Okafor"},
		"JSON-LD with several": {
			linked(`[{"name":"Ines Okafor"},{"name":"Tom Brandvold"}]`),
			"Ines Okafor|Tom Brandvold",
		},
		"JSON-LD with a text": {
			linked(`"By Ines Okafor and Tom Brandvold, AP"`),
			"Ines Okafor|Tom Brandvold|AP",
		},
		"JSON-LD by reference": {
			`<script type="application/ld+json">` +
				`{"@graph":[{"@type":"Article","author":{"@id":"#o"}},{"@type":"Person","@id":"#o","name":"Ines ` +
				`Okafor"}]}</script>`, "Ines Okafor",
		},
		"initials go":    {linked(`"Ines Okafor (io), Tom Brandvold (tb)"`), "Ines Okafor|Tom Brandvold"},
		"the site alone": {site + linked(`"North Coast Courier"`), "North Coast Courier"},
		"a person rather than the site": {site + linked(`"North Coast Courier"`) + heading +
			`<p class="byline">By Ines Okafor</p>`, "Ines Okafor"},
		"a meta":                {`<meta name="author" content="Ines Okafor">`, "Ines Okafor"},
		"a meta in other words": {`<meta value="Ines Okafor" name="author">`, "Ines Okafor"},
		"an address is no name": {
			`<meta property="article:author" content="https://social.example/ines"><meta name="author" content="Ines Okafor">`,
			"Ines Okafor",
		},
		"a mail is no name": {`<meta name="author" content="i.okafor@courier.example">` + heading +
			`<span class="author">Ines Okafor</span>`, "Ines Okafor"},
		"a turned name": {
			`<meta name="citation_author" content="Okafor, Ines"><meta name="citation_author" content="Brandvold, Tom">`,
			"Ines Okafor|Tom Brandvold",
		},
		"a labelled pair": {
			`<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ines Okafor">`,
			"Ines Okafor",
		},
		"a pair of another label": {
			`<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="Three Minutes">`, "",
		},
		"rel=author": {heading + `<a rel="author" href="/okafor">Ines Okafor</a>`, "Ines Okafor"},
		"two links": {heading +
			`<p>By <a rel="author">Ines Okafor</a> and <a rel="author">Tom Brandvold</a></p>`, "Ines Okafor|Tom Brandvold"},
		"itemprop": {heading +
			`<span itemprop="author" itemscope>by <span itemprop="name">ines</span> in Westhaven</span>`, "ines"},
		"a byline": {heading +
			`<div class="story-byline">By <b>Ines Okafor</b><span>Harbour reporter</span> · 3 May 2026</div>`, "Ines Okafor"},
		"in German": {
			heading + `<p class="c-byline">Von Ines Okafor und Tom Brandvold, dpa</p>`,
			"Ines Okafor|Tom Brandvold|dpa",
		},
		"in Japanese":            {heading + `<p class="author">大渡 美咲</p>`, "大渡 美咲"},
		"one name after a label": {heading + `<p class="author">von Ines</p>`, "Ines"},
		"who edits is no author": {heading +
			`<div class="byline">By Ines Okafor</div><div class="byline">Edited by Tom Brandvold</div>`, "Ines Okafor"},
		"buttons are no names": {heading +
			`<div class="byline"><span>Ines Okafor</span><a>Follow on Twitter</a><a>Copy Link</a></div>`, "Ines Okafor"},
		"a button alone is no name": {heading +
			`<div class="author-info"><section><h3><a>Ines Okafor</a><a>Follow</a></h3><h4>Leserin und Kennerin für Neue ` +
			`Häfen und Neue Mauern. Schwerpunkte: Home-Office &amp; Meetings</h4></section></div>`, "Ines Okafor"},
		"two in capitals": {
			heading + `<p class="byline">PAR INÈS OKAFOR ET TOM BRANDVOLD</p>`,
			"INÈS OKAFOR|TOM BRANDVOLD",
		},
		"a link to an author's page": {
			heading + `<div><a href="/about/editors/ines-okafor/">Ines Okafor</a></div>`,
			"Ines Okafor",
		},
		"a single name with its page": {heading +
			`<div><a href="https://www.courier.example/author/ines">Ines</a></div>`, "Ines"},
		"a page of another name": {heading + `<div><a href="/authors/all">Our Reporters</a></div>`, ""},
		"a link to an editor's page": {heading +
			`<div>Edited by: <a href="/authors/ines-okafor/">Ines Okafor</a></div>`, ""},
		"before a date": {heading +
			`<p class="author">Von Ines Okafor am <a href="/2026/05/03">03.05.2026</a></p>`, "Ines Okafor"},
		"a bare line": {heading +
			`<p>By Ines Okafor</p><p>The water came up through the drains first.</p>`, "Ines Okafor"},
		"a surname with y": {
			heading + `<p class="byline">Por José Ortega y Gasset</p>`,
			"José Ortega y Gasset",
		},
		"two persons with y":              {heading + `<p class="byline">Por Ana Rey y Luis Paz</p>`, "Ana Rey|Luis Paz"},
		"a surname that is a button too":  {heading + `<p class="byline">By Herbert Read</p>`, "Herbert Read"},
		"a surname that is an office too": {heading + `<p class="byline">By Anthony Head</p>`, "Anthony Head"},
		"an office is no surname":         {heading + `<p class="byline">Department Head</p>`, ""},
		"an organisation of JSON-LD": {linked(`{"@type":"Organization","name":"Blue Harbour"}`) + heading +
			`<p class="byline">By Ines Okafor</p>`, "Ines Okafor"},
		"an organisation alone": {
			linked(`{"@type":"Organization","name":"Blue Harbour"}`) + heading,
			"Blue Harbour",
		},
		"a link to a section": {heading +
			`<div><span class="author"><a href="/section/town">Old Town</a></span> <span>By <a href="/people/ines">Ines ` +
			`Okafor</a></span></div>`, "Ines Okafor"},
		"a signed date before the title": {
			`<div class="publish-meta"><span>Published May 3, 2026</span> <span>by Ines Okafor</span></div>` +
				heading, "Ines Okafor",
		},
		"a label and a name below it": {heading + `<h3>Author</h3><p>Ines Okafor</p>`, "Ines Okafor"},
		"a date, a dash and a name":   {heading + `<p>11.12.2019 – Ines Okafor</p>`, "Ines Okafor"},
		"a place, a dash and a date":  {heading + `<p>New Westhaven – 3 May 2026</p>`, ""},
		"a site called like its author": {
			`<meta property="og:site_name" content="Ines Okafor"><meta name="author" content="Ines Okafor">` + heading +
				`<h3>Author</h3><p>Tom Brandvold</p>`, "Ines Okafor",
		},
		"a testimonial is no byline": {heading +
			`<div class="card"><blockquote>It works.</blockquote><div class="author">Tom Brandvold</div></div>`, ""},
		"a book that a line tells of": {heading + `<ul><li><i>The Ebb</i> by Tom Brandvold</li></ul>`, ""},
		"a theorem is no author":      {heading + `<p>By the theorem of the empty bowl, it is full.</p>`, ""},
		"the logo of the site":        {heading + `<div class="vcard"><span class="org">Blue Harbour</span></div>`, ""},
		"a sign-off":                  {heading + `<div>` + body + `<p>— Ines Okafor</p></div>`, "Ines Okafor"},
		"a last line that is no name": {heading + `<div>` + body + `<p>Recent Posts</p></div>`, ""},
		"a sentence is no byline": {
			heading + `<p>By six on Sunday morning the water stood across the quay.</p>`,
			"",
		},
		"comments have authors of no kind": {heading +
			`</article><div class="comments"><p class="author">Tobias Renn</p></div>`, ""},
		"nor have other articles": {heading +
			`</article><div class="related"><p class="byline">By Tobias Renn</p></div>`, ""},
		"degrees are no names": {linked(`"Ines Okafor, MD, PhD"`), "Ines Okafor"},
		"nor are logins":       {`<meta name="author" content="admin">`, ""},
		"nothing":              {heading, ""},
		"controls":             {`<meta name="author" content="Ines &#27;[31m Okafor">`, "Ines �"},
	} {
		if got := strings.Join(metaOf(c.page).Byline, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestBylinesInOtherLanguages(t *testing.T) {
	for line, want := range map[string]string{
		"Texte : Odile Marais":                  "Odile Marais",
		"De notre correspondante Odile Marais":  "Odile Marais",
		"Von unserem Redakteur Tom Brandvold":   "Tom Brandvold",
		"A cura di Ines Okafor":                 "Ines Okafor",
		"Reportagem de Ines Okafor":             "Ines Okafor",
		"Texto de Ines Okafor":                  "Ines Okafor",
		"Door onze verslaggever Tom Brandvold":  "Tom Brandvold",
		"Tekst: Ines Okafor":                    "Ines Okafor",
		"Aus dem Norden kommt das Wasser immer": "",
	} {
		page := `<article><h1>The tide comes back</h1><p class="byline">` + line + `</p>` +
			strings.Repeat("<p>"+strings.Repeat("The water came up the drains. ", 4)+"</p>", 3)
		if got := strings.Join(metaOf(page).Byline, "|"); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestBylineNodesAreNoted(t *testing.T) {
	_, meta := metaAt(
		`<h1>The tide comes back</h1><p class="byline">By Ines Okafor</p><time datetime="2026-05-03">3 May</time>`, "")
	if len(meta.BylineNodes) != 1 || dom.Attr(meta.BylineNodes[0], "class") != "byline" {
		t.Errorf("got %d byline nodes, want the paragraph", len(meta.BylineNodes))
	}
	if len(meta.DateNodes) != 1 || meta.DateNodes[0].Data != "time" {
		t.Errorf("got %d date nodes, want the time element", len(meta.DateNodes))
	}
	if meta.TitleNode == nil || meta.TitleNode.Data != "h1" {
		t.Error("got no title node, want the heading")
	}
}
