package dom

import (
	"iter"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/address"
	"lede/model/clean"
)

// Page is a web page as a tree, and what else is known of it before anything is read of it. It is made once: every
// step after only notes what it finds beside the tree.
type Page struct {
	Doc     *html.Node          // of a flat page the head alone
	Origin  string              // the address that it came from, or ""
	Base    string              // what its relative links are resolved against: a checked address or ""
	Flat    string              // the text of a page that is too much for a tree, which is read from its tags; or ""
	Cut     bool                // the page went on beyond maxPage
	Rules   SiteRules           // the user's own for the site
	Dropped map[*html.Node]bool // the elements that the rules drop
}

// Parse makes the tree of a page that came from origin, which may be "". One that is too much for a tree is flat.
// rules finds the user's rules for its site, or is nil.
func Parse(text, origin string, rules SiteOf) Page {
	doc := tree(clean.Clip(text, maxPage))
	if doc == nil {
		return ParseFlat(text, origin, rules)
	}
	withoutReadings(doc)
	return pageOf(doc, text, origin, rules)
}

// ParseFlat makes a flat page.
func ParseFlat(text, origin string, rules SiteOf) Page {
	d := pageOf(headTree(text), text, origin, rules)
	d.Flat = clean.Clip(text, maxPage)
	return d
}

func pageOf(doc *html.Node, text, origin string, rules SiteOf) Page {
	d := Page{Doc: doc, Origin: origin, Base: origin, Cut: len(text) > maxPage}
	if b := First(doc, atom.Base); b != nil {
		if url, err := address.Check(Attr(b, "href"), origin); err == nil && strings.HasPrefix(url, "http") {
			d.Base = url
		}
	}
	if rules != nil {
		d.Rules = rules(d.home())
		d.Dropped = d.drops()
	}
	return d
}

// Undropped is the page as it is without the rules that drop something.
func (d Page) Undropped() Page {
	d.Dropped = nil
	return d
}

// Unseen reports whether an element is never text for a reader, or is dropped.
func (d Page) Unseen(n *html.Node) bool { return d.Dropped[n] || IsUnseen(n) }

// Nodes yields the nodes below n in reading order, without what is dropped.
func (d Page) Nodes(n *html.Node) iter.Seq[*html.Node] {
	if len(d.Dropped) == 0 {
		return n.Descendants()
	}
	return func(yield func(*html.Node) bool) { d.descend(n, yield) }
}

func (d Page) descend(n *html.Node, yield func(*html.Node) bool) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !d.Dropped[c] && (!yield(c) || !d.descend(c, yield)) {
			return false
		}
	}
	return true
}

// WebAddress checks an address of the page: it is "" unless it leads into the web. One without a scheme is taken for
// https when the page's own address is not known.
func (d Page) WebAddress(raw string) string {
	raw = strings.TrimSpace(raw)
	if raw == "" {
		return "" // an element without an address, not a link to the page itself
	}
	if d.Base == "" && strings.HasPrefix(raw, "//") {
		raw = "https:" + raw
	}
	url, err := address.Check(raw, d.Base)
	if err != nil || !strings.HasPrefix(url, "http") {
		return ""
	}
	return url
}

// Exported reports whether lede has written a page, of which everything is the article.
func (d Page) Exported() bool {
	for n := range d.Doc.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			if Attr(n, "name") == "generator" && Attr(n, "content") == "lede" {
				return true
			}
		case atom.Body:
			return false
		}
	}
	return false
}
