package write

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/meta"
	"lede/content/parse/recognise"
	"lede/model"
)

func TestPageNotesAreNumbered(t *testing.T) {
	const want = "One\\[1\\] two.\\[2\\]\n\n1. First.\n2. Second."
	for _, c := range []struct{ name, page, want string }{
		{
			"links to items",
			`<p>One<sup><a href="#fn1" id="r1">1</a></sup> two.<a href="#fn2"><sup>2</sup></a></p><ol><li id="fn1">First. ` +
				`<a href="#r1">↩</a><li id="fn2"><p>Second.&nbsp;<a href="#r2" class="back">↩︎</a></p></ol>`, want,
		},
		{
			"brackets",
			`<p>One<a href="#a">[1]</a> two.<a href="#b">[2]</a></p><ol><li><a id=a></a>First.<li><a id=b></a>Second.</ol>`,
			want,
		},
		{
			"an encyclopedia",
			`<p>One<sup class=reference id=c1><a href="#n1"><span>[</span>1<span>]</span></a></sup> two.<sup ` +
				`class=reference><a href="#n2">[2]</a></sup></p><ol class=references><li id=n1><span class=mw-cite-backlink>` +
				`<a href="#c1">^</a></span> First.<li id=n2><a href="#c2">^</a> Second.</ol>`, want,
		},
		{
			"links to paragraphs",
			`<p>One<a href="#_ftn1" name="_ftnref1">[1]</a> two.<a href="#_ftn2" name="_ftnref2">[2]</a></p><p><a ` +
				`href="#_ftnref1" name="_ftn1">[1]</a> First.</p><p><a href="#_ftnref2" name="_ftn2">[2]</a> Second.</p>`, want,
		},
		{
			"paragraphs with a number",
			`<p>One<sup><a href="#fn1">1</a></sup> two.<sup><a href="#fn2">2</a></sup></p><p id=fn1>1. First.</p><p id=fn2>` +
				`2. Second.</p>`, want,
		},
		{
			"raised numbers", `<p>One<sup>1</sup> two.<sup>2</sup></p><p><sup>1</sup> First.</p><p><sup>2</sup> Second.</p>`,
			want,
		},
		{
			"raised numbers and a list",
			`<p>One<sup>1</sup> two.<sup>2</sup></p><div class=footnotes><ol><li>First.<li>Second.</ol></div>`, want,
		},
		{
			"one paragraph of them",
			`<p>One<a href="#a"><sup>1</sup></a> two.<a href="#b"><sup>2</sup></a></p><p><a name=a><sup>1</sup></a> First. ` +
				`<a href="#">↩</a><br><br><a name=b><sup>2</sup></a> Second.</p>`, want,
		},
		{
			"notes in the text",
			`<p>One<span class=sidenote>First.</span> two.<span class=note>2<span class=footnoteContent hidden>` +
				`Second.</span></span></p>`, "One\\[1\\] two.\\[2\\]\n\n## Notes\n\n1. First.\n2. Second.",
		},
		{"powers", `<p>10<sup>1</sup> x<sup>2</sup></p><p><sup>2</sup> Second.</p>`, "10¹ x²\n\n² Second."},
		{"places in the text", `<p>See <a href="#t">1</a>.</p><p id=t>One.</p>`, "See 1.\n\nOne."},
	} {
		a := readWhole(c.page)
		if diff := cmp.Diff(c.want, writtenOf(a)); diff != "" {
			t.Errorf("%s: Read(%q) (-want +got)\n%s", c.name, c.page, diff)
		}
		checkReadsBack(t, c.name, a)
	}
}

// TestPageNotesAreKeptWithTheirText reads a page whose notes stand where main content is not looked for.
func TestPageNotesAreKeptWithTheirText(t *testing.T) {
	p, kept := keptIn(t,
		`<p id=text>One<sup><a href="#fn1">1</a></sup></p><p id=other>Two<sup><a href="#fn2">2</a></sup></p><footer><h2>`+
			`Notes</h2><ol><li id=fn1>First.<li id=fn2>Second.</ol></footer>`, "#text")
	units := Blocks(p, meta.Facts{}, kept)
	all, _ := block.Sections(units, recognise.Units(units, lang.Labels{}), block.Rules{})
	if diff := cmp.Diff("One\\[1\\]\n\n## Notes\n\n1. First.", writtenOf(model.Article{Sections: all})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPagePartsThatCameLateAreInTheirPlaces(t *testing.T) {
	a := readWhole(
		`<p>One</p><template id="B:0"></template><p>three</p><div hidden id="S:0"><p>two</p></div><div hidden>four</div>`)
	if got, want := writtenOf(a), "One\n\ntwo\n\nthree"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
