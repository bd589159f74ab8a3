package parse

import (
	"slices"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/date"
	"lede/content/parse/name"
	"lede/model/address"
	"lede/model/clean"
	"lede/model/fold"
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

// drops are the elements that the rules drop. The page as a whole is none.
func (d domPage) drops() map[*html.Node]bool {
	var dropped map[*html.Node]bool
	for _, s := range d.rules.Drop {
		for _, n := range s.all(d.doc) {
			if n.Parent == nil || n.DataAtom == atom.Html || n.DataAtom == atom.Body {
				continue
			}
			if dropped == nil {
				dropped = map[*html.Node]bool{}
			}
			dropped[n] = true
		}
	}
	return dropped
}

// home is the address of the page: where it came from, or else where it says that it belongs; "" when neither is known.
func (d domPage) home() string {
	if d.origin != "" {
		return d.origin
	}
	for n := range d.doc.Descendants() {
		switch {
		case n.DataAtom == atom.Body:
			return ""
		case n.DataAtom == atom.Link && attr(n, "rel") == "canonical", n.DataAtom == atom.Meta && attr(n, "property") == "og:url":
			if url, err := address.Check(attr(n, "href")+attr(n, "content"), ""); err == nil {
				return url
			}
		}
	}
	return ""
}

// ruled returns the first of some selectors that finds words, and what it finds.
func (d domPage) ruled(selectors []Selector) (Selector, string) {
	for _, s := range selectors {
		if texts := d.texts(s); len(texts) > 0 {
			return s, texts[0]
		}
	}
	return Selector{}, ""
}

// all returns the elements that a selector finds, in reading order, without what is dropped.
func (d domPage) all(s Selector) []*html.Node {
	found := s.all(d.doc)
	if len(d.dropped) == 0 {
		return found
	}
	return slices.DeleteFunc(found, d.isDropped)
}

// isDropped reports whether a node stands in an element that is dropped.
func (d domPage) isDropped(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if d.dropped[n] {
			return true
		}
	}
	return false
}

// texts are what the elements say that a selector finds: their words on one line, or the values of the attribute. Those that say nothing
// are left out.
func (d domPage) texts(s Selector) []string {
	var all []string
	for _, n := range d.all(s) {
		text := clean.Line(attr(n, s.attribute))
		if s.attribute == "" {
			text = clean.Line(block.HTMLText(d.words(n)))
		}
		if text = fold.Line(text); text != "" {
			all = append(all, text)
		}
	}
	return all
}

// ruledDate reads what a rule says is the date: in the forms of machines, or as it is printed, with or without words before it.
func ruledDate(text string) (time.Time, bool) {
	if t, ok := date.Stated(text); ok {
		return t, true
	}
	if t, ok := name.Date(text); ok {
		return t, true
	}
	text = text[:min(len(text), name.MaxTitle)]
	for at := range text {
		if end, d := date.Scan(text[at:]); end > 0 {
			if t, ok := d.Time(); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}
