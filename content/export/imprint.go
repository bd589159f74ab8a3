package export

import (
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"
	"time"

	"lede/model"
)

// imprint is what a book says of itself, gathered from what is in it.
type imprint struct {
	chapters    []chapter
	words       map[string]int // by language
	site        string         // of all of them; "" for none or several
	authors     []string       // of the first
	first, last time.Time      // when they were published
}

// chapter is what the table of contents says about an article.
type chapter struct{ id, title string }

// add notes an article and returns the name of its chapter.
func (i *imprint) add(e model.Entry) string {
	c := chapter{fmt.Sprintf("a%d", len(i.chapters)+1), e.Title}
	if c.title == "" {
		c.title = "Untitled"
	}
	if len(i.chapters) == 0 {
		i.site, i.authors = e.Site, e.Byline
	} else if i.site != e.Site {
		i.site = ""
	}
	if i.words == nil {
		i.words = map[string]int{}
	}
	i.words[language(e.Language)] += e.Words + 1
	if at := e.Published; !at.IsZero() {
		if i.first.IsZero() || at.Before(i.first) {
			i.first = at
		}
		if at.After(i.last) {
			i.last = at
		}
	}
	i.chapters = append(i.chapters, c)
	return c.id
}

// title is that of the only article, or says where and when the articles come from.
func (i *imprint) title() string {
	if len(i.chapters) == 1 {
		return i.chapters[0].title
	}
	name := i.site
	if name == "" {
		name = strconv.Itoa(len(i.chapters)) + " articles"
	}
	if i.last.IsZero() {
		return name
	}
	return name + ", " + span(i.first, i.last)
}

// span is from one day to another, with no more of the first than differs.
func span(from, to time.Time) string {
	const day = "2 January 2006"
	switch end := to.Format(day); {
	case from.Format(day) == end:
		return end
	case from.Year() != to.Year():
		return from.Format(day) + " – " + end
	case from.Month() != to.Month():
		return from.Format("2 January") + " – " + end
	default:
		return from.Format("2") + "–" + end
	}
}

// languages are those of the articles, the one with the most words first; at least one.
func (i *imprint) languages() []string {
	var all []string
	for tag := range i.words {
		if tag != "und" {
			all = append(all, tag)
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		if d := i.words[b] - i.words[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	if len(all) == 0 {
		return []string{"und"}
	}
	return all
}

// facts are the elements of the package that say so: languages, the authors of a book of one article, the day of the
// newest one.
func (i *imprint) facts() string {
	var b strings.Builder
	for _, tag := range i.languages() {
		fmt.Fprintf(&b, "<dc:language>%s</dc:language>\n", tag)
	}
	if len(i.chapters) == 1 {
		for _, name := range i.authors {
			fmt.Fprintf(&b, "<dc:creator>%s</dc:creator>\n", html.EscapeString(name))
		}
	}
	if !i.last.IsZero() {
		fmt.Fprintf(&b, "<dc:date>%s</dc:date>\n", i.last.Format(time.DateOnly))
	}
	return b.String()
}

// language is a tag that XML takes, "und" for what is none.
func language(tag string) string {
	for part := range strings.SplitSeq(tag, "-") {
		if part == "" || len(part) > 8 || strings.Trim(part, letters) != "" {
			return "und"
		}
	}
	return tag
}

// letters are those that a tag is made of.
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
