package discover

import "strings"

// blogs are the services that keep the blogs and letters of many, each at an address of its own.
func blogs() []service {
	return []service{
		{hosts: []string{"substack.com", ".substack.com"}, feeds: substack},
		{hosts: []string{"medium.com", ".medium.com"}, feeds: medium},
		{hosts: []string{"tumblr.com", ".tumblr.com"}, feeds: tumblr},
		{hosts: []string{".blogspot.com"}, source: Guessed, feeds: func(p *page) []Candidate {
			return one(p.root()+"/feeds/posts/default", p.meta["og:site_name"], "atom")
		}},
		{hosts: []string{".wordpress.com"}, source: Guessed, feeds: func(p *page) []Candidate {
			return one(p.root()+"/feed/", p.meta["og:site_name"], "rss")
		}},
		{hosts: []string{".ghost.io"}, source: Guessed, feeds: func(p *page) []Candidate {
			return one(p.root()+"/rss/", p.meta["og:site_name"], "rss")
		}},
		{hosts: []string{"dev.to"}, feeds: func(p *page) []Candidate {
			switch {
			case p.part(0) == "t" && p.part(1) != "":
				return one("https://dev.to/feed/tag/"+p.part(1), "#"+p.part(1), "rss")
			case p.part(0) != "":
				return one("https://dev.to/feed/"+p.part(0), p.part(0), "rss")
			}
			return one("https://dev.to/feed", "DEV", "rss")
		}},
		{hosts: []string{"buttondown.com", "buttondown.email"}, feeds: func(p *page) []Candidate {
			return p.perUser("/rss", "rss")
		}},
		{hosts: []string{"write.as"}, source: Guessed, feeds: func(p *page) []Candidate {
			return p.perUser("/feed/", "rss")
		}},
		{hosts: []string{".livejournal.com", ".dreamwidth.org"}, source: Guessed, feeds: func(p *page) []Candidate {
			return one(p.root()+"/data/rss", "", "rss")
		}},
		{hosts: []string{".bearblog.dev"}, source: Guessed, feeds: func(p *page) []Candidate {
			return one(p.root()+"/feed/", "", "atom")
		}},
		{hosts: []string{".micro.blog"}, source: Guessed, feeds: func(p *page) []Candidate {
			return one(p.root()+"/feed.xml", "", "rss")
		}},
	}
}

// substack has a letter at a name of its own.
func substack(p *page) []Candidate {
	host := strings.TrimPrefix(p.at.Hostname(), "www.")
	if host == "open.substack.com" && p.part(0) == "pub" && p.part(1) != "" {
		return one("https://"+p.part(1)+".substack.com/feed", p.meta["og:site_name"], "rss")
	}
	if host == "substack.com" || host == "open.substack.com" {
		return nil
	}
	return one("https://"+host+"/feed", p.meta["og:site_name"], "rss")
}

// medium has what a person, a publication and a tag have.
//
// See https://help.medium.com/hc/en-us/articles/214874118.
func medium(p *page) []Candidate {
	if host := strings.TrimPrefix(p.at.Hostname(), "www."); host != "medium.com" {
		return one("https://"+host+"/feed", "", "rss")
	}
	switch first, second := p.part(0), p.part(1); first {
	case "", "m", "search", "me", "p":
		return nil
	case "tag", "topic":
		if second == "" {
			return nil
		}
		return one("https://medium.com/feed/tag/"+second, "#"+second, "rss")
	default:
		return one("https://medium.com/feed/"+first, first, "rss")
	}
}

func tumblr(p *page) []Candidate {
	host := strings.TrimPrefix(p.at.Hostname(), "www.")
	blog, parts := "https://"+host, p.path()
	if host == "tumblr.com" {
		if len(parts) > 0 && parts[0] == "blog" {
			parts = parts[1:]
		}
		if len(parts) == 0 || parts[0] == "dashboard" || parts[0] == "explore" || parts[0] == "tagged" ||
			parts[0] == "view" {
			return nil
		}
		blog, parts = "https://"+strings.TrimPrefix(parts[0], "@")+".tumblr.com", parts[1:]
	}
	if len(parts) > 1 && parts[0] == "tagged" {
		tagged := one(blog+"/tagged/"+parts[1]+"/rss", "#"+parts[1], "rss")
		return append(tagged, one(blog+"/rss", "", "rss")...)
	}
	return one(blog+"/rss", "", "rss")
}
