package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/content/parse/block"
	"lede/model/address"
)

// pictures returns the images of a paragraph that is nothing but pictures, each by itself or the words of a link; nil
// for any other. One picture may have its caption in italics in the line below it.
func (m *Reader) pictures(n ast.Node) []block.Written {
	var all []block.Written
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if picture, ok := m.picture(c); ok {
			all = append(all, picture)
		} else if caption := m.caption(c); caption != "" && len(all) == 1 {
			image := m.pictureOf(n.FirstChild(), caption)
			return []block.Written{image}
		} else if t, ok := c.(*ast.Text); !ok || strings.TrimSpace(m.slice(t.Segment.Start, t.Segment.Stop)) != "" {
			return nil
		}
	}
	return all
}

// picture returns what a node shows that is a picture, or a link with a picture and no words.
func (m *Reader) picture(n ast.Node) (block.Written, bool) {
	switch n := n.(type) {
	case *ast.Link:
		if n.ChildCount() == 1 {
			return m.picture(n.FirstChild())
		}
	case *ast.Image:
		return m.pictureOf(n, ""), true
	case *wikiLink:
		return m.pictureOf(n, ""), n.isPicture()
	}
	return block.Written{}, false
}

// pictureOf makes an image of a picture or of a link with one, with a caption that stands beside it.
func (m *Reader) pictureOf(n ast.Node, caption string) block.Written {
	if link, ok := n.(*ast.Link); ok {
		n = link.FirstChild()
	}
	switch n := n.(type) {
	case *ast.Image:
		url := ""
		if len(n.Destination) > 0 {
			url, _ = address.Check(block.Unmarked(string(n.Destination)), m.base)
		}
		if caption == "" {
			caption = block.Unmarked(string(n.Title))
		}
		return block.ImageOf(url, m.description(n), caption)
	case *wikiLink:
		return block.ImageOf("", block.Unmarked(n.words()), caption)
	}
	return block.Written{}
}

// caption returns the words of emphasis that begins a line and ends its paragraph; "" for anything else.
func (m *Reader) caption(n ast.Node) string {
	before, ok := n.PreviousSibling().(*ast.Text)
	if n.Kind() != ast.KindEmphasis || n.NextSibling() != nil || !ok ||
		!before.SoftLineBreak() && !before.HardLineBreak() {
		return ""
	}
	return m.words(n)
}

// description returns the words that a picture has instead of it, without the size that vaults of notes write behind
// them.
func (m *Reader) description(n ast.Node) string {
	words := m.words(n)
	if i := strings.LastIndexByte(words, '|'); i >= 0 && isSize(strings.TrimSpace(words[i+1:])) {
		return strings.TrimSpace(words[:i])
	}
	return words
}

// listedPictures returns the images of a list that is nothing but pictures; nil for any other.
func (m *Reader) listedPictures(list *ast.List) []block.Written {
	var all []block.Written
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if item.ChildCount() != 1 {
			return nil
		}
		switch item.FirstChild().(type) {
		case *ast.Paragraph, *ast.TextBlock:
		default:
			return nil
		}
		pictures := m.pictures(item.FirstChild())
		if pictures == nil {
			return nil
		}
		all = append(all, pictures...)
	}
	return all
}
