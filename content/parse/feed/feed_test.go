package feed

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model"
)

// read reads a feed that must be one.
func read(t *testing.T, s string) model.Feed {
	t.Helper()
	f, err := Read(s, "https://gauge.example/feed")
	if err != nil {
		t.Fatalf("%v\n%s", err, s)
	}
	return f
}

// rss is a feed with items, which are given as they are written.
func rss(items ...string) string {
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>Gauge notes</title><link>` +
		`https://gauge.example/</link>` +
		strings.Join(items, "") + `</channel></rss>`
}

func titles(f model.Feed) []string {
	var all []string
	for _, it := range f.Items {
		all = append(all, it.Title)
	}
	return all
}

func TestABrokenFeedGivesTheItemsThatAreWhole(t *testing.T) {
	one, two := `<item><title>One</title><description>first</description></item>`,
		`<item><title>Two</title><description>second</description></item>`
	for name, c := range map[string]struct {
		feed string
		want []string
		cut  bool
	}{
		"cut in an item": {
			strings.TrimSuffix(rss(one, two), "scription></item></channel></rss>"),
			[]string{"One"},
			true,
		},
		"cut in a tag":       {strings.TrimSuffix(rss(one, two), ">"), []string{"One", "Two"}, false},
		"words before":       {"warning: line 3\n" + rss(one), []string{"One"}, false},
		"version 1.1":        {strings.Replace(rss(one), "1.0", "1.1", 1), []string{"One"}, false},
		"a link without end": {strings.Replace(rss(one, two), "</link>", "", 1), []string{"One", "Two"}, false},
		"a control character": {
			rss(strings.Replace(one, "first", "fi\brst &#2; last", 1), two),
			[]string{"One", "Two"},
			false,
		},
		"a bare less-than": {rss(strings.Replace(one, "first", "1 < 2 & 3", 1), two), []string{"One", "Two"}, false},
		"a stray end in HTML": {
			rss(strings.Replace(one, "first", "<p>a</b></div></p>", 1), two),
			[]string{"One", "Two"},
			false,
		},
		"items beside": {
			`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>` +
				`<title>x</title></channel>` + one + two + `</rdf:RDF>`, []string{"One", "Two"}, false,
		},
		"a name from a prefix": {
			`<x:rss xmlns:x="http://backend.userland.com/rss2"><x:channel><x:item><x:title>One</x:title></x:item>` +
				`</x:channel></x:rss>`, []string{"One"}, false,
		},
		"cut JSON": {
			`{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1","title":"One"},{"id":"2","ti`,
			[]string{"One"},
			true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := read(t, c.feed)
			if got := titles(f); !slices.Equal(got, c.want) || (f.Cut != "") != c.cut {
				t.Errorf("%q, cut %q; want %q, cut %v", got, f.Cut, c.want, c.cut)
			}
		})
	}
}

func TestWhatIsNoFeedIsRefused(t *testing.T) {
	for _, s := range []string{
		"", "<html><title>rss</title></html>", `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>`,
		"A line about <rss> in a text.\n" + strings.Repeat("More of it. ", 100), `{"name": "x", "items": [1]}`, "{",
	} {
		if _, err := Read(s, ""); !errors.Is(err, ErrNotFeed) {
			t.Errorf("%.40q gives %v", s, err)
		}
	}
}

func TestIDsAreThoseOfTheSourceOrTellItemsApart(t *testing.T) {
	f := read(t, rss(
		`<item><guid> tag:x,2026:Ä%20b </guid><title>a</title></item>`,
		`<item><guid>same</guid><link>https://gauge.example/1</link></item>`,
		`<item><guid>same</guid><link>https://gauge.example/2</link></item>`,
		`<item><link>https://gauge.example/3</link><title>c</title></item>`,
		`<item><description>low</description></item>`, `<item><description>high</description></item>`,
		`<item><link>https://gauge.example/3</link><title>c</title></item>`,
	))
	var ids []string
	for _, it := range f.Items {
		if ids = append(ids, it.ID); it.ID == "" {
			t.Errorf("%q has no ID", it.Title)
		}
	}
	if len(ids) != 6 || ids[0] != "tag:x,2026:Ä%20b" || ids[1] != "https://gauge.example/1" ||
		ids[3] != "https://gauge.example/3" {
		t.Errorf("the IDs are %q", ids)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != 6 {
		t.Errorf("two items share an ID: %q", ids)
	}
}

func TestDatesAreReadAsFeedsWriteThem(t *testing.T) {
	for s, want := range map[string]string{
		"Tue, 03 Mar 2026 07:10:00 +0100": "2026-03-03T06:10:00Z", "3 Mar 26 07:10 EST": "2026-03-03T12:10:00Z",
		"Mo, 02 März 2026 08:00:00 +0100": "2026-03-02T07:00:00Z", "2026-03-03T07:10:00.5-05:00": "2026-03-03T12:10:00Z",
		"2026-03-03": "2026-03-03T00:00:00Z", "March 3, 2026": "2026-03-03T00:00:00Z",
		"Thu, 01 Jan 1970 00:00:00 GMT": "", "soon": "",
	} {
		got := ""
		if day := Date(s); !day.IsZero() {
			got = day.Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

func TestTextsAreCleanedAndNothingIsChosenAway(t *testing.T) {
	f := read(t, rss(`<item><title>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; plain</title><description>
<![CDATA[<p onclick="x()">Kept <a href="/a">link</a>
		<script>run()</script><img src="/p.png" width="1" height="1"><img src="/q.png"></p>
<div class="share">Also kept</div><iframe src="javascript:x"></iframe>]]></description></item>`))
	it := f.Items[0]
	if it.Title != "Bold & plain" {
		t.Errorf("the title is %q", it.Title)
	}
	for _, want := range []string{`href="https://gauge.example/a"`, `src="https://gauge.example/q.png"`, "Also kept"} {
		if !strings.Contains(it.HTML, want) {
			t.Errorf("%s is lost: %s", want, it.HTML)
		}
	}
	for _, not := range []string{"onclick", "run()", "p.png", "javascript"} {
		if strings.Contains(it.HTML, not) {
			t.Errorf("%s is left: %s", not, it.HTML)
		}
	}
}

func TestAtomTextIsWhatItsTypeSays(t *testing.T) {
	f := read(t, `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lock.example/log/"><title>Lock</title>
		<entry><id>1</id><title type="text">Why &lt;b&gt; is bold</title><link href="one.html"/><author>
<name>Ada Quay</name><email>a@lock.example</email></author>
		<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>bell</em><br/>rings.</div></content></entry>
		<entry><id>2</id><title type="html">&lt;i&gt;Two&lt;/i&gt;</title><content type="text">a
b</content><link rel="enclosure" href="two.mp3" length="12" type="audio/mpeg"/></entry></feed>`)
	one, two := f.Items[0], f.Items[1]
	if one.Title != "Why <b> is bold" || one.URL != "https://lock.example/log/one.html" ||
		!strings.Contains(one.HTML, "A <em>bell</em><br/>rings.") {
		t.Errorf("the first is %+v", one)
	}
	if want := (model.Author{Name: "Ada Quay", Email: "a@lock.example"}); len(one.Authors) != 1 ||
		one.Authors[0] != want {
		t.Errorf("the authors are %v", one.Authors)
	}
	if two.Title != "Two" || two.Text != "a\nb" || len(two.Attachments) != 1 || two.Attachments[0].Bytes != 12 {
		t.Errorf("the second is %+v", two)
	}
}

func TestOfTooManyItemsTheNewestAreRead(t *testing.T) {
	var items []string
	for i := range MaxItems + 10 {
		items = append(items, fmt.Sprintf("<item><guid>%d</guid><pubDate>%s</pubDate></item>", i,
			time.Date(2026, 1, 1, 0, i, 0, 0, time.UTC).Format(time.RFC1123Z)))
	}
	f := read(t, rss(items...))
	if len(f.Items) != MaxItems || f.Items[0].ID != "10" || f.Cut == "" {
		t.Errorf("%d items, the first is %q, %q", len(f.Items), f.Items[0].ID, f.Cut)
	}
}

// TestOfVeryManyItemsTheNewestAreRead reads a feed that lists its oldest items first, more than a tree holds at once.
func TestOfVeryManyItemsTheNewestAreRead(t *testing.T) {
	const many = 3*manyItems + 7
	var items []string
	for i := range many {
		items = append(items, fmt.Sprintf("<item>\n<title>a</title> <link>https://a.example/%d</link>\n"+
			"<pubDate>%s</pubDate> <category>b</category> <category>c</category> <author>d</author></item>\n", i,
			time.Date(2026, 1, 1, 0, 0, i, 0, time.UTC).Format(time.RFC1123Z)))
	}
	f := read(t, rss(items...))
	first := fmt.Sprintf("https://a.example/%d", many-MaxItems)
	if len(f.Items) != MaxItems || f.Items[0].URL != first || !strings.Contains(f.Cut, "5,000 items") {
		t.Errorf("%d items, the first is %q, %q", len(f.Items), f.Items[0].URL, f.Cut)
	}
}

func TestOfTooManyPartsThoseOfTheBeginningAreRead(t *testing.T) {
	root, cut := tree(rss("<item><title>a</title></item>", strings.Repeat("<ttl>a</ttl>", maxNodes)), nil)
	channel := root.kid("rss").kid("channel")
	if items := channel.all("item"); !cut || len(items) != 1 || !items[0].whole || root.size() != maxNodes {
		t.Errorf("%d items and %d parts are read, cut is %v", len(items), root.size(), cut)
	}
}

// runs reports whether a browser would run something in a fragment of HTML.
func runs(s string) bool {
	tokens := html.NewTokenizer(strings.NewReader(s))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken, html.SelfClosingTagToken:
			t := tokens.Token()
			if t.DataAtom == atom.Script || slices.ContainsFunc(t.Attr, func(a html.Attribute) bool {
				return strings.HasPrefix(a.Key, "on")
			}) {
				return true
			}
		}
	}
}

func FuzzFeed(f *testing.F) {
	f.Add(rss(`<item><title>One</title><description>&lt;p&gt;x</description></item>`))
	f.Add(
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><content type="xhtml"><div>a</div></content></entry>` +
			`</feed>`)
	f.Add(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"content_html":"<p>x"}]}`)
	f.Add("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><item><guid>&a;</guid>")
	f.Fuzz(func(t *testing.T, s string) {
		feed, err := Read(s, "https://gauge.example/")
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, it := range feed.Items {
			if it.ID == "" || seen[it.ID] {
				t.Errorf("the ID %q is none, or comes twice", it.ID)
			}
			seen[it.ID] = true
			if strings.ContainsAny(it.HTML+it.Text+it.Title, "\x1b\x07") || runs(it.HTML) {
				t.Errorf("not clean: %q", it.HTML)
			}
		}
	})
}
