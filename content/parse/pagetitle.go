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

const (
	maxHeadings = 8 // headings that have a vote
	minHeadline = 4 // characters of an element that is marked as the headline
	maxSiteCuts = 4 // names of the site that one title may have
	maxTails    = 3 // parts after a bar that one title may have
	minCutTitle = 2 // words of a title that are left when what is after a bar goes
)

// titleVotes gathers what the sources say.
func titleVotes(src *pageSources, site siteFacts) []titleVote {
	votes := visibleTitles(src, site)
	add := func(source titleSource, text string) {
		if text == "" {
			return
		}
		text = site.withoutSite(text)
		if source != fromLinked && source != fromMeta {
			text = withoutTail(text)
		}
		votes = append(votes, titleVote{text: text, key: flatKey(text), source: source})
	}
	add(fromOpenGraph, src.metas.first("og:title"))
	add(fromTwitter, src.metas.first("twitter:title", "twitter:text:title"))
	add(fromLinked, src.article.line("headline", "name"))
	add(fromAbout, src.about.line("headline", "name"))
	for _, m := range titleMetas {
		add(fromMeta, src.metas.first(m))
	}
	add(fromTitleTag, src.title)
	return votes
}

// visibleTitles returns what the first headings of a page say, and the elements that are marked as headlines.
func visibleTitles(src *pageSources, site siteFacts) []titleVote {
	var votes []titleVote
	for _, s := range src.spots {
		if len(votes) == maxHeadings {
			break
		}
		switch s.kind {
		case headSpot:
			if t := spotText(s.node); !site.isCalled(t) && !src.isLogo(s.node) {
				votes = append(votes, titleVote{text: t, key: flatKey(t), source: fromHeading, node: s.node})
			}
		case headlineSpot:
			if t := spotText(s.node); utf8.RuneCountInString(t) >= minHeadline {
				votes = append(votes, titleVote{text: t, key: flatKey(t), source: fromHeadline, node: s.node})
			}
		}
	}
	return votes
}

// titleSeparators stand between a title and the name of its site.
var titleSeparators = [...]string{" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ǀ ", " ⋆ ", " ~ ", " : ", "｜", "|", "_", " -", "- ", "：", ": ", ":", "ㅣ"}

// withoutSite takes off what stands before the first or after the last separator when it is a name of the site.
func (f siteFacts) withoutSite(s string) string {
	for range maxSiteCuts {
		rest := f.withoutPart(s)
		if rest == s {
			break
		}
		s = rest
	}
	return s
}

func (f siteFacts) withoutPart(s string) string {
	for _, sep := range titleSeparators {
		if i := strings.LastIndex(s, sep); i > 0 {
			before, after := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
			if before != "" && !f.isCalled(before) && f.isCalled(after) {
				return before
			}
		}
		if i := strings.Index(s, sep); i > 0 {
			before, after := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
			if after != "" && !f.isCalled(after) && f.isCalled(before) {
				return after
			}
		}
	}
	if i := strings.LastIndex(s, ", "); i > 0 && f.isCalled(s[i+len(", "):]) {
		return s[:i]
	}
	return s
}

// withoutTail takes off what stands after the last bar: sites put their name and section there.
func withoutTail(s string) string {
	for range maxTails {
		i := strings.LastIndex(s, " | ")
		if i < 0 || len(strings.Fields(s[:i])) < minCutTitle || len(strings.Fields(s[i+len(" | "):])) > maxSiteWords {
			break
		}
		s = strings.TrimSpace(s[:i])
	}
	return s
}
