package parse

import (
	stdhtml "html"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/clean"
)

const (
	maxSaid  = 1000 // bytes of a title, a name or another text of metadata
	maxSpots = 600  // elements that may hold a title, a byline or a date
	maxMetas = 400
)

// pageSources is what stands in a page that may say something of its article.
type pageSources struct {
	metas    map[string][]string // the contents of meta elements by name, property or itemprop, in small letters
	links    map[string][]string // the addresses of link elements by rel
	title    string              // of the page
	language string              // of the root element
	data     linkedData
	spots    []spot // in reading order
	metaSeen int
	script   int // bytes of JSON-LD that have been read
	elements int
}

// spot is an element of the page that may hold a title, a byline, a date or a topic.
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
	bylineSpot            // a class that says so
	profileSpot           // a link to the page of an author
	dateSpot              // itemprop="datePublished", time[pubdate], the published date of an hentry
	timeSpot              // another time element
	dayClassSpot          // a class that says so
	tagSpot               // rel="tag", a list of topics
)

// sources goes over the page once.
func (p *page) sources() *pageSources {
	s := &pageSources{metas: map[string][]string{}, links: map[string][]string{}}
	for n := range p.doc.Descendants() {
		if n.Type == html.ElementNode {
			s.elements++
			s.element(n)
		}
	}
	return s
}

func (s *pageSources) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		s.language = attr(n, "lang")
	case atom.Meta:
		s.readMeta(n)
	case atom.Link:
		s.readLink(n)
	case atom.Title:
		if s.title == "" && n.FirstChild != nil && n.Namespace == "" {
			s.title = metaText(n.FirstChild.Data)
		}
	case atom.Script:
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil && s.script+len(n.FirstChild.Data) <= maxLinkedData {
			s.script += len(n.FirstChild.Data)
			s.data.read(n.FirstChild.Data)
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

func (s *pageSources) readMeta(n *html.Node) {
	if s.metaSeen >= maxMetas {
		return
	}
	content := metaText(attr(n, "content"))
	if content == "" {
		content = metaText(attr(n, "value")) // which some pages write for it
	}
	if content == "" {
		return
	}
	s.metaSeen++
	last := ""
	for _, key := range [...]string{"name", "property", "itemprop"} {
		name := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if name != "" && name != last && len(name) < 64 {
			s.metas[name] = append(s.metas[name], content)
			last = name
		}
	}
}

func (s *pageSources) readLink(n *html.Node) {
	href := attr(n, "href")
	if href == "" || len(href) > maxAddress {
		return
	}
	for rel := range strings.FieldsSeq(strings.ToLower(attr(n, "rel"))) {
		if len(s.links[rel]) < 20 && len(rel) < 32 {
			s.links[rel] = append(s.links[rel], href)
		}
	}
}

// first returns the first content of the metas of these names, in the order of the names.
func (s *pageSources) first(names ...string) string {
	for _, name := range names {
		if all := s.metas[name]; len(all) > 0 {
			return all[0]
		}
	}
	return ""
}

// metaText returns what an attribute or a text of JSON-LD says: references that have been written twice or three times are read, tags are taken
// away, and it is clean, on one line and at most maxSaid bytes long.
func metaText(s string) string {
	s = clip(s, 4*maxSaid)
	for range 2 {
		if !strings.Contains(s, "&") {
			break
		}
		read := stdhtml.UnescapeString(s)
		if clean.Text(newlines(read)) != newlines(read) {
			break // what names a control is shown, not read
		}
		s = read
	}
	if strings.Contains(s, "</") || strings.Contains(s, "<br") || strings.Contains(s, "<img") {
		s = withoutTags(s)
	}
	return clean.Line(clip(clean.Line(newlines(s)), maxSaid))
}

// withoutTags takes the tags of HTML out of a text.
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
