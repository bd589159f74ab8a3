package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/page/dom"
)

// titleWeight is the weight of each source in the vote.
var titleWeight = [titleSources]float64{
	fromHeading: 3, fromOpenGraph: 2, fromLinked: 2.5, fromTwitter: 1, fromHeadline: 1, fromAbout: .6, fromMeta: .6,
	fromTitleTag: 1,
}

// What else counts, in the unit of titleWeight.
const (
	bareTitle  = -2.5 // a few words that only a heading has
	loneTitle  = 2.2  // the only heading of a page without JSON-LD
	partWeight = .6   // the share of its weight that a source gives to a title contained in its own
)

// Sizes of titles, in characters of their key and in words.
const (
	minPart      = 8 // a shorter title is not looked for in others
	maxLonger    = 3 // how many times as long as the title contained in it one may be
	minSpoken    = 9 // the title in OpenGraph that a heading has after a kicker
	maxBareWords = 3 // of a heading such as "Log in"
	minTelling   = 4 // a word that two titles have in common
	maxSiteWords = 6 // the name of a site or a section after a title
)

// titleGroup is the sources that give the same title.
type titleGroup struct {
	key   string
	votes []titleVote
	by    [titleSources]bool
	score float64
}

// electedTitle is the title of an article, and the heading that has it, or else the first heading; nil if there is
// none.
type electedTitle struct {
	text  string
	node  *html.Node
	lower *html.Node // a heading below an h1 that has the title, where no h1 does; or nil
}

// place returns the heading that the byline and the date stand by, or nil.
func (t electedTitle) place() *html.Node {
	if t.lower != nil {
		return t.lower
	}
	return t.node
}

// electTitle lets the sources vote on the title.
func electTitle(src *pageSources, site siteFacts) electedTitle {
	votes := titleVotes(src, site)
	groups := groupTitles(votes)
	best := elect(groups)
	if best == nil {
		return electedTitle{text: src.title}
	}
	t := electedTitle{text: withoutSubject(best.text(), groups), node: best.node()}
	if t.node == nil {
		t.lower, t.node = src.headingOf(best.key), firstHeadingOf(votes)
	}
	return t
}

// node returns the first element that has the title, or nil.
func (g *titleGroup) node() *html.Node {
	for _, v := range g.votes {
		if v.node != nil {
			return v.node
		}
	}
	return nil
}

// headingOf returns the first heading below an h1 that has a title, by its key, or nil.
func (s *pageSources) headingOf(key string) *html.Node {
	if utf8.RuneCountInString(key) < minPart {
		return nil
	}
	for n := range s.Nodes(s.Doc) {
		if level := dom.HeadingLevel(n); level > 1 && flatKey(spotText(s.Page, n)) == key {
			return n
		}
	}
	return nil
}

func firstHeadingOf(votes []titleVote) *html.Node {
	for _, v := range votes {
		if v.source == fromHeading {
			return v.node
		}
	}
	return nil
}

func groupTitles(votes []titleVote) []*titleGroup {
	var groups []*titleGroup
	byKey := map[string]*titleGroup{}
	for _, v := range votes {
		if v.key == "" {
			continue
		}
		g := byKey[v.key]
		if g == nil {
			g = &titleGroup{key: v.key}
			byKey[v.key] = g
			groups = append(groups, g)
		}
		g.votes = append(g.votes, v)
		if !g.by[v.source] {
			g.score += titleWeight[v.source]
		}
		g.by[v.source] = true
	}
	return groups
}

// elect returns the group that has the title, or nil.
func elect(groups []*titleGroup) *titleGroup {
	lean(groups)
	if g := editorial(groups); g != nil {
		return g
	}
	var best *titleGroup
	for _, g := range groups {
		if best == nil || g.score > best.score {
			best = g
		}
	}
	return best
}

// lean lets a source vote in part for a title that is contained in its own: a heading with a kicker before it, a page
// title with a section or an unknown site after it. A short heading that no other source confirms loses.
func lean(groups []*titleGroup) {
	alone := loneHeading(groups)
	for _, g := range groups {
		switch {
		case g.isBare(groups):
			g.score += bareTitle
		case g == alone && !g.hasKicker(groups):
			g.score += loneTitle
		}
		sure := g.by[fromHeading] || g.by[fromOpenGraph] || g.by[fromLinked] || g.by[fromHeadline]
		if !sure || utf8.RuneCountInString(g.key) < minPart {
			continue
		}
		for _, longer := range groups {
			if longer == g || len(longer.key) > maxLonger*len(g.key) || !g.isPart(longer) {
				continue
			}
			for source, said := range longer.by {
				if said && !g.by[source] {
					g.score += titleWeight[source] * partWeight
				}
			}
		}
	}
}

// loneHeading returns the only heading of a page, which is trusted most: it is what the page shows. It returns nil
// where OpenGraph and JSON-LD agree on the same words with a subject before them, or JSON-LD has them without theirs;
// nor where JSON-LD has another title and no other source confirms the heading.
func loneHeading(groups []*titleGroup) *titleGroup {
	var alone *titleGroup
	for _, g := range groups {
		if g.by[fromHeading] && alone != nil {
			return nil
		}
		if g.by[fromHeading] {
			alone = g
		}
	}
	for _, g := range groups {
		if alone == nil || g == alone || !g.by[fromLinked] {
			continue
		}
		subject := g.by[fromOpenGraph] && strings.HasSuffix(g.key, alone.key) || strings.HasSuffix(alone.key, g.key)
		if subject || !alone.by[fromTitleTag] && !alone.by[fromOpenGraph] {
			return nil
		}
	}
	return alone
}

// hasKicker reports whether a heading is the title in OpenGraph after a kicker in an element of its own: no separator
// is between them.
func (g *titleGroup) hasKicker(groups []*titleGroup) bool {
	for _, other := range groups {
		if other == g || !other.by[fromOpenGraph] || utf8.RuneCountInString(other.key) < minSpoken {
			continue
		}
		if before, ok := strings.CutSuffix(g.votes[0].text, other.votes[0].text); ok {
			before = strings.TrimRight(before, " ")
			r, _ := utf8.DecodeLastRuneInString(before)
			return unicode.IsLetter(r) || unicode.IsDigit(r)
		}
	}
	return false
}

// isBare reports whether a title is only a short heading such as "Log in", no word of which is in any other source.
func (g *titleGroup) isBare(groups []*titleGroup) bool {
	text := strings.ToLower(g.votes[0].text)
	if len(strings.Fields(text)) > maxBareWords || strings.ContainsFunc(text, lang.IsDense) {
		return false
	}
	for source, said := range g.by {
		if said && titleSource(source) != fromHeading && titleSource(source) != fromHeadline {
			return false
		}
	}
	others := false
	for _, other := range groups {
		if other == g || other.by[fromHeading] {
			continue
		}
		others = true
		if shareWord(text, strings.ToLower(other.votes[0].text)) {
			return false
		}
	}
	return others
}

// shareWord reports whether a word of minTelling letters or more of one text is part of the other.
func shareWord(a, b string) bool {
	for range 2 {
		for w := range strings.FieldsSeq(a) {
			if w = strings.Trim(w, ".,:;!?\"'()"); utf8.RuneCountInString(w) >= minTelling && strings.Contains(b, w) {
				return true
			}
		}
		a, b = b, a
	}
	return false
}

// isPart reports whether a longer title is this one after a kicker or before the name of a site. Where OpenGraph or
// JSON-LD have the kicker too, it belongs to the title.
func (g *titleGroup) isPart(longer *titleGroup) bool {
	if strings.HasSuffix(longer.key, g.key) {
		return len(longer.key) > len(g.key) && !longer.by[fromOpenGraph] && !longer.by[fromLinked]
	}
	rest, ok := strings.CutPrefix(longer.votes[0].text, g.votes[0].text)
	if !ok || rest == "" {
		return false
	}
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " « ", " » ", " • "} {
		if after, ok := strings.CutPrefix(rest, sep); ok {
			return len(strings.Fields(after)) <= maxSiteWords
		}
	}
	after, ok := strings.CutPrefix(rest, "-")
	return ok && len(after) < len(g.key) && len(strings.Fields(after)) == 1 && strings.ContainsFunc(after, lang.IsDense)
}

// editorial returns the title given by the editors where the page also has one for search engines: the title element,
// the heading and one of OpenGraph and JSON-LD agree, and only the other differs.
func editorial(groups []*titleGroup) *titleGroup {
	var tag, graph, linked *titleGroup
	for _, g := range groups {
		if g.by[fromTitleTag] {
			tag = g
		}
		if g.by[fromOpenGraph] {
			graph = g
		}
		if g.by[fromLinked] {
			linked = g
		}
	}
	if tag == nil || graph == nil || linked == nil || graph == linked {
		return nil
	}
	if !tag.by[fromHeading] {
		return nil
	}
	switch {
	case (tag == graph || cutShort(graph.key, tag.key)) && !linked.by[fromTwitter] &&
		!strings.Contains(tag.key, linked.key) && !cutShort(tag.key, linked.key):
		return linked
	case tag == linked && (!graph.by[fromTwitter] || !tag.by[fromAbout]) &&
		!cutShort(graph.key, tag.key) && !cutShort(tag.key, graph.key):
		return graph
	}
	return nil
}

// cutShort reports whether b begins with a.
func cutShort(a, b string) bool { return strings.HasPrefix(b, a) }
