package parse

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// picture writes a picture. At the top it is a block: before the paragraph that it begins, or behind the one that it stands in. Anywhere
// else it is a link to it.
func (w *pageWriter) picture(n, holder *html.Node) {
	url, alt := w.pictureURL(n), unmarkedText(attr(n, "alt"))
	kept := w.keeps(holder)
	switch {
	case tiny(n, 2) || url == "" && oneLine(alt) == "":
	case isSign(n, alt):
		if kept {
			w.w.text(alt)
		}
	case w.line || w.depth > 0:
		if kept && (!w.line || oneLine(alt) != "") {
			w.w.picture(alt, url)
		}
	case !kept && !w.inside(n):
	case len(w.w.plain) == 0 && strings.TrimSpace(string(w.w.run)) == "":
		w.out = append(w.out, imageOf(url, alt, ""))
	default:
		w.images = append(w.images, imageOf(url, alt, ""))
	}
}

// pictures writes the pictures of an element without words.
func (w *pageWriter) pictures(n *html.Node) {
	for d := range n.Descendants() {
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
	for d := range n.Descendants() {
		if _, ok := w.marks[d]; ok {
			return false
		}
		switch d.DataAtom {
		case atom.Img:
			if image != nil && !unseen(d) {
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
	if image == nil || caption == nil || !w.keeps(n) && !w.keeps(caption) && !w.inside(n) {
		return false
	}
	c := pageWriter{page: w.page, line: true}
	c.begin()
	c.asked, c.kept = caption, true
	c.walk(caption, caption)
	url, alt := w.pictureURL(image), unmarkedText(attr(image, "alt"))
	words := c.ended()
	if url == "" && oneLine(alt) == "" {
		return false
	}
	w.add(imageOf(url, alt, words.plain))
	return true
}

// tiny tells whether a picture is drawn with at most some pixels each way.
func tiny(n *html.Node, pixels int) bool {
	width, err := strconv.Atoi(strings.TrimSuffix(attr(n, "width"), "px"))
	height, err2 := strconv.Atoi(strings.TrimSuffix(attr(n, "height"), "px"))
	return err == nil && err2 == nil && width <= pixels && height <= pixels
}

// isSign tells whether a picture stands for a character: an emoji.
func isSign(n *html.Node, alt string) bool {
	if alt == "" || len(alt) > 40 {
		return false
	}
	if hasClass(n, "emoji", "wp-smiley", "emote", "emoticon") {
		return true
	}
	for _, r := range alt {
		if r < 0x2000 || unicode.IsLetter(r) {
			return false
		}
	}
	return true
}
