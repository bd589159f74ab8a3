package markdown

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pieces are what random Markdown is made of.
var pieces = []string{
	"word", "Ines", " ", " ", " ", "\n", "\n\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n  ", "\n    ", "*", "**", "_", "__",
	"~~", "`", "``", "[", "](https://a.example/x)", "](b 'c')", "]",
	"![", "\\", "&amp;", "&#42;", "&", "<b>", "</b>", "<br>", "<div>", "</div>", "<!-- x -->", "\n# ", "\n## ", "\n***\n",
	"\n---\n", "\n===\n", "|", "\n|-|-|\n", "\n```\n",
	"\n: ", "[^1]", "\n[^1]: ", "https://a.example/y", "www.b.example", "c@d.example", "!", "漢字", "é", ":", "1", ".", ")",
	"\t", "\n[r]: /u\n", "[r]", "[ ] ", "+ ", "$", "$$", "\n$$\n", "==", "%%", "[[", "]]", "![[", "^[", "\\frac{a}{b}",
	"<table><tr><td>", "</td></tr><tr><td>", "</table>", "\n\\begin{x}\n", "\n\\end{x}\n", "<a href='https://e.example'>",
	"</a>", "\\\n", "  \n",
}

// soup returns random Markdown.
func soup(r *rand.Rand) string {
	var b strings.Builder
	for range 3 + r.IntN(25) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

func TestRandomMarkdownReadsBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words1, same, all := 0, 0, 2000
	for i := range all {
		s := soup(r)
		a := read(s)
		source := rewritten(a)
		again := read(source)
		if got, want := shownLetters(again), shownLetters(a); got != want {
			if words1++; words1 < 8 {
				t.Logf("%d: Read(%q)\nwritten  %q\nreads as %q\nwant     %q", i, s, source, shownLetters(again), shownLetters(a))
			}
		} else if diff := cmp.Diff(a.Sections, again.Sections); diff != "" {
			if same++; same < 12 {
				t.Logf("%d: Read(%q)\nwritten %q\nagain   %q\n%s", i, s, source, rewritten(again), diff)
			}
		}
	}
	t.Logf("of %d texts %d lose words, %d become other blocks", all, words1, same)
	if words1*1000 > all || same*200 > all {
		t.Errorf("of %d texts %d lose words and %d become other blocks when they are written and read again", all,
			words1, same)
	}
}
