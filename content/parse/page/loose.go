package page

import (
	"errors"
	"strings"

	"golang.org/x/net/html/atom"

	"lede/content/parse/page/body"
	"lede/content/parse/page/dom"
	"lede/model/address"
)

// looseLinks counts the links in the article's text that only say where something is on the page's own site, when
// that is not known: they lead nowhere.
func looseLinks(page dom.Page, kept body.Kept, whole bool) int {
	if page.Base != "" {
		return 0
	}
	n := 0
	for a := range page.Nodes(page.Doc) {
		if a.DataAtom == atom.A && isLoose(dom.Attr(a, "href")) && (whole || kept.Holds(a)) && page.TextOf(a) != "" {
			n++
		}
	}
	return n
}

// isLoose reports whether an address leads away from a page, and is relative.
func isLoose(href string) bool {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' {
		return false
	}
	_, err := address.Check(href, "")
	return errors.Is(err, address.ErrRelative)
}
