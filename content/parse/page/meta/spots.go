package meta

import (
	"strings"

	"lede/content/parse/page/class"
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
func classSpot(v string) spotKind {
	if class.In(v)&class.HintComment != 0 {
		return noSpot
	}
	kind := noSpot
	for name := range strings.FieldsSeq(v) {
		if k := namedSpot(name); k != noSpot && (kind == noSpot || k < kind) {
			kind = k
		}
	}
	return kind
}

// namedSpot returns what an element of a class may hold. Some are those of standards and of well-known programs.
func namedSpot(name string) spotKind {
	switch strings.ToLower(name) {
	case "entry-title", "p-name", "post-title", "article-title", "articletitle", "headline":
		return headlineSpot
	case "p-author", "h-card", "vcard":
		return authorSpot
	case "dt-published", "published", "entry-date", "pubdate", "publish-date", "published-date", "post-date",
		"article-date":
		return dateSpot
	case "meta":
		return dayClassSpot
	}
	switch says := class.In(name); {
	case says&class.Byline != 0:
		return bylineSpot
	case says&class.Day != 0:
		return dayClassSpot
	case says&class.Topics != 0:
		return tagSpot
	}
	return noSpot
}

// spotText returns the text of an element that may be a title or a byline: one of more than maxSaid bytes is neither,
// and has none here.
func spotText(page dom.Page, n *html.Node) string { return page.SpokenText(n, maxSaid) }
