package parse

import (
	"golang.org/x/net/html"

	"lede/model"
)

// markupRules are the words for what only the page's markup tells of a unit.
func markupRules(kept bodyKept) kindRules {
	plain := "main content: reads like the article's own text"
	switch {
	case kept.selected:
		plain = "main content: a site rule selects it"
	case kept.all:
		plain = "no main content was found: the whole page is kept"
	}
	return kindRules{
		plainUnit: plain, headingUnit: "HTML: heading", quoteUnit: "HTML: quotation", listUnit: "HTML: list",
		tableUnit: "HTML: table", codeUnit: "HTML: code", imageUnit: "HTML: picture", ruleUnit: "HTML: rule",
	}
}

// secured drops what was recognised in what a rule of the user keeps as text of the article, or what is left out of it.
func secured(units []unit, marked []found, kept bodyKept, whole bool) []found {
	if len(kept.sure) == 0 && !whole {
		return marked
	}
	for i, u := range units {
		for _, n := range kept.sure {
			if u.node != nil && within(u.node, n) {
				units[i].why, units[i].sure = why{rule: "site rule: keep"}, true
			}
		}
	}
	var left []found
next:
	for _, f := range marked {
		for _, u := range units[f.from:f.to] {
			if u.sure {
				continue next
			}
		}
		left = append(left, f)
	}
	return left
}

// noteLeft notes which units of a page that is taken whole are left out of its article.
func noteLeft(units []unit, page domPage, kept bodyKept) {
	for i, u := range units {
		if u.node == nil {
			continue
		}
		_, lifted := kept.marks[u.node]
		switch {
		case page.isDropped(u.node):
			units[i].why, units[i].sure = why{rule: model.LeftOut + ": a site rule drops it"}, true
		case lifted && !kept.inside(u.node) || !lifted && !kept.keeps(u.node):
			units[i].why, units[i].sure = why{rule: model.LeftOut + ": does not read like the article's own text"}, true
		}
	}
}

// number sets where the units of a page stood: the number of their element among all elements of the page, from 1.
func number(units []unit, doc *html.Node) {
	wanted := make(map[*html.Node]int, len(units))
	for _, u := range units {
		if u.node != nil {
			wanted[u.node] = 0
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
		units[i].element = wanted[units[i].node]
	}
}
