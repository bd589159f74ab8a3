package parse

import (
	"html"
	"strings"
	"unicode/utf8"

	"lede/content/parse/feed"
	"lede/content/parse/page"
	"lede/content/parse/text"
	"lede/model"
	"lede/model/address"
	"lede/model/attached"
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
		a.Sections = append(a.Sections,
			model.Section{Blocks: []model.Block{model.Notice{Kind: model.Continues, Source: f.Cut, Plain: f.Cut}}})
	}
	return a
}

// itemTitle is how many characters of an item without a title name it.
const itemTitle = 60

// itemSections returns the sections of an item: the first with its title, then those of its own headings, a level
// below.
func itemSections(it *model.Item, o Options) []model.Section {
	head := itemFacts(it)
	read := page.Read("<html><body>"+head+itemHTML(it)+attachmentLinks(it)+"</body></html>",
		page.Options{Origin: it.URL, Labels: o.Labels, Whole: true, Known: model.Entry{Title: "-"}, Log: o.log})
	title := it.Title
	if title == "" {
		title = firstChars(firstWords(read, head != ""), itemTitle)
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
	return sections
}

// firstWords returns the words of an article's first block, or of the second one when the first has its facts.
func firstWords(a model.Article, after bool) string {
	for _, b := range a.Blocks() {
		if text := b.Text(); !after && text != "" {
			return text
		}
		after = false
	}
	return ""
}

// itemFacts returns the line below the title of an item: where it leads, when it came, who wrote it.
func itemFacts(it *model.Item) string {
	var parts []string
	if it.URL != "" {
		parts = append(parts, anchor(it.URL, "read at "+address.Name(it.URL)))
	}
	if !it.Published.IsZero() {
		parts = append(parts, it.Published.Format("2 January 2006"))
	}
	for _, a := range it.Authors {
		if a.Name != "" {
			parts = append(parts, html.EscapeString(a.Name))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "<p>" + strings.Join(parts, " · ") + "</p>"
}

// attachmentLinks returns the lines below an item that lead to its attachments.
func attachmentLinks(it *model.Item) string {
	var b strings.Builder
	for _, a := range it.Attachments {
		b.WriteString(attached.Line(a))
	}
	return b.String()
}

func anchor(url, words string) string {
	return `<a href="` + html.EscapeString(url) + `">` + html.EscapeString(words) + "</a>"
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
