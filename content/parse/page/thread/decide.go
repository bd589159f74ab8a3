package thread

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
)

// about is what a page says of itself.
type about struct {
	forum   bool            // it states that it is a discussion or a question with answers
	live    bool            // that it is a live blog
	article bool            // that it is an article
	words   map[string]bool // of its address, of the program that made it and of its body: those that only threads have
}

// readAbout reads what a page says of itself: its types of schema.org, its address and the program that made it.
func (s *scan) readAbout() about {
	a := about{words: map[string]bool{}}
	a.read(s.page.Origin)
	for n := range s.page.Doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if t := dom.Attr(n, "itemtype"); t != "" {
			a.state(t[strings.LastIndexByte(t, '/')+1:])
		}
		switch n.DataAtom {
		case atom.Script:
			if strings.Contains(dom.Attr(n, "type"), "ld+json") && n.FirstChild != nil {
				a.readTypes(n.FirstChild.Data)
			}
		case atom.Meta:
			if name := strings.ToLower(dom.Attr(n, "name") + dom.Attr(n, "property")); name == "generator" || name == "og:url" {
				a.read(dom.Attr(n, "content"))
			}
		case atom.Link:
			if dom.Attr(n, "rel") == "canonical" {
				a.read(dom.Attr(n, "href"))
			}
		case atom.Body, atom.Html, atom.Main:
			a.read(dom.Attr(n, "class"))
			a.read(dom.Attr(n, "id"))
		}
	}
	return a
}

// read takes in the words of a name or an address.
func (a *about) read(name string) {
	if len(name) > dom.MaxNaming {
		return
	}
	for word := range wordsIn(name) {
		if vocabulary[word]&saysForum != 0 {
			a.words[strings.TrimSuffix(word, "s")] = true
		}
	}
}

// readTypes reads the types that JSON-LD names.
func (a *about) readTypes(script string) {
	const key = `"@type"`
	for rest, found := script, true; found; {
		if _, rest, found = strings.Cut(rest, key); !found {
			return
		}
		value := strings.TrimLeft(rest, " \t\n:[")
		if value, ok := strings.CutPrefix(value, `"`); ok {
			name, _, _ := strings.Cut(value, `"`)
			a.state(name[strings.LastIndexByte(name, '/')+1:])
		}
	}
}

// state takes in a type of schema.org.
func (a *about) state(kind string) {
	switch kind {
	case "DiscussionForumPosting", "QAPage", "SocialMediaPosting":
		a.forum = true
	case "LiveBlogPosting":
		a.live = true
	case "NewsArticle", "BlogPosting", "Article", "Report", "Recipe", "Product", "TechArticle",
		"ScholarlyArticle", "Review":
		a.article = true
	}
}

const (
	// muchOutside is how many letters of paragraphs outside of its messages a page may have that is nothing but these.
	muchOutside = 600
	// leastTalk is the share of the turns of a talk that say something.
	leastTalk share = .9
)

// isThread reports whether a page is the messages of a group, and no article with comments.
func (f finder) isThread(g *group) bool {
	votes := 0
	vote := func(n int, yes bool) {
		if yes {
			votes += n
		}
	}
	outside := f.outside(g)
	alone := outside < muchOutside && 4*outside < g.text
	vote(3, f.about.forum)
	vote(min(len(f.about.words), 3), true)
	vote(1, g.names&saysMessage != 0 && g.names&saysComment == 0)
	vote(1, g.named >= leastTalk && g.timed >= leastTalk && len(g.of) > 2)
	vote(2, alone)
	vote(-2, f.about.article)
	vote(-2, outside >= muchOutside)
	vote(-1, 2*outside >= g.text)
	return votes >= 2
}

// isLive reports whether a group is the updates of a live blog.
func (f finder) isLive(g *group) bool {
	return len(g.of) > 1 && g.updates() && f.siblings(g) && (g.names&saysUpdate != 0 || f.about.live) && f.inArticle(g) &&
		!f.leadsAway(g)
}

// isTalk reports whether a group is the turns of a talk.
func (f finder) isTalk(g *group) bool {
	return len(g.of) > 2 && g.named >= leastTalk && f.siblings(g) && g.said >= leastTalk && g.names&saysTurn != 0 &&
		f.inArticle(g) && !f.leadsAway(g)
}

// siblings reports whether most elements of a group stand side by side.
func (f finder) siblings(g *group) bool {
	const most = .6
	n := 0
	for i := 1; i < len(g.of); i++ {
		n += count(f.at(g.of[i]).parent == f.at(g.of[i-1]).parent)
	}
	return float64(n) >= most*float64(len(g.of)-1)
}

// inArticle reports whether the elements of a group stand in the page's main part, and not in its comments or beside
// it.
func (f finder) inArticle(g *group) bool {
	for up := f.at(g.of[0]).parent; up >= 0; up = f.at(up).parent {
		e := f.at(up)
		switch e.node.DataAtom {
		case atom.Aside, atom.Footer, atom.Nav, atom.Header:
			return false
		case atom.Body, atom.Html:
			return true
		}
		if e.names&(saysComment|saysCard|saysReview) != 0 {
			return false
		}
	}
	return true
}

// leadsAway reports whether most elements of a group begin with a link to another page: teasers, not messages.
func (f finder) leadsAway(g *group) bool {
	away := 0
	for _, i := range g.of {
		away += count(f.leads(i))
	}
	return 2*away > len(g.of)
}

// leads reports whether an element begins with the title of another page, which leads there.
func (f finder) leads(i int) bool {
	const (
		title = 15 // letters of a title
		text  = 40 // letters of a text, before which the title stands
	)
	for j := i; j < f.at(i).end; j++ {
		in := f.span(j)
		switch {
		case f.awayLink(j) && f.text(in) >= title && f.named(in)+f.timed(in) == 0:
			return true
		case f.directText(j) >= text:
			return false
		}
	}
	return false
}

// awayLink reports whether an element is a link to another page that is not that of a user.
func (f finder) awayLink(i int) bool {
	e := f.at(i)
	if e.node.DataAtom != atom.A || e.author {
		return false
	}
	href := dom.Attr(e.node, "href")
	return href != "" && !strings.Contains(href, "#") && !userPage(href)
}

// outside returns how many letters the paragraphs of a page have that stand in no element of a group.
func (f finder) outside(g *group) int {
	const (
		paragraph = 80 // letters
		most      = 3  // times what is called a sidebar the page must be, to be believed
	)
	letters, all := 0, f.text(span{0, len(f.all)})
	for i := 0; i < len(f.all); i++ {
		e := f.at(i)
		beside := e.names&saysCard != 0 || e.node.DataAtom == atom.Footer || e.node.DataAtom == atom.Aside
		switch {
		case beside && most*f.text(f.span(i)) < all:
			i = e.end - 1
		case f.memberOf(g, i):
			i = e.end - 1
		default:
			if n := f.directText(i); n >= paragraph {
				letters += n
			}
		}
	}
	return letters
}

// memberOf reports whether element i is one of a group.
func (f finder) memberOf(g *group, i int) bool {
	for _, key := range f.at(i).keys {
		if key == g.key {
			return true
		}
	}
	return false
}

// directText returns how many letters stand in an element itself, and outside of links.
func (f finder) directText(i int) int {
	e := f.at(i)
	n := f.text(span{i, e.end}) - f.link(span{i, e.end})
	for j := i + 1; j < e.end; j = f.at(j).end {
		if dom.PartsWords(f.at(j).node.DataAtom) {
			n -= f.text(f.span(j)) - f.link(f.span(j))
		}
	}
	return n
}
