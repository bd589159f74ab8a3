package discover

import "strings"

// networks are the services where people post.
func networks() []service {
	return []service{
		{hosts: []string{"reddit.com", ".reddit.com"}, feeds: reddit},
		{hosts: []string{"bsky.app"}, feeds: func(p *page) []Candidate {
			if p.part(0) != "profile" || p.part(1) == "" {
				return nil
			}
			return one("https://bsky.app/profile/"+p.part(1)+"/rss", p.part(1), "rss")
		}},
		{
			hosts:  []string{"mastodon.social", "fosstodon.org", "hachyderm.io", "mstdn.social", "mas.to"},
			marked: isMastodon, feeds: mastodon,
		},
		{
			marked: isLemmy, hosts: []string{"lemmy.world", "lemmy.ml", "lemm.ee", "sh.itjust.works", "beehaw.org"},
			feeds: lemmy,
		},
		{marked: func(p *page) bool { return p.says("application-name", "Misskey") }, feeds: func(p *page) []Candidate {
			if user := p.part(0); strings.HasPrefix(user, "@") {
				return one(p.root()+"/"+user+".atom", user, "atom")
			}
			return nil
		}},
		{
			marked: func(p *page) bool {
				return p.says("application-name", "Pixelfed") || p.says("og:site_name", "Pixelfed")
			},
			feeds: func(p *page) []Candidate {
				if user := strings.TrimPrefix(p.part(0), "@"); user != "" && user != "p" && user != "users" {
					return one(p.root()+"/users/"+user+".atom", user, "atom")
				}
				return nil
			},
		},
	}
}

// reddit has what is new in a community, of a user and below a post; the replies are never the first.
func reddit(p *page) []Candidate {
	parts := p.path()
	if len(parts) == 0 {
		return one("https://www.reddit.com/.rss", "Reddit", "atom")
	}
	switch parts[0] {
	case "user", "u":
		if len(parts) < 2 {
			return nil
		}
		at := "user/" + parts[1]
		if len(parts) > 3 && parts[2] == "m" {
			at += "/m/" + parts[3]
		}
		return one("https://www.reddit.com/"+at+"/.rss", "u/"+parts[1], "atom")
	case "r":
		if len(parts) < 2 {
			return nil
		}
	default:
		return nil
	}
	at := "https://www.reddit.com/r/" + parts[1]
	all := one(at+"/.rss", "r/"+parts[1], "atom")
	if len(parts) < 3 {
		return all
	}
	switch parts[2] {
	case "new", "top", "rising", "controversial":
		sorted := at + "/" + parts[2] + "/.rss"
		if t := p.at.Query().Get("t"); t != "" && !strings.ContainsFunc(t, notWord) {
			sorted += "?t=" + t
		}
		return append(one(sorted, "r/"+parts[1]+": "+parts[2], "atom"), all...)
	case "comments":
		if len(parts) > 3 {
			all = append(all, Candidate{URL: at + "/comments/" + parts[3] + "/.rss", Format: "atom", Scope: Comments})
		}
	}
	return all
}

func isMastodon(p *page) bool {
	return p.says("generator", "Mastodon") || p.says("application-name", "Mastodon") ||
		strings.Contains(p.text, `id="mastodon"`) || strings.Contains(p.text, `id='mastodon'`)
}

// mastodon has the posts of a person and those with a tag.
//
// See https://docs.joinmastodon.org/user/network.
func mastodon(p *page) []Candidate {
	switch first, second := p.part(0), p.part(1); {
	case strings.HasPrefix(first, "@") && strings.Count(first, "@") == 1:
		return one(p.root()+"/"+first+".rss", first, "rss")
	case first == "users" && second != "":
		return one(p.root()+"/@"+second+".rss", "@"+second, "rss")
	case first == "tags" && second != "":
		return one(p.root()+"/tags/"+second+".rss", "#"+second, "rss")
	}
	return nil
}

func isLemmy(p *page) bool {
	return p.says("generator", "Lemmy") || strings.HasPrefix(p.at.Hostname(), "lemmy.") && strings.Contains(p.text,
		"isoData")
}

// lemmy has what is new in a community, of a person and of all its own.
//
// See https://join-lemmy.org/docs/users/02-media.html.
func lemmy(p *page) []Candidate {
	switch first, second := p.part(0), p.part(1); {
	case (first == "c" || first == "u") && second != "":
		return one(p.root()+"/feeds/"+first+"/"+second+".xml?sort=New", first+"/"+second, "rss")
	case first == "":
		return one(p.root()+"/feeds/local.xml?sort=New", p.at.Hostname(), "rss")
	}
	return nil
}
