package dom

import (
	"slices"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/date"
	"lede/content/parse/name"
	"lede/model/address"
	"lede/model/clean"
	"lede/model/fold"
)

// SiteRules are a reader's own rules for the pages of a site. The zero value has none.
type SiteRules struct {
	Select []Selector // the article is what is in these elements
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
func (d Page) drops() map[*html.Node]bool {
	var dropped map[*html.Node]bool
	for _, s := range d.Rules.Drop {
		for _, n := range s.all(d.Doc) {
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

// home is the address of the page: where it came from, or else where it says that it belongs; "" when neither is
// known.
func (d Page) home() string {
	if d.Origin != "" {
		return d.Origin
	}
	for n := range d.Doc.Descendants() {
		switch {
		case n.DataAtom == atom.Body:
			return ""
		case n.DataAtom == atom.Link && Attr(n, "rel") == "canonical", n.DataAtom == atom.Meta &&
			Attr(n, "property") == "og:url":
			if url, err := address.Check(Attr(n, "href")+Attr(n, "content"), ""); err == nil {
				return url
			}
		}
	}
	return ""
}

// Ruled returns the first of some selectors that finds words, and what it finds.
func (d Page) Ruled(selectors []Selector) (Selector, string) {
	for _, s := range selectors {
		if texts := d.Texts(s); len(texts) > 0 {
			return s, texts[0]
		}
	}
	return Selector{}, ""
}

// All returns the elements that a selector finds, in reading order, without what is dropped.
func (d Page) All(s Selector) []*html.Node {
	found := s.all(d.Doc)
	if len(d.Dropped) == 0 {
		return found
	}
	return slices.DeleteFunc(found, d.IsDropped)
}

// IsDropped reports whether a node stands in an element that is dropped.
func (d Page) IsDropped(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if d.Dropped[n] {
			return true
		}
	}
	return false
}

// Texts are what the elements say that a selector finds: their words on one line, or the values of the attribute.
// Those that say nothing are left out.
func (d Page) Texts(s Selector) []string {
	var all []string
	for _, n := range d.All(s) {
		text := clean.Line(Attr(n, s.attribute))
		if s.attribute == "" {
			text = d.TextOf(n)
		}
		if text = fold.Line(text); text != "" {
			all = append(all, text)
		}
	}
	return all
}

// RuledDate reads what a rule says is the date: in the forms of machines, or as it is printed, with or without words
// before it.
func RuledDate(text string) (time.Time, bool) {
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
