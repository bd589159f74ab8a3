package parse

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tagPieces are what random HTML is made of.
var tagPieces = []string{
	"word", "Ines", " ", " ", "\n", "*", "_", "`", "[", "]", "1. ", "- ", "# ", "> ", "|", "&amp;", "&lt;", ":", "!", ".", ")", "漢字", "é", "https://a.example/y", "c@d.example",
	"<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<s>", "</s>", "<code>", "</code>", "<br>", "<br>", "<hr>", "<a href='/x'>", "</a>", "<a href='javascript:x'>",
	"<ul>", "</ul>", "<ol>", "<ol start=7>", "<ol reversed>", "</ol>", "<li>", "<li>", "</li>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<h2>", "</h2>", "<h3>", "</h3>",
	"<table>", "</table>", "<tr>", "<th>", "<td>", "<td colspan=2>", "<caption>", "<dl>", "</dl>", "<dt>", "<dd>", "<sup>", "2", "</sup>", "<sub>", "</sub>", "<q>", "</q>", "<img src=/p.png alt=x>", "<span>", "</span>",
	"<input type=checkbox>", "<details>", "<summary>", "</summary>", "</details>", "<figure>", "<figcaption>", "</figcaption>", "</figure>", "<math alttext='x^2'></math>", "<del>", "</del>",
}

func TestRandomPagesReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	lost, same, all := 0, 0, 4000
	for i := range all {
		var b strings.Builder
		for range 3 + r.IntN(25) {
			b.WriteString(tagPieces[r.IntN(len(tagPieces))])
		}
		a, err := Read([]byte(b.String()), Options{Name: "a.html", Base: exampleBase})
		if err != nil || strings.TrimSpace(rewritten(a)) == "" {
			continue
		}
		source := rewritten(a)
		again, err := Read([]byte(source), Options{Name: "a.md", Format: Markdown, Base: exampleBase})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := letters(words(again)), letters(words(a)); got != want {
			if lost++; lost < 8 {
				t.Logf("%d: Read(%q)\nwritten  %q\nreads as %q\nwant     %q", i, b.String(), source, words(again), words(a))
			}
		} else if diff := cmp.Diff(a.Sections, again.Sections); diff != "" {
			if same++; same < 12 {
				t.Logf("%d: Read(%q)\nwritten %q\nagain   %q\n%s", i, b.String(), source, rewritten(again), diff)
			}
		}
	}
	t.Logf("of %d pages %d lose words, %d become other blocks", all, lost, same)
	if lost*1000 > all || same*200 > all {
		t.Errorf("of %d pages %d lose words and %d become other blocks when they are written and read again", all, lost, same)
	}
}
