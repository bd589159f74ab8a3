package discover

import (
	"slices"
	"strings"
)

// codes are the services that keep programs and their packages.
func codes() []service {
	return []service{
		{hosts: []string{"github.com"}, feeds: github},
		{hosts: []string{"gist.github.com"}, feeds: func(p *page) []Candidate {
			return p.perUser(".atom", "atom")
		}},
		{hosts: []string{"gitlab.com"}, marked: isGitLab, feeds: gitlab},
		{hosts: []string{"codeberg.org", "gitea.com"}, marked: isGitea, feeds: gitea},
		{hosts: []string{"git.sr.ht"}, feeds: func(p *page) []Candidate {
			if p.part(1) == "" {
				return nil
			}
			at := p.root() + "/" + p.part(0) + "/" + p.part(1)
			return []Candidate{
				{URL: at + "/refs/rss.xml", Title: p.part(1) + ": releases", Format: "rss"},
				{URL: at + "/log/rss.xml", Title: p.part(1) + ": commits", Format: "rss"},
			}
		}},
		{hosts: []string{"sourceforge.net"}, feeds: func(p *page) []Candidate {
			if p.part(0) != "projects" && p.part(0) != "p" || p.part(1) == "" {
				return nil
			}
			return one("https://sourceforge.net/projects/"+p.part(1)+"/rss", p.part(1)+": files", "rss")
		}},
		{hosts: []string{"pypi.org"}, feeds: func(p *page) []Candidate {
			if p.part(0) != "project" || p.part(1) == "" {
				return one("https://pypi.org/rss/packages.xml", "PyPI: new packages", "rss")
			}
			return one("https://pypi.org/rss/project/"+p.part(1)+"/releases.xml", p.part(1)+": releases", "rss")
		}},
		{hosts: []string{"crates.io"}, feeds: func(p *page) []Candidate {
			if p.part(0) != "crates" || p.part(1) == "" {
				return one("https://static.crates.io/rss/crates.xml", "crates.io: new crates", "rss")
			}
			return one("https://static.crates.io/rss/crates/"+p.part(1)+".xml", p.part(1)+": releases", "rss")
		}},
		{hosts: []string{"arxiv.org"}, feeds: func(p *page) []Candidate {
			if p.part(0) != "list" || p.part(1) == "" {
				return nil
			}
			return one("https://rss.arxiv.org/rss/"+p.part(1), "arXiv: "+p.part(1), "rss")
		}},
	}
}

// perUser is the feed at the first part of the path and an ending.
func (p *page) perUser(ending, format string) []Candidate {
	if p.part(0) == "" {
		return nil
	}
	return one(p.root()+"/"+p.part(0)+ending, p.part(0), format)
}

// github has releases, tags and commits of a repository, and what a user does.
//
// See https://docs.github.com/en/rest/activity/feeds.
func github(p *page) []Candidate {
	parts := p.path()
	switch {
	case len(parts) == 0 || slices.Contains([]string{"features", "topics", "marketplace", "search", "about"}, parts[0]):
		return nil
	case parts[0] == "orgs" && len(parts) > 1:
		return one("https://github.com/"+parts[1]+".atom", parts[1], "atom")
	case len(parts) == 1:
		return p.perUser(".atom", "atom")
	}
	name := strings.TrimSuffix(parts[1], ".git")
	at := "https://github.com/" + parts[0] + "/" + name
	releases := Candidate{URL: at + "/releases.atom", Title: name + ": releases", Format: "atom"}
	commits := Candidate{URL: at + "/commits.atom", Title: name + ": commits", Format: "atom"}
	tags := Candidate{URL: at + "/tags.atom", Title: name + ": tags", Format: "atom"}
	switch rest := parts[2:]; {
	case len(rest) == 0:
	case rest[0] == "tags":
		return []Candidate{tags, releases, commits}
	case (rest[0] == "commits" || rest[0] == "tree") && len(rest) > 1:
		branch := strings.Join(rest[1:], "/")
		commits.URL, commits.Title = at+"/commits/"+branch+".atom", name+": commits on "+branch
		return []Candidate{commits, releases, tags}
	case rest[0] == "commits" || rest[0] == "commit":
		return []Candidate{commits, releases, tags}
	case rest[0] == "wiki":
		return []Candidate{{URL: at + "/wiki.atom", Title: name + ": wiki", Format: "atom"}, releases, commits, tags}
	}
	return []Candidate{releases, commits, tags}
}

func isGitLab(p *page) bool { return p.says("og:site_name", "GitLab") }

// gitlab has the releases, the tags and the commits of a project, and what happens in a group.
//
// See https://docs.gitlab.com/user/rss.
func gitlab(p *page) []Candidate {
	at, rest, _ := strings.Cut(strings.Trim(p.at.EscapedPath(), "/"), "/-/")
	parts := segments(at)
	if len(parts) == 0 {
		return nil
	}
	at = p.root() + "/" + strings.Join(parts, "/")
	activity := Candidate{URL: at + ".atom", Title: parts[len(parts)-1] + ": activity", Format: "atom"}
	if len(parts) == 1 {
		return []Candidate{activity}
	}
	name := parts[len(parts)-1]
	releases := Candidate{URL: at + "/-/releases.atom", Title: name + ": releases", Format: "atom"}
	tags := Candidate{URL: at + "/-/tags?format=atom", Title: name + ": tags", Format: "atom"}
	kind, of, _ := strings.Cut(rest, "/")
	switch {
	case kind == "tags":
		return []Candidate{tags, releases, activity}
	case (kind == "commits" || kind == "tree") && of != "":
		of = strings.Trim(of, "/")
		commits := Candidate{
			URL: at + "/-/commits/" + of + "?format=atom", Title: name + ": commits on " + of,
			Format: "atom",
		}
		return []Candidate{commits, releases, tags, activity}
	case kind == "issues":
		return []Candidate{{URL: at + "/-/issues.atom", Title: name + ": issues", Format: "atom"}, releases, tags, activity}
	}
	return []Candidate{releases, tags, activity}
}

func isGitea(p *page) bool {
	about := strings.ToLower(p.meta["keywords"])
	return strings.Contains(about, "gitea") || strings.Contains(about, "forgejo")
}

// gitea has the releases, the tags and the commits of a repository, and what a user does.
func gitea(p *page) []Candidate {
	if p.part(1) == "" {
		return p.perUser(".rss", "rss")
	}
	name := p.part(1)
	at := p.root() + "/" + p.part(0) + "/" + name
	releases := Candidate{URL: at + "/releases.rss", Title: name + ": releases", Format: "rss"}
	tags := Candidate{URL: at + "/tags.rss", Title: name + ": tags", Format: "rss"}
	activity := Candidate{URL: at + ".rss", Title: name + ": activity", Format: "rss"}
	if p.part(2) == "tags" {
		return []Candidate{tags, releases, activity}
	}
	return []Candidate{releases, tags, activity}
}
