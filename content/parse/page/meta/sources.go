package meta

import (
	stdhtml "html"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
	"lede/model/address"
	"lede/model/clean"
)

const (
	maxSaid     = 1000 // bytes of a title, a name or another text of metadata
	maxSpots    = 600  // elements that may hold a title, a byline or a date
	maxMetas    = 400  // meta elements
	maxMetaName = 63   // bytes of the name of a meta element
	maxLinks    = 20   // link elements of one relation
	maxRel      = 31   // bytes of the name of a relation
	maxEscaped  = 4    // how many times longer a text may be before its character references are resolved
)

// pageSources is everything on a page that may say something about its article. It is gathered once and not changed
// after.
type pageSources struct {
	dom.Page
	metas    claims       // the contents of meta elements by name, property or itemprop, in lower case
	links    claims       // the addresses of link elements by rel
	title    string       // of the title element
	language string       // of the root element
	data     linkedData   // JSON-LD
	article  linkedObject // what JSON-LD says about the article, or nil
	about    linkedObject // what it says about the page, or a video or product that the page shows; or nil
	spots    []spot       // in reading order
}

// claims are values by name, in reading order.
type claims map[string][]string

// first returns the first value under one of the names, in their order, or "".
func (c claims) first(names ...string) string {
	for _, name := range names {
		if all := c[name]; len(all) > 0 {
			return all[0]
		}
	}
	return ""
}

// spot is an element that may have a title, a byline, a date or a topic.
type spot struct {
	node *html.Node
	kind spotKind
	at   int // its number among the elements
}

type spotKind int

const (
	noSpot       spotKind = iota
	headSpot              // h1
	headlineSpot          // itemprop="headline", a title of the classes that blogs have
	authorSpot            // itemprop="author", rel="author", the author of an hentry
	bylineSpot            // the class of a byline
	profileSpot           // a link to the page of an author
	dateSpot              // itemprop="datePublished", time[pubdate], the published date of an hentry
	timeSpot              // another time element
	dayClassSpot          // the class of a date
	tagSpot               // rel="tag", a list of topics
)

// ReadSources goes over the page once.
func ReadSources(d dom.Page) *pageSources {
	g := sourceGatherer{pageSources: &pageSources{Page: d, metas: claims{}, links: claims{}}}
	for n := range d.Nodes(d.Doc) {
		if n.Type == html.ElementNode {
			g.elements++
			g.element(n)
		}
	}
	g.choose()
	return g.pageSources
}

// sourceGatherer fills in the sources of a page.
type sourceGatherer struct {
	*pageSources
	elements int // that have been seen
	metaSeen int
	script   int // bytes of JSON-LD that have been read
}

func (s *sourceGatherer) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		s.language = dom.Attr(n, "lang")
	case atom.Meta:
		s.readMeta(n)
	case atom.Link:
		s.readLink(n)
	case atom.Title:
		if s.title == "" && n.FirstChild != nil && n.Namespace == "" {
			s.title = metaText(n.FirstChild.Data)
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(dom.Attr(n, "type")), "ld+json") && n.FirstChild != nil {
			s.readScript(n.FirstChild.Data)
		}
	case atom.Style, atom.Svg, atom.Template:
	default:
		if len(s.spots) < maxSpots {
			if k := spotOf(n); k != noSpot {
				s.spots = append(s.spots, spot{n, k, s.elements})
			}
		}
	}
}

func (s *sourceGatherer) readScript(text string) {
	if s.script+len(text) <= maxLinkedData {
		s.script += len(text)
		s.data.read(text)
	}
}

func (s *sourceGatherer) readMeta(n *html.Node) {
	if s.metaSeen >= maxMetas {
		return
	}
	content := metaText(dom.Attr(n, "content"))
	if content == "" {
		content = metaText(dom.Attr(n, "value")) // which some pages use instead
	}
	if content == "" {
		return
	}
	s.metaSeen++
	last := ""
	for _, key := range [...]string{"name", "property", "itemprop"} {
		name := strings.ToLower(strings.TrimSpace(dom.Attr(n, key)))
		if name != "" && name != last && len(name) <= maxMetaName {
			s.metas[name] = append(s.metas[name], content)
			last = name
		}
	}
}

func (s *sourceGatherer) readLink(n *html.Node) {
	href := dom.Attr(n, "href")
	if href == "" || len(href) > address.MaxBytes {
		return
	}
	for rel := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "rel"))) {
		if len(s.links[rel]) < maxLinks && len(rel) <= maxRel {
			s.links[rel] = append(s.links[rel], href)
		}
	}
}

// metaText returns the text of an attribute or a JSON-LD value, clean, on one line and at most maxSaid bytes long.
// Character references are resolved even where they were escaped twice, and tags are removed.
func metaText(s string) string {
	s = clean.Clip(s, maxEscaped*maxSaid)
	for range 2 {
		if !strings.Contains(s, "&") {
			break
		}
		read := stdhtml.UnescapeString(s)
		if clean.Text(clean.Newlines(read)) != clean.Newlines(read) {
			break // a reference to a control character is shown, not resolved
		}
		s = read
	}
	if strings.Contains(s, "</") || strings.Contains(s, "<br") || strings.Contains(s, "<img") {
		s = withoutTags(s)
	}
	return clean.Line(clean.Clip(clean.Line(clean.Newlines(s)), maxSaid))
}

// withoutTags removes the HTML tags from a text.
func withoutTags(s string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(s)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(z.Text())
		}
	}
}
