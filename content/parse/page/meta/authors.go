package meta

import (
	"math"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/name"
	"lede/content/parse/page/dom"
)

// authorMetas are the meta elements that name authors, the most reliable first.
var authorMetas = [...]string{
	"citation_author", "byl", "sailthru.author", "article:author", "author", "dc.creator", "dcterms.creator",
	"cxenseparse:author", "parsely-author", "og:article:author", "article:author_name",
	"shareaholic:article_author_name", "article.author", "authors", "byline", "mrf:authors", "creator",
	"dc.contributor", "og:author", "book:author", "twitter:creator", "rbauthors", "content-author",
}

// bylineReader finds out who wrote an article.
type bylineReader struct {
	src   *pageSources
	site  siteFacts
	near  *vicinity
	nodes []*html.Node // the elements that names were read from
	firms []string     // the names that JSON-LD says are those of organisations
}

// readByline returns the names of the authors, and the elements that name them.
func readByline(src *pageSources, site siteFacts, near *vicinity) ([]string, []*html.Node) {
	r := bylineReader{src: src, site: site, near: near}
	return r.names(), r.nodes
}

// names returns the authors in the order of the page, or nil. Persons win over publishers: that a site is its own
// author says little, unless it is called like a person. JSON-LD is asked before meta elements, these before the
// visible text, and what may be something else last.
func (r *bylineReader) names() []string {
	var fallback []string
	ask := func(finders ...func() []string) []string {
		for _, find := range finders {
			names := find()
			if r.personal(names) {
				return names
			}
			if len(fallback) == 0 {
				fallback = names
			}
		}
		return nil
	}
	if names := ask(r.linked, r.stated, r.marked, r.printed, r.signedLine, r.profiles); names != nil {
		return names
	}
	if slices.ContainsFunc(fallback, r.mayBeAuthor) {
		return fallback
	}
	if names := ask(r.halfSigned, r.dated, r.labelled, r.signOff); names != nil {
		return names
	}
	return fallback
}

// personal reports whether one of the names is that of a person rather than the site.
func (r *bylineReader) personal(names []string) bool {
	for _, n := range names {
		if name.IsPerson(n) && !r.site.isCalled(n) && !r.isFirm(n) {
			return true
		}
	}
	return false
}

// mayBeAuthor reports whether a name that stands for the authors is better than one that is only found by where it
// is: it is not that of the site, or the site is called like a person.
func (r *bylineReader) mayBeAuthor(author string) bool {
	return !r.isFirm(author) && (name.IsPerson(author) || !r.site.isCalled(author))
}

// isFirm reports whether JSON-LD says that a name is that of an organisation.
func (r *bylineReader) isFirm(author string) bool { return slices.Contains(r.firms, author) }

// linked returns the authors that JSON-LD names.
func (r *bylineReader) linked() []string {
	var names []string
	for _, o := range r.src.subjects() {
		for _, key := range [...]string{"author", "creator"} {
			for _, item := range listed(o[key]) {
				names = r.linkedNames(names, item)
			}
			if len(names) > 0 {
				return names
			}
		}
	}
	return names
}

// linkedNames adds the names that a value of JSON-LD has.
func (r *bylineReader) linkedNames(names []string, item any) []string {
	item = r.src.data.resolved(item)
	o, _ := item.(map[string]any)
	firm := linkedObject(o).is("Organization", "Corporation") && !linkedObject(o).is("Person")
	for _, author := range name.Authors(metaText(linkedText(item))) {
		names = name.Add(names, author)
		if firm {
			r.firms = append(r.firms, author)
		}
	}
	return names
}

// stated returns the authors of the first meta elements that name a person, or else of the first that name anybody.
func (r *bylineReader) stated() []string {
	var first []string
	for _, m := range authorMetas {
		names := metaNames(r.src.metas[m], strings.HasPrefix(m, "citation") || strings.HasPrefix(m, "dc"))
		if r.personal(names) {
			return names
		}
		if len(first) == 0 && m != "twitter:creator" {
			first = names
		}
		if m == "author" {
			if names = labelledAuthors(r.src.metas); r.personal(names) {
				return names
			}
		}
	}
	if len(first) == 0 {
		return labelledAuthors(r.src.metas)
	}
	return first
}

// metaNames reads names from the contents of meta elements. With turned, "Okafor, Ines" is one name.
func metaNames(contents []string, turned bool) []string {
	var names []string
	for _, c := range contents {
		if isContact(c) {
			continue
		}
		last, given, ok := strings.Cut(c, ", ")
		if ok && turned && !strings.ContainsAny(given, ",;") && !strings.Contains(last, " ") {
			c = given + " " + last
		}
		for _, author := range name.Authors(c) {
			names = name.Add(names, author)
		}
	}
	return names
}

// isContact reports whether a text is an address, a path or a handle rather than names.
func isContact(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "@") || strings.HasPrefix(s, "/") ||
		strings.Contains(s, "@") && !strings.Contains(s, " ")
}

// labelledAuthors returns the authors given as a pair of label and content, as X cards have them: "Written by".
func labelledAuthors(metas claims) []string {
	for _, i := range [...]string{"1", "2"} {
		label := " " + strings.ToLower(metas.first("twitter:label"+i))
		for _, w := range authorLabels() {
			if strings.HasSuffix(label, " "+w) {
				return metaNames(metas["twitter:data"+i], false)
			}
		}
	}
	return nil
}

// authorLabels are what the label of an author ends with, in lower case.
var authorLabels = sync.OnceValue(func() []string { return lang.Words("author-label") })

// marked returns the names in the elements near the title that are marked up as author.
func (r *bylineReader) marked() []string {
	return r.nearNames(authorSpot, func(n *html.Node) []string {
		if isOrganisation(n) {
			return nil
		}
		if dom.Attr(n, "itemprop") != "" {
			for c := range n.Descendants() {
				if dom.Attr(c, "itemprop") == "name" {
					if s := metaText(dom.Attr(c, "content")); s != "" {
						return name.Authors(s)
					}
					return name.Authors(spotText(r.src.Page, c))
				}
			}
		}
		if s := metaText(dom.Attr(n, "content")); s != "" {
			return metaNames([]string{s}, false)
		}
		return r.bylineNames(n, false)
	})
}

// isOrganisation reports whether an hCard is that of an organisation, such as the logo of the site.
func isOrganisation(n *html.Node) bool {
	for c := range n.Descendants() {
		if dom.HasClass(c, "org", "organization-name") {
			return true
		}
	}
	return false
}

// printed returns the names in the elements near the title that have the class of a byline.
func (r *bylineReader) printed() []string {
	return r.nearNames(bylineSpot, func(n *html.Node) []string { return r.bylineNames(n, true) })
}

const (
	maxBylineFar = 400 // elements between the title and a byline
	maxAsideFar  = 80  // or a byline in an aside
	maxBylineGap = 12  // elements between two parts of one byline
	maxBylines   = 100 // elements that are read for names
)

// nearNames reads the elements of a kind that are nearest to the title, and those that follow directly.
func (r *bylineReader) nearNames(kind spotKind, read func(*html.Node) []string) []string {
	least, last, reads := math.MaxInt, 0, 0
	var names []string
	for _, s := range r.near.spots {
		if s.kind != kind {
			continue
		}
		far := r.near.distance(s)
		if apart := r.near.apart(s.node); apart.byClass || apart.byTag && far > maxAsideFar || r.near.quoted(s.node) {
			continue
		}
		if len(names) > 0 && (far >= least && s.at-last > maxBylineGap) || far > maxBylineFar && r.near.at > 0 {
			continue
		}
		if reads++; reads > maxBylines {
			break
		}
		found := read(s.node)
		if len(found) == 0 {
			continue
		}
		if far < least && s.at-last > maxBylineGap {
			names, least = nil, far
		}
		last = s.at
		for _, n := range found {
			names = name.Add(names, n)
		}
		r.nodes = append(r.nodes, s.node)
	}
	return names
}
