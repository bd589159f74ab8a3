package parse

import (
	"slices"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model"
)

// SiteRules are a reader's own rules for the pages of a site. The zero value has none.
type SiteRules struct {
	Select []Selector // the article is what stands in these elements
	Drop   []Selector // these are no part of the page
	Keep   []Selector // these are text of the article, whatever they look like
	Title  []Selector // where the page says these; of several that find something the first counts
	Byline []Selector
	Date   []Selector
	Next   []Selector // links to the page that the article goes on on
}

// SiteOf returns the rules for pages at an address. It may be called from several goroutines at once.
type SiteOf func(address string) SiteRules

// useRules finds the reader's rules for the page and takes out what they drop, or only notes it of a page that is taken whole. It comes
// before anything is read of the page.
func (p *page) useRules() {
	if p.o.Sites == nil {
		return
	}
	p.rules = p.o.Sites(p.home())
	for _, s := range p.rules.Drop {
		for _, n := range s.all(p.doc) {
			switch {
			case n.Parent == nil || n.DataAtom == atom.Html || n.DataAtom == atom.Body:
			case p.o.Whole:
				p.dropped = append(p.dropped, n)
			default:
				n.Parent.RemoveChild(n)
			}
		}
	}
}

// home is the address of the page: where it came from, or else where it says that it belongs; "" when neither is known.
func (p *page) home() string {
	if p.origin != "" {
		return p.origin
	}
	for n := range p.doc.Descendants() {
		switch {
		case n.DataAtom == atom.Body:
			return ""
		case n.DataAtom == atom.Link && attr(n, "rel") == "canonical", n.DataAtom == atom.Meta && attr(n, "property") == "og:url":
			if url, err := address(attr(n, "href")+attr(n, "content"), ""); err == nil {
				return url
			}
		}
	}
	return ""
}

// stateRules lets the rules say title, byline and date. What they are read from is no text of the article.
func (p *page) stateRules(e *model.Entry) {
	if s, text := p.ruled(p.rules.Title); text != "" {
		e.Title = text
		p.meta.TitleNode = s.all(p.doc)[0]
		p.lay(s, "site rule: title")
	}
	if s, text := p.ruled(p.rules.Byline); text != "" {
		e.Byline = bylines(s.texts(p.doc))
		p.lay(s, "site rule: byline")
	}
	if s, text := p.ruled(p.rules.Date); text != "" {
		if t, ok := ruledDate(text); ok {
			e.Published = t
			p.lay(s, "site rule: date")
		}
	}
}

// ruled is the first of the selectors that finds words, and what it finds.
func (p *page) ruled(selectors []Selector) (Selector, string) {
	for _, s := range selectors {
		if texts := s.texts(p.doc); len(texts) > 0 {
			return s, texts[0]
		}
	}
	return Selector{}, ""
}

// lay lifts what a selector finds, with nothing in its place. An element around most of the page is left.
func (p *page) lay(s Selector, rule string) {
	for _, n := range s.all(p.doc) {
		if len(wordsOf(n)) <= maxStated {
			p.marks[n] = mark{why: rule}
		}
	}
}

// maxStated is how many bytes of a page at most are nothing but its title, byline or date.
const maxStated = 1000

// chosen lets the rules choose the article's text, and reports whether they did.
func (p *page) chosen() bool {
	var around []*html.Node
	for _, s := range p.rules.Select {
		around = append(around, s.all(p.doc)...)
	}
	for _, n := range around {
		p.keepAll(n)
	}
	switch len(around) {
	case 0:
		return false
	case 1:
		p.main = around[0]
	default:
		p.main = p.doc
	}
	p.selected = true
	return true
}

// keepRules adds to the article's text what the rules keep.
func (p *page) keepRules() {
	for _, s := range p.rules.Keep {
		for _, n := range s.all(p.doc) {
			p.keepAll(n)
			for box := n; box != nil; box = box.Parent {
				delete(p.marks, box)
			}
			p.sure = append(p.sure, n)
		}
	}
}

func (p *page) keepAll(n *html.Node) {
	p.kept[n] = true
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			p.kept[d] = true
		}
	}
}

// secured leaves out of what was recognised what a rule keeps as text of the article.
func (p *page) secured(units []unit, marked []found) []found {
	if len(p.sure) == 0 && !p.o.Whole {
		return marked
	}
	for i, u := range units {
		for _, n := range p.sure {
			if u.node != nil && within(u.node, n) {
				units[i].why, units[i].sure = why{rule: "site rule: keep"}, true
			}
		}
	}
	var left []found
next:
	for _, f := range marked {
		for _, u := range units[f.from:f.to] {
			if u.sure {
				continue next
			}
		}
		left = append(left, f)
	}
	return left
}

// bylines are the authors that lines name; a line that does not read like names is one name.
func bylines(lines []string) []string {
	var all []string
	for _, line := range lines {
		names := authors(line, true)
		if names == nil {
			name, _ := unsigned(line)
			names = []string{name}
		}
		for _, name := range names {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// ruledDate reads what a rule says is the date: in the forms of machines, or as it is printed, with or without words before it.
func ruledDate(text string) (time.Time, bool) {
	if t, ok := stated(text); ok {
		return t, true
	}
	if t, ok := dated(text); ok {
		return t, true
	}
	text = text[:min(len(text), maxTitle)]
	for at := range text {
		if end, d := scanDate(text[at:]); end > 0 {
			if t, ok := d.time(); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}
