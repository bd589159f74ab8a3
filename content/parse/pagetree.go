package parse

import (
	"iter"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/address"
	"lede/model/clean"
)

// domPage is a web page as a tree, and what else is known of it before anything is read of it. It is made once: every step after only
// notes what it finds beside the tree.
type domPage struct {
	doc     *html.Node          // of a flat page the head alone
	origin  string              // the address that it came from, or ""
	base    string              // what its relative links are resolved against: a checked address or ""
	flat    string              // the text of a page that is too much for a tree, which is read from its tags; or ""
	cut     bool                // the page went on beyond maxPage
	rules   SiteRules           // the user's own for the site
	dropped map[*html.Node]bool // the elements that the rules drop
}

// parseDOM makes the tree of a page that came from origin, which may be "". One that is too much for a tree is flat. rules finds the
// user's rules for its site, or is nil.
func parseDOM(text, origin string, rules SiteOf) domPage {
	doc := tree(clean.Clip(text, maxPage))
	if doc == nil {
		return flatDOM(text, origin, rules)
	}
	withoutReadings(doc)
	return domOf(doc, text, origin, rules)
}

// flatDOM makes a flat page.
func flatDOM(text, origin string, rules SiteOf) domPage {
	d := domOf(headTree(text), text, origin, rules)
	d.flat = clean.Clip(text, maxPage)
	return d
}

func domOf(doc *html.Node, text, origin string, rules SiteOf) domPage {
	d := domPage{doc: doc, origin: origin, base: origin, cut: len(text) > maxPage}
	if b := first(doc, atom.Base); b != nil {
		if url, err := address.Check(attr(b, "href"), origin); err == nil && strings.HasPrefix(url, "http") {
			d.base = url
		}
	}
	if rules != nil {
		d.rules = rules(d.home())
		d.dropped = d.drops()
	}
	return d
}

// undropped is the page as it is without the rules that drop something.
func (d domPage) undropped() domPage {
	d.dropped = nil
	return d
}

// unseen reports whether an element is never text for a reader, or is dropped.
func (d domPage) unseen(n *html.Node) bool { return d.dropped[n] || unseen(n) }

// nodes yields the nodes below n in reading order, without what is dropped.
func (d domPage) nodes(n *html.Node) iter.Seq[*html.Node] {
	if len(d.dropped) == 0 {
		return n.Descendants()
	}
	return func(yield func(*html.Node) bool) { d.descend(n, yield) }
}

func (d domPage) descend(n *html.Node, yield func(*html.Node) bool) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !d.dropped[c] && (!yield(c) || !d.descend(c, yield)) {
			return false
		}
	}
	return true
}

// webAddress checks an address of the page: it is "" unless it leads into the web. One without a scheme is taken for https when the page's own
// address is not known.
func (d domPage) webAddress(raw string) string {
	raw = strings.TrimSpace(raw)
	if d.base == "" && strings.HasPrefix(raw, "//") {
		raw = "https:" + raw
	}
	url, err := address.Check(raw, d.base)
	if err != nil || !strings.HasPrefix(url, "http") {
		return ""
	}
	return url
}

// exported reports whether lede has written a page, of which everything is the article.
func (d domPage) exported() bool {
	for n := range d.doc.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			if attr(n, "name") == "generator" && attr(n, "content") == "lede" {
				return true
			}
		case atom.Body:
			return false
		}
	}
	return false
}
