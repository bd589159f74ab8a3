package write

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/model/address"
	"lede/model/fold"
)

// picture writes a picture. At the top it is a block: before the paragraph that it begins, or behind the one that it
// stands in. Anywhere else it is a link to it.
func (w *pageWriter) picture(n, holder *html.Node) {
	url, alt := w.PictureURL(n), block.HTMLText(dom.Attr(n, "alt"))
	kept := w.keeps(holder)
	switch {
	case dom.Tiny(n, 2) || url == "" && fold.Line(alt) == "":
	case dom.IsSign(n, alt):
		if kept {
			w.w.Text(alt)
		}
	case w.line || w.depth > 0:
		if kept && (!w.line || fold.Line(alt) != "") {
			w.w.Picture(alt, url)
		}
	case !kept && !w.body.Inside(n):
	case len(w.w.Plain) == 0 && strings.TrimSpace(string(w.w.Waiting)) == "":
		w.out = append(w.out, block.ImageOf(url, alt, ""))
	default:
		w.images = append(w.images, block.ImageOf(url, alt, ""))
	}
}

// pictures writes the pictures of an element without words.
func (w *pageWriter) pictures(n *html.Node) {
	for d := range w.Nodes(n) {
		if d.DataAtom == atom.Img {
			w.picture(d, n)
		}
	}
}

// figure writes a picture with its caption. Anything else that a figure may hold is written as it stands.
func (w *pageWriter) figure(n *html.Node) bool {
	if w.line || w.depth > 0 || w.apart(n) {
		return false
	}
	var image, caption *html.Node
	for d := range w.Nodes(n) {
		if _, ok := w.body.Marks[d]; ok {
			return false
		}
		switch d.DataAtom {
		case atom.Img:
			if image != nil && !w.Unseen(d) {
				return false
			}
			image = d
		case atom.Figcaption:
			caption = d
		case atom.P, atom.Table, atom.Pre, atom.Blockquote, atom.Ul, atom.Ol, atom.Code:
			if caption == nil {
				return false
			}
		}
	}
	if image == nil && w.linkedPicture(n, caption) {
		return true
	}
	if image == nil || caption == nil || !w.keeps(n) && !w.keeps(caption) && !w.body.Inside(n) {
		return false
	}
	words := w.caption(caption)
	url, alt := w.PictureURL(image), block.HTMLText(dom.Attr(image, "alt"))
	if url == "" && fold.Line(alt) == "" {
		return false
	}
	w.add(block.ImageOf(url, alt, words.Plain))
	return true
}

// caption writes what is below a picture.
func (w *pageWriter) caption(n *html.Node) block.Written {
	c := pageWriter{writing: w.writing, line: true, asked: n, answer: true}
	c.begin()
	c.walk(n, n)
	return c.ended()
}

// pictureSign stands before the description of a picture that lede has written as a link to it.
const pictureSign = "🖼 "

// linkedPicture writes a picture that is a link to it, as lede exports it, and reports whether it is one.
func (w *pageWriter) linkedPicture(n, caption *html.Node) bool {
	alt, isPicture := strings.CutPrefix(w.TextOf(n), strings.TrimSpace(pictureSign))
	if !isPicture || !w.body.Inside(n) {
		return false
	}
	url := ""
	if a := dom.First(n, atom.A); a != nil {
		url, _ = address.Check(dom.Attr(a, "href"), w.Base)
	}
	words := block.Written{}
	if caption != nil {
		words = w.caption(caption)
		alt = strings.TrimSuffix(alt, w.TextOf(caption))
	}
	w.add(block.ImageOf(url, alt, words.Plain))
	return true
}
