package meta

import (
	"strings"
	"testing"
	"time"

	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// telling is a page that says everything in every way.
const telling = `<html lang="en-GB"><head><title>The tide comes back | North Coast Courier</title>
<meta property="og:title" content="The tide comes back"><meta value="x" name="twitter:title">
<meta property="og:site_name" content="North Coast Courier">
<meta name="author" content="Ines Okafor and Tom Brandvold">
<meta property="article:published_time" content="2026-05-03T14:05:00+02:00">
<meta name="keywords" content="tides, Westhaven"><link rel="canonical" href="/2026/tide">
<meta property="og:image" content="/quay.jpg">
<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"The
tide","author":[{"@id":"#a"},"Mara Lind"],"datePublished":"2026-05-03","image":{"url":"/a.jpg","caption":"The
quay"},"articleBody":"Words."},{"@type":"Person","@id":"#a","name":"Ines Okafor"}]}</script></head>
<body><header><h1 class="logo"><a href="/">Courier</a></h1></header><article><h1>
<span>Weather</span> The tide comes back</h1><p class="byline">By <a rel="author">Ines Okafor</a>, AP</p>
<time datetime="2026-05-03">3 May 2026</time>
<p>Words.</p><ul class="tags"><li><a>Tides</a></ul></article></body></html>`

func FuzzMetadata(f *testing.F) {
	f.Add(telling)
	f.Add(strings.ReplaceAll(telling, "<", "< "))
	f.Add(
		`<script type="application/ld+json">` +
			`{"@type":"Article","headline":"\u001b[31m","author":{"@id":"#a"},"@id":"#a"</script>`)
	f.Add(`<meta name="author" content="&amp;#27;[31m"><h1>` + "\u009b" + `</h1><time datetime="99999999999">`)
	f.Add("<title>" + strings.Repeat("t", maxSaid-1) + " tide</title>")
	f.Fuzz(func(t *testing.T, s string) {
		e, meta := metaAt(clean.Text(s), "https://www.courier.example/2026/05/03/tide")
		for _, line := range append(
			[]string{e.Title, e.Site, e.Summary, e.Language, meta.LeadImage.Alt, meta.LeadImage.Caption, meta.LeadImage.Credit},
			e.Byline...) {
			if clean.Line(line) != line || len(line) > maxSaid {
				t.Errorf("%q is not clean, on one line and short", line)
			}
		}
		for _, topic := range e.Topics {
			if clean.Line(topic.Name) != topic.Name || topic.From != model.Publisher {
				t.Errorf("%+v is not clean and of the publisher", topic)
			}
		}
		for _, url := range []string{e.URL, meta.LeadImage.URL} {
			if url != "" && !address.IsChecked(url) {
				t.Errorf("%q is not an address", url)
			}
		}
		if clean.Text(meta.ArticleBody) != meta.ArticleBody {
			t.Errorf("%q is not clean", meta.ArticleBody)
		}
		if !e.Published.IsZero() && (e.Published.Location() != time.UTC || e.Published.Year() < 1000) {
			t.Errorf("%v is no date in UTC", e.Published)
		}
	})
}

func FuzzMendedJSON(f *testing.F) {
	f.Add(`{"a": "b" c, [1, {'x': "y`)
	f.Add("{\"a\":\"\\u12\n\",}]")
	f.Fuzz(func(t *testing.T, s string) {
		if mended := mendedJSON(s); len(mended) > 8*len(s)+16 {
			t.Errorf("%d bytes became %d", len(s), len(mended))
		}
	})
}

// BenchmarkMetadata tells which share of the reading of a page its metadata costs, and that the cost grows with the
// length of a hostile page, not with its square.
func BenchmarkMetadata(b *testing.B) {
	long := strings.Replace(telling, "<p>Words.</p>",
		strings.Repeat(
			"<p>The water came up through the drains <b>first</b>, and by six it stood across the lower quay, flat and "+
				"grey.</p>\n", 3000), 1)
	b.Run("share", func(b *testing.B) {
		worst := 1.0
		Read(dom.Parse(telling, "", nil), model.Entry{}) // the words of languages are read once a run, not once a page
		for b.Loop() {
			start := time.Now()
			d := dom.Parse(long, "", nil)
			tree := time.Since(start)
			Read(d, model.Entry{})
			worst = min(worst, float64(time.Since(start)-tree)/float64(tree))
		}
		b.ReportMetric(worst, "of-the-tree")
		if worst > .5 {
			b.Errorf("metadata cost %.2f of what the tree costs, want at most half", worst)
		}
	})
	for name, part := range map[string]string{
		"bylines":  `<div class="byline author">By Ines Okafor <time>3 May 2026</time> `,
		"headings": "<h1>The tide comes back - again</h1>",
		"metas":    `<meta name="keywords" content="a, b, c"><meta property="article:tag" content="The tide">`,
		"scripts":  `<script type="application/ld+json">{"@type":"Article","author":[{"name":"x"},</script>`,
		"dates":    `<span class="date">3 May 2026</span>`,
		"texts":    "<p>3 4 5 6 May",
	} {
		b.Run(name, func(b *testing.B) {
			short, long := strings.Repeat(part, 400), strings.Repeat(part, 8000)
			times := 100.0
			for b.Loop() {
				times = min(times, cost(long)/cost(short))
			}
			b.ReportMetric(times, "times-for-20")
			if times > 80 {
				b.Errorf("20 times the length cost %.0f times as much, want at most 80", times)
			}
		})
	}
}

// cost is what the metadata of a page costs, in seconds.
func cost(s string) float64 {
	d := dom.Parse(s, "", nil)
	start := time.Now()
	Read(d, model.Entry{})
	return max(time.Since(start), 100*time.Microsecond).Seconds()
}
