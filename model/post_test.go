package model

import "testing"

// turn is a post of a thread with a paragraph and code.
func turn() Post {
	return Post{
		Own: true, Author: "Agna", Posted: "3 May", Answers: "Wenzel", Depth: 1,
		Body: []Block{
			Prose{Kind: Paragraph, Source: "Two *short* words.", Plain: "Two short words."},
			Code{Source: "x := 1"},
		},
	}
}

func TestPostsThatAnArticleIsMadeOfCountAsItsWords(t *testing.T) {
	quoted := Post{Author: "Ida", Source: "Four words of hers."}
	a := Article{Sections: []Section{{Blocks: []Block{Prose{Kind: Paragraph, Source: "One."}, quoted, turn()}}}}
	if got, want := a.CountWords(), 1+3; got != want {
		t.Errorf("%d words, want %d: those of its prose and of the prose in its own post", got, want)
	}
}

func TestPostIsAQuotationThatSaysWhoAnswersWhom(t *testing.T) {
	want := "> Two *short* words.\n>\n> ```\n> x := 1\n> ```\n>\n> — Agna to Wenzel, 3 May"
	if got := turn().Markdown(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := turn().Text(), "Two short words.\nx := 1"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}
