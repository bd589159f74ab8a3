package lift

import (
	"strings"

	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
)

// minPicture is how many pixels each way a picture has that shows something.
const minPicture = 50

// isFurniture reports whether a picture belongs to the page and shows nothing of the story. One that stands for a character is no furniture.
func isFurniture(n *html.Node) bool {
	if dom.IsSign(n, block.HTMLText(dom.Attr(n, "alt"))) {
		return false
	}
	width, height := dom.Pixels(dom.Attr(n, "width")), dom.Pixels(dom.Attr(n, "height"))
	if width > 0 && width < minPicture && height < 2*minPicture || height > 0 && height < minPicture && width < 2*minPicture {
		return width > 0 || height > 0
	}
	if strings.Contains(dom.Attr(n, "style"), "-9999") || class.Of(n)&class.Decorative != 0 {
		return true
	}
	for _, name := range dom.SourceAttrs {
		if src := dom.Attr(n, name); src != "" && !strings.HasPrefix(src, "data:") { // the others are stand-ins, until the picture is loaded
			return dom.IsFurnitureAddress(src)
		}
	}
	return false
}
