package parse

import (
	"golang.org/x/net/html/atom"

	"lede/model"
	"lede/model/clean"
)

// metadata fills in what the page says of its article.
func (p *page) metadata(e *model.Entry) {
	if t := first(p.doc, atom.Title); t != nil && t.FirstChild != nil && e.Title == "" {
		e.Title = clean.Line(t.FirstChild.Data)
	}
}
