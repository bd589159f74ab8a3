package page

import (
	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/content/parse/page/body"
	"lede/content/parse/page/dom"
	"lede/model"
)

// Rules are the words for what only the page's markup says about a unit.
func Rules(kept body.Kept) block.Rules {
	plain := "main content: reads like the article's own text"
	switch {
	case kept.Selected:
		plain = "main content: a site rule selects it"
	case kept.All:
		plain = "no main content was found: the whole page is kept"
	}
	return block.Rules{
		block.Plain: plain, block.Heading: "HTML: heading", block.Quote: "HTML: quotation", block.List: "HTML: list",
		block.Table: "HTML: table", block.Code: "HTML: code", block.Image: "HTML: picture", block.Rule: "HTML: rule",
	}
}

// secured drops what was recognised in what a rule of the user keeps as text of the article, or what is left out of
// it.
func secured(units []block.Unit, marked []block.Found, kept body.Kept, whole bool) []block.Found {
	if len(kept.Sure) == 0 && !whole {
		return marked
	}
	for i, u := range units {
		for _, n := range kept.Sure {
			if u.Node != nil && dom.Within(u.Node, n) {
				units[i].Why, units[i].Sure = block.Why{Rule: "site rule: keep"}, true
			}
		}
	}
	var left []block.Found
next:
	for _, f := range marked {
		for _, u := range units[f.From:f.To] {
			if u.Sure {
				continue next
			}
		}
		left = append(left, f)
	}
	return left
}

// noteLeft notes which units of a page that is taken whole are left out of its article.
func noteLeft(units []block.Unit, page dom.Page, kept body.Kept) {
	for i, u := range units {
		if u.Node == nil {
			continue
		}
		_, lifted := kept.Marks[u.Node]
		switch {
		case page.IsDropped(u.Node):
			units[i].Why, units[i].Sure = block.Why{Rule: model.LeftOut + ": a site rule drops it"}, true
		case lifted && !kept.Inside(u.Node) || !lifted && !kept.Keeps(u.Node):
			units[i].Why, units[i].Sure = block.Why{Rule: model.LeftOut + ": does not read like the article's own text"}, true
		}
	}
}

// number sets where the units of a page stood: the number of their element among all elements of the page, from 1.
func number(units []block.Unit, doc *html.Node) {
	wanted := make(map[*html.Node]int, len(units))
	for _, u := range units {
		if u.Node != nil {
			wanted[u.Node] = 0
		}
	}
	n := 0
	for d := range doc.Descendants() {
		if d.Type != html.ElementNode {
			continue
		}
		n++
		if _, ok := wanted[d]; ok {
			wanted[d] = n
		}
	}
	for i := range units {
		units[i].Element = wanted[units[i].Node]
	}
}
