package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// titleWeight is how much the word of each source counts for.
var titleWeight = [titleSources]float64{
	fromTitleTag: 1, fromHeading: 3, fromHeadline: 1, fromOpenGraph: 2, fromTwitter: 1, fromLinked: 2.5, fromAbout: .6, fromMeta: .6,
}

// titleGroup is the sources that say the same title.
type titleGroup struct {
	key   string
	votes []titleVote
	by    [titleSources]bool
	score float64
}

// titleOf lets the sources vote on the title.
func (r *metaReader) titleOf() string {
	votes := r.titleVotes()
	groups := groupTitles(votes)
	best := elect(groups)
	if best == nil {
		return r.title
	}
	for _, v := range best.votes {
		if v.node != nil && r.meta.titleNode == nil {
			r.meta.titleNode = v.node
		}
	}
	if r.meta.titleNode == nil {
		r.meta.titleNode = firstHeadingOf(votes)
	}
	return best.text()
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

// elect returns the group that is the title, or nil.
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

// lean lets a source whose title is another one with something before or after it speak for that one, too: a heading with the
// subject before it, a page's title with the name of its section.
func lean(groups []*titleGroup) {
	for _, g := range groups {
		if utf8.RuneCountInString(g.key) < 8 || !g.by[fromHeading] && !g.by[fromOpenGraph] && !g.by[fromLinked] && !g.by[fromHeadline] {
			if len(strings.Fields(g.votes[0].text)) < 3 {
				g.score--
			}
			continue
		}
		for _, longer := range groups {
			if len(longer.key) <= len(g.key) || len(longer.key) > 3*len(g.key) || !g.isPart(longer) {
				continue
			}
			for source, said := range longer.by {
				if said && !g.by[source] {
					g.score += titleWeight[source] * .6
				}
			}
		}
	}
}

// isPart tells whether a title is the end of another one, or its beginning up to a sign that parts titles.
func (g *titleGroup) isPart(longer *titleGroup) bool {
	if strings.HasSuffix(longer.key, g.key) {
		return true
	}
	rest, ok := strings.CutPrefix(longer.votes[0].text, g.votes[0].text)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	return ok && rest != "" && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// editorial returns the title that the editors have given where the rest of the page has one for search engines: the title of the
// page, the heading and one of OpenGraph and JSON-LD agree, and the other alone says something else.
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
	switch {
	case tag == graph && tag.by[fromHeading] && !linked.by[fromTwitter] && !cutShort(linked.key, tag.key):
		return linked
	case tag == linked && tag.by[fromHeading] && !graph.by[fromTwitter] && !cutShort(graph.key, tag.key):
		return graph
	}
	return nil
}

// cutShort tells whether a is the beginning of b.
func cutShort(a, b string) bool { return strings.HasPrefix(b, a) }

// text returns the form of the title that most sources use, and of two equally frequent ones that with more spaces, as it stands in the
// heading.
func (g *titleGroup) text() string {
	count := map[string]float64{}
	best := ""
	for _, v := range g.votes {
		count[v.text] += titleWeight[v.source]
		if best == "" || count[v.text] > count[best] {
			best = v.text
		}
	}
	return best
}
