package meta

import (
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/name"
	"lede/content/parse/page/dom"
	"lede/model/address"
)

// profileFolders are the folders that author pages are in.
var profileFolders = sync.OnceValue(func() []string { return lang.Words("author-folder") })

// profiles returns the names in links near the title that lead to an author page of the same name: "Ines Okafor" and
// "/authors/ines-okafor".
func (r *bylineReader) profiles() []string {
	return r.nearNames(profileSpot, func(n *html.Node) (names []string) {
		if n.Parent != nil && name.IsOtherHand(spotText(r.src.Page, n.Parent)) {
			return nil
		}
		profile := profileOf(dom.Attr(n, "href"))
		for _, author := range name.Authors(spotText(r.src.Page, n)) {
			words := strings.Fields(author)
			last := words[len(words)-1]
			if flatKey(author) == profile || name.IsPerson(author) && strings.Contains(profile, flatKey(last)) {
				names = append(names, author)
			}
		}
		return names
	})
}

// profileOf returns the name at the end of the address of an author page, folded by flatKey; "" for any other
// address.
func profileOf(href string) string {
	parts := strings.Split(strings.ToLower(address.Path(href)), "/")
	if len(parts) < 3 {
		return ""
	}
	for _, folder := range profileFolders() {
		if parts[len(parts)-2] == folder {
			name, _, _ := strings.Cut(parts[len(parts)-1], ".")
			return flatKey(name)
		}
	}
	return ""
}

// sectionFolders are the folders that the pages of sections are in.
var sectionFolders = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("section-folder")) })

// leadsToSection reports whether an element is a link to the page of a section: its words are no name.
func leadsToSection(n *html.Node) bool {
	if n.DataAtom != atom.A {
		return false
	}
	for part := range strings.SplitSeq(strings.ToLower(address.Path(dom.Attr(n, "href"))), "/") {
		if sectionFolders()[part] {
			return true
		}
	}
	return false
}
