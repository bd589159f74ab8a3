package lift

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
)

// minPicture is how many pixels each way a picture has that shows something.
const minPicture = 50

// isFurniture reports whether a picture belongs to the page and shows nothing of the story. One that stands for a
// character is no furniture.
func isFurniture(n *html.Node) bool {
	if dom.IsSign(n, block.HTMLText(dom.Attr(n, "alt"))) {
		return false
	}
	width, height := dom.Pixels(dom.Attr(n, "width")), dom.Pixels(dom.Attr(n, "height"))
	if isAMPPicture(n) { // these may be nothing but the proportions
		width, height = 0, 0
	}
	if width > 0 && width < minPicture && height < 2*minPicture ||
		height > 0 && height < minPicture && width < 2*minPicture {
		return width > 0 || height > 0
	}
	if strings.Contains(dom.Attr(n, "style"), "-9999") || class.Of(n)&class.Decorative != 0 {
		return true
	}
	for _, name := range dom.SourceAttrs {
		// the others are stand-ins, until the picture is loaded
		if src := dom.Attr(n, name); src != "" && !strings.HasPrefix(src, "data:") {
			return dom.IsFurnitureAddress(src)
		}
	}
	return false
}

// isAMPPicture reports whether an element is a picture of an AMP page.
func isAMPPicture(n *html.Node) bool { return n.Data == "amp-img" || n.Data == "amp-anim" }

// backgroundAttrs hold the address of a picture that a script lays behind an element without words.
var backgroundAttrs = [...]string{
	"data-bg", "data-background", "data-background-image", "data-bgset", "data-src",
	"data-image-src",
}

// background returns the address of the picture that an empty element of a figure is made to show, or "".
func (l *lifter) background(n *html.Node) string {
	if n.DataAtom != atom.Div && n.DataAtom != atom.Span && n.DataAtom != atom.A || n.FirstChild != nil {
		return ""
	}
	for _, name := range backgroundAttrs {
		if url := l.WebAddress(dom.Attr(n, name)); url != "" {
			return url
		}
	}
	_, url, ok := strings.Cut(dom.Attr(n, "style"), "url(")
	if !ok {
		return ""
	}
	url, _, _ = strings.Cut(url, ")")
	return l.WebAddress(strings.Trim(url, `'" `))
}

// plays reports whether an element shows what lede does not: a film, a sound, a drawing or another page.
func plays(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Video, atom.Audio, atom.Iframe, atom.Object, atom.Embed, atom.Canvas:
		return true
	}
	return false
}

// holdsPlayer reports whether a film or a sound stands directly in an element.
func holdsPlayer(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Video || c.DataAtom == atom.Audio {
			return true
		}
	}
	return false
}
