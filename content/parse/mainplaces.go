package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// placeBits is a set of what an element stands in, by the markup that has a meaning of its own.
type placeBits uint16

const (
	inArticle placeBits = 1 << iota
	inBody              // itemprop="articleBody"
	inMain
	inAside
	inFooter
	inHeader
	inForm
	inFigure
	inTable
	inList
	inQuote
	inHidden // it is not shown when the page is opened
	inNav
	inAnchor
)

// settings are what the places weigh, and what they weigh more for a passage that readability has chosen.
var settings = [...]struct {
	in           placeBits
	name         string
	weight, read float64
}{
	{inArticle, "article", 0, .01},
	{inBody, "body", .55, 0},
	{inMain, "main", 0, .44},
	{inAside, "aside", -.02, .56},
	{inFooter, "footer", -.17, 0},
	{inHeader, "header", -.24, -.06},
	{inForm, "form", -.23, .11},
	{inFigure, "figure", -.45, -.63},
	{inTable, "table", 0, 0},
	{inList, "list", 0, .75},
	{inQuote, "quote", .44, .82},
	{inHidden, "hidden", .25, 0},
	{inNav, "nav", -.41, 0},
	{inAnchor, "anchor", -.47, 0},
}

// settingOf returns what an element is a place for.
func settingOf(n *html.Node) placeBits {
	b := placeByTag(n.DataAtom)
	for _, a := range n.Attr {
		switch a.Key {
		case "itemprop":
			if strings.Contains(strings.ToLower(a.Val), "articlebody") {
				b |= inBody
			}
		case "role":
			b |= placeByRole(a.Val)
		case "hidden":
			b |= inHidden
		case "aria-hidden":
			if a.Val == "true" {
				b |= inHidden
			}
		case "style":
			if len(a.Val) <= maxNaming && strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
				b |= inHidden
			}
		}
	}
	return b
}

func placeByTag(a atom.Atom) placeBits {
	switch a {
	case atom.Article:
		return inArticle
	case atom.Main:
		return inMain
	case atom.Aside:
		return inAside
	case atom.Footer:
		return inFooter
	case atom.Header:
		return inHeader
	case atom.Form, atom.Fieldset:
		return inForm
	case atom.Figure, atom.Figcaption:
		return inFigure
	case atom.Table:
		return inTable
	case atom.Ul, atom.Ol, atom.Dl:
		return inList
	case atom.Blockquote:
		return inQuote
	case atom.A:
		return inAnchor
	}
	return 0
}

// placeByRole reads the roles of WAI-ARIA.
//
// See https://www.w3.org/TR/wai-aria-1.2/#landmark_roles.
func placeByRole(role string) placeBits {
	switch role {
	case "main":
		return inMain
	case "complementary":
		return inAside
	case "navigation", "menu", "menubar":
		return inNav
	case "contentinfo":
		return inFooter
	case "banner":
		return inHeader
	}
	return 0
}
