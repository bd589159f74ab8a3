package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/dom"
)

const (
	maxPageTopics = 60
	maxTopic      = 60 // characters of a topic
	maxTopicLinks = 30 // of an element that lists topics
)

// tagMetas and topicMetas are the metas that name topics, the surest first: those of tags and keywords, then those of
// the section.
var (
	tagMetas   = [...]string{"article:tag", "og:article:tag", "news_keywords"}
	topicMetas = [...]string{
		"keywords", "parsely-tags", "sailthru.tags", "tags", "mrf:tags", "article:tags", "og:keywords",
		"dc.subject", "dcterms.subject", "citation_keywords", "keyword", "article:section", "og:article:section",
		"parsely-section", "section", "mrf:sections", "category", "article:category", "og:section",
		"cxenseparse:recs:category", "news_section", "genre",
	}
)

// topicsOf returns the topics that the publisher gives the article, the most reliable first, without the name of the
// site, which some publishers put among them.
func topicsOf(src *pageSources, site siteFacts, near *vicinity) []string {
	var t topicList
	for _, name := range src.data.names(src.article["about"]) {
		t.add(name)
	}
	for _, m := range tagMetas {
		t.addAll(src.metas[m])
	}
	t.addLinked(src.article["keywords"])
	for _, s := range src.spots {
		if s.kind == tagSpot && !near.aside(s.node) {
			t.addElement(src.Page, s.node)
		}
	}
	said := src.inShort(site)
	for _, m := range topicMetas {
		for _, list := range src.metas[m] {
			if said.mayBeAbout(list) {
				t.addAll([]string{list})
			}
		}
	}
	t.addLinked(src.article["articleSection"])
	for _, name := range src.data.names(src.article["mentions"]) {
		t.add(name)
	}
	return src.withoutCodes(t.names, site)
}

// topicList gathers topics, each once. The marks of a publishing system, such as "@post-id:7", are left out.
type topicList struct {
	names []string
	seen  map[string]bool
}

func (t *topicList) add(name string) {
	name = strings.TrimFunc(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("#,;", r) })
	key := flatKey(name)
	mark := strings.HasPrefix(name, "@") || strings.Contains(name, ":") && lang.HasDigit(name)
	if key == "" || mark || t.seen[key] || len(t.names) >= maxPageTopics || utf8.RuneCountInString(name) > maxTopic {
		return
	}
	if t.seen == nil {
		t.seen = map[string]bool{}
	}
	t.seen[key] = true
	t.names = append(t.names, name)
}

// addAll adds lists of topics as meta elements have them.
func (t *topicList) addAll(lists []string) {
	for _, l := range lists {
		for name := range strings.FieldsFuncSeq(l, partsTopics) {
			t.add(name)
		}
	}
}

// partsTopics reports whether a character stands between the topics of a list.
func partsTopics(r rune) bool { return strings.ContainsRune(",;|、，", r) }

// addLinked adds the topics of a JSON-LD value: a list, a text with commas, or objects with names.
func (t *topicList) addLinked(v any) {
	for _, item := range listed(v) {
		t.addAll([]string{metaText(linkedText(item))})
	}
}

// addElement adds the links in a list of topics, or the words of a link that is a topic.
func (t *topicList) addElement(page dom.Page, n *html.Node) {
	if s := metaText(dom.Attr(n, "content")); s != "" {
		t.addAll([]string{s})
		return
	}
	if n.DataAtom == atom.A {
		t.add(spotText(page, n))
		return
	}
	links := 0
	for c := range n.Descendants() {
		if c.DataAtom == atom.A && links < maxTopicLinks {
			links++
			t.add(spotText(page, c))
		}
	}
}
