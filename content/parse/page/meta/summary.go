package meta

import (
	"strings"

	"golang.org/x/text/language"

	"lede/model/address"
)

// summary returns the summary that the publisher gives of the article, or "".
func summary(src *pageSources, site siteFacts) string {
	for _, s := range [...]string{
		src.metas.first("og:description"),
		src.article.line("description"),
		src.metas.first("twitter:description", "description", "dc.description", "dcterms.abstract"),
		src.about.line("description"),
	} {
		if s != "" && !site.isCalled(s) {
			return s
		}
	}
	return ""
}

// statedLanguage returns the language of the article as a BCP 47 tag, or "".
func (s *pageSources) statedLanguage() string {
	for _, name := range [...]string{
		s.language,
		s.article.line("inLanguage"),
		s.metas.first("og:locale", "content-language", "language", "dc.language", "dcterms.language",
			"citation_language"),
		s.about.line("inLanguage"),
	} {
		name = strings.ReplaceAll(strings.TrimSpace(name), "_", "-")
		if t, err := language.Parse(name); err == nil && name != "" && t != language.Und {
			return t.String()
		}
	}
	return ""
}

// canonical returns the address that the page gives as its own, if that is on the same site, or else where it was
// read.
func (s *pageSources) canonical() string {
	for _, stated := range [...]string{s.links.first("canonical"), s.metas.first("og:url"), s.article.line("url")} {
		url, err := address.Check(stated, s.Base)
		if err != nil || stated == "" || !strings.HasPrefix(url, "http") {
			continue
		}
		if s.Origin == "" || address.SameSite(url, s.Origin) && !address.IsFront(url) {
			return url
		}
	}
	if url, err := address.Check(s.Origin, ""); err == nil && strings.HasPrefix(url, "http") {
		return url
	}
	return ""
}
