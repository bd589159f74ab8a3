package write

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/markdown"
	"lede/content/parse/page/body"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/content/parse/page/meta"
	"lede/content/parse/page/thread"
	"lede/content/parse/recognise"
	"lede/model"
)

// TestPageElementsBecomeMarkdown reads small pages, of which everything is kept.
func TestPageElementsBecomeMarkdown(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"white space", "<p>One\n  two\t three<span>four</span><b> five</b>\n</p>", "One two threefour **five**"},
		{"lines of Chinese", "<p>漢字\n漢字 and\nwords</p>", "漢字漢字 and words"},
		{"no-break spaces", "<p>4&nbsp;km so&shy;ft</p>", "4\u00a0km soft"},
		{"breaks", "<p>One<br>two<br><br>three</p>", "One\\\ntwo\n\nthree"},
		{"text around blocks", "<div>One<p>two</p>three <i>four</i></div>", "One\n\ntwo\n\nthree *four*"},
		{"blocks in a mark", "<b><p>One</p><p>two</p></b>", "**One**\n\n**two**"},
		{"a card", `<a href="/x"><h3>One</h3><p>two</p></a>`, "## One\n\n[two](<https://base.example/x>)"},
		{"marks that end before a letter", "<p><b>Note:</b>one <i>two</i>three</p>", "**Note:**&#111;ne *two*three"},
		{"marks side by side", "<p><b>a</b><b>b</b><i>c</i></p>", "**a**__b__*c*"},
		{"a mark inside itself", "<p><b>a <strong>b</strong></b> <i>c <em>d</em></i></p>", "**a b** *c d*"},
		{
			"links",
			`<p><a href="b">one</a> <a href="#c">two</a> <a href="javascript:void(0)">three</a> <a href="ftp://d.example/">` +
				`four</a></p>`,
			"[one](<https://base.example/b>) two three four (not opened: scheme ftp)",
		},
		{
			"a link to X at the start of an item", `<ul><li><a href="https://x.com/a">X</a></ul>`,
			"- [&#88;](<https://x.com/a>)",
		},
		{
			"headings", "<h1>One</h1><h3>Two</h3><p>three</p><h2>Four <a href='#x'>#</a></h2>",
			"## One\n\n#### Two\n\nthree\n\n### Four",
		},
		{
			"headings far apart", "<h2>One</h2><p>two</p><h6>Three</h6><p>four</p><h4>Five</h4>",
			"## One\n\ntwo\n\n#### Three\n\nfour\n\n### Five",
		},
		{"a heading that opens", "<h2><button>One</button></h2><p>two</p>", "## One\n\ntwo"},
		{"lists", "<ul><li>One<li><p>Two</p><ul><li>three</ul></ul>", "- One\n- Two\n  - three"},
		{"items of several blocks", "<ol><li><p>One</p><p>two</p></li><li>three</ol>", "1. One\n\n   two\n\n2. three"},
		{"numbers", "<ol start=9><li>One<li>two<li value=20>three</ol>", "9. One\n10. two\n\n20) three"},
		{"numbers that count down", "<ol reversed><li>One<li>two</ol>", "2. One\n\n1) two"},
		{"letters", "<ol type=a start=3><li>One<li>two</ol>", "- c. One\n- d. two"},
		{"two lists", "<ul><li>One</ul><ul><li>two</ul>", "- One\n\n* two"},
		{"a list in a list without an item", "<ul><li>One</li><ul><li>two</ul></ul>", "- One\n  - two"},
		{"tasks", "<ul><li><input type=checkbox checked> One<li><input type=checkbox> two</ul>", "- [x] One\n- [ ] two"},
		{"a list of parts", "<ol><li><h2>One</h2><p>two</p></ol>", "## One\n\ntwo"},
		{
			"a quotation", "<blockquote><p>One</p><p>two</p><footer>— <cite>Ines</cite></footer></blockquote>",
			"> One\n>\n> two\n>\n> — Ines",
		},
		{"a quotation in a quotation", "<blockquote>One<blockquote>two</blockquote></blockquote>", "> One\n>\n> > two"},
		{"terms", "<dl><dt>One<dt>Two<dd>three<dd>four</dl>", "One\nTwo\n: three\n: four"},
		{"a rule", "<p>One</p><hr><hr><p>two</p><hr>", "One\n\n***\n\ntwo"},
		{
			"small numbers", "<p>H<sub>2</sub>O 10<sup>-3</sup> x<sup>n</sup> 4<sup>th</sup> a<sub>i</sub></p>",
			"H₂O 10⁻³ x^n 4th a_i",
		},
		{
			"words said", "<p><q>One</q> <del>two</del> <ins>three</ins> <kbd>Esc</kbd> <abbr title='x'>IO</abbr></p>",
			"“One” ~~two~~ three `Esc` IO",
		},
		{"ruby", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby></p>", "漢(kan)字(ji)"},
		{"details", "<details><summary>One</summary>two</details>", "One\n\ntwo"},
		{
			"hidden",
			"<p>One<span hidden>x</span><span style='display: none'>y</span><span class='sr-only'>z</span><span " +
				"aria-hidden=true>w</span></p>", "One",
		},
		{
			"a picture", "<p>One <img src=/a.png alt='A quay'></p><p><img src=b.png> two</p>",
			"One\n\n![A quay](<https://base.example/a.png>)\n\n![](<https://base.example/b.png>)\n\ntwo",
		},
		{
			"a picture with a caption", "<figure><img src=/a.png alt=x><figcaption>One <b>two</b></figcaption></figure>",
			"![x](<https://base.example/a.png> \"One two\")",
		},
		{
			"a picture that is a link",
			"<figure><a href='https://a.example/a.png'>🖼 A quay</a><figcaption>One (two)</figcaption></figure>",
			"![A quay](<https://a.example/a.png> \"One (two)\")",
		},
		{"a picture that is a sign", "<p>One <img class=emoji src=/a.png alt=😀></p>", "One 😀"},
	} {
		checkWritten(t, c.name, c.page, c.want)
	}
}

func TestPageTablesBecomeMarkdown(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a header", "<table><thead><tr><th>A<th>B</thead><tr><td>1<td>2</table>", "| A | B |\n| --- | --- |\n| 1 | 2 |"},
		{
			"alignment", "<table><tr><th align=right>A<th style='text-align: center'>B<tr><td>1<td>2</table>",
			"| A | B |\n| --: | :-: |\n| 1 | 2 |",
		},
		{"a column of headers", "<table><tr><th>A<td>1<tr><th>B<td>2</table>", "| A | 1 |\n| --- | --- |\n| B | 2 |"},
		{
			"a caption", "<table><caption>One</caption><tr><th>A<th>B<tr><td>1<td>2</table>",
			"One\n\n| A | B |\n| --- | --- |\n| 1 | 2 |",
		},
		{
			"the footer last", "<table><tfoot><tr><td>9<td>9</tfoot><tr><th>A<th>B<tr><td>1<td>2</table>",
			"| A | B |\n| --- | --- |\n| 1 | 2 |\n| 9 | 9 |",
		},
		{
			"cells over rows and columns", "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>",
			"| A | B | C |\n| --- | --- | --- |\n| 1 | 2 |  |\n| 1 | 3 | 4 |",
		},
		{
			"blocks in cells", "<table><tr><th>A<th>B<tr><td><p>1</p><p>2</p><td>a|b<br><code>c|d</code></table>",
			"| A | B |\n| --- | --- |\n| 1 2 | a\\|b `c\\|d` |",
		},
		{
			"lists in cells", "<table><tr><th>A<th>B<tr><td><ul><li>1<li>2</ul><td>3</table>",
			"| A | B |\n| --- | --- |\n| • 1 • 2 | 3 |",
		},
		{
			"columns of a page", "<table><tr><td><h2>One</h2><p>two</p></td><td><p>three</p></td></tr></table>",
			"## One\n\ntwo\n\nthree",
		},
		{
			"a table in a table", "<table><tr><td>One<table><tr><th>A<th>B<tr><td>1<td>2</table></table>",
			"One\n\n| A | B |\n| --- | --- |\n| 1 | 2 |",
		},
		{"empty columns", "<table><tr><th>A<th><th>B<tr><td>1<td><td>2</table>", "| A | B |\n| --- | --- |\n| 1 | 2 |"},
	} {
		checkWritten(t, c.name, c.page, c.want)
	}
}

func TestPageCodeKeepsLinesAndLanguage(t *testing.T) {
	const want = "```go\nif a {\n\n\tb()\n}\n```"
	for name, page := range map[string]string{
		"a class":      "<pre><code class=language-go>if a {\n\n\tb()\n}\n</code></pre>",
		"around it":    "<div class='highlight-source-go'><pre>if a {\n\n\tb()\n}</pre></div>",
		"a known name": "<pre class='prettyprint go'>if a {\n\n\tb()\n}</pre>",
		"an attribute": "<figure data-lang=go><pre><code>if a {\n\n\tb()\n}</code></pre></figure>",
		"breaks":       "<pre data-lang=go>if a {<br><br>\tb()<br>}</pre>",
		"a span a line": "<pre data-lang=go><code><span class=line>if a {</span>\n<span class=line></span>\n" +
			"<span class=line>\t<b>b</b>()</span>\n<span class=line>}</span></code></pre>",
		"spans without ends": "<pre data-lang=go><code><span class=line>if a {</span><span class=line></span><span " +
			"class=line>\tb()</span><span class=line>}</span></code></pre>",
		"a block a line": "<pre data-lang=go><div>if a {</div><div></div><div>\tb()</div><div>}</div></pre>",
		"numbers": "<pre data-lang=go><span class=lineno>1 </span>if a {\n<span class=lineno>2 </span>\n" +
			"<span class=lineno>3 </span>\tb()\n<span class=lineno>4 </span>}</pre>",
		"a table": "<div data-lang=go><table><tr><td class=gutter><pre>1\n2\n3\n" +
			"4</pre></td><td class=code><pre>if a {\n\n\tb()\n}</pre></td></tr></table></div>",
		"counted lines": "<pre data-lang=go><div><span>1</span><div>if a " +
			"{</div></div><div><span>2</span><div></div></div><div><span>3</span><div>\tb()</div></div><div><span>4</span>" +
			"<div>}</div></div></pre>",
		"a header": "<pre><code class='hljs language-go'><div class=code-header>go " +
			"<button>Copy</button></div>if a {\n\n\tb()\n}</code></pre>",
		"no pre": "<p>One</p>\n<code class='language-go'>\n    if a {\n\n    \tb()\n    }\n  </code>\n",
		"a row a line": "<pre data-lang=go><table><tr><td data-line-number=1></td><td>if a {</td></tr><tr><td " +
			"data-line-number=2></td><td></td></tr><tr><td data-line-number=3></td><td>\tb()</td></tr><tr><td " +
			"data-line-number=4></td><td>}</td></tr></table></pre>",
	} {
		a := readWhole(page)
		if diff := cmp.Diff(want, strings.TrimPrefix(writtenOf(a), "One\n\n")); diff != "" {
			t.Errorf("%s: Read(%q) (-want +got)\n%s", name, page, diff)
		}
	}
}

func TestPageMathIsWritten(t *testing.T) {
	for name, c := range map[string][2]string{
		"MathML with TeX": {
			`<p>a <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>`,
			"a $x^2$",
		},
		"alttext": {`<p>a <math alttext="{\displaystyle x^2}"><mi>x</mi></math></p>`, "a $x^2$"},
		"MathML": {
			"<p>a <math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msup><mi>c</mi><mn>2</mn></msup></mfrac><msqrt>" +
				"<mi>y</mi></msqrt></math></p>", "a (a+b)/(c^2)√(y)",
		},
		"KaTeX": {
			`<p>a <span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">` +
				`k</annotation></math></span><span class="katex-html" aria-hidden="true">k</span></span></p>`, "a $k$",
		},
		"MathJax 2": {
			`<p>a <span class="MathJax_Preview">k</span><span class="MathJax">k</span><script type="math/tex">k</script></p>`,
			"a $k$",
		},
		"display":   {`<p>a</p><script type="math/tex; mode=display">k</script>`, "a\n$$k$$"},
		"a picture": {`<p>a <img class=latex src=/k.png alt="k"></p>`, "a $k$"},
		"hidden beside it": {
			`<p>a <span class=mwe-math-element><span style="display:none"><math alttext="k"></math></span><img src=/k.svg ` +
				`alt="k"></span></p>`, "a $k$",
		},
	} {
		a := readWhole(c[0])
		text := ""
		for _, b := range a.Blocks() {
			text += b.Text() + "\n"
		}
		if diff := cmp.Diff(c[1]+"\n", text); diff != "" {
			t.Errorf("%s: Read(%q) (-want +got)\n%s", name, c[0], diff)
		}
		checkReadsBack(t, name, a)
	}
}

// keptIn keeps the elements of a page that a selector finds, with what belongs to them.
func keptIn(t *testing.T, page, selector string) (dom.Page, body.Kept) {
	t.Helper()
	s, err := dom.NewSelector(selector)
	if err != nil {
		t.Fatal(err)
	}
	p := dom.Parse("<!DOCTYPE html>"+page, "", func(string) dom.SiteRules {
		return dom.SiteRules{Select: []dom.Selector{s}}
	})
	return p, body.Choose(p, lift.Marks{}, meta.Facts{}, thread.Thread{})
}

// readWhole reads a page of which everything is kept.
func readWhole(s string) model.Article {
	p := dom.Parse("<!DOCTYPE html>"+s, "https://base.example/", nil)
	kept := body.Choose(p, lift.Marks{}, meta.Facts{}, thread.Thread{}).Everything()
	units := Blocks(p, meta.Facts{}, kept)
	all, _ := block.Sections(units, recognise.Units(units, lang.Labels{}), block.Rules{})
	return model.Article{Sections: all}
}

// writtenOf is an article as Markdown.
func writtenOf(a model.Article) string { return strings.TrimSuffix(a.Markdown(), "\n") }

// checkWritten reads a page of which everything is kept, and reads again what is written of it.
func checkWritten(t *testing.T, name, page, want string) {
	t.Helper()
	a := readWhole(page)
	if diff := cmp.Diff(want, writtenOf(a)); diff != "" {
		t.Errorf("%s: Read(%q) (-want +got)\n%s", name, page, diff)
	}
	checkReadsBack(t, name, a)
}

// checkReadsBack reads what was written of an article again.
func checkReadsBack(t *testing.T, name string, a model.Article) {
	t.Helper()
	source := writtenOf(a)
	again := markdown.Read(source, "https://base.example/", model.Entry{}, lang.Labels{})
	if diff := cmp.Diff(a.Sections, again.Sections); diff != "" {
		t.Errorf("%s: written and read again (-want +got)\n%s\nof\n%s", name, diff, source)
	}
}

func TestPageHasNoBoxesOfItemsThatAreLeftOut(t *testing.T) {
	p, kept := keptIn(t,
		"<p>The tide</p><ul><li><input type=checkbox checked><label>Menu</label></li><li>Log in</li></ul>", "p")
	for _, u := range Blocks(p, meta.Facts{}, kept) {
		if strings.Contains(u.Text, "[") {
			t.Errorf("got %q, want the item without its box", u.Text)
		}
	}
}
