package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// among is a page whose article has an element between its paragraphs, and at its end.
func among(element string) string {
	return `<html><body><nav><a href="/">Home</a></nav><main><article><h1>The tide</h1>` +
		strings.Repeat(onTheQuay, 3) + element +
		strings.Repeat(onTheQuay, 2) + element + `</article></main><footer>Imprint</footer></body></html>`
}

func TestBoxesOfTheTextAreKeptWhole(t *testing.T) {
	for name, c := range map[string]struct {
		element string
		want    []string
	}{
		"code": {`<figure class="hl"><pre><code>gauge --all</code></pre></figure>`, []string{"gauge --all"}},
		"verse": {
			`<figure><p>The lamp goes round,<br>the night goes round.</p><figcaption>A rhyme</figcaption></figure>`,
			[]string{"the night goes round", "A rhyme"},
		},
		"drawing": {
			`<figure><svg viewBox="0 0 9 9"><path d="M0 0"/></svg><figcaption>Figure 1: two basins</figcaption></figure>`,
			[]string{"Figure 1: two basins"},
		},
		"film": {
			`<figure><video src="/quay.mp4"></video><figcaption>The quay at six</figcaption></figure>`,
			[]string{"The quay at six"},
		},
		"sound": {
			`<div class="x1"><audio controls src="/hum.mp3"></audio><p class="caption">The hum of the wall</p></div>`,
			[]string{"The hum of the wall"},
		},
		"other page": {
			`<figure><iframe src="https://charts.example/7"></iframe><figcaption>All gauges in a chart</figcaption></figure>`,
			[]string{"All gauges in a chart"},
		},
		"details": {`<details><summary>Who pays?</summary>The town.</details>`, []string{"Who pays?", "The town."}},
		"accordion": {
			`<div class="x2"><h3><button aria-expanded="false">Who pays?</button></h3><div hidden>The town.</div></div>`,
			[]string{"Who pays?", "The town."},
		},
		"roles": {
			`<div><div role="button" aria-expanded="false">Who pays?</div><div aria-hidden="true">The town.</div></div>`,
			[]string{"Who pays?", "The town."},
		},
		"tabs": {
			`<div><ul><li><a href="#low">Ebb</a></li><li><a href="#high">Flood</a></li></ul><div id="low">Row out.</div>` +
				`<div id="high" style="display:none">Wait.</div></div>`, []string{"Ebb", "Row out.", "Flood", "Wait."},
		},
		"AMP": {
			`<amp-accordion><section><h4>Who pays?</h4><div>The town.</div></section></amp-accordion>`,
			[]string{"Who pays?", "The town."},
		},
		"buttons": {
			`<div class="faq-list"><button aria-expanded="false">Who pays?</button><div aria-hidden="true"><p>The town.</p>` +
				`</div></div>`, []string{"Who pays?", "The town."},
		},
		"facts": {
			`<div class="infobox"><h3>The wall</h3><p>It is nine metres high.</p></div>`,
			[]string{"The wall", "It is nine metres high."},
		},
		"lazy": {
			`<figure><div data-bg="https://courier.example/q.jpg"></div><figcaption>The lower quay</figcaption></figure>`,
			[]string{"The lower quay"},
		},
	} {
		text := said(pageAt(among(c.element), "https://courier.example/tide"))
		for _, want := range c.want {
			if n := strings.Count(text, want); n != 2 {
				t.Errorf("%s: %q stands %d times in the article, want 2:\n%s", name, want, n, text)
			}
		}
	}
}

func TestBoxesOfThePageStayOut(t *testing.T) {
	for name, element := range map[string]string{
		"share": `<details class="share"><summary>Places</summary>Tell somebody of the Harbours</details>`,
		"form": `<div><div role="button" aria-expanded="false">Places</div><div>Choose a town of the Harbours <input ` +
			`type="text"></div></div>`,
		"menu":   `<div class="menu"><button aria-expanded="false">All Harbours</button><div><p>It was dry.</p></div></div>`,
		"button": `<div class="faq-list"><button class="go">Ask the Harbours</button><p>It was dry.</p></div>`,
		"facts that lead away": `<div class="infobox"><p>All <a href="/h">Harbours of the coast, and more Places</a>.</p>` +
			`</div>`,
		"a table of facts": `<table class="infobox"><tr><td>Places</td><td>Nine Harbours.</td></tr></table>`,
	} {
		if text := said(pageAt(among(element), "https://courier.example/tide")); strings.Contains(text, "Places") ||
			strings.Contains(text, "Harbours") {
			t.Errorf("%s: got %q", name, text)
		}
	}
}

func TestBoxWithATitleIsACallout(t *testing.T) {
	want := func(kind, title string) model.Prose {
		return model.Prose{
			Kind: model.Quote, Source: "> Stop the *wheel* first.", Plain: "Stop the wheel first.",
			Callout: model.Callout{Kind: kind, Title: title},
		}
	}
	for _, c := range []struct {
		box  string
		want model.Prose
	}{
		{`<div class="admonition warning"><p class="admonition-title">Warning</p><p>Stop the <em>wheel</em> first.</p>` +
			`</div>`, want("warning", "")},
		{`<div class="callout" data-callout="tip"><div class="callout-title"><svg></svg><div>For the axle</div></div>` +
			`<div><p>Stop the <em>wheel</em> first.</p></div></div>`, want("tip", "For the axle")},
		{
			`<aside class="c-alert c-alert--danger"><b>Before you start:</b><p>Stop the <em>wheel</em> first.</p></aside>`,
			want("danger", "Before you start"),
		},
		{`<section role="note"><h4>Achtung</h4><p>Stop the <em>wheel</em> first.</p></section>`, want("", "Achtung")},
		{
			`<details class="note"><summary>For the curious</summary><p>Stop the <em>wheel</em> first.</p></details>`,
			want("note", "For the curious"),
		},
	} {
		blocks := pageAt(among(c.box), "https://courier.example/tide").Blocks()
		if d := cmp.Diff([]model.Block{c.want, c.want}, []model.Block{blocks[3], blocks[len(blocks)-1]}); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.box, d)
		}
	}
}

func TestBoxWithoutATitleIsNoCallout(t *testing.T) {
	for _, box := range []string{
		`<div class="note"><p><b>Note:</b> the words go on in the same line, as they do in many a text.</p></div>`,
		`<div class="story"><h3>The wall</h3><p>It was raised in the year of the long strike.</p></div>`,
	} {
		for _, b := range pageAt(among(box), "https://courier.example/tide").Blocks() {
			if p, ok := b.(model.Prose); ok && p.Callout != (model.Callout{}) {
				t.Errorf("%s: %+v", box, p)
			}
		}
	}
}
