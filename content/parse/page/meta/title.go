package meta

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/page/class"
)

// titleSource is where a page gives its title. Sources that have it as it is printed come first.
type titleSource int

const (
	fromHeading titleSource = iota // an h1 other than a logo
	fromOpenGraph
	fromLinked // JSON-LD about the article
	fromTwitter
	fromHeadline // an element that is marked as the headline
	fromAbout    // JSON-LD about the page
	fromMeta     // meta elements for libraries, search engines and statistics
	fromTitleTag
	titleSources
)

// titleVote is the title that one source gives.
type titleVote struct {
	text   string // without the name of the site
	key    string
	source titleSource
	node   *html.Node // of a heading
}

var titleMetas = [...]string{
	"headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title",
	"cxenseparse:title", "mrf:title", "title", "hdl", "eomportal-title",
}

const (
	maxHeadings = 8   // headings with a vote
	minHeadline = 4   // characters of an element marked up as the headline
	maxTitle    = 250 // characters of a title in the head of a page: a longer one is its description
	maxSiteCuts = 4   // names of the site that one title may have
	maxTails    = 3   // parts after a bar that one title may have
	minCutTitle = 2   // words that must be left of a title before a bar
)

// titleVotes gathers the titles that the sources give.
func titleVotes(src *pageSources, site siteFacts) []titleVote {
	votes := visibleTitles(src, site)
	add := func(source titleSource, text string) {
		if text == "" || source != fromTitleTag && utf8.RuneCountInString(text) > maxTitle {
			return
		}
		if text = src.asHeaded(text, votes, site); source != fromLinked && source != fromMeta {
			text = withoutTail(text)
		}
		if source == fromTitleTag {
			text = withoutDenseTail(text)
		}
		votes = append(votes, titleVote{text: withoutSigns(text), key: flatKey(text), source: source})
	}
	add(fromOpenGraph, src.metas.first("og:title"))
	add(fromTwitter, src.metas.first("twitter:title", "twitter:text:title"))
	add(fromLinked, src.article.line("headline", "name"))
	add(fromAbout, src.about.line("headline", "name"))
	for _, m := range titleMetas {
		add(fromMeta, src.metas.first(m))
	}
	add(fromTitleTag, src.title)
	src.dropKickers(votes)
	src.dropSmallPrint(votes)
	return votes
}

// asHeaded returns a title without the name of the site, which stays where a heading says it as well.
func (s *pageSources) asHeaded(text string, votes []titleVote, site siteFacts) string {
	key := flatKey(text)
	for _, v := range votes {
		if v.source == fromHeading && v.key == key {
			return text
		}
	}
	return site.withoutSite(text)
}

// dropSmallPrint leaves a date and what follows it out of a heading that has them in small print after its words.
func (s *pageSources) dropSmallPrint(votes []titleVote) {
	for i := range votes {
		v := &votes[i]
		if v.node == nil {
			continue
		}
		for c := range v.node.Descendants() {
			small := spotText(s.Page, c)
			if !isSmallPrint(c) || small == "" {
				continue
			}
			rest, ok := strings.CutSuffix(v.text, small)
			if _, dated := dateIn(small); ok && dated && rest != "" {
				v.text = strings.TrimRight(rest, " |–—-·•")
				v.key = flatKey(v.text)
				break
			}
		}
	}
}

// dropKickers leaves the kicker out of a heading that has it in an element of its own, where another source gives the
// rest as the title and none gives all of it.
func (s *pageSources) dropKickers(votes []titleVote) {
	keys := map[string]bool{}
	for _, v := range votes {
		if v.source != fromHeading {
			keys[v.key] = true
		}
	}
	for i := range votes {
		v := &votes[i]
		if v.source != fromHeading || keys[v.key] {
			continue
		}
		for c := range v.node.Descendants() {
			if class.Of(c)&class.Minor == 0 {
				continue
			}
			rest, ok := strings.CutPrefix(v.text, spotText(s.Page, c))
			if rest = strings.TrimLeft(rest, " :|–—-"); ok && begins(keys, flatKey(rest)) {
				v.text, v.key = rest, flatKey(rest)
				break
			}
		}
	}
}

// begins reports whether one of the keys begins with another: a title may have the name of the site at its end.
func begins(keys map[string]bool, key string) bool {
	if len(key) < minPart {
		return false
	}
	for k := range keys {
		if strings.HasPrefix(k, key) {
			return true
		}
	}
	return false
}

// visibleTitles returns the first headings of a page, and the elements that are marked up as headlines.
func visibleTitles(src *pageSources, site siteFacts) []titleVote {
	var votes []titleVote
	for _, s := range src.spots {
		if len(votes) == maxHeadings {
			break
		}
		switch s.kind {
		case headSpot:
			if t := spotText(src.Page, s.node); !site.isCalled(t) && !src.isLogo(s.node) {
				votes = append(votes, titleVote{text: t, key: flatKey(t), source: fromHeading, node: s.node})
			}
		case headlineSpot:
			if t := spotText(src.Page, s.node); utf8.RuneCountInString(t) >= minHeadline {
				votes = append(votes, titleVote{text: t, key: flatKey(t), source: fromHeadline, node: s.node})
			}
		}
	}
	return votes
}

// titleSeparators separate a title from the name of its site.
var titleSeparators = [...]string{
	" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ǀ ", " ⋆ ", " ~ ", " : ",
	"｜", "|", "_", " -", "- ", "：", ": ", ":", "ㅣ",
}

// withoutSite removes the part before the first or after the last separator where it is a name of the site.
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

// withoutTail removes the part after the last bar: that is where sites put their name and section.
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

// withoutDenseTail removes the short parts at the end of a title of a script without spaces, after signs that words
// are not joined by: the section and the site.
func withoutDenseTail(s string) string {
	for range maxTails {
		i := strings.LastIndexAny(s, "_|")
		if i < 0 || !strings.ContainsFunc(s[i:], lang.IsDense) || !strings.ContainsFunc(s[:i], lang.IsDense) ||
			len(s[i:]) > len(s[:i])/2 || strings.Contains(s[i:], " ") {
			break
		}
		s = strings.TrimSpace(s[:i])
	}
	return s
}

// withoutSigns removes the ornaments and separators that a title ends in.
func withoutSigns(s string) string {
	head := strings.TrimRight(s, " |–—-·•⋆»«~_")
	if head == "" {
		return s
	}
	return head
}
