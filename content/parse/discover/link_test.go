package discover

import "testing"

func TestLinksThatLookLikeFeeds(t *testing.T) {
	for name, c := range map[string]struct {
		link string
		want bool
	}{
		"its address":         {`<a href="/blog/atom.xml">here</a>`, true},
		"its words":           {`<a href="/abo">Subscribe via <b>RSS</b></a>`, true},
		"its picture":         {`<a href="/abo"><img src="i.png" alt="RSS feed"></a>`, true},
		"its label":           {`<a href="/abo" aria-label="RSS"><svg></svg></a>`, true},
		"a feed elsewhere":    {`<a href="https://feeds.feedburner.com/post">News</a>`, false},
		"feedburner's path":   {`<a href="https://feeds.feedburner.com/post/rss">News</a>`, true},
		"somebody else's":     {`<a href="https://other.example/feed/">A friend</a>`, false},
		"feedback":            {`<a href="/feedback">Feedback</a>`, false},
		"a reader on the web": {`<a href="https://feedly.com/i/subscription/feed/x">RSS</a>`, false},
		"a place in the page": {`<a href="#rss">RSS</a>`, false},
		"words of a headline": {`<a href="/7">Why the RSS format is not dead and may never be</a>`, false},
	} {
		got := Feeds([]byte("<body>"+c.link), "https://post.example/")
		if (len(got) > 0) != c.want {
			t.Errorf("%s: %s\ngot %+v", name, c.link, got)
		}
	}
}

func TestAPageWithFeedsOfCommentsOnlyGetsAGuess(t *testing.T) {
	link := `<link rel="https://api.w.org/" href="https://post.example/blog/wp-json/">`
	page := link + head([3]string{rss, "Post » Ferries Comments Feed", "/blog/ferries/feed/"})
	got := Feeds([]byte(page), "https://post.example/blog/ferries/")
	if len(got) != 2 || got[0].URL != "https://post.example/blog/feed/" || got[0].From != Guessed {
		t.Errorf("got %+v", got)
	}
}
