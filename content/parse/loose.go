package parse

import (
	"errors"
	"strings"

	"golang.org/x/net/html/atom"

	"lede/model/address"
)

// looseLinks counts the links in the article's text that only say where something is on the page's own site, when that is not known: they lead
// nowhere.
func looseLinks(page domPage, kept bodyKept, whole bool) int {
	if page.base != "" {
		return 0
	}
	n := 0
	for a := range page.nodes(page.doc) {
		if a.DataAtom == atom.A && isLoose(attr(a, "href")) && (whole || kept.holds(a)) && strings.TrimSpace(textOf(a)) != "" {
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
	_, err := address.Check(href, "")
	return errors.Is(err, address.ErrRelative)
}
