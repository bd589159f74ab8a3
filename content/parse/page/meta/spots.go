package meta

import (
	"strings"

	"lede/content/parse/page/dom"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxSpotNames is the longest attribute that is read for what an element holds, in bytes.
const maxSpotNames = 1000

// spotOf returns what an element may hold, by its tag and the names that it has.
func spotOf(n *html.Node) spotKind {
	if n.DataAtom == atom.H1 {
		return headSpot
	}
	kind := noSpot
	if n.DataAtom == atom.Time {
		kind = timeSpot
	}
	for _, a := range n.Attr {
		if a.Val == "" && a.Key != "pubdate" || len(a.Val) > maxSpotNames {
			continue
		}
		k := noSpot
		switch a.Key {
		case "itemprop", "property":
			k = propertySpot(a.Val)
		case "rel":
			k = relSpot(a.Val)
		case "href":
			if n.DataAtom == atom.A && profileOf(a.Val) != "" {
				k = profileSpot
			}
		case "pubdate":
			k = dateSpot
		case "datetime":
			k = timeSpot
		case "class", "id", "data-testid", "data-test", "data-qa", "data-component", "data-type":
			k = classSpot(a.Val)
		}
		if k != noSpot && (kind == noSpot || k < kind || kind == timeSpot && k == dateSpot) {
			kind = k
		}
	}
	return kind
}

func propertySpot(v string) spotKind {
	switch strings.ToLower(strings.TrimSpace(v)) {
	case "headline", "schema:headline":
		return headlineSpot
	case "author", "creator", "schema:author", "author name", "name author", "author creator":
		return authorSpot
	case "datepublished", "datecreated", "schema:datepublished", "schema:datecreated", "datepublished datemodified",
		"dc:date", "dateposted", "uploaddate":
		return dateSpot
	case "keywords":
		return tagSpot
	}
	return noSpot
}

func relSpot(v string) spotKind {
	for rel := range strings.FieldsSeq(strings.ToLower(v)) {
		switch rel {
		case "author":
			return authorSpot
		case "tag":
			return tagSpot
		}
	}
	return noSpot
}

// classSpot reads the class or the ID of an element.
//
//nolint:misspell // words of other languages
func classSpot(v string) spotKind {
	v = strings.ToLower(v)
	kind := noSpot
	for c := range strings.FieldsSeq(v) {
		k := noSpot
		switch {
		case c == "entry-title", c == "p-name", c == "post-title", c == "article-title", c == "articletitle",
			c == "headline":
			k = headlineSpot
		case c == "p-author", c == "h-card", c == "vcard":
			k = authorSpot
		case c == "dt-published", c == "published", c == "entry-date", c == "pubdate", c == "publish-date",
			c == "published-date", c == "post-date", c == "article-date":
			k = dateSpot
		case strings.Contains(c, "comment"):
			return noSpot
		case strings.Contains(c, "byline"), strings.Contains(c, "author"), strings.Contains(c, "autor"),
			strings.Contains(c, "redacteur"), strings.Contains(c, "writer"):
			k = bylineSpot
		case strings.Contains(c, "date"), strings.Contains(c, "publish"), strings.Contains(c, "posted"),
			strings.Contains(c, "submitted"), strings.Contains(c, "datum"), strings.Contains(c, "fecha"),
			strings.Contains(c, "timestamp"), c == "time", strings.HasSuffix(c, "-time"),
			strings.HasSuffix(c, "_time"), c == "meta":
			k = dayClassSpot
		case c == "tags", c == "tag-list", c == "topics", strings.HasSuffix(c, "__tags"),
			strings.HasSuffix(c, "-tags"), strings.HasPrefix(c, "tags-"), strings.Contains(c, "keywords"):
			k = tagSpot
		}
		if k != noSpot && (kind == noSpot || k < kind) {
			kind = k
		}
	}
	return kind
}

// spotText returns the text of an element that may be a title or a byline: one of more than maxSaid bytes is neither,
// and has none here.
func spotText(page dom.Page, n *html.Node) string { return page.SpokenText(n, maxSaid) }
