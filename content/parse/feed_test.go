package parse

import (
	"strings"
	"testing"

	"lede/model"
)

func TestAFeedIsAnArticleWithASectionAnItem(t *testing.T) {
	const feed = `<rss version="2.0"><channel><title>Gauge notes</title><link>https://gauge.example/</link>
		<item><title>Low water</title><link>https://gauge.example/1</link><pubDate>Tue, 03 Mar 2026 07:10:00 +0000</pubDate>
		<description>&lt;p&gt;The boats lay on their sides.&lt;/p&gt;&lt;h2&gt;Later&lt;/h2&gt;&lt;p&gt;They
rose.&lt;/p&gt;</description></item>
		<item><link>https://gauge.example/2</link>
<description>No title, and yet a few words that name it well enough for an outline of the feed.</description></item>
</channel></rss>`
	a, err := Read([]byte(feed), Options{Name: "feed.xml"})
	if err != nil || a.Format != Feed || a.Title != "Gauge notes" {
		t.Fatalf("%q as %q, %v", a.Title, a.Format, err)
	}
	var got []string
	for _, s := range a.Sections {
		got = append(got, strings.Repeat("#", s.Level)+" "+s.Title)
	}
	want := "## Low water\n### Later\n## No title, and yet a few words that name it well enough for…"
	if strings.Join(got, "\n") != want {
		t.Errorf("the sections are\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	first, ok := a.Sections[0].Blocks[0].(model.Prose)
	if !ok || first.Text() != "read at gauge.example · 3 March 2026" ||
		!strings.Contains(first.Markdown(), "https://gauge.example/1") {
		t.Errorf("the line below the title is %+v", a.Sections[0].Blocks[0])
	}
}
