package parse

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/publicsuffix"
)

// siteSources are the metas that name the site, the surest first.
var siteSources = [...]string{"og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "cre", "og:sitename", "twitter:site:name", "publisher", "copyright"}

// readSite finds out what the site is called.
func (r *metaReader) readSite() {
	var names []string
	for _, m := range siteSources {
		names = append(names, r.metas[m]...)
	}
	for _, o := range r.data.objects {
		if o.is("WebSite", "Organization", "NewsMediaOrganization") {
			names = append(names, o.line("name"), o.line("alternateName"))
		}
	}
	for _, o := range []linkedObject{r.article, r.about} {
		for _, v := range listed(o["publisher"]) {
			names = append(names, metaText(linkedText(r.data.resolved(v))))
		}
	}
	for _, h := range r.metas["twitter:site"] {
		names = append(names, strings.TrimPrefix(h, "@"))
	}
	for _, s := range r.spots {
		if s.kind == headSpot && r.isLogo(s.node) {
			names = append(names, spotText(s.node))
		}
	}
	headline, graph := flatKey(r.article.line("headline")), flatKey(r.first("og:title"))
	for _, n := range names {
		if k := flatKey(n); k != "" && k != headline && k != graph && len(k) < 80 {
			r.names = append(r.names, k)
		}
	}
	r.names = append(r.names, hostNames(r.address())...)
	r.site = r.siteName()
}

// siteName returns the name of the site as the page says it, or its host.
func (r *metaReader) siteName() string {
	names := []string{r.first("og:site_name", "og:sitename")}
	for _, o := range []linkedObject{r.article, r.about} {
		for _, v := range listed(o["publisher"]) {
			names = append(names, metaText(linkedText(r.data.resolved(v))))
		}
	}
	for _, o := range r.data.objects {
		if o.is("WebSite") {
			names = append(names, o.line("name"))
		}
	}
	for _, n := range append(names, r.first("application-name", "dc.publisher", "citation_journal_title")) {
		if n = withoutSlogan(n); n != "" && len(n) <= 80 && !strings.HasPrefix(n, "@") && !strings.Contains(n, "://") {
			return n
		}
	}
	return strings.TrimPrefix(hostOf(r.address()), "www.")
}

// withoutSlogan cuts a long name of a site at the sign that its slogan follows.
func withoutSlogan(s string) string {
	for _, sep := range [...]string{" | ", " - ", " – ", " — "} {
		if before, _, ok := strings.Cut(s, sep); ok && len(s) > 30 && len(before) > 2 {
			s = strings.TrimSpace(before)
		}
	}
	return s
}

// address returns what the page's own address is, unchecked.
func (r *metaReader) address() string {
	for _, s := range [...]string{r.o.Base, firstOf(r.links["canonical"]), r.first("og:url")} {
		if hostOf(s) != "" {
			return s
		}
	}
	return ""
}

func hostOf(s string) string {
	if len(s) > maxAddress {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// hostNames returns what a host says of its site's name, folded: "news.example.co.uk" is "example", "examplecouk" and
// "newsexamplecouk".
func hostNames(address string) []string {
	host := strings.TrimPrefix(hostOf(address), "www.")
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

// isLogo tells whether a heading is the name of the site: it links to the front page, or says so. One that JSON-LD or OpenGraph have as
// the title is none.
func (r *metaReader) isLogo(n *html.Node) bool {
	key := flatKey(spotText(n))
	return (key == "" || key != flatKey(r.article.line("headline")) && key != flatKey(r.first("og:title"))) && looksLikeLogo(n)
}

func looksLikeLogo(n *html.Node) bool {
	for c := range n.Descendants() {
		if c.DataAtom == atom.A {
			return isFront(attr(c, "href"))
		}
	}
	for up, steps := n, 0; up != nil && steps < 4; up, steps = up.Parent, steps+1 {
		if up.DataAtom == atom.A && isFront(attr(up, "href")) {
			return true
		}
		if up != n && steps > 2 {
			break
		}
		for w := range strings.FieldsFuncSeq(strings.ToLower(attr(up, "class")+" "+attr(up, "id")), func(c rune) bool { return c == ' ' || c == '_' }) {
			switch w {
			case "logo", "brand", "masthead", "site-title", "sitetitle", "site-name", "sitename", "site-branding", "site-logo", "blog-title", "blogtitle", "navbar-brand", "header-logo":
				return true
			}
		}
	}
	return false
}

// isFront tells whether an address is that of a front page.
func isFront(href string) bool {
	u, err := url.Parse(strings.TrimSpace(href))
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && (u.Path != "" || u.Host != "") && u.Fragment == ""
}

// flatKey folds a text for comparing: letters and digits alone, in lower case.
func flatKey(s string) string {
	var b strings.Builder
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return b.String()
}

// isSite tells whether a text is a name of the site, or the name with a word before or after it.
func (r *metaReader) isSite(s string) bool {
	k := flatKey(s)
	if k == "" {
		return true
	}
	for _, n := range r.names {
		switch {
		case k == n, len(k) >= 3 && strings.HasPrefix(n, k), len(k) >= 4 && strings.HasSuffix(n, k):
			return true
		case len(n) >= 3 && len(k) <= len(n)+12 && (strings.HasPrefix(k, n) || strings.HasSuffix(k, n)):
			return hasDigit(n) || !hasDigit(k) // "Courier 18" is an issue
		}
	}
	return false
}
