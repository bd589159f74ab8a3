package recognise

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestTakeLinksTellsWhereALinkStood(t *testing.T) {
	for _, c := range []struct {
		text, words string
		links       []model.Link
	}{
		{
			"Water over the quay. pic.twitter.com/a1", "Water over the quay.",
			[]model.Link{{Title: "media", URL: "https://pic.twitter.com/a1"}},
		},
		{
			"Ten walks https://t.co/b2 by Ines pic.twitter.com/a1", "Ten walks by Ines",
			[]model.Link{
				{Title: "link", URL: "https://t.co/b2", At: len("Tenwalks")},
				{Title: "media", URL: "https://pic.twitter.com/a1"},
			},
		},
		{
			"Both https://t.co/b2 https://t.co/c3", "Both",
			[]model.Link{{Title: "link", URL: "https://t.co/b2"}, {Title: "link", URL: "https://t.co/c3"}},
		},
	} {
		words, links := TakeLinks(c.text, nil)
		if diff := cmp.Diff(c.links, links); words != c.words || diff != "" {
			t.Errorf("takeLinks(%q) = %q, want %q; links (-want +got):\n%s", c.text, words, c.words, diff)
		}
	}
}
