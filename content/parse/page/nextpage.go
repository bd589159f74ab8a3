package page

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/dom"
	"lede/model/address"
	"lede/model/fold"
)

// nextPage returns the address of the page on which the article goes on, or "". own is the address that the page says
// it has, which counts where it is not known where the page was found. part is set when it is known to be a page after
// the first. A rule for the site says so, or else a link does: one to the next page of the same text on the same
// site, by the numbers in both addresses, that is marked as the next one or named by its number. "Next article" leads
// to another text and is not such a link; nor is the next page of a list of articles.
func nextPage(page dom.Page, own string, part bool) string {
	here, err := url.Parse(cmp.Or(page.Origin, own))
	if err != nil || here.Host == "" {
		return ""
	}
	for _, s := range page.Rules.Next {
		for _, n := range page.All(s) {
			if to := leadsOn(page, here, n); to != nil {
				return to.String()
			}
		}
	}
	if isList(page) {
		return ""
	}
	for n := range page.Nodes(page.Doc) {
		if n.DataAtom != atom.A && n.DataAtom != atom.Link || !lang.HasDigit(dom.Attr(n, "href")) {
			continue
		}
		if marked, sure := nextMark(page, n); marked != "" {
			if to := leadsOn(page, here, n); to != nil && follows(here, to, marked, sure || part) {
				return to.String()
			}
		}
	}
	return ""
}

// leadsOn is where a link leads when that is another page of the same site, or nil.
func leadsOn(page dom.Page, here *url.URL, n *html.Node) *url.URL {
	raw, err := address.Check(dom.Attr(n, "href"), cmp.Or(page.Base, here.String()))
	if err != nil || !strings.HasPrefix(raw, "http") {
		return nil
	}
	to, err := url.Parse(raw)
	if err != nil || address.BareServer(to) != address.BareServer(here) {
		return nil
	}
	to.Fragment = ""
	if to.RequestURI() == here.RequestURI() {
		return nil
	}
	return to
}

// maxNextWords is how many bytes the words of a link to the next page may have.
const maxNextWords = 60

// The words of links to the next page, folded, and those that say only that something comes next.
var (
	nextPageWords = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Wordings("next-page")) })
	nextWords     = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Wordings("next")) })
)

// nextMark reports what marks a link as the one to the next page: its number, a word, or what the markup says. sure
// reports whether the words say "page" or are a number, and not only "next". It returns "" for any other link.
func nextMark(page dom.Page, n *html.Node) (mark string, sure bool) {
	relation := " " + strings.ToLower(dom.Attr(n, "rel")) + " "
	if n.DataAtom == atom.Link {
		if strings.Contains(relation, " next ") {
			return "next", false
		}
		return "", false
	}
	for _, words := range [...]string{page.TextOf(n), dom.Attr(n, "aria-label"), dom.Attr(n, "title")} {
		words = strings.Trim(fold.Line(words), " .:[]()|")
		if words == "" || len(words) > maxNextWords {
			continue
		}
		if _, err := strconv.Atoi(words); err == nil && len(words) <= 2 {
			return words, true
		}
		folded := strings.Trim(fold.Text(words), " <>«»‹›→←▶►…")
		if nextPageWords()[folded] {
			return "page", true
		}
		if folded == "" && strings.ContainsAny(words, ">»›→▶►") || nextWords()[folded] {
			return "next", false
		}
	}
	if strings.Contains(relation, " next ") {
		return "next", false
	}
	return "", false
}

// follows reports whether the page at to is the one after here, in the same text. A link that is only marked "next"
// must have an address that speaks of pages, since a site may mark the next article so.
func follows(here, to *url.URL, mark string, sure bool) bool {
	for _, a := range pagesOf(here) {
		for _, b := range pagesOf(to) {
			if b.stem != a.stem || b.number != a.number+1 || a.form != noNumber && a.form != b.form {
				continue
			}
			if n, err := strconv.Atoi(mark); err == nil && n != b.number {
				continue
			}
			switch b.form {
			case saidNumber:
				return true
			case partNumber:
				return sure || a.form == noNumber
			case gluedNumber:
				return sure
			case noNumber:
			}
		}
	}
	return false
}

// isList reports whether a page is a list of articles rather than one: it says that it is not an article, and nothing
// in it says otherwise.
func isList(page dom.Page) bool {
	articles, site := 0, false
	for n := range page.Nodes(page.Doc) {
		switch n.DataAtom {
		case atom.Meta:
			name := strings.ToLower(dom.Attr(n, "property") + dom.Attr(n, "name"))
			kind := strings.ToLower(dom.Attr(n, "content"))
			if strings.HasPrefix(name, "article:") || name == "og:type" && strings.Contains(kind, "article") {
				return false
			}
			site = site || name == "og:type" && kind != ""
		case atom.Article:
			articles++
		}
		if kind := dom.Attr(n, "itemtype"); articles < 2 &&
			(strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "BlogPosting")) {
			return false
		}
	}
	return articles > 3 || site && articles != 1
}
