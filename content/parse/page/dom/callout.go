package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/class"
	"lede/model"
)

// maxCalloutTitle is how many bytes the title of a call-out has at most.
const maxCalloutTitle = 160

// Callout reads the head of a call-out: a box that its names call so and that has a printed title of its own before
// its words. It returns the element of the title, or nil where n is no call-out.
func (d Page) Callout(n *html.Node) (model.Callout, *html.Node) {
	switch n.DataAtom {
	case atom.Div, atom.Aside, atom.Section, atom.Details, atom.Blockquote:
	default:
		return model.Callout{}, nil
	}
	kind, named := class.CalloutKind(n)
	if !named || n.DataAtom == atom.Details && kind == "" {
		return model.Callout{}, nil
	}
	title := d.calloutTitle(n)
	if title == nil {
		return model.Callout{}, nil
	}
	text := strings.TrimRight(d.ShortText(title, maxCalloutTitle), " :：")
	if text == "" {
		return model.Callout{}, nil
	}
	return model.NewCallout(kind, text), title
}

// calloutTitle returns the first part of a box that is set as a title and has words behind it, or nil.
func (d Page) calloutTitle(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return nil
		case c.Type != html.ElementNode || d.ShortText(c, maxCalloutTitle) == "" && d.isWordless(c):
			continue
		case d.isTitle(c):
			return c
		}
		return nil
	}
	return nil
}

// isWordless reports whether an element is an icon or another picture.
func (d Page) isWordless(n *html.Node) bool { return d.TextOf(n) == "" }

// isTitle reports whether an element at the start of a box is set as its title.
func (d Page) isTitle(n *html.Node) bool {
	switch {
	case HeadingLevel(n) > 0 || n.DataAtom == atom.Summary ||
		n.DataAtom == atom.Header, class.Of(n)&(class.Title|class.HintTitle|class.HintHead) != 0:
		return true
	case n.DataAtom == atom.Strong || n.DataAtom == atom.B:
		next := nextElement(n)
		return next != nil && PartsWords(next.DataAtom) && blankBetween(n, next)
	case n.DataAtom == atom.P || n.DataAtom == atom.Div || n.DataAtom == atom.Span:
		in := Children(n)
		return len(in) == 1 && (in[0].DataAtom == atom.Strong || in[0].DataAtom == atom.B) &&
			d.TextOf(in[0]) == d.TextOf(n) && nextElement(n) != nil
	}
	return false
}

// blankBetween reports whether nothing but blanks stands between two elements.
func blankBetween(n, next *html.Node) bool {
	for n = n.NextSibling; n != next; n = n.NextSibling {
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return false
		}
	}
	return true
}
