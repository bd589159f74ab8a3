package page

import (
	"fmt"
	"strings"
	"testing"

	"lede/model"
)

// Paragraphs of an article; each test page has them all.
var quayProse = []string{
	"The water came up through the drains first, and by six it stood across the lower quay, flat and grey.",
	"Nobody shouted. In Westhaven the spring tides have stopped being news, and the harbour office prints them on the " +
		"back of the parking ticket.",
	"“A record is a lonely thing,” the harbour master said, who has kept the log for thirty years, in ink, next to the " +
		"computer that also keeps it.",
	"The council had asked for a wall; the railway, which owns the ground that it would stand on, had asked for time.",
	"By the evening the water had gone back, and the market opened again on the upper quay, where it smelled of salt " +
		"and of coffee.",
}

// quay returns the paragraphs in elements of a kind, with something between the third and the fourth.
func quay(open, between string) string {
	end := "</" + strings.Fields(strings.Trim(open, "<>"))[0] + ">"
	var b strings.Builder
	for i, p := range quayProse {
		if i == 3 {
			b.WriteString(between)
		}
		b.WriteString(open + p + end)
	}
	return b.String()
}

const quayMenu = `<header><div class="menu"><a href="/">Home</a> <a href="/coast">Coast news</a> <a href="/log">` +
	`Tide log</a></div></header>`

func TestMainContentTellsTheArticleFromTheRest(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want, not  []string // besides the paragraphs
	}{
		{
			"news",
			quayMenu +
				`<main><article><h1>The tide at the quay</h1><p class="standfirst">The gauge read four metres on Sunday, the ` +
				`highest since the wall was raised, and still the town slept.</p><div class="byline">By Ines Okafor</div><div ` +
				`class="date">3 May 2026</div><div class="share-tools"><a href="/s1">Share on X</a> <a href="/s2">Send by ` +
				`mail</a></div>` +
				quay("<p>", "<h2>What the council says</h2>") +
				`<ul class="tags"><li><a href="/t/flood">Flooding</a></li><li><a href="/t/quay">Lower quay</a></li></ul>` +
				`</article></main><footer><p>© 2026 North Coast Courier. All rights reserved.</p></footer>`,
			[]string{"The gauge read four metres", "What the council says"},
			[]string{"Share on X", "Ines Okafor", "Lower quay", "All rights reserved", "Coast news"},
		},
		{
			"blog",
			quayMenu +
				`<div id="content"><div class="post hentry"><h1 class="entry-title">The tide at the quay</h1><div ` +
				`class="entry-content">` + quay("<p>", `<ul><li>Bring boots, and leave the car at the upper quay.</li><li>`+
				`Take the high road, which stays dry.</li></ul>`) +
				`</div><div class="author-box"><p>Ines Okafor writes about harbours. Follow her.</p></div></div></div><div ` +
				`id="sidebar" class="sidebar widget-area"><div class="widget"><h3>Recent posts</h3><ul><li><a href="/a">Ten ` +
				`walks along the coast</a></li><li><a href="/b">Salt on the road</a></li></ul></div></div>`,
			[]string{"Bring boots", "Take the high road"},
			[]string{"writes about harbours", "Recent posts", "Ten walks", "Salt on the road"},
		},
		{
			"documentation",
			`<div class="sidenav"><ul><li><a href="/i">Installing the gauge</a></li><li><a href="/r">Reading the gauge</a>` +
				`</li></ul></div><main><div class="markdown-body"><h1>The tide at the quay</h1>` + quay("<p>", `<h2>Reading `+
				`the log</h2><pre><code>gauge --read quay</code></pre><table><tr><th>Option</th><th>Meaning</th></tr><tr><td>`+
				`--read</td><td>reads the named gauge once and prints the level</td></tr></table>`) +
				`</div></main><footer class="site-footer"><a href="/imprint">Imprint</a></footer>`,
			[]string{"Reading the log", "gauge --read quay", "reads the named gauge once"},
			[]string{"Installing the gauge", "Imprint"},
		},
		{
			"comments",
			quayMenu + `<article><h1>The tide at the quay</h1>` + quay("<p>", "") +
				`</article><section id="comments" class="comments"><h2>Three comments</h2>` +
				strings.Repeat(
					`<div class="comment"><span class="comment-author">Reader Seven</span><p>I remember the year when the water `+
						`reached the church, and nobody believed us then either, whatever we said of it.</p></div>`, 3) + `</section>`,
			nil,
			[]string{"reached the church", "Three comments", "Reader Seven"},
		},
		{
			"paywall",
			quayMenu + `<article><h1>The tide at the quay</h1><div class="article-body">` + quay("<p>", "") +
				`</div><div class="paywall subscribe-box"><h3>Read on with a subscription</h3><p>Subscribe now for one a ` +
				`month. Cancel at any time.</p><a href="/login">Log in</a></div></article>`,
			nil,
			[]string{"Cancel at any time", "Read on with a subscription"},
		},
		{
			"related boxes",
			quayMenu + `<article><h1>The tide at the quay</h1><div class="story-body">` +
				quay("<p>",
					`<div class="related-box promo"><h4>More from the coast</h4><a href="/w"><img src="/w.jpg" alt=""><span>Ten `+
						`walks along the coast</span></a><a href="/x"><span>Who pays for the wall</span></a></div>`) + `</div>` +
				`</article>`,
			nil,
			[]string{"More from the coast"},
		},
		{
			"consent",
			`<div id="cookie-consent" role="dialog"><h2>We value your privacy</h2>` +
				strings.Repeat(
					"<p>We and our partners store information on your device, and read it, to show you what you may like.</p>", 8) +
				`</div>` + quayMenu + `<article><h1>The tide at the quay</h1>` + quay("<p>", "") + `</article>`,
			nil,
			[]string{"our partners", "value your privacy"},
		},
		{
			"text in the boxes of components",
			quayMenu + `<section class="hero"><h1>The tide at the quay</h1></section>` + quay(`<div class="cmp cmp-text">`, ""),
			nil,
			[]string{"Coast news"},
		},
		{
			"text that a script moves to its place",
			quayMenu + `<main><div class="skeleton"></div></main><div hidden id="S:1"><article><h1>The tide at the quay</h1>` +
				quay("<p>", "") + `</article></div>`,
			nil,
			[]string{"Coast news"},
		},
		{
			"paragraphs that are no paragraphs",
			quayMenu + `<div class="c1"><div class="c2"><h1>The tide at the quay</h1><div class="c3">` +
				quay(`<div class="x7">`, "") + `</div></div></div>`,
			nil,
			[]string{"Coast news"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := pageAt("<!DOCTYPE html><html><head><title>The tide at the quay</title></head><body>"+c.page+
				"</body></html>", "")
			got := proseOf(a)
			for _, want := range append(c.want, quayProse...) {
				if !strings.Contains(got, want) {
					t.Errorf("%q is lost in\n%s", want, got)
				}
			}
			for _, not := range c.not {
				if strings.Contains(got, not) {
					t.Errorf("%q is left in\n%s", not, got)
				}
			}
		})
	}
}

func TestMainContentDropsHeadingsWithNothingBelow(t *testing.T) {
	page := `<article><h1>The tide at the quay</h1>` + quay("<p>", "<h2>What the council says</h2>") +
		`<h2>More on this story</h2></article>`
	a := pageAt(page, "")
	if got := a.Sections[len(a.Sections)-1].Title; got != "What the council says" {
		t.Errorf("the last section is %q, want the last one with text", got)
	}
}

func TestMainContentHasTheTextOnce(t *testing.T) {
	page := quayMenu + `<article><h1>The tide at the quay</h1><div class="body">` + quay("<p>", "") +
		`</div><div class="body" style="display:none"><p>` + strings.Join(quayProse, " ") + `</p></div></article>`
	a := pageAt(page, "")
	if n := strings.Count(proseOf(a), quayProse[1]); n != 1 {
		t.Errorf("a paragraph with a hidden copy comes %d times, want once", n)
	}
}

// proseOf returns the headings and the words of prose and code of an article, a block a line.
func proseOf(a model.Article) string {
	var b strings.Builder
	for _, s := range a.Sections {
		b.WriteString(s.Title + "\n")
		for _, block := range s.Blocks {
			switch block.(type) {
			case model.Prose, model.Code:
				b.WriteString(block.Text() + "\n")
			case model.Post, model.Related, model.Notice, model.Image:
			}
		}
	}
	return b.String()
}

// shelf is a page of items below a short introduction, in a frame of links. head is what its headline has beside it.
func shelf(head string) string {
	const start = `<html><head><title>Ash and steel for a small garden</title></head><body>` +
		`<nav><a href="/a">Start</a> <a href="/b">Basket</a></nav><div class="grid">`
	const opening = `<h1>Ash and steel for a small garden</h1>%s` +
		`<p>All that a small garden needs, made of ash and steel, and mended for as long as you dig with it.</p>`
	var b strings.Builder
	fmt.Fprintf(&b, start+opening, head)
	for i := range 24 {
		const item = `<div class="tile"><a href="/%[1]d"><div class="name">Ash spade no. %[1]d</div></a>` +
			`<div class="cost">£%[1]d and up</div></div>`
		fmt.Fprintf(&b, item, i+10)
	}
	return b.String() + `</div><footer><p><a href="/c">Write to us</a></p></footer></body></html>`
}

func TestPageOfItemsKeepsThem(t *testing.T) {
	text := said(pageAt(shelf(""), "https://tools.example/shelf"))
	for _, want := range []string{"All that a small garden", "Ash spade no. 12", "£23 and up", "Ash spade no. 33"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for _, frame := range []string{"Basket", "Write to us"} {
		if strings.Contains(text, frame) {
			t.Errorf("%q of the frame is in\n%s", frame, text)
		}
	}
}

func TestArticleKeepsNoItemsBelow(t *testing.T) {
	signed := shelf(`<div class="byline">By <a rel="author" href="/x">Ida Mercer</a></div>`)
	if text := said(pageAt(signed, "https://tools.example/shelf")); strings.Contains(text, "£23") {
		t.Errorf("an article with an author has the items below it:\n%s", text)
	}
}

func TestCodeWithAButtonIsKept(t *testing.T) {
	code := `<div class="box"><b>Terminal</b><button>Copy</button><pre><code>tidelog watch</code></pre></div>`
	for place, body := range map[string]string{
		"amid":   quay("<p>", code),
		"at end": quay("<p>", "") + code,
		"in steps": `<div class="text"><div><h4>One</h4><p>` + strings.Join(quayProse[:2], "</p><p>") + `</p></div></div>` +
			`<div class="shown"><div class="ways"><a href="#a">Linux</a> <a href="#b">Mac</a></div>` + code + `</div>` +
			`<div class="text"><div><h4>Two</h4><p>` + strings.Join(quayProse[2:], "</p><p>") + `</p></div></div>`,
	} {
		page := `<html><body><main><h1>Log the tide with a small program</h1>` + body + `</main></body></html>`
		if text := said(pageAt(page, "https://tools.example/log")); !strings.Contains(text, "tidelog watch") {
			t.Errorf("%s: the code is missing in\n%s", place, text)
		}
	}
}

func TestWhatOnlyAVoiceReadsOutIsLeft(t *testing.T) {
	for _, hidden := range []string{
		`style="border:0; clip:rect(0 0 0 0); clip-path:inset(50%); height:1px; position:absolute; width:1px"`,
		`style="position:absolute;clip:rect(1px, 1px, 1px, 1px)"`, `class="h-offscreen"`,
		`class="kit-mt-2 kit-screen-reader-only"`, `class="quay__x Quay-Visually-Hidden"`,
	} {
		note := `<p>The council has <a href="/wall">the plan<span ` + hidden + `>, opens a tab</span></a> at hand.</p>`
		for _, b := range pageAt(among(note), "https://courier.example/tide").Blocks() {
			if strings.Contains(b.Text(), "opens") {
				t.Errorf("%s: got %q, want it without what is not shown", hidden, b.Text())
			}
		}
	}
	for _, shown := range []string{"kit-not-sr-only", "not-sr-only", "md:kit-sr-only"} {
		note := `<p>The council has <a href="/wall">the plan<span class="` + shown + `"> at hand</span></a>.</p>`
		if got := allText(among(note)); !strings.Contains(got, "at hand") {
			t.Errorf("%s: got %q, which lost what is shown", shown, got)
		}
	}
	const clipped = `<p style="clip-path:inset(50%)">The council has the plan at its office, and everyone may see it.</p>`
	if got := allText(among(clipped)); !strings.Contains(got, "everyone may see") {
		t.Errorf("%q lost a paragraph that is only drawn in another form", got)
	}
}
