package page

import (
	"strings"
	"testing"

	"lede/content/parse/page/dom"
)

func TestPageKnowsTheNextPageOfItsText(t *testing.T) {
	for _, c := range []struct{ name, here, page, want string }{
		{"link in the head", "/story", `<link rel="next" href="/story?page=2">`, "/story?page=2"},
		{"link in the text", "/story.html", `<a rel="next" href="story/page/2">go on</a>`, "/story/page/2"},
		{"number", "/story/", `<span>1</span><a href="/story/2/">2</a><a href="/story/3/">3</a>`, "/story/2/"},
		{
			"number of the page after", "/story/2", `<a href="/story">1</a><a href="/story/3">3</a><a href="/story/4">4</a>`,
			"/story/3",
		},
		{"label", "/story", `<a href="/story-2">Next page »</a>`, "/story-2"},
		{"label in German", "/text,1.html", `<a href="/text,2.html">Nächste Seite</a>`, "/text,2.html"},
		{"label in Japanese", "/a?id=7", `<a href="/a?id=7&page=2">次のページ</a>`, "/a?id=7&page=2"},
		{"arrow", "/story", `<a href="/story/page/2/" aria-label="Next"> › </a>`, "/story/page/2/"},
		{
			"query, other keys in another order", "/s?a=1&b=2", `<a href="/s?b=2&page=2&a=1&utm_source=x">Next</a>`,
			"/s?b=2&page=2&a=1&utm_source=x",
		},
		{
			"www and host without it", "/story", `<a href="https://www.news.example/story/2">2</a>`,
			"https://www.news.example/story/2",
		},

		{"next article", "/story", `<a rel="next" href="/another">Next</a>`, ""},
		{"next article by number", "/news/7", `<a rel="next" href="/news/8">Next</a>`, ""},
		{"next article with a number of its own", "/story", `<link rel="next" href="/story-2">`, ""},
		{"older entries of a blog", "/", `<a rel="next" href="/page/2">Older posts</a>`, ""},
		{"a post by its number", "/?p=12", `<a rel="next" href="/?p=13">Next</a>`, ""},
		{"day of an archive", "/2026/05/03", `<a rel="next" href="/2026/05/04">Next page</a>`, ""},
		{"month of an archive", "/2026/5", `<a href="/2026/6">Next page</a>`, ""},
		{"back", "/story/3", `<a href="/story/2">Next page</a>`, ""},
		{"the same page", "/story", `<a href="/story#2">Next page</a>`, ""},
		{"a page further", "/story", `<a href="/story/5">5</a>`, ""},
		{"another number than it says", "/story", `<a href="/story/2">12</a>`, ""},
		{"another site", "/story", `<a href="https://other.example/story/2">2</a>`, ""},
		{"a note", "/story", `<a href="#fn2">2</a><a href="/story#2">2</a>`, ""},
		{"comments", "/story", `<a href="/story/comment-page-2">Next page</a>`, ""},
		{
			"words of a title", "/story",
			`<a href="/story/2">What the next page of the book says about the tide and the wall, and why</a>`, "",
		},
		{"script", "/story", `<a href="javascript:next(2)">Next page</a>`, ""},
		{
			"list", "/tag",
			`<meta property="og:type" content="website"><article>a</article><article>b</article><a rel="next" ` +
				`href="/tag/page/2">Next page</a>`, "",
		},
	} {
		const site = "https://news.example"
		page := "<html><body><p>" + strings.Repeat("The water came up through the drains first. ", 9) + "</p>" + c.page +
			"</body></html>"
		a := pageAt(page, site+c.here)
		if got := strings.TrimPrefix(a.Next, site); got != c.want {
			t.Errorf("%s: at %s got %q, want %q", c.name, c.here, got, c.want)
		}
	}
}

func TestKnownPartGoesOnByTheWordNext(t *testing.T) {
	page := `<html><body><p>Water.</p><a href="/story/3">Next</a></body></html>`
	for part, want := range map[bool]string{false: "", true: "https://news.example/story/3"} {
		a := Read(page, Options{Origin: "https://news.example/story/2", Part: part})
		if a.Next != want {
			t.Errorf("part %v: got %q, want %q", part, a.Next, want)
		}
	}
}

func TestSiteRuleNamesTheNextPage(t *testing.T) {
	s, err := dom.NewSelector(".on")
	if err != nil {
		t.Fatal(err)
	}
	page :=
		`<html><body><p>Water.</p><a class="on" href="https://other.example/x">x</a><a class="on" href="/chapter-b">` +
			`Chapter B</a></body></html>`
	a := Read(page, Options{Origin: "https://news.example/chapter-a", Rules: func(string) dom.SiteRules {
		return dom.SiteRules{Next: []dom.Selector{s}}
	}})
	if a.Next != "https://news.example/chapter-b" {
		t.Errorf("got %q", a.Next)
	}
}
