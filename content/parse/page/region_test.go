package page

import (
	"strings"
	"testing"
)

// harbour is a page whose article ends in what is given, with a frame around it.
func harbour(end string) string {
	return `<html><head><title>The flood at the harbour</title></head><body><nav><a href="/">Front page</a> <a ` +
		`href="/sea">Sea</a></nav><main><article><h1>The flood at the harbour</h1>` +
		strings.Repeat(
			`<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey and `+
				`polite.</p>`, 4) + end +
		`</article></main><div class="other"><h3>More from the coast</h3><ul><li><a href="/a">Elsewhere the ferries ` +
		`ran</a></li></ul></div><footer><p>© Harbour Post. Elsewhere reserved.</p></footer></body></html>`
}

// allText is the text of a page and the titles of its sections.
func allText(page string) string {
	var b strings.Builder
	for _, s := range pageAt(page, "").Sections {
		b.WriteString(s.Title + "\n")
		for _, block := range s.Blocks {
			b.WriteString(block.Text() + "\n")
		}
	}
	return b.String()
}

// holds wants some texts, with bars between them, in a page, and nothing of its frame.
func holds(t *testing.T, name, page, texts string) {
	t.Helper()
	text := allText(page)
	for want := range strings.SplitSeq(texts, "|") {
		if !strings.Contains(text, want) {
			t.Errorf("%s: %q is lost in\n%s", name, want, text)
		}
	}
	if strings.Contains(text, "Elsewhere") {
		t.Errorf("%s: the frame is in\n%s", name, text)
	}
}

func TestWhatEndsAnArticleIsKept(t *testing.T) {
	for name, c := range map[string]struct{ end, want string }{
		"a list":                 {`<ul><li>two buckets</li><li>one broom</li></ul>`, "two buckets|one broom"},
		"a list under a heading": {`<h2>Bring along</h2><ul><li>two buckets</li></ul>`, "Bring along|two buckets"},
		"a list in a box": {
			`<div class="kit"><h3>Bring along</h3><ol><li>two buckets</li></ol></div>`,
			"Bring along|two buckets",
		},
		"terms": {`<dl><dt>Sluice</dt><dd>A gate.</dd></dl>`, "Sluice|A gate."},
		"a table": {
			`<table><tr><th>Day</th><th>Metres</th></tr><tr><td>Sunday</td><td>4.1</td></tr></table>`,
			"Metres|4.1",
		},
		"code":        {`<div class="listing"><pre><code>gauge --read</code></pre></div>`, "gauge --read"},
		"a quotation": {`<blockquote><p>“Nobody slept.”</p></blockquote>`, "Nobody slept."},
		"what opens":  {`<details><summary>And the mill?</summary><p>Dry.</p></details>`, "And the mill?|Dry."},
		"questions that open": {
			`<div class="faq-group"><div class="q">And the mill?</div><div class="a"><p>Dry.</p></div></div>`,
			"And the mill?|Dry.",
		},
		"a note": {
			`<div class="note-box"><strong>Note</strong><p>Mind the step.</p></div>`,
			"Note|Mind the step.",
		},
		"a short turn": {`<p>Why?</p><p>Because of the moon.</p>`, "Why?|Because of the moon."},
		"a lead-in":    {`<p>Read the gauge:</p><pre>gauge --read</pre>`, "Read the gauge:|gauge --read"},
		"a formula":    {`<div class="eq"><p>\[h = 4t^2\]</p></div>`, `h = 4t^2`},
		"an aside":     {`<aside><p>The gauge is from 1901.</p></aside>`, "The gauge is from 1901."},
		"a correction": {`<p class="correction"><em>We had the day wrong.</em></p>`, "We had the day wrong."},
		"a section":    {`<section><h2>At night</h2><p>It stood still.</p></section>`, "At night|It stood still."},
	} {
		holds(t, name, harbour(c.end), c.want)
	}
}

func TestWhatFollowsAnArticleIsLeftOut(t *testing.T) {
	for name, end := range map[string]string{
		"sharing": `<div class="share-bar"><p>Elsewhere: tell a friend.</p></div>`,
		"comments": `<div class="comments"><p>Elsewhere it was worse, says a neighbour who has seen it with his ` +
			`own eyes.</p></div>`,
		"an author": `<div class="author-box"><h4>Ines Okafor</h4><p>Ines writes Elsewhere about the sea, and has ` +
			`done so since the old pier fell down.</p></div>`,
		"links": `<ul><li><a href="/a">Elsewhere the ferries ran</a></li><li><a href="/b">Elsewhere the ` +
			`mill</a></li></ul>`,
		"cards": `<div class="row"><div><a href="/a"><h3>Elsewhere the ferries ran</h3></a><p>They ran at six ` +
			`and at nine.</p></div></div>`,
		"a sign-up":      `<div class="box"><p>Elsewhere, every Sunday.</p><input type="email"><button>Send</button></div>`,
		"whose it is":    `<p>© Elsewhere Media</p>`,
		"a lone heading": `<h2>Read more</h2><ul><li><a href="/a">Elsewhere the ferries ran</a></li></ul>`,
	} {
		text := proseOf(pageAt(harbour(end), ""))
		if strings.Contains(text, "Elsewhere") || strings.Contains(text, "Read more") {
			t.Errorf("%s: it is in\n%s", name, text)
		}
	}
}

func TestATextThatReadsLikeTheArticleOutvotesItsName(t *testing.T) {
	const p = `<h2>Old customs</h2><p>Every spring the crew painted the stones again, so that the quay would look ` +
		`decent on the day of the fair.</p>`
	for _, name := range []string{
		`id="cookies-of-the-north"`, `class="ads-of-the-past"`, `class="chapter-footer-content"`, `id="login-house"`,
		`class="sidebar-rules"`,
		`class="post tag-newsletter category-ads hentry"`, `class="paywall"`, `aria-hidden="true"`,
	} {
		text := allText(harbour(`<section ` + name + `>` + p +
			`</section><p>The water went as it had come, without a sound, and left the quay to those who sweep it.</p>`))
		if !strings.Contains(text, "Old customs") || !strings.Contains(text, "painted the stones") {
			t.Errorf("%s: it is lost in\n%s", name, text)
		}
	}
}

func TestABoxLikeThoseOfTheArticleIsKept(t *testing.T) {
	const p = `<p>The water came up through the drains first, and by six it stood across the lower quay, flat and ` +
		`grey and polite.</p>`
	page := `<html><body><div class="all"><h1>The flood</h1><div class="part">` + p + p + `</div><div class="part">` + p +
		p + `</div><div class="part"><p>Why?</p><p>The moon.</p></div></div></body></html>`
	if text := allText(page); !strings.Contains(text, "Why?") || !strings.Contains(text, "The moon.") {
		t.Errorf("the last box is lost in\n%s", text)
	}
}

func TestAPictureStaysBesideWordsThatAreLeftOut(t *testing.T) {
	page := strings.Replace(
		harbour(`<figure><img src="/gate.jpg" alt=""><figcaption>The gate at noon</figcaption></figure>`), "</h1>",
		"</h1>By Ines Okafor, 3 May 2024", 1)
	if text := allText(page); !strings.Contains(text, "The gate at noon") {
		t.Errorf("the caption is lost in\n%s", text)
	}
}

// note is a page of one paragraph, in a box of its own, and what is given.
func note(end string) string {
	return `<html><head><title>The mill at the weir</title></head><body><header><a href="/">Front page</a></header>` +
		`<div class="c1"><h1>The mill at the weir</h1><p>The mill is an old and handsome house by the river of the ` +
		`village, and many people visit it.</p>` + end + `</div><footer><p>© The Weir. Elsewhere.</p></footer></body></html>`
}

func TestAShortPageIsKeptToItsEnd(t *testing.T) {
	for name, c := range map[string]struct{ end, want string }{
		"a short line":            {`<p>It was then sold.</p>`, "It was then sold."},
		"a question":              {`<p>Why?</p>`, "Why?"},
		"a sentence with a link":  {`<p>She wrote <a href="/b">one book</a> of verse.</p>`, "She wrote one book of verse."},
		"a sentence half in link": {`<p>The key is <a href="/k">at the baker’s</a>.</p>`, "The key is at the baker’s."},
		"a fold":                  {`<details><summary>How old?</summary><p>Very.</p></details>`, "How old?|Very."},
		"code":                    {`<pre><code>mill --start</code></pre>`, "mill --start"},
		"a lead-in":               {`<p>Bring:</p><ul><li>flour sacks</li></ul>`, "Bring:|flour sacks"},
		"related lines":           {`<p>Also read: <a href="https://weir.example/f">The ford</a></p>`, "The ford"},
	} {
		holds(t, name, note(c.end), c.want)
	}
}

func TestALineThatBeginsAsABylineIsText(t *testing.T) {
	for _, line := range []string{"by the ford", "von der Quelle", "par la nuit"} {
		a := pageAt(note(`<p>The wheel<br>`+line+`<br>turns</p>`), "")
		if len(a.Byline) > 0 {
			t.Errorf("%q is taken for the author %q", line, a.Byline)
		}
		if text := allText(note(`<p>` + line + `</p>`)); !strings.Contains(text, line) {
			t.Errorf("%q is lost in\n%s", line, text)
		}
	}
}
