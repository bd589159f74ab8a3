package page

import (
	"strings"
	"testing"
)

// many are sentences of so many words that a text of some of them is an article.
func many(n int) string {
	return strings.TrimSpace(
		strings.Repeat("The eels came down the weir that night, one after the other, and nobody counted them. ", n))
}

func TestEmptyPagesAreReadFromTheirData(t *testing.T) {
	two := many(3) + "|" + many(4)
	for name, page := range map[string]string{
		"JSON-LD": `<div id=root>Loading</div><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` +
			strings.Replace(two, "|", `\n\n`, 1) + `"}</script>`,
		"HTML in a state": `<div id=app></div><script>window.__STATE__={"a":{"id":"x y z","content":"<p>` +
			strings.Replace(two, "|", `<\/p><p>`, 1) + `<\/p>"}};</script>`,
		"Next, in pieces": `<div id=__next></div><script id="__NEXT_DATA__" type="application/json">` +
			`{"props":{"post":{"body":[{"type":"p","children":[{"text":"` +
			strings.Replace(two, "|", `"}]},{"type":"p","children":[{"text":"`, 1) + `"}]}]}}}</script>`,
	} {
		source := "<!doctype html><title>The weir</title>" + page
		for _, s := range []string{source, Lean(source)} {
			blocks := Read(s, Options{}).Blocks()
			if len(blocks) != 2 || blocks[0].Text()+"|"+blocks[1].Text() != two {
				t.Errorf("%s: read %+v", name, blocks)
			}
		}
	}
}

func TestPagesWithWordsAreReadAsTheyAre(t *testing.T) {
	words := many(6)
	a := Read("<!doctype html><title>The weir</title><article><p>"+words+
		`</p></article><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"`+many(40)+
		`"}</script>`, Options{})
	if len(a.Blocks()) != 1 || a.Blocks()[0].Text() != words {
		t.Errorf("read %+v", a.Blocks())
	}
}

func TestWordsInBoxesOfTheirOwnDoNotTouch(t *testing.T) {
	for source, want := range map[string]string{
		`Painted by<span style="display: block !important">the smith</span>` +
			`in May`: "Painted by the smith in May",
		`<span style="display:flex"><b>Edda</b><i>smith</i></span>`:                             "Edda smith",
		`H<span style="display:inline">2</span>O`:                                               "H2O",
		`<span style="display:table-cell">May</span><span style="display:table-cell">40</span>`: "May 40",
	} {
		a := Read("<!doctype html><title>The weir</title><article><p>"+many(6)+"</p><p>"+source+"</p><p>"+many(5)+
			"</p></article>", Options{})
		if len(a.Blocks()) != 3 || a.Blocks()[1].Text() != want {
			t.Errorf("%s: read %+v, want %q", source, a.Blocks(), want)
		}
	}
}
