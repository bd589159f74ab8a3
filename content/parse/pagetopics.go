package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	maxPageTopics = 60
	maxTopic      = 60 // characters of a topic
)

// topicMetas are the metas that name topics: those of tags and keywords first, then those of the section.
var topicMetas = [...]string{
	"article:tag", "og:article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags", "tags", "mrf:tags", "article:tags", "og:keywords", "dc.subject", "dcterms.subject", "citation_keywords", "keyword",
	"article:section", "og:article:section", "parsely-section", "section", "mrf:sections", "category", "article:category", "og:section", "cxenseparse:recs:category", "news_section", "genre",
}

// topics returns what the publisher says that the article is about, the surest first.
func (r *metaReader) topics() []string {
	var t topicList
	for _, v := range listed(r.article["about"]) {
		t.add(metaText(linkedText(r.data.resolved(v))))
	}
	for _, m := range topicMetas[:3] {
		t.addAll(r.metas[m])
	}
	t.addLinked(r.article["keywords"])
	for _, s := range r.spots {
		if s.kind == tagSpot && !r.aside(s.node) {
			t.addElement(s.node)
		}
	}
	for _, m := range topicMetas[3:] {
		t.addAll(r.metas[m])
	}
	t.addLinked(r.article["articleSection"])
	for _, v := range listed(r.article["mentions"]) {
		t.add(metaText(linkedText(r.data.resolved(v))))
	}
	return r.withoutNames(t.names)
}

// withoutNames leaves out the name of the site, which some publishers put among the topics.
func (r *metaReader) withoutNames(names []string) []string {
	kept := names[:0]
	for _, n := range names {
		key := flatKey(n)
		site := false
		for _, own := range r.names {
			site = site || own == key
		}
		if !site {
			kept = append(kept, n)
		}
	}
	return kept
}

// topicList gathers topics, each once. The marks of a publishing system, such as "@post-id:7", are none.
type topicList struct {
	names []string
	seen  map[string]bool
}

func (t *topicList) add(name string) {
	name = strings.TrimFunc(name, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("#,;", r) })
	key := flatKey(name)
	if key == "" || strings.HasPrefix(name, "@") || strings.Contains(name, ":") && hasDigit(name) || t.seen[key] || len(t.names) >= maxPageTopics || utf8.RuneCountInString(name) > maxTopic {
		return
	}
	if t.seen == nil {
		t.seen = map[string]bool{}
	}
	t.seen[key] = true
	t.names = append(t.names, name)
}

// addAll adds lists of topics, as metas have them.
func (t *topicList) addAll(lists []string) {
	for _, l := range lists {
		for name := range strings.FieldsFuncSeq(l, func(r rune) bool { return strings.ContainsRune(",;|、，", r) }) {
			t.add(name)
		}
	}
}

// addLinked adds what JSON-LD has: a list, a text with commas, or objects with names.
func (t *topicList) addLinked(v any) {
	for _, item := range listed(v) {
		t.addAll([]string{metaText(linkedText(item))})
	}
}

// addElement adds the links of a list of topics, or the words of a link that is a topic.
func (t *topicList) addElement(n *html.Node) {
	if s := metaText(attr(n, "content")); s != "" {
		t.addAll([]string{s})
		return
	}
	if n.DataAtom == atom.A {
		t.add(spotText(n))
		return
	}
	links := 0
	for c := range n.Descendants() {
		if c.DataAtom == atom.A && links < 30 {
			links++
			t.add(spotText(c))
		}
	}
}
