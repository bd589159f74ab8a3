package body

import (
	"slices"
	"testing"
)

func TestNameWordsAreReadInEveryStyle(t *testing.T) {
	for name, want := range map[string][]string{
		"relatedPosts-box":     {"related", "posts", "box"},
		"c-article__BODY text": {"c", "article", "body", "text"},
		"ÜberUns2":             {"über", "uns"},
		"":                     nil,
		"--":                   nil,
	} {
		if got := slices.Collect(nameWords(name)); !slices.Equal(got, want) {
			t.Errorf("words of %q: got %q, want %q", name, got, want)
		}
	}
}

func TestNamesSayWhatAnElementIs(t *testing.T) {
	r := newNameReader()
	for name, want := range map[string]nameBits{
		"sharedaddy":      saysShare,
		"newsletter-form": saysLetter | saysWidget,
		"padding":         0, // it has "ad" in it
		"comments":        saysComment,
	} {
		for range 2 { // the second time it is remembered
			if got := r.name(name); got != want {
				t.Errorf("%q says %b, want %b", name, got, want)
			}
		}
	}
}
