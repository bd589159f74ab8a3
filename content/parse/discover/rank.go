package discover

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"lede/model/address"
	"lede/model/query"
)

// rank puts candidates in their order and says which of them are copies of an earlier one, or equal to the first. What
// the order does not decide stays as the page has it: publishers name the feed for everyone first.
func rank(all []Candidate, p *page) {
	mendTitles(all)
	places := make(map[string]place, len(all))
	for i, c := range all {
		at := p.place(c)
		if at.narrow > 0 && i < maxCompared && isBeginning(c, all[:min(len(all), maxCompared)]) {
			at.narrow = 0
		}
		places[c.URL] = at
	}
	slices.SortStableFunc(all, func(a, b Candidate) int { return places[a.URL].compare(places[b.URL]) })
	seen := seen{}
	for i := range all {
		c := &all[i]
		c.Copy = seen.has(*c)
		first, this := places[all[0].URL], places[c.URL]
		first.format, this.format = 0, 0
		c.Equal = i > 0 && !c.Copy && c.From != Service && c.Scope != Comments && first.compare(this) == 0
	}
}

// maxCompared is how many titles are compared with each other.
const maxCompared = 100

// isBeginning reports whether other titles go on from that of a candidate: "Post" beside "Post Sport", "Post Money".
func isBeginning(c Candidate, all []Candidate) bool {
	title := bareTitle(c.Title)
	return title != "" && slices.ContainsFunc(all, func(other Candidate) bool {
		return other.Scope != Comments && strings.HasPrefix(bareTitle(other.Title), title+" ")
	})
}

// mendTitles takes back what titles say of comments where every one of them does: then it is the site's own name.
func mendTitles(all []Candidate) {
	for _, c := range all {
		if u, err := url.Parse(c.URL); err != nil || c.Scope != Comments || commentAddress(u) ||
			strings.Contains(c.Title, "»") {
			return
		}
	}
	if len(all) < 2 {
		return
	}
	for i := range all {
		all[i].Scope = Whole
	}
}

// place is where a candidate belongs among the others; less is better in each, the first that differs decides.
type place struct{ comments, source, part, narrow, format int }

func (a place) compare(b place) int {
	return cmp.Or(a.comments-b.comments, a.source-b.source, a.part-b.part, a.narrow-b.narrow, a.format-b.format)
}

func (p *page) place(c Candidate) place {
	at := place{source: slices.Index([]Source{Service, Declared, Linked, Guessed}, c.From)}
	if c.From == Linked && !looksFeed(c.URL) {
		at.source = 4 // its words say so, its address does not: it may be a page about feeds
	}
	switch c.Scope {
	case Comments:
		at.comments = 1
	case Part:
		at.part = 1
	case Whole:
	}
	if c.From != Service && !p.isWide(c) {
		at.narrow = 1
	}
	if c.Format == "rdf" || isOld(c.Title) {
		at.format = 1
	}
	return at
}

// isOld reports whether a title names a version of a format that has a better one.
func isOld(title string) bool {
	return strings.Contains(title, "RSS .9") || strings.Contains(title, "RSS 0.9") || strings.Contains(title, "Atom 0.3")
}

// isWide reports whether a feed says that it has everything of the site: by an address without a folder of its own, by
// the name of the site as its title, or in words.
func (p *page) isWide(c Candidate) bool {
	u, err := url.Parse(c.URL)
	if err != nil {
		return false
	}
	if name := bareTitle(c.Title); name != "" && p.isName(name) {
		return true
	}
	return p.skeleton(u) == "" || wideWords().in(c.Title) || containsWord(strings.ToLower(u.Path), isWideWord)
}

// isName reports whether a bare title is the name of the page's site.
func (p *page) isName(title string) bool {
	host := address.Host(p.base)
	return title == bareTitle(p.meta["og:site_name"]) || title == bareTitle(address.NameOf(p.at)) ||
		title == bareTitle(address.Site(host))
}

func isWideWord(w string) bool {
	return w == "all" || w == "full" || w == "latest" || w == "everything"
}

// skeleton returns what the path of an address has beside the words for feeds and formats and the language of the
// page.
func (p *page) skeleton(u *url.URL) string {
	parts := segments(strings.ToLower(u.Path))
	if own := segments(strings.ToLower(p.at.Path)); len(parts) > 0 && len(own) > 1 && parts[0] == own[0] &&
		isLanguage(own[0]) {
		parts = parts[1:]
	}
	return strings.Join(slices.DeleteFunc(append(words(parts), parameters(u)...), isCommon), " ")
}

// isLanguage reports whether a folder is named for a language, and perhaps a country: de, pt-br.
func isLanguage(s string) bool { return len(s) == 2 || len(s) == 5 && (s[2] == '-' || s[2] == '_') }

func words(parts []string) []string {
	var all []string
	for _, part := range parts {
		all = append(all, pathWords(part)...)
	}
	return all
}

// parameters are the parameters of an address that say more than a format.
func parameters(u *url.URL) []string {
	var all []string
	for key, values := range u.Query() {
		if !isFormat(strings.ToLower(values[0])) && !isCommon(strings.ToLower(values[0])) {
			all = append(all, key+"="+values[0])
		}
	}
	slices.Sort(all)
	return all
}

// isCommon reports whether a word of an address says nothing of what a feed is about.
func isCommon(w string) bool {
	switch w {
	case "xml", "index", "json", "php", "aspx", "html", "posts", "default", "main", "blog", "news", "main0", "backend",
		"rss1", "rss092", "en", "spip", "page", "1", "2", "0", "export", "syndication", "public":
		return true
	}
	return isFormat(w)
}

// seen holds the candidates that were met already, by what their addresses and their titles are about.
type seen map[string][]Candidate

// has reports whether a candidate is another form of one that was met, and takes it in. It is one when the address
// differs in the words for formats only, or when the title does and the format or the host is another.
func (s seen) has(c Candidate) bool {
	u, err := url.Parse(c.URL)
	if err != nil || c.From == Service {
		return false
	}
	about := string(c.Scope) + "\x00" + address.BareServer(u) + " " + (&page{at: &url.URL{}}).skeleton(u)
	title := string(c.Scope) + "\x01" + bareTitle(c.Title)
	same := len(s[about]) > 0 || bareTitle(c.Title) != "" && slices.ContainsFunc(s[title], func(other Candidate) bool {
		return other.Format != c.Format || address.Host(other.URL) != address.Host(c.URL)
	})
	s[about], s[title] = append(s[about], c), append(s[title], c)
	return same
}

// bareTitle returns a title without the words for feeds and formats, folded.
func bareTitle(title string) string {
	return strings.Join(slices.DeleteFunc(query.Tokens(title), func(w string) bool {
		switch w {
		case "xml", "version", "format", "json", "the", "1", "2", "0", "92", "3", "91", "9", "10", "for", "of", "www", "com":
			return true
		}
		return isFormat(w)
	}), " ")
}
