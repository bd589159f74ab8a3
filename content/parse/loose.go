package parse

import (
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// loose counts the links in the article's text that only say where something is on the page's own site, when that is not known: they lead
// nowhere.
func (p *page) loose() int {
	if p.base != "" {
		return 0
	}
	n := 0
	for a := range p.doc.Descendants() {
		if a.DataAtom == atom.A && isLoose(attr(a, "href")) && p.inText(a) && strings.TrimSpace(textOf(a)) != "" {
			n++
		}
	}
	return n
}

// isLoose tells whether an address leads away from a page, and is relative.
func isLoose(href string) bool {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' {
		return false
	}
	_, err := address(href, "")
	return errors.Is(err, errRelative)
}

// inText tells whether an element stands in what the article keeps of its page.
func (p *page) inText(n *html.Node) bool {
	if holder := holderOf(n); p.whole || holder != nil && p.kept[holder] {
		return true
	}
	for ; n != nil; n = n.Parent {
		if _, lifted := p.marks[n]; lifted {
			return true
		}
	}
	return false
}
