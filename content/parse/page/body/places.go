package body

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
)

// placeBits is a set of what an element is in, by markup with a meaning of its own.
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

// settings are the weights of the places, and what they add for a passage that readability has chosen.
var settings = [...]struct {
	in           placeBits
	name         string
	weight, read float64
}{
	{inArticle, "article", 0, .02},
	{inBody, "body", .51, 0},
	{inMain, "main", 0, .43},
	{inAside, "aside", -.07, .55},
	{inFooter, "footer", -.2, 0},
	{inHeader, "header", -.25, -.05},
	{inForm, "form", -.14, .19},
	{inFigure, "figure", -.51, -.64},
	{inTable, "table", 0, -.02},
	{inList, "list", 0, .71},
	{inQuote, "quote", .38, .84},
	{inHidden, "hidden", .15, 0},
	{inNav, "nav", -.47, 0},
	{inAnchor, "anchor", -.49, 0},
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
			if len(a.Val) <= dom.MaxNaming && isNotDisplayed(a.Val) {
				b |= inHidden
			}
		}
	}
	return b
}

func isNotDisplayed(style string) bool {
	return strings.Contains(strings.ReplaceAll(strings.ToLower(style), " ", ""), "display:none")
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

// placeByRole reads the WAI-ARIA roles.
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
