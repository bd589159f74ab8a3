package discover

import (
	"slices"
	"strings"
)

// forums are the services of questions and talk.
func forums() []service {
	return []service{
		{hosts: []string{"news.ycombinator.com"}, feeds: func(p *page) []Candidate {
			if p.part(0) == "show" || p.part(0) == "shownew" {
				return one("https://news.ycombinator.com/showrss", "Show HN", "rss")
			}
			return one("https://news.ycombinator.com/rss", "Hacker News", "rss")
		}},
		{hosts: []string{"lobste.rs"}, feeds: func(p *page) []Candidate {
			if p.part(0) == "t" && p.part(1) != "" {
				return one("https://lobste.rs/t/"+p.part(1)+".rss", "Lobsters: "+p.part(1), "rss")
			}
			return one("https://lobste.rs/rss", "Lobsters", "rss")
		}},
		{hosts: []string{
			"stackoverflow.com", ".stackoverflow.com", ".stackexchange.com", "superuser.com", "serverfault.com",
			"askubuntu.com",
			"mathoverflow.net", "stackapps.com",
		}, feeds: stackExchange},
		{marked: func(p *page) bool { return p.says("generator", "Discourse") }, feeds: discourse},
		{hosts: []string{"store.steampowered.com"}, feeds: func(p *page) []Candidate {
			if p.part(0) == "app" && p.part(1) != "" {
				return one("https://store.steampowered.com/feeds/news/app/"+p.part(1), p.meta["og:title"], "rss")
			}
			return nil
		}},
		{hosts: []string{"letterboxd.com"}, feeds: func(p *page) []Candidate {
			if user := p.part(0); user != "" && user != "film" && user != "films" && user != "journal" {
				return one("https://letterboxd.com/"+user+"/rss/", user, "rss")
			}
			return nil
		}},
	}
}

// stackExchange has the newest questions of a site and of a tag, what a user does, and the answers to one question.
func stackExchange(p *page) []Candidate {
	site := one(p.root()+"/feeds", "Questions of "+strings.TrimPrefix(p.at.Hostname(), "www."), "atom")
	switch first, second := p.part(0), p.part(1); {
	case first == "questions" && second == "tagged" && p.part(2) != "":
		tag := p.part(2)
		return append(one(p.root()+"/feeds/tag/"+tag, tag, "atom"), site...)
	case first == "questions" && isNumber(second):
		return append(one(p.root()+"/feeds/question/"+second, p.meta["og:title"], "atom"), site...)
	case first == "users" && isNumber(second):
		return append(one(p.root()+"/feeds/user/"+second, p.part(2), "atom"), site...)
	}
	return site
}

func isNumber(s string) bool { return s != "" && !strings.ContainsFunc(s, notDigit) }

// discourse has what is new in a forum, in a category and with a tag, and what is said on a topic.
//
// See https://meta.discourse.org/t/finding-discourse-rss-feeds/264134.
func discourse(p *page) []Candidate {
	parts := p.path()
	root := p.root()
	if at := slices.IndexFunc(parts, func(s string) bool {
		return s == "c" || s == "t" || s == "tag" ||
			s == "u"
	}); at > 0 {
		root += "/" + strings.Join(parts[:at], "/") // a forum in a folder of its site
		parts = parts[at:]
	}
	latest := Candidate{URL: root + "/latest.rss", Title: p.meta["og:site_name"], Format: "rss"}
	if len(parts) < 2 {
		return []Candidate{latest}
	}
	at := root + "/" + strings.Join(parts, "/")
	switch parts[0] {
	case "c", "tag":
		return []Candidate{{URL: at + ".rss", Title: p.meta["og:title"], Format: "rss"}, latest}
	case "u":
		return []Candidate{{URL: root + "/u/" + parts[1] + "/activity.rss", Title: parts[1], Format: "rss"}, latest}
	case "t":
		if number := slices.IndexFunc(parts, isNumber); number > 0 {
			topic := root + "/" + strings.Join(parts[:number+1], "/") + ".rss"
			return []Candidate{{URL: topic, Title: p.meta["og:title"], Format: "rss"}, latest}
		}
	}
	return []Candidate{latest}
}
