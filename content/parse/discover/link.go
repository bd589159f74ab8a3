package discover

import (
	"net/url"
	"slices"
	"strings"

	"lede/model/address"
	"lede/model/clean"
	"lede/model/query"
)

// declared are the candidates that the page's head names, whatever the spelling: the types of RSS, Atom, RDF and JSON
// Feed, and those of XML and JSON in general where the address looks like a feed's.
func declared(p *page) []Candidate {
	var all []Candidate
	for _, l := range p.links {
		if l.inText || !namesFeed(l) {
			continue
		}
		u := p.resolve(l.href)
		format, sure := formatOf(l.kind)
		if u == "" || !sure && !looksFeed(u) || isOther(u) || p.isElsewhere(u) ||
			sameAddress(u) == sameAddress(p.at.String()) {
			continue
		}
		c := Candidate{URL: u, Title: l.title, Format: format, From: Declared}
		all = append(all, p.scoped(c))
	}
	return all
}

// namesFeed reports whether a <link> may lead to a feed by its relation. "feed" is that of a draft of HTML5.
func namesFeed(l link) bool {
	rel := strings.Fields(l.rel)
	return (slices.Contains(rel, "alternate") || slices.Contains(rel, "alternative") || slices.Contains(rel, "feed")) &&
		!slices.Contains(rel, "stylesheet")
}

// formatOf returns the format of a media type. sure reports whether only feeds are of that type.
func formatOf(kind string) (format string, sure bool) {
	kind, _, _ = strings.Cut(kind, ";")
	switch kind = strings.TrimSpace(kind); kind {
	case "application/rss+xml", "application/x-rss+xml", "application/x.rss+xml", "application/rss", "text/rss",
		"text/rss+xml", "application/rss-xml":
		return "rss", true
	case "application/atom+xml", "application/x.atom+xml", "application/x-atom+xml", "application/atom", "text/atom",
		"text/atom+xml", "application/atomxml":
		return "atom", true
	case "application/feed+json":
		return "json", true
	case "application/rdf+xml", "text/rdf", "text/rdf+xml":
		return "rdf", true
	}
	return "", false
}

// isOther reports whether an address with the type of a feed is known for something else: an export of a wiki's facts.
func isOther(u string) bool {
	u = strings.ToLower(u)
	return strings.Contains(u, "exportrdf") || strings.Contains(u, "oembed") || strings.Contains(u, "/wp-json/")
}

// linked are the candidates among the links of the page's text.
func linked(p *page) []Candidate {
	var all []Candidate
	for _, l := range p.links {
		if !l.inText || l.href == "" || l.href[0] == '#' {
			continue
		}
		_, sure := formatOf(l.kind)
		_, isScheme := cutFold(l.href, "feed:")
		says := sure || isScheme || isFeedWords(l.words) || isFeedWords(l.title)
		u := p.resolve(l.href)
		if u == "" || isOther(u) || sameAddress(u) == sameAddress(p.at.String()) || !says && !looksFeed(u) {
			continue
		}
		if !says && !p.isOurs(u) || says && p.isElsewhere(u) {
			continue
		}
		title := clean.Line(l.words)
		if title == "" {
			title = l.title
		}
		all = append(all, p.scoped(Candidate{URL: u, Title: title, From: Linked}))
	}
	return all
}

// isOurs reports whether an address is on the page's site, or on a host that keeps feeds for others.
func (p *page) isOurs(u string) bool {
	host := address.Host(u)
	return address.SameSite(u, p.base) || strings.HasPrefix(host, "feeds.") || strings.HasPrefix(host, "feeds2.") ||
		address.Site(host) == "feedburner.com" || host == "feedpress.me" || host == "rss.com"
}

// isElsewhere reports whether a link leads from the page's site to a reader on the web or to a network.
func (p *page) isElsewhere(u string) bool { return isAggregator(u) && !p.isOurs(u) }

// isAggregator reports whether a link leads to a reader on the web or to a network, and not to a feed.
func isAggregator(u string) bool {
	switch address.Site(address.Host(u)) {
	case "feedly.com", "inoreader.com", "netvibes.com", "newsblur.com", "bloglovin.com", "theoldreader.com", "yahoo.com",
		"google.com", "facebook.com", "twitter.com", "x.com", "addtoany.com", "subtome.com", "follow.it", "bazqux.com",
		"wikipedia.org", "apple.com", "spotify.com":
		return true
	}
	return false
}

// isFeedWords reports whether the words of a link say that it leads to a feed: "RSS", "Subscribe via Atom".
func isFeedWords(s string) bool {
	words := query.Tokens(s)
	return len(words) > 0 && len(words) <= 6 && slices.ContainsFunc(words, func(w string) bool {
		return w == "rss" || w == "atom" || w == "rss2" || w == "newsfeed" || w == "webfeed"
	}) || len(words) == 1 && words[0] == "feed"
}

// looksFeed reports whether an address is formed like that of a feed.
func looksFeed(s string) bool {
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	for key, values := range u.Query() {
		value := strings.ToLower(values[0])
		switch strings.ToLower(key) {
		case "feed", "format", "type", "output", "outputtype", "alt", "fmt", "view", "action", "page":
			if isFormat(value) || value == "backend" || strings.HasPrefix(value, ".xml") {
				return true
			}
		}
	}
	parts := segments(strings.ToLower(u.Path))
	if len(parts) == 0 {
		return false
	}
	last := parts[len(parts)-1]
	stem, ending, _ := cutLast(last, ".")
	switch ending {
	case "rss", "atom", "rdf":
		return true
	case "xml", "json", "php", "aspx", "html":
		return isFormat(stem) || (ending == "xml" || ending == "json") && (stem == "index" && len(parts) > 1 &&
			isFormat(parts[len(parts)-2]) || containsWord(stem, isFormat) || inFeedFolder(parts))
	}
	return isFormat(last) || inFeedFolder(parts)
}

// inFeedFolder reports whether a folder of the path is named for feeds: /feed/podcast, /rss/news.
func inFeedFolder(parts []string) bool {
	return slices.ContainsFunc(parts[:len(parts)-1], func(s string) bool {
		return s == "feed" || s == "feeds" || s == "rss"
	})
}

// isFormat reports whether a word of an address names a feed or the format of one.
func isFormat(s string) bool {
	switch s {
	case "feed", "feeds", "rss", "rss2", "rss20", "atom", "atom1", "rdf", "jsonfeed", "newsfeed", "rssfeed",
		"comments-rss2":
		return true
	}
	return false
}

// containsWord reports whether f holds for a word of s.
func containsWord(s string, f func(word string) bool) bool {
	return slices.ContainsFunc(pathWords(s), f)
}

// pathWords are the words of a part of an address.
func pathWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r < 0x80
	})
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
