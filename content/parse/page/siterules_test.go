package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/parse/page/dom"
	"lede/model"
)

// dropping returns rules that drop what a selector finds.
func dropping(t *testing.T, selector string) dom.SiteOf {
	t.Helper()
	s, err := dom.NewSelector(selector)
	if err != nil {
		t.Fatal(err)
	}
	return func(string) dom.SiteRules { return dom.SiteRules{Drop: []dom.Selector{s}} }
}

// droppedEverywhere is a page with an element of the class x, and the word VSout in it, in every kind of place.
const droppedEverywhere = `<!DOCTYPE html><html><head><title class="x">VSout</title><meta class="x" name="author" ` +
	`content="VSout"></head><body><article>` +
	`<h1 class="x">VSout</h1><h1>The tide <span class="x">VSout</span></h1><p class="byline">By Ines Okafor <b ` +
	`class="x">VSout Renn</b></p><p class="x byline">By VSout Okafor</p><time class="x" datetime="2001-01-01">` +
	`VSout</time>` +
	`<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey. <b ` +
	`class="x">VSout</b></p>` +
	`<p>The harbour master wrote the height into the book, in ink, and closed it without a word to anyone. <a ` +
	`class="x" href="/a">VSout</a></p>` +
	`<ul><li>One<p class="x">VSout</p></li><li class="x">VSout</li><li>Two, which is longer than the first</li></ul>` +
	`<dl><dt>A term<dd class="x">VSout<dd>What it means</dl>` +
	`<table><tr><th>A<th class="x">VSout</tr><tr><td>1 <i class="x">VSout</i><td>2</tr><tr class="x"><td>VSout</tr>` +
	`</table>` +
	`<pre><code>one<span class="x">VSout</span></code></pre><blockquote>Said<footer class="x">VSout</footer>` +
	`</blockquote>` +
	`<figure><img src="/q.jpg" alt="The quay"><figcaption>The quay <span class="x">VSout</span></figcaption></figure>` +
	`<img class="x" src="/z.jpg" alt="VSout">` +
	`<div class="related"><h3>Read more</h3><a href="/b">The harbour in winter, told by those who stayed</a><a ` +
	`class="x" href="/c">VSout and the wall, a long story</a></div>` +
	`<blockquote class="twitter-tweet"><p>Water now <span class="x">VSout</span></p>— A (@a) <a ` +
	`href="https://twitter.com/a/status/123">May 3, 2026</a></blockquote>` +
	`<p>By noon the quay was dry again, and the baker on Slip Street sold what was left of his bread.</p></article>` +
	`</body></html>`

func TestRulesDropFromEveryPlace(t *testing.T) {
	a := Read(droppedEverywhere, Options{Origin: "https://courier.example/tide", Rules: dropping(t, ".x")})
	said := a.Title + strings.Join(a.Byline, " ") + a.Published.String()
	for _, b := range a.Blocks() {
		said += "\n" + b.Text() + " " + b.Markdown()
	}
	for _, s := range a.Sections {
		said += "\n" + s.Title
	}
	if at := strings.Index(said, "VSout"); at >= 0 || strings.Contains(said, "2001") ||
		strings.Contains(said, "example/c") {
		t.Errorf("what is dropped is said all the same: %s", said[max(at-40, 0):])
	}
}

func TestRulesLeaveTheTreeAsItIs(t *testing.T) {
	without := dom.Parse(droppedEverywhere, "", nil)
	page := dom.Parse(droppedEverywhere, "", dropping(t, ".x"))
	ReadTree(page, Options{})
	if diff := cmp.Diff(without.TextOf(without.Doc), page.Undropped().TextOf(page.Doc)); diff != "" {
		t.Errorf("(-without +with rules)\n%s", diff)
	}
}

func TestWholePageShowsWhatRulesDrop(t *testing.T) {
	page := "<article>" + strings.Repeat(onTheQuay, 4) + `<p class="x">Sign up and never miss a tide again.</p></article>`
	a := Read(page, Options{Rules: dropping(t, "p.x"), Whole: true})
	blocks := a.Blocks()
	last := len(blocks) - 1
	if got, why := blocks[last].Text(), a.Reasons[last].Rule; !strings.HasPrefix(got, "Sign up") ||
		why != model.LeftOut+": a site rule drops it" {
		t.Errorf("the last block is %q, since %q", got, why)
	}
}
