package meta

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"

	"lede/content/lang"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/model/address"
)

// siteSources are the meta elements that name the site, the most reliable first.
var siteSources = [...]string{
	"og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name",
	"dc.publisher", "dcterms.publisher", "citation_journal_title", "cre", "og:sitename", "twitter:site:name",
	"publisher", "copyright",
}

// maxSiteName is the longest name that a site can have, in bytes.
const maxSiteName = 80

// siteFacts are what a page says about its site. The zero value knows nothing.
type siteFacts struct {
	name string   // as it is shown
	keys []string // all names of the site, folded by flatKey
}

// readSite finds out what the site is called.
func readSite(src *pageSources) siteFacts {
	f := siteFacts{name: siteName(src)}
	for _, n := range siteNames(src) {
		if k := flatKey(n); k != "" && len(k) < maxSiteName && !src.isHeadline(k) {
			f.keys = append(f.keys, k)
		}
	}
	f.keys = append(f.keys, hostNames(src.address())...)
	return f
}

// siteNames returns every name that the sources give the site.
func siteNames(src *pageSources) []string {
	var names []string
	for _, m := range siteSources {
		names = append(names, src.metas[m]...)
	}
	for _, o := range src.data.objects {
		if o.is("WebSite", "Organization", "NewsMediaOrganization") {
			names = append(names, o.line("name"), o.line("alternateName"))
		}
	}
	names = append(names, src.publishers()...)
	for _, h := range src.metas["twitter:site"] {
		names = append(names, strings.TrimPrefix(h, "@"))
	}
	for _, s := range src.spots {
		if s.kind == headSpot && src.isLogo(s.node) {
			names = append(names, spotText(src.Page, s.node))
		}
	}
	return names
}

// siteName returns the name of the site as the page gives it, or its host.
func siteName(src *pageSources) string {
	names := append([]string{src.metas.first("og:site_name", "og:sitename")}, src.publishers()...)
	for _, o := range src.data.objects {
		if o.is("WebSite") {
			names = append(names, o.line("name"))
		}
	}
	for _, n := range append(names, src.metas.first("application-name", "dc.publisher", "citation_journal_title")) {
		n = withoutSlogan(n)
		if n != "" && len(n) <= maxSiteName && !strings.HasPrefix(n, "@") && !strings.Contains(n, "://") {
			return n
		}
	}
	return address.Name(src.address())
}

const (
	maxNameWithSlogan = 30 // bytes of a site's name: a longer one is cut before its slogan
	minNameBefore     = 3  // bytes that must be left
)

// withoutSlogan removes the slogan after a separator from a long name of a site.
func withoutSlogan(s string) string {
	for _, sep := range [...]string{" | ", " - ", " – ", " — "} {
		if before, _, ok := strings.Cut(s, sep); ok && len(s) > maxNameWithSlogan && len(before) >= minNameBefore {
			s = strings.TrimSpace(before)
		}
	}
	return s
}

// address returns the page's own address, unchecked.
func (s *pageSources) address() string {
	for _, own := range [...]string{s.Origin, s.links.first("canonical"), s.metas.first("og:url")} {
		if address.Host(own) != "" {
			return own
		}
	}
	return ""
}

// hostNames returns the names of a site in its host, folded: for "news.example.co.uk" these are "example",
// "examplecouk" and "newsexamplecouk".
func hostNames(link string) []string {
	host := address.Name(link)
	if host == "" {
		return nil
	}
	names := []string{flatKey(host)}
	if own, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		label, _, _ := strings.Cut(own, ".")
		names = append(names, flatKey(own), flatKey(label))
		if sub := strings.TrimSuffix(host, own); sub != "" {
			names = append(names, flatKey(sub))
		}
	}
	return names
}

// isLogo reports whether a heading is the name of the site rather than a title: it links to the front page, or has
// the class of a logo. One that JSON-LD or OpenGraph give as the title never is.
func (s *pageSources) isLogo(n *html.Node) bool {
	key := flatKey(spotText(s.Page, n))
	return (key == "" || !s.isHeadline(key)) && looksLikeLogo(n)
}

// How far above a heading its link to the front page may be, and how far its classes are read.
const maxLogoLink, maxLogoClass = 3, 2

func looksLikeLogo(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.DataAtom == atom.A {
			return address.IsFront(dom.Attr(c, "href"))
		}
	}
	for up, steps := n, 0; up != nil && steps <= maxLogoLink; up, steps = up.Parent, steps+1 {
		if up.DataAtom == atom.A && address.IsFront(dom.Attr(up, "href")) {
			return true
		}
		if steps > maxLogoClass {
			break
		}
		if namesLogo(up, steps > 0 && class.Of(n)&class.Title != 0) {
			return true
		}
	}
	return false
}

// namesLogo reports whether an element has the class of a logo. Round a heading that has the class of a title itself,
// the class of a blog's title may as well name a page of the blog.
func namesLogo(n *html.Node, roundTitle bool) bool {
	names := strings.ToLower(dom.Attr(n, "class") + " " + dom.Attr(n, "id"))
	for w := range strings.FieldsFuncSeq(names, func(c rune) bool { return c == ' ' || c == '_' }) {
		switch w {
		case "logo", "brand", "masthead", "site-branding", "site-logo", "navbar-brand", "header-logo":
			return true
		case "site-title", "sitetitle", "site-name", "sitename", "blog-title", "blogtitle":
			if !roundTitle {
				return true
			}
		}
	}
	return false
}

// flatKey folds a text for comparing: only its letters and digits, in lower case.
func flatKey(s string) string {
	var b strings.Builder
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// Sizes of names of a site, in bytes of their keys.
const (
	minNameStart = 3  // the beginning of a name, and a name that is the beginning or the end of a text
	minNameEnd   = 4  // the end of a name
	maxAddition  = 12 // what a text may have besides a name
)

// isCalled reports whether a text is a name of the site, perhaps with a word before or after it. A text without a
// letter counts as one.
func (f siteFacts) isCalled(s string) bool {
	k := flatKey(s)
	if k == "" {
		return true
	}
	for _, n := range f.keys {
		switch {
		case k == n,
			len(k) >= minNameStart && strings.HasPrefix(n, k),
			len(k) >= minNameEnd && strings.HasSuffix(n, k):
			return true
		case len(n) >= minNameStart && len(k) <= len(n)+maxAddition &&
			(strings.HasPrefix(k, n) || strings.HasSuffix(k, n)):
			return lang.HasDigit(n) || !lang.HasDigit(k) // "Courier 18" is an issue
		}
	}
	return false
}
