package parse

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// titleSource is where a page says its title, those that say it as it is printed first.
type titleSource int

const (
	fromHeading titleSource = iota // an h1 that is no logo
	fromOpenGraph
	fromLinked // JSON-LD of the article
	fromTwitter
	fromHeadline // an element that is marked as the headline
	fromAbout    // JSON-LD of the page
	fromMeta     // the metas of libraries, search engines and statistics
	fromTitleTag
	titleSources
)

// titleVote is what one source says that the title is.
type titleVote struct {
	text   string // without the name of the site
	key    string
	source titleSource
	node   *html.Node // of a heading
}

var titleMetas = [...]string{"headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title", "cxenseparse:title", "mrf:title", "title", "hdl", "eomportal-title"}

// titleVotes gathers what the sources say.
func (r *metaReader) titleVotes() []titleVote {
	var votes []titleVote
	add := func(source titleSource, text string, node *html.Node) {
		if text != "" {
			votes = append(votes, titleVote{text: text, key: flatKey(text), source: source, node: node})
		}
	}
	headings := 0
	for _, s := range r.spots {
		if s.kind == headSpot && headings < 8 {
			if t := spotText(s.node); !r.isSite(t) && !r.isLogo(s.node) {
				add(fromHeading, t, s.node)
				headings++
			}
		}
		if s.kind == headlineSpot && headings < 8 {
			if t := spotText(s.node); utf8.RuneCountInString(t) > 3 {
				add(fromHeadline, t, s.node)
				headings++
			}
		}
	}
	add(fromOpenGraph, r.first("og:title"), nil)
	add(fromTwitter, r.first("twitter:title", "twitter:text:title"), nil)
	add(fromLinked, r.article.line("headline", "name"), nil)
	add(fromAbout, r.about.line("headline", "name"), nil)
	for _, m := range titleMetas {
		add(fromMeta, r.first(m), nil)
	}
	add(fromTitleTag, r.title, nil)
	r.strip(votes)
	return votes
}

// strip takes the name of the site off the votes.
func (r *metaReader) strip(votes []titleVote) {
	for i := range votes {
		if v := &votes[i]; v.source != fromHeading && v.source != fromHeadline {
			v.text = r.withoutSite(v.text)
			if v.source != fromLinked && v.source != fromMeta {
				v.text = withoutTail(v.text)
			}
			v.key = flatKey(v.text)
		}
	}
}

// titleSeparators stand between a title and the name of its site.
var titleSeparators = [...]string{" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ǀ ", " ⋆ ", " ~ ", " : ", "｜", "|", "_", " -", "- ", "：", ": ", ":", "ㅣ"}

// withoutSite takes off what stands before the first or after the last separator when it is a name of the site.
func (r *metaReader) withoutSite(s string) string {
	for range 4 {
		rest := r.withoutPart(s)
		if rest == s {
			break
		}
		s = rest
	}
	return s
}

func (r *metaReader) withoutPart(s string) string {
	for _, sep := range titleSeparators {
		if i := strings.LastIndex(s, sep); i > 0 {
			before, after := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
			if before != "" && !r.isSite(before) && r.isSite(after) {
				return before
			}
		}
		if i := strings.Index(s, sep); i > 0 {
			before, after := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
			if after != "" && !r.isSite(after) && r.isSite(before) {
				return after
			}
		}
	}
	if i := strings.LastIndex(s, ", "); i > 0 && r.isSite(s[i+2:]) {
		return s[:i]
	}
	return s
}

// withoutTail takes off what stands after the last bar: sites put their name and section there.
func withoutTail(s string) string {
	for range 3 {
		i := strings.LastIndex(s, " | ")
		if i < 0 || len(strings.Fields(s[:i])) < 2 || len(strings.Fields(s[i+3:])) > 6 {
			break
		}
		s = strings.TrimSpace(s[:i])
	}
	return s
}
