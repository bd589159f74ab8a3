package parse

import (
	"strings"

	"golang.org/x/net/html"
)

// authorMetas are the metas that name authors, the surest first.
var authorMetas = [...]string{
	"citation_author", "byl", "sailthru.author", "article:author", "author", "dc.creator", "dcterms.creator", "cxenseparse:author", "parsely-author", "og:article:author", "article:author_name", "shareaholic:article_author_name",
	"article.author", "authors", "byline", "mrf:authors", "creator", "dc.contributor", "og:author", "book:author", "twitter:creator", "rbauthors", "content-author",
}

// authors returns the names of the authors in the order of the page, or nil. Persons go before publishers: that the site is
// its own author says little. JSON-LD goes before metas, metas before what is printed.
func (r *metaReader) authors() []string {
	var fallback []string
	for _, find := range [...]func() []string{r.linkedAuthors, r.metaAuthors, r.markedAuthors, r.printedAuthors, r.signedLine, r.profileAuthors} {
		names := find()
		if r.personal(names) {
			return names
		}
		if len(fallback) == 0 {
			fallback = names
		}
	}
	return fallback
}

// personal tells whether one of the names is that of a person, and not the name of the site.
func (r *metaReader) personal(names []string) bool {
	for _, n := range names {
		if isPerson(n) && !r.isSite(n) {
			return true
		}
	}
	return false
}

// linkedAuthors returns the authors that JSON-LD names.
func (r *metaReader) linkedAuthors() []string {
	var names []string
	for _, o := range []linkedObject{r.article, r.about} {
		for _, key := range [...]string{"author", "creator"} {
			for _, v := range listed(o[key]) {
				for _, name := range authorNames(metaText(linkedText(r.data.resolved(v)))) {
					names = withName(names, name)
				}
			}
			if len(names) > 0 {
				return names
			}
		}
	}
	return names
}

// metaAuthors returns the authors of the first metas that name a person, or of the first that name anybody.
func (r *metaReader) metaAuthors() []string {
	var first []string
	for _, m := range authorMetas {
		names := r.metaNames(r.metas[m], strings.HasPrefix(m, "citation") || strings.HasPrefix(m, "dc"))
		if r.personal(names) {
			return names
		}
		if len(first) == 0 && m != "twitter:creator" {
			first = names
		}
		if m == "author" {
			if names = r.labelledAuthors(); r.personal(names) {
				return names
			}
		}
	}
	if len(first) == 0 {
		return r.labelledAuthors()
	}
	return first
}

// metaNames reads the contents of metas. With turned, "Okafor, Ines" is one name.
func (r *metaReader) metaNames(contents []string, turned bool) []string {
	var names []string
	for _, c := range contents {
		if strings.Contains(c, "://") || strings.HasPrefix(c, "@") || strings.HasPrefix(c, "/") || strings.Contains(c, "@") && !strings.Contains(c, " ") {
			continue
		}
		if last, given, ok := strings.Cut(c, ", "); ok && turned && !strings.ContainsAny(given, ",;") && !strings.Contains(last, " ") {
			c = given + " " + last
		}
		for _, name := range authorNames(c) {
			names = withName(names, name)
		}
	}
	return names
}

// labelledAuthors returns the author of the pairs of a label and its content that cards of X have: "Written by".
//
//nolint:misspell // words of other languages
func (r *metaReader) labelledAuthors() []string {
	for _, i := range [...]string{"1", "2"} {
		label := strings.ToLower(r.first("twitter:label" + i))
		for _, w := range [...]string{" by", " von", " par", " por", " door", " da", " av", " af", "author", "by", "von", "autor", "作者", "執筆者", "автор", "napisane przez", "yazan"} {
			if strings.HasSuffix(label, w) {
				return r.metaNames(r.metas["twitter:data"+i], false)
			}
		}
	}
	return nil
}

// markedAuthors returns the names of the elements near the title that are marked as the author's.
func (r *metaReader) markedAuthors() []string {
	return r.nearNames(authorSpot, func(n *html.Node) []string {
		if attr(n, "itemprop") != "" {
			for c := range n.Descendants() {
				if attr(c, "itemprop") == "name" {
					if s := metaText(attr(c, "content")); s != "" {
						return authorNames(s)
					}
					return authorNames(spotText(c))
				}
			}
		}
		if s := metaText(attr(n, "content")); s != "" {
			return r.metaNames([]string{s}, false)
		}
		return r.bylineNames(n, false)
	})
}

// printedAuthors returns the names of the elements near the title whose class says that they hold a byline.
func (r *metaReader) printedAuthors() []string {
	return r.nearNames(bylineSpot, func(n *html.Node) []string { return r.bylineNames(n, true) })
}

const (
	maxBylineFar = 400 // elements between a byline and the title
	maxBylines   = 100 // elements that are read for names
)

// nearNames reads the elements of a kind, those nearest to the title, and those that follow at once.
func (r *metaReader) nearNames(kind spotKind, read func(*html.Node) []string) []string {
	title := r.titleAt()
	least, last, reads := 1<<30, 0, 0
	var names []string
	for _, s := range r.spots {
		if s.kind != kind {
			continue
		}
		far := s.at - title
		if far < 0 {
			far *= -3
		}
		if byTag, byWords := r.apart(s.node); byWords || byTag && far > 80 {
			continue
		}
		if len(names) > 0 && (far >= least && s.at-last > 12) || far > maxBylineFar && title > 0 {
			continue
		}
		if reads++; reads > maxBylines {
			break
		}
		found := read(s.node)
		if len(found) == 0 {
			continue
		}
		if far < least && s.at-last > 12 {
			names, least = nil, far
		}
		last = s.at
		for _, n := range found {
			names = withName(names, n)
		}
		r.meta.bylineNodes = append(r.meta.bylineNodes, s.node)
	}
	return names
}
