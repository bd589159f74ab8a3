package page

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/lang"
	"lede/content/parse/markdown"
	"lede/model"
)

// tagPieces are what random HTML is made of.
var tagPieces = []string{
	"word", "Ines", " ", " ", "\n", "*", "_", "`", "[", "]", "1. ", "- ", "# ", "> ", "|", "&amp;", "&lt;", ":", "!", ".",
	")", "漢字", "é", "https://a.example/y", "c@d.example",
	"<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<s>", "</s>", "<code>", "</code>",
	"<br>", "<br>", "<hr>", "<a href='/x'>", "</a>", "<a href='javascript:x'>",
	"<ul>", "</ul>", "<ol>", "<ol start=7>", "<ol reversed>", "</ol>", "<li>", "<li>", "</li>", "<blockquote>",
	"</blockquote>", "<pre>", "</pre>", "<h2>", "</h2>", "<h3>", "</h3>",
	"<table>", "</table>", "<tr>", "<th>", "<td>", "<td colspan=2>", "<caption>", "<dl>", "</dl>", "<dt>", "<dd>",
	"<sup>", "2", "</sup>", "<sub>", "</sub>", "<q>", "</q>", "<img src=/p.png alt=x>", "<span>", "</span>",
	"<input type=checkbox>", "<details>", "<summary>", "</summary>", "</details>", "<figure>", "<figcaption>",
	"</figcaption>", "</figure>", "<math alttext='x^2'></math>", "<del>", "</del>",
}

func TestRandomPagesReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	lost, same, all := 0, 0, 4000
	for i := range all {
		var b strings.Builder
		for range 3 + r.IntN(25) {
			b.WriteString(tagPieces[r.IntN(len(tagPieces))])
		}
		a := pageAt(b.String(), "https://base.example/")
		source := a.Markdown()
		if a.Title != "" {
			source = "# " + model.Escape(a.Title) + "\n\n" + source
		}
		again := markdown.Read(source, "https://base.example/", model.Entry{}, lang.Labels{})
		if got, want := bareText(said(again)), bareText(said(a)); got != want {
			if lost++; lost < 8 {
				t.Logf("%d: Read(%q)\nwritten  %q\nreads as %q\nwant     %q", i, b.String(), source, said(again), said(a))
			}
		} else if diff := cmp.Diff(a.Sections, again.Sections); diff != "" {
			if same++; same < 12 {
				t.Logf("%d: Read(%q)\nwritten %q\nagain   %q\n%s", i, b.String(), source, again.Markdown(), diff)
			}
		}
	}
	t.Logf("of %d pages %d lose words, %d become other blocks", all, lost, same)
	if lost*1000 > all || same*200 > all {
		t.Errorf("of %d pages %d lose words and %d become other blocks when they are written and read again",
			all, lost, same)
	}
}
