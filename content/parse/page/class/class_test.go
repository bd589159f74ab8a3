package class

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestNamesAreReadInEveryStyle(t *testing.T) {
	for name, want := range map[string]string{
		"relatedPosts-box":     "related posts box ",
		"c-article__BODY text": "c article body text ",
		"ÜberUns2":             "über uns ",
		"css-x9ad1k 24ad728":   "css x9ad1k ad ",
		"post tag-ads hentry":  "post tag hentry ",
		"category-share tags":  "category tags ",
		"tag-list":             "tag list ",
		"has-sidebar sidebar":  "has sidebar ",
		"the-sidebar-layout a": "a ",
		"":                     "",
		"--":                   "",
	} {
		if got := string(appendWords(nil, name)); got != want {
			t.Errorf("words of %q: got %q, want %q", name, got, want)
		}
	}
}

func TestNamesSayWhatAnElementIs(t *testing.T) {
	for name, want := range map[string]Meaning{
		"sharedaddy":                       HintShare | Share,
		"newsletter-form":                  HintLetter | HintWidget | Newsletter | Aside,
		"padding":                          0, // it has "ad" in it
		"comments":                         HintComment | Minor | Aside,
		"c-read-nextTeaser":                Related | HintRelated | Aside,
		"you may also":                     HintRelated,
		"box you-might-like more":          Related | HintRelated | HintShare | Aside,
		"read-time":                        HintDate, // how long it takes
		"publish-time":                     HintDate | HintAd | Day,
		strings.Repeat("-", MaxBytes):      0,
		strings.Repeat("x ad", 2000):       Ad | HintAd,
		strings.Repeat("xxx ", 100) + "ad": 0, // behind what is read
	} {
		n := &html.Node{Type: html.ElementNode, Attr: []html.Attribute{{Key: "class", Val: name}}}
		if got := Of(n); got != want {
			t.Errorf("%.30q says %b, want %b", name, got, want)
		}
		if got := All(n); got != want {
			t.Errorf("all names of %.30q say %b, want %b", name, got, want)
		}
	}
}

func TestTheFirstWordOfANameIsItsClass(t *testing.T) {
	n := &html.Node{
		Type: html.ElementNode,
		Attr: []html.Attribute{{Key: "id", Val: "logo"}, {Key: "class", Val: "image-large share"}},
	}
	if word, says := First(n); word != "image" || says&Picture == 0 || says&Share != 0 {
		t.Errorf("got %q, which says %b", word, says)
	}
}
