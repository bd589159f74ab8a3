package meta

import (
	"cmp"
	"time"

	"golang.org/x/net/html"

	"lede/content/parse/matter"
	"lede/content/parse/page/dom"
	"lede/model"
)

// Facts are what a page says about its article, beyond what goes into the entry.
type Facts struct {
	ArticleBody  string       // the text of the article as JSON-LD repeats it, clean, with its line ends; or ""
	Title        string       // as it is in the entry
	TitleNode    *html.Node   // the heading that is the title, or nil
	Signed       bool         // there is such a heading, and an author or a date, as articles have them
	BylineNodes  []*html.Node // the elements that name the authors
	DateNodes    []*html.Node // the elements that have the date
	Standfirst   *html.Node   // the element that sums the article up below the title, or nil
	LeadImage    model.Image  // that the publisher shows with the article, or the zero value
	Descriptions []string     // short descriptions of what the page is about
	Updated      time.Time    // when the article was changed after it was published, or the zero time
}

// Read returns known with its empty fields filled in from what the page says, and the facts that the later steps
// use.
//
// The sources are gathered once (sources.go). The site, the title, the byline and the date are then each decided
// by a vote among them.
func Read(page dom.Page, known model.Entry) (model.Entry, Facts) {
	src := ReadSources(page)
	site := readSite(src)
	title := electTitle(src, site)
	near := newVicinity(src, title.place())
	facts := Facts{
		ArticleBody:  src.articleBody(),
		TitleNode:    title.node,
		LeadImage:    leadImage(src, site),
		Descriptions: src.descriptions(),
	}
	e := known
	e.Title = cmp.Or(e.Title, title.text)
	if len(e.Byline) == 0 {
		e.Byline, facts.BylineNodes = readByline(src, site, near)
	}
	if e.Published.IsZero() {
		e.Published, facts.DateNodes = readDate(src, near, e.Title)
	}
	facts.Updated = updated(src, near, e.Published)
	facts.Standfirst = standfirst(src, near,
		append(facts.BylineNodes[:len(facts.BylineNodes):len(facts.BylineNodes)], facts.DateNodes...))
	facts.Signed = title.node != nil && isSigned(src, facts)
	e.Site = cmp.Or(e.Site, site.name)
	e.Summary = cmp.Or(e.Summary, summary(src, site))
	e.Language = cmp.Or(e.Language, src.statedLanguage())
	e.URL = cmp.Or(e.URL, src.canonical())
	e.Topics = matter.AddTopics(e.Topics, topicsOf(src, site, near))
	stateRules(page, &e, &facts)
	facts.Title = e.Title
	return e, facts
}

// isSigned reports whether a page shows who wrote it or when it was published, or states the time.
func isSigned(src *pageSources, facts Facts) bool {
	return len(facts.BylineNodes) > 0 || len(facts.DateNodes) > 0 || src.metas.first("article:published_time") != ""
}
