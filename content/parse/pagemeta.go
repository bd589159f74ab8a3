package parse

import (
	"golang.org/x/net/html"

	"lede/model"
)

// pageMeta is what a page says of its article besides what goes into the entry.
type pageMeta struct {
	articleBody string       // the text of the article as JSON-LD repeats it, clean, with its line ends; or ""
	titleNode   *html.Node   // the heading that is the title, or nil
	bylineNodes []*html.Node // the elements that the authors stand in
	dateNodes   []*html.Node // the elements that the date stands in
	leadImage   model.Image  // what the publisher shows the article with; the zero value when it says nothing
	described   []string     // what the page says in a few sentences of what it is about
}

// metadata fills in what the page says of its article, where it is not known from elsewhere.
func (p *page) metadata(e *model.Entry) {
	r := newMetaReader(p)
	p.meta.articleBody = r.articleBody()
	p.meta.leadImage = r.leadImage()
	p.meta.described = r.descriptions()
	setOnce(&e.Title, r.titleOf())
	if len(e.Byline) == 0 {
		e.Byline = r.authors()
	}
	if e.Published.IsZero() {
		e.Published = r.published()
	}
	setOnce(&e.Site, r.site)
	setOnce(&e.Summary, r.summary())
	setOnce(&e.Language, r.language())
	setOnce(&e.URL, r.canonical())
	e.Topics = withTopics(e.Topics, r.topics())
}
