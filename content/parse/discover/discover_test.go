package discover

import (
	"fmt"
	"strings"
	"testing"
)

// head writes a page with links in its head: kind, title and address of each.
func head(links ...[3]string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><title>Harbour Post</title>")
	for _, l := range links {
		fmt.Fprintf(&b, `<link rel="alternate" type="%s" title="%s" href="%s">`, l[0], l[1], l[2])
	}
	return b.String() + "</head><body><p>Ferries are late.</p></body></html>"
}

const (
	rss      = "application/rss+xml"
	atomType = "application/atom+xml"
)

func addresses(all []Candidate) []string {
	var out []string
	for _, c := range all {
		out = append(out, c.URL)
	}
	return out
}

func TestDeclaredFeedsOfAllSpellings(t *testing.T) {
	for name, c := range map[string]struct{ link, want string }{
		"plain":          {`<link rel="alternate" type="RSS" href="/feed">`, "/feed"},
		"capitals":       {`<LINK REL='Alternate' TYPE='Application/rss+XML' HREF='/feed'>`, "/feed"},
		"no quotes":      {`<link href=feed.xml rel=alternate type=application/atom+xml>`, "/news/feed.xml"},
		"more relations": {`<link rel="alternate nofollow home" type="RSS" href="//post.example/rss">`, "/rss"},
		"parameters":     {`<link rel="alternate" type="RSS; charset=utf-8" href="/rss">`, "/rss"},
		"relation feed":  {`<link rel="feed" type="application/atom+xml" href="../atom.xml">`, "/atom.xml"},
		"an old type":    {`<link rel="alternate" type="text/xml" title="Old" href="/feed/rss/">`, "/feed/rss/"},
		"JSON Feed":      {`<link rel="alternate" type="application/feed+json" href="/feed.json">`, "/feed.json"},
		"JSON":           {`<link rel="alternate" type="application/json" href="/feed.json">`, "/feed.json"},
		"no type":        {`<link rel="alternate" href="/index.rdf">`, "/index.rdf"},
		"scheme of feeds": {
			`<link rel="alternate" type="RSS" href="feed://post.example/rss">`,
			"http://post.example/rss",
		},
		"scheme in front":    {`<link rel="alternate" type="RSS" href="feed:https://post.example/rss">`, "/rss"},
		"references":         {`<link rel="alternate" type="RSS" href="/?feed=rss2&amp;lang=en">`, "/?feed=rss2&lang=en"},
		"in the body":        {`<body><div><link rel="alternate" type="RSS" href="/rss"></div>`, "/rss"},
		"a base":             {`<base href="/blog/"><link rel="alternate" type="RSS" href="rss">`, "/blog/rss"},
		"a base of a file":   {`<base href="file:///etc/"><link rel="alternate" type="RSS" href="rss">`, "/news/rss"},
		"another language":   {`<link rel="alternate" hreflang="de" href="/de/">`, ""},
		"a style sheet":      {`<link rel="alternate stylesheet" type="text/css" href="/rss.css">`, ""},
		"an article as JSON": {`<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">`, ""},
		"oEmbed":             {`<link rel="alternate" type="text/xml+oembed" href="/oembed?format=xml">`, ""},
		"a wiki's facts": {
			`<link rel="alternate" type="application/rdf+xml" href="/wiki?title=Special:ExportRDF/Tide">`,
			"",
		},
		"a script":        {`<link rel="alternate" type="RSS" href="javascript:alert(1)">`, ""},
		"the page itself": {`<link rel="alternate" type="RSS" href="/news/today">`, ""},
		"in a comment":    {`<!-- <link rel="alternate" type="RSS" href="/rss"> -->`, ""},
	} {
		link := strings.ReplaceAll(c.link, "RSS", "application/rss+xml")
		got := strings.Join(addresses(Feeds([]byte("<html><head>"+link), "https://post.example/news/today")), " ")
		if got = strings.TrimPrefix(got, "https://post.example"); got != c.want {
			t.Errorf("%s: %s\ngot %q, want %q", name, c.link, got, c.want)
		}
	}
}

func TestFeedsOfCommentsAreNeverFirst(t *testing.T) {
	for _, title := range []string{
		"Harbour Post » Comments Feed", "Harbour Post » Kommentar-Feed", "Harbour Post » Flux des commentaires",
		"Harbour Post » RSS de los comentarios", "Feed de comentários para Harbour Post »",
		"Harbour Post » Feed dei commenti",
		"Harbour Post » Reacties Feed", "Harbour Post » Kanał z komentarzami", "Harbour Post » Umpan Komentar",
		"Harbour Post » コメントフィード", "Harbour Post » 评论 Feed", "Harbour Post » 댓글 피드",
		"Harbour Post » Лента комментариев",
		"Harbour Post » خلاصة التعليقات", "All Comments (RSS 2.0)", "Harbour Post » Kommentarflöde Kommentarer",
	} {
		page := head([3]string{rss, title, "/7/feed/"}, [3]string{rss, "Harbour Post » Feed", "/feed/"})
		got := Feeds([]byte(page), "https://post.example/2026/ferries-are-late/")
		if len(got) != 2 || got[0].URL != "https://post.example/feed/" || got[1].Scope != Comments {
			t.Errorf("%s: got %+v", title, got)
		}
	}
}

func TestFeedsOfCommentsAreToldByTheirAddress(t *testing.T) {
	for _, u := range []string{
		"/comments/feed/", "/feeds/5116186928846079489/comments/default", "/?feed=comments-rss2",
		"/weblog/rsscomments?post=7",
	} {
		page := head([3]string{rss, "Flux", u}, [3]string{rss, "Flux", "/nouvelles/rss"})
		if got := Feeds([]byte(page),
			"https://post.example/2026/ferries/"); got[0].URL != "https://post.example/nouvelles/rss" {
			t.Errorf("%s: got %+v", u, got)
		}
	}
}

func TestAnArticlesOwnFeedIsThatOfItsComments(t *testing.T) {
	page := `<meta property="og:type" content="article">` +
		head([3]string{rss, "Post » Lorem ipsum", "/2026/ferries/feed/"}, [3]string{rss, "Post » Ipsum", "/feed/"})
	got := Feeds([]byte(page), "https://post.example/2026/ferries/")
	if got[0].URL != "https://post.example/feed/" || got[1].Scope != Comments {
		t.Errorf("got %+v", got)
	}
	front := strings.Replace(page, "article", "website", 1)
	if got := Feeds([]byte(front), "https://post.example/2026/ferries/"); got[1].Scope == Comments {
		t.Errorf("of a page that is no article: got %+v", got)
	}
}

func TestASiteMayBeNamedForComments(t *testing.T) {
	page := head([3]string{rss, "Comment Weekly", "/rss"}, [3]string{rss, "Comment Weekly: Sport", "/rss/sport"})
	if got := Feeds([]byte(page), "https://weekly.example/"); got[0].Scope == Comments || got[1].Scope == Comments {
		t.Errorf("got %+v", got)
	}
	page = head([3]string{rss, "No Comment » Feed", "/feed/"}, [3]string{
		rss, "No Comment » Comments Feed",
		"/comments/feed/",
	})
	if got := Feeds([]byte(page), "https://no.example/"); got[0].Scope != Whole || got[1].Scope != Comments {
		t.Errorf("got %+v", got)
	}
}

func TestTheWholeSiteComesBeforeItsParts(t *testing.T) {
	for name, c := range map[string]struct {
		part, whole [3]string
	}{
		"a category": {
			[3]string{rss, "Post » Ferries Category Feed", "/category/ferries/feed/"},
			[3]string{rss, "Post » Feed", "/feed/"},
		},
		"an author": {[3]string{rss, "Ida Berg", "/author/ida-berg/feed/"}, [3]string{rss, "", "/rss/stream"}},
		"a search": {[3]string{rss, "Results", "/?s=tide&feed=rss2"}, [3]string{
			rss, "Everything else",
			"/stream/feed",
		}},
		"a podcast": {[3]string{rss, "Podcast Feed: Harbour (MP3)", "/feed/mp3/"}, [3]string{
			rss, "Text",
			"/feed/text/",
		}},
		"a section": {[3]string{rss, "Post - Wirtschaft", "/!p4/rss.xml"}, [3]string{
			rss,
			"Post - Schlagzeilen", "/rss.xml",
		}},
		"a word for all":     {[3]string{rss, "Culture", "/rss/culture.xml"}, [3]string{rss, "Post", "/rss/all.xml"}},
		"a longer title":     {[3]string{rss, "Post - Sport", "/x/1"}, [3]string{rss, "Post", "/x/2"}},
		"the name of a page": {[3]string{rss, "Money", "/x/1"}, [3]string{rss, "post.example", "/x/2"}},
	} {
		got := Feeds([]byte(head(c.part, c.whole)), "https://post.example/wirtschaft/7")
		if len(got) != 2 || got[0].Title != c.whole[1] || got[1].Equal {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

func TestFormatsOfOneFeedAreCopies(t *testing.T) {
	page := head(
		[3]string{"application/rdf+xml", "Post", "/rss/post.rdf"}, [3]string{atomType, "Post", "/rss/post-atom.xml"},
		[3]string{rss, "RSS", "/rss/post.rss"},
	)
	got := Feeds([]byte(page), "https://post.example/")
	if got[0].Format != "atom" || got[0].Copy || !got[1].Copy || !got[2].Copy || got[1].Equal || got[2].Equal {
		t.Errorf("got %+v", got)
	}
}

func TestWhatNothingDecidesIsEqual(t *testing.T) {
	page := head([3]string{rss, "Harbours", "/x/harbours"}, [3]string{rss, "Lakes", "/x/lakes"}, [3]string{
		rss,
		"Search", "/search/feed",
	})
	got := Feeds([]byte(page), "https://post.example/")
	if got[0].Equal || got[0].Title != "Harbours" || !got[1].Equal || got[2].Equal {
		t.Errorf("got %+v", got)
	}
}

func TestASiteMayBeANetworkItself(t *testing.T) {
	page := head([3]string{atomType, "Recent changes", "/w/index.php?title=Special:RecentChanges&amp;feed=atom"})
	if got := Feeds([]byte(page), "https://en.wikipedia.org/wiki/Tide"); len(got) != 1 {
		t.Errorf("on its own page: got %+v", got)
	}
	page = head([3]string{rss, "Twitter", "https://twitter.com/harbour"})
	if got := Feeds([]byte(page), "https://post.example/"); len(got) != 0 {
		t.Errorf("elsewhere: got %+v", got)
	}
}

func TestOneAddressIsOneCandidate(t *testing.T) {
	page := head([3]string{rss, "", "http://www.post.example/feed/"}, [3]string{rss, "Post", "https://post.example/feed"})
	got := Feeds([]byte(page), "https://post.example/")
	if len(got) != 1 || got[0].URL != "http://www.post.example/feed/" || got[0].Title != "Post" {
		t.Errorf("got %+v", got)
	}
}

func TestPagesInAnotherEncodingAndWithoutAnAddress(t *testing.T) {
	page := "<meta charset=windows-1252>" +
		"<link rel=alternate type=application/rss+xml title='\x84Caf\xe9\x93' href='https://cafe.example/rss'>" +
		"<link rel=alternate type=application/rss+xml href='/lost'>"
	got := Feeds([]byte(page), "")
	if len(got) != 1 || got[0].Title != "„Café“" {
		t.Errorf("got %+v", got)
	}
}

func TestTitlesAreClean(t *testing.T) {
	page := head([3]string{rss, "Post&#27;[31m\nof \u202e day", "/rss"})
	if got := Feeds([]byte(page), "https://post.example/"); got[0].Title != "Post\uFFFD[31m of day" {
		t.Errorf("got %q", got[0].Title)
	}
}

func FuzzFeeds(f *testing.F) {
	f.Add([]byte(head([3]string{rss, "Post » Comments", "/feed"})), "https://post.example/a/b")
	f.Add([]byte(`<base href=//x><a href=feed:rss>RSS`), "https://www.youtube.com/@harbour")
	f.Add([]byte(`"externalId":"UC1"`), "https://github.com/a/b/tree/c/d")
	f.Fuzz(func(t *testing.T, page []byte, base string) {
		all := Feeds(page, base)
		others := false
		for i, c := range all {
			if c.Scope != Comments {
				others = true
			}
			if !strings.HasPrefix(c.URL, "http") || strings.ContainsAny(c.Title, "\n\x1b") || c.From == "" || c.Scope == "" {
				t.Errorf("candidate %d: %+v", i, c)
			}
		}
		if others && all[0].Scope == Comments {
			t.Errorf("comments are first: %+v", all)
		}
	})
}
