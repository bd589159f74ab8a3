package parse

import (
	"html"
	"strings"

	"lede/content/parse/page"
	"lede/model"
)

// Entry makes an article of an item of a feed, by the way that a page goes. Nothing is chosen away: all that an item
// holds is the article. Its topics are the publisher's, judged as those of a page are.
func Entry(f *model.Feed, it *model.Item, o Options) model.Article {
	o.Format, o.Base, o.Whole = model.EntryFormat, it.URL, true
	if o.Base == "" {
		o.Base = f.Home
	}
	o.Known = model.Entry{
		Title: it.Title, URL: it.URL, Site: f.Title, Byline: bylineOf(f, it), Published: it.Published, Language: it.Language,
		Summary: it.Summary,
	}
	if o.Known.Language == "" {
		o.Known.Language = f.Language
	}
	if o.Known.Published.IsZero() {
		o.Known.Published = it.Updated
	}
	untitled := it.Title == ""
	if untitled {
		o.Known.Title = "-" // a text is not searched for a title that is known
	}
	a := Decoded(entrySource(it), o).Article()
	if untitled {
		a.Title = firstChars(firstWords(a, false), itemTitle)
	}
	a.Ref = a.URL
	return a
}

// bylineOf are the names of who wrote an item: its own authors, or else those of the feed.
func bylineOf(f *model.Feed, it *model.Item) []string {
	var names []string
	for _, all := range [][]model.Author{it.Authors, f.Authors} {
		for _, a := range all {
			if a.Name != "" {
				names = append(names, a.Name)
			}
		}
		if len(names) > 0 {
			break
		}
	}
	return names
}

// entrySource writes an item as a page: its text, with its topics in the head and its attachments at the end.
func entrySource(it *model.Item) string {
	var b strings.Builder
	b.WriteString("<html><head>")
	for _, t := range it.Topics {
		b.WriteString(`<meta property="article:tag" content="` + html.EscapeString(t) + `">`)
	}
	b.WriteString("</head><body>")
	if it.HTML == "" && it.Text == "" {
		b.WriteString("<p>" + html.EscapeString(it.Summary) + "</p>")
	}
	b.WriteString(itemHTML(it))
	b.WriteString(attachmentLinks(it))
	b.WriteString("</body></html>")
	return b.String()
}

// itemHTML is the text of an item as HTML; its paragraphs are parted by blank lines where it has no markup.
func itemHTML(it *model.Item) string {
	if it.HTML != "" {
		return it.HTML
	}
	var b strings.Builder
	for p := range strings.SplitSeq(it.Text, "\n\n") {
		b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(p), "\n", "<br>") + "</p>")
	}
	return b.String()
}

// readEntry reads what entrySource has written.
func readEntry(s string, o Options) model.Article {
	o.Whole = true
	return page.Read(s, o.page())
}
