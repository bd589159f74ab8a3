package parse

import (
	"golang.org/x/net/html"

	"lede/model"
)

// pageMeta is what a page says of its article besides what goes into the entry.
type pageMeta struct {
	articleBody string     // the text of the article as JSON-LD repeats it, clean, with its line ends; or ""
	titleNode   *html.Node // the heading that is the title, or nil
}

// metadata fills in what the page says of its article, where it is not known from elsewhere.
func (p *page) metadata(e *model.Entry) {
	r := newMetaReader(p)
	p.meta.articleBody = r.articleBody()
	setOnce(&e.Title, r.titleOf())
	setOnce(&e.Site, r.site)
}
