package parse

import (
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/language"
)

// summary returns how the publisher sums the article up.
func (r *metaReader) summary() string {
	for _, s := range [...]string{r.first("og:description"), r.article.line("description"), r.first("twitter:description", "description", "dc.description", "dcterms.abstract"), r.about.line("description")} {
		if s != "" && !r.isSite(s) {
			return s
		}
	}
	return ""
}

// language returns the language of the article as BCP 47 writes it, or "".
func (r *metaReader) language() string {
	for _, s := range [...]string{r.pageSources.language, r.article.line("inLanguage"), r.first("og:locale", "content-language", "language", "dc.language", "dcterms.language", "citation_language"), r.about.line("inLanguage")} {
		s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
		if t, err := language.Parse(s); err == nil && s != "" && t != language.Und {
			return t.String()
		}
	}
	return ""
}

// canonical returns the address that the page says it is published at, if that is of the same site, or where it was read.
func (r *metaReader) canonical() string {
	own := r.o.Base
	for _, s := range [...]string{firstOf(r.links["canonical"]), r.first("og:url"), r.article.line("url")} {
		url, err := address(s, r.base)
		if err != nil || s == "" || !strings.HasPrefix(url, "http") {
			continue
		}
		if own == "" || sameSite(url, own) && !isFront(url) {
			return url
		}
	}
	if url, err := address(own, ""); err == nil && strings.HasPrefix(url, "http") {
		return url
	}
	return ""
}

// sameSite tells whether two addresses are of hosts that one owner has registered.
func sameSite(a, b string) bool { return siteOf(a) != "" && siteOf(a) == siteOf(b) }

func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	if own, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return own
	}
	return host
}
