package page

import (
	"strings"
	"testing"

	"lede/model"
)

func TestPageKeepsTheStandfirstAsTheFirstProse(t *testing.T) {
	const said = "Nobody on the quay had asked for a wall, and nobody thanked the council for it."
	const body = `<p>The gauge at Westhaven pier stood at four metres on Sunday, the highest reading since the old wall
was raised.</p>
<p>The council met at night and told the owners of the low quay to move their boats before the wind came round to the
north.</p>`
	for name, page := range map[string]string{
		"a heading named so":                   `<article><h1>The wall</h1><h2 class="dek">` + said + `</h2>` + body,
		"a heading that reads like a sentence": `<article><h1>The wall</h1><h2>` + said + `</h2>` + body,
		"a heading with the " +
			"description": `<meta name="description" content="A quay with a wall that no one wanted"><article><h1>The ` +
			`wall</h1>` +
			`<h2>A quay with a wall that no one wanted</h2>` + body,
		"a paragraph named so": `<article><h1>The wall</h1><p class="article__chapo">` + said +
			`</p><p class="byline">By Ines Okafor</p>` + body,
		"a box named so": `<article><h1>The wall</h1><div class="StoryStandfirst"><p>` + said +
			`</p></div>` + body,
		"a paragraph beside the title": `<article><header><h1>The wall</h1><p>` + said +
			`</p><p>3 May 2026</p></header>` + body,
		"below the byline and the " +
			"picture": `<article><h1>The wall</h1><p class="byline">By Ines Okafor</p><figure><img src="/a.jpg">` +
			`<figcaption>The old wall at night.</figcaption></figure><p class="intro">` + said + `</p>` + body,
	} {
		a := pageAt(page, "https://www.courier.example/2026/wall")
		p, ok := firstProse(a)
		if !ok || !p.Standfirst || len(p.Text()) < 30 || p.Kind != model.Paragraph {
			t.Errorf("%s: got %+v, want the standfirst as the first prose", name, p)
		}
		for _, s := range a.Sections {
			if s.Title != "" {
				t.Errorf("%s: got the section %q, want none", name, s.Title)
			}
		}
	}
}

func TestPageKeepsAShortStandfirstOfAScriptWithoutSpaces(t *testing.T) {
	const page = `<article><header><h1>港の灯り</h1><p class="standfirst">%</p>
<p class="byline">文・山田花子</p></header>
<p>港には四十の灯りがあり、三十年のあいだ毎晩ともされてきた。</p>
<p>来年からは町役場から灯りがともされるので、夜は自分の時間になる。</p>`
	for line, want := range map[string]bool{"港に橋はない。": true, "港湾部": false} {
		p, _ := firstProse(pageAt(strings.Replace(page, "%", line, 1), "https://www.courier.example/2026/lamps"))
		if p.Standfirst != want {
			t.Errorf("%s: a standfirst = %v, want %v; the first prose is %q", line, p.Standfirst, want, p.Text())
		}
	}
}

func TestPageTakesNothingElseForTheStandfirst(t *testing.T) {
	const body = `<p>The gauge at Westhaven pier stood at four metres on Sunday, the highest reading since the old wall
was raised.</p>
<p>The council met at night and told the owners of the low quay to move their boats before the wind came round to the
north.</p>`
	for name, page := range map[string]string{
		"a first heading":  `<article><h1>The wall</h1><h2>How it began</h2>` + body,
		"a first question": `<article><h1>The wall</h1><h2>Who asked for a wall?</h2>` + body,
		"a label": `<article><header><h1>The wall</h1><p class="lead">Expert reviewed</p></header>` +
			body,
		"a byline": `<article><header><h1>The wall</h1><p class="lead">By Ines Okafor, who writes about the sea and ` +
			`harbours.</p></header>` + body,
		"a path": `<article><header><h1>The wall</h1><p>Home | Town | Harbour | Walls and quays and all that is on ` +
			`them.</p></header>` + body,
		"a notice": `<article><header><h1>The wall</h1><p>This post may contain affiliate links, from which we earn.</p>` +
			`</header>` + body,
		"a heading with a name's ID": `<article><h1>The wall</h1><h2 id="introduction-to-the-wall">What a wall can do</h2>` +
			body,
		"the first paragraph": `<meta name="description" content="The gauge at Westhaven pier stood at four metres on ` +
			`Sunday"><article><h1>The wall</h1>` + body,
		"a teaser in an aside": `<article><h1>The wall</h1><aside class="related"><p class="summary">Another quay has ` +
			`fallen into the sea.</p></aside>` + body,
	} {
		if p, _ := firstProse(pageAt(page, "https://www.courier.example/2026/wall")); p.Standfirst {
			t.Errorf("%s: got %q as the standfirst, want none", name, p.Text())
		}
	}
}

func firstProse(a model.Article) (model.Prose, bool) {
	for _, s := range a.Sections {
		for _, b := range s.Blocks {
			if p, ok := b.(model.Prose); ok {
				return p, true
			}
		}
	}
	return model.Prose{}, false
}
