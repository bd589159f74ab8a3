package discover

import (
	"slices"
	"strings"
)

// guessed are the feeds that the software of a page usually has, for a page that names none itself, or only those of
// comments.
func guessed(p *page) []Candidate {
	if p.at.Host == "" {
		return nil
	}
	var all []Candidate
	switch generator := strings.ToLower(p.meta["generator"]); {
	case p.wordPress() != "":
		all = one(p.wordPress()+"feed/", "", "rss")
	case strings.HasPrefix(generator, "ghost"):
		all = one(p.root()+"/rss/", "", "rss")
	case strings.HasPrefix(generator, "blogger"):
		all = one(p.root()+"/feeds/posts/default", "", "atom")
	case strings.HasPrefix(generator, "substack"), strings.Contains(p.text, "substackcdn.com/"):
		all = one(p.root()+"/feed", "", "rss")
	case strings.HasPrefix(generator, "hugo"):
		all = one(p.root()+"/index.xml", "", "rss")
	case strings.HasPrefix(generator, "jekyll"):
		all = one(p.root()+"/feed.xml", "", "atom")
	case p.meta["al:android:package"] == "com.medium.reader":
		all = one(p.root()+"/feed", "", "rss")
	case p.commentsOnly():
		all = one(p.root()+"/feed/", "", "rss")
	}
	for i := range all {
		all[i].Title = p.meta["og:site_name"]
	}
	return p.checked(all, Guessed)
}

// commentsOnly reports whether the page names feeds of comments as WordPress has them, and no other.
func (p *page) commentsOnly() bool {
	all := declared(p)
	return len(all) > 0 && !slices.ContainsFunc(all, func(c Candidate) bool {
		return c.Scope != Comments || !strings.HasSuffix(strings.TrimSuffix(c.URL, "/"), "/feed")
	})
}

// wordPress returns the address of the blog that a page of WordPress is of, with a slash at its end, or "".
func (p *page) wordPress() string {
	for _, l := range p.links {
		if l.rel == "https://api.w.org/" {
			if at, ok := strings.CutSuffix(p.resolve(l.href), "wp-json/"); ok {
				return at
			}
		}
		if l.rel == "edituri" {
			if at, _, ok := strings.Cut(p.resolve(l.href), "xmlrpc.php"); ok {
				return at
			}
		}
	}
	if p.says("generator", "WordPress") {
		return p.root() + "/"
	}
	return ""
}
