package body

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
)

// maxDialog is the largest share of a page's words that a dialog may have. Anything with more is the page itself,
// whatever it is called.
const maxDialog = .75

// findDialogs returns the dialogs about the page itself, such as a cookie banner. Some are longer than the article
// and in whole sentences, so they go before anything is weighed.
func findDialogs(page dom.Page) map[*html.Node]bool {
	f := dialogFinder{page: page, sizes: map[*html.Node]int{}}
	all := f.size(page.Doc, false)
	dialogs := map[*html.Node]bool{}
	for n, size := range f.sizes {
		if float64(size) < maxDialog*float64(all) {
			dialogs[n] = true
		}
	}
	return dialogs
}

// dialogFinder measures what looks like a dialog.
type dialogFinder struct {
	page  dom.Page
	sizes map[*html.Node]int
}

// size returns the bytes of text below n. inside is whether n is in a dialog.
func (f *dialogFinder) size(n *html.Node, inside bool) (all int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			all += len(c.Data)
		}
		if c.Type != html.ElementNode || f.page.Unseen(c) {
			continue
		}
		dialog := !inside && f.isDialog(c)
		size := f.size(c, inside || dialog)
		if dialog {
			f.sizes[c] = size
		}
		all += size
	}
	return all
}

// isDialog reports whether an element looks like a dialog.
func (f *dialogFinder) isDialog(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.P:
		return false
	}
	if role := dom.Attr(n, "role"); role == "dialog" || role == "alertdialog" {
		return true
	}
	return class.All(n)&class.HintConsent != 0 && dom.Asks(n)
}
