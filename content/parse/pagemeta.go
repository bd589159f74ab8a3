package parse

import (
	"golang.org/x/net/html"

	"lede/model"
)

// metaFacts are what a page says of its article besides what goes into the entry.
type metaFacts struct {
	ArticleBody  string       // the text of the article as JSON-LD repeats it, clean, with its line ends; or ""
	Title        string       // as it is in the entry
	TitleNode    *html.Node   // the heading that is the title, or nil
	BylineNodes  []*html.Node // the elements that the authors were read from
	DateNodes    []*html.Node // the elements that the date was read from
	LeadImage    model.Image  // what the publisher shows the article with; the zero value when it says nothing
	Descriptions []string     // what the page says in a few sentences of what it is about
}

// readMeta returns known with what the page says of its article filled in where it is empty, and the facts that the later steps go by.
//
// What may say something is gathered once (pagesources.go). Then each concern has a vote of its own: the name of the site, the title, and
// what is printed near the title.
func readMeta(page domPage, known model.Entry) (model.Entry, metaFacts) {
	src := readSources(page)
	site := readSite(src)
	title := electTitle(src, site)
	near := newVicinity(src, title.node)
	facts := metaFacts{
		ArticleBody:  src.articleBody(),
		TitleNode:    title.node,
		LeadImage:    leadImage(src, site),
		Descriptions: src.descriptions(),
	}
	e := known
	setOnce(&e.Title, title.text)
	if len(e.Byline) == 0 {
		e.Byline, facts.BylineNodes = readByline(src, site, near)
	}
	if e.Published.IsZero() {
		e.Published, facts.DateNodes = readDate(src, near)
	}
	setOnce(&e.Site, site.name)
	setOnce(&e.Summary, summary(src, site))
	setOnce(&e.Language, src.statedLanguage())
	setOnce(&e.URL, src.canonical())
	e.Topics = withTopics(e.Topics, topicsOf(src, site, near))
	stateRules(page, &e, &facts)
	facts.Title = e.Title
	return e, facts
}
