package lift

import (
	"fmt"
	"strings"
	"testing"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// FuzzLift checks that what is lifted out of any page has checked addresses and clean words, and that a notice, a
// caption and a post without a known form say all that stood in their element.
func FuzzLift(f *testing.F) {
	for _, s := range []string{
		`<blockquote class="twitter-tweet"><p>Water <br>now</p>&mdash; A (@a) <a ` +
			`href="https://twitter.com/a/status/123">May 3, 2026</a></blockquote>`,
		`<figure><img src="/a.jpg" srcset="/a 2x, /b,c 3x"><figcaption>A quay. Photo: B<span class=credit>C</span>` +
			`</figcaption></figure>`,
		`<div class="related"><h3>Read more</h3><a href="/x">A title of some length</a></div><p>ALSO READ</p><ul><li><a ` +
			`href=/y>Another title</a></ul>`,
		`<form class=newsletter><p>Words that ask for something</p><input type=email></form><div class="consent">` +
			`<iframe data-src="//youtu.be/abcdefghijk">`,
		`<noscript><img src=x.gif><iframe src="https://platform.twitter.com/embed/Tweet.html?id=12"></noscript>` +
			`<amp-twitter data-tweetid=12></amp-twitter>`,
		`<div data-tweet-id=12345><textarea><blockquote class=reddit-card><a ` +
			`href="https://www.reddit.com/r/a/comments/b/c/">T</a></textarea>`,
		`<div data-tweet-url="https://x.com/%1b[31m/status/123" class="embed &#27;[31m"></div><iframe title="&#27;]0;x" ` +
			`src="https://youtu.be/abcdefghijk"></iframe><p>Read &#155;more: <a href="/a">A &#x202e;title</a></p>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		page := dom.Parse(block.HTMLText(s), "https://courier.example/tide", nil)
		marks := Find(page, lang.Labels{})
		for n, m := range marks {
			said := ""
			complete := false
			for _, b := range m.Blocks {
				switch b := b.(type) {
				case model.Post:
					checkAddress(t, s, b.URL)
					checkLinks(t, s, b.Links)
				case model.Related:
					checkLinks(t, s, b.Links)
					if len(b.Links) == 0 || len(b.Links) > maxCardLinks {
						t.Errorf("%q: %d links in a box", s, len(b.Links))
					}
				case model.Image:
					checkAddress(t, s, b.URL)
				case model.Notice:
					complete = true
				case model.Prose, model.Code:
				}
				said += b.Text() + " "
			}
			if all := fmt.Sprintf("%q %v", m.Why, m.Blocks); clean.Text(all) != all {
				t.Errorf("%q: %q is not clean", s, all)
			}
			for w := range strings.FieldsSeq((&lifter{Page: page}).linesIn(n)) {
				if complete && !strings.Contains(said, w) {
					t.Errorf("%q: %q is lost, in %q", s, w, said)
				}
			}
		}
	})
}

func checkAddress(t *testing.T, s, url string) {
	t.Helper()
	if url != "" && !address.IsChecked(url) {
		t.Errorf("%q: %q is no checked address", s, url)
	}
}

func checkLinks(t *testing.T, s string, links []model.Link) {
	t.Helper()
	for _, l := range links {
		checkAddress(t, s, l.URL)
	}
}
