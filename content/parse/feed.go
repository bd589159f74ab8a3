package parse

import (
	"html"
	"strings"
	"unicode/utf8"

	"lede/content/parse/feed"
	"lede/content/parse/page"
	"lede/content/parse/text"
	"lede/model"
	"lede/model/clean"
)

// ReadFeed returns the feed that a decoded text holds. base is the address that it came from, or "". The error is
// feed.ErrNotFeed.
func ReadFeed(source, base string) (model.Feed, error) { return feed.Read(source, base) }

// readFeed makes one article of a feed: each item is a section with all of its text.
func readFeed(s string, o Options) model.Article {
	f, err := feed.Read(s, o.Base)
	if err != nil {
		return text.Read(s, o.Known, o.Labels)
	}
	a := model.Article{Entry: o.Known}
	if a.Title == "" {
		a.Title = f.Title
	}
	a.URL, a.Summary, a.Language, a.Published = f.Home, f.Description, f.Language, f.Updated
	for _, who := range f.Authors {
		if who.Name != "" {
			a.Byline = append(a.Byline, who.Name)
		}
	}
	for i := range f.Items {
		a.Sections = append(a.Sections, itemSections(&f.Items[i], o)...)
	}
	if f.Cut != "" {
		a.Sections = append(a.Sections, model.Section{Blocks: []model.Block{model.Notice{Kind: model.Continues, Source: f.Cut, Plain: f.Cut}}})
	}
	return a
}

// itemTitle is how many characters of an item without a title name it.
const itemTitle = 60

// itemSections returns the sections of an item: the first with its title, then those of its own headings, a level
// below.
func itemSections(it *model.Item, o Options) []model.Section {
	body := it.HTML
	if body == "" {
		for p := range strings.SplitSeq(it.Text, "\n\n") {
			body += "<p>" + strings.ReplaceAll(html.EscapeString(p), "\n", "<br>") + "</p>"
		}
	}
	read := page.Read("<html><body>"+body+"</body></html>", page.Options{Origin: it.URL, Labels: o.Labels, Whole: true, Known: model.Entry{Title: "-"}, Log: o.log})
	title := it.Title
	if title == "" {
		title = firstChars(read.Markdown(), itemTitle)
	}
	sections := []model.Section{{Title: title, Level: 2}}
	for i, s := range read.Sections {
		if i == 0 && s.Title == "" {
			sections[0].Blocks = s.Blocks
			continue
		}
		s.Level = min(max(s.Level, 2)+1, 6)
		sections = append(sections, s)
	}
	if it.URL != "" {
		link := model.Related{Links: []model.Link{{Title: title, URL: it.URL}}}
		sections[0].Blocks = append([]model.Block{link}, sections[0].Blocks...)
	}
	return sections
}

// firstChars returns the first characters of a text in one line, whole words where there are some.
func firstChars(s string, n int) string {
	s = clean.Line(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	s = string([]rune(s)[:n])
	if at := strings.LastIndexByte(s, ' '); at > n/2 {
		s = s[:at]
	}
	return s + "…"
}
