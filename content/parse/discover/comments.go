package discover

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"lede/content/lang"
	"lede/model/query"
)

// wordings are words for a thing in all languages, as query.Tokens writes them between blanks. One that leaves its end
// open has no blank there.
type wordings []string

// commentWords are the words for comments.
var commentWords = sync.OnceValue(func() wordings { return wordingsOf("comments") })

func wordingsOf(kind string) wordings {
	var all wordings
	for _, w := range lang.Words(kind) {
		stem, isOpen := strings.CutSuffix(w, "*")
		folded := spaced(strings.ReplaceAll(stem, "_", " "))
		if isOpen {
			folded = strings.TrimSuffix(folded, " ")
		}
		all = append(all, folded)
	}
	return all
}

// spaced writes the words of a text with a blank before and after each.
func spaced(s string) string { return " " + strings.Join(query.Tokens(s), " ") + " " }

// in reports whether a text has one of the wordings.
func (w wordings) in(text string) bool {
	text = spaced(text)
	return slices.ContainsFunc(w, func(s string) bool { return strings.Contains(text, s) })
}

// scoped sets how much of its site a candidate covers.
func (p *page) scoped(c Candidate) Candidate {
	u, err := url.Parse(c.URL)
	if err != nil {
		return c
	}
	switch {
	case p.hasComments(u, c.Title):
		c.Scope = Comments
	case isPart(u, c.Title):
		c.Scope = Part
	default:
		c.Scope = Whole
	}
	return c
}

// hasComments reports whether a feed is one of comments, by its address or its title.
func (p *page) hasComments(u *url.URL, title string) bool {
	isBare := strings.Contains(title, "»") && bareTitle(lastPart(title)) == "" // "News » Feed"
	return commentAddress(u) || !isBare && p.isOwnEntry(u) || commentWords().in(lastPart(title))
}

// lastPart returns what a title says behind the name of the site: "Comments Feed" of "No Comment » Comments Feed".
func lastPart(title string) string {
	if _, after, ok := cutLast(title, "»"); ok && strings.TrimSpace(after) != "" {
		return after
	}
	return title
}

// commentAddress reports whether an address names comments: /comments/feed, /feeds/123/comments/default,
// ?feed=comments-rss2, /rsscomments.
func commentAddress(u *url.URL) bool {
	for _, part := range segments(strings.ToLower(u.Path)) {
		if containsWord(part, isCommentWord) {
			return true
		}
	}
	for _, values := range u.Query() {
		if slices.ContainsFunc(pathWords(strings.ToLower(values[0])), isCommentWord) {
			return true
		}
	}
	return false
}

func isCommentWord(w string) bool {
	return strings.HasSuffix(w, "comments") || strings.HasPrefix(w, "comments") || w == "comment" ||
		w == "commentrss" || w == "commentfeed"
}

// isOwnEntry reports whether an address is that of the page with "feed" behind it, on a page that is an article: there
// WordPress has the comments on it, whatever the language.
func (p *page) isOwnEntry(u *url.URL) bool {
	if p.meta["og:type"] != "article" && p.meta["article:published_time"] == "" {
		return false
	}
	if q := p.at.Query(); q.Has("p") && u.Query().Get("p") == q.Get("p") {
		return true
	}
	own := strings.Trim(p.at.Path, "/")
	of, ok := strings.CutSuffix(strings.TrimSuffix(strings.Trim(u.Path, "/"), "/atom"), "/feed")
	return ok && own != "" && of == own && strings.Contains(own, "/") || ok && own != "" && of == own && len(own) > 20
}
